/// How the key of a channel is written, and where it stands.
struct LegendModel: Sendable {
  var title: String
  var isShown: Bool
  var side = LegendSide.top
  /// Decided by the side when nil.
  var direction: LegendSpec.Direction?
  /// Entries in a row; as many as fit when nil.
  var columns: Int?
  var kind: LegendSpec.Kind?
  /// What the author wants named, in this order.
  var values: [ScalarValue]?
  var tickCount: Int?
  var tickMinStep: Double?
  var labelExpression: String?
  /// Whether names may stand at the ends of lines instead.
  var standsDirectly = true
  /// With which it writes numbers.
  let marks: NumberMarks

  init(_ channel: ChannelSpec, _ data: ChartData, _ marks: NumberMarks) {
    self.marks = marks
    let legend = channel.legend
    let showsTitle = legend?.showsTitle ?? true
    title = showsTitle ? legend?.title ?? ModelBuilder.title(of: channel, data) : ""
    isShown = channel.showsLegend
    guard let legend else { return }
    side = LegendSide(legend.orient)
    direction = legend.direction
    columns = legend.columns.flatMap { $0 > 0 ? $0 : nil }
    kind = legend.kind
    values = legend.values
    tickCount = legend.tickCount
    tickMinStep = legend.tickMinStep
    labelExpression = legend.labelExpr
    // Who says how the legend stands wants one.
    let isArranged =
      legend.orient != nil || direction != nil || columns != nil || values != nil
    standsDirectly = legend.direct ?? !isArranged
  }

  /// The words of entries, made anew by the author's expression.
  func words(_ labels: [String], of values: [ChartValue]) -> [String] {
    guard let labelExpression else { return labels }
    return LabelExpression.labels(labelExpression, values: values, labels: labels, marks)
      .map { $0 ?? "" }
  }

  /// The numbers that a legend of a quantity names.
  ///
  /// - Parameter count: about how many, unless the author says.
  func numbers(in domain: ClosedRange<Double>, count: Double) -> [Double] {
    if let values { return values.compactMap { $0.chartValue.moment } }
    var count = tickCount.map { Double(max(1, $0)) } ?? count
    if let step = tickMinStep, step > 0 {
      count = min(count, ((domain.upperBound - domain.lowerBound) / step).rounded(.down) + 1)
    }
    return Ticks.values(domain, count: count)
  }
}

/// Where a legend stands.
enum LegendSide: Hashable, Sendable, CaseIterable {
  case top, bottom, left, right
  /// Within the data's rectangle.
  case topLeft, topRight, bottomLeft, bottomRight

  init(_ orient: LegendSpec.Orient?) {
    self =
      switch orient {
      case .top, .some(.none), nil: .top
      case .bottom: .bottom
      case .left: .left
      case .right: .right
      case .topLeft: .topLeft
      case .topRight: .topRight
      case .bottomLeft: .bottomLeft
      case .bottomRight: .bottomRight
      }
  }

  var isCorner: Bool { corner != nil }

  /// Whether it lies at the right and at the bottom of the data, for a corner.
  var corner: (isRight: Bool, isBottom: Bool)? {
    switch self {
    case .topLeft: (false, false)
    case .topRight: (true, false)
    case .bottomLeft: (false, true)
    case .bottomRight: (true, true)
    case .top, .bottom, .left, .right: nil
    }
  }

  /// The side at which what would stand in a corner stands beside small multiples.
  var outer: LegendSide { corner.map { $0.isRight ? .right : .left } ?? self }
}

/// How the key of a channel is written, and where it stands.
struct LegendModel: Sendable {
  var title: String
  var isShown: Bool
  /// Above the data unless the author says otherwise.
  var side = LegendSpec.Orient.top
  /// Decided by the side when nil.
  var direction: LegendSpec.Direction?
  /// Entries in a row; as many as fit when nil.
  var columns: Int?
  var kind: LegendSpec.Kind?
  /// What the author wants named, in this order.
  var values: [ScalarValue]?
  private let tickCount: Int?
  private let tickMinStep: Double?
  private let labelExpression: String?
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
    tickCount = legend?.tickCount
    tickMinStep = legend?.tickMinStep
    labelExpression = legend?.labelExpr
    guard let legend else { return }
    if let orient = legend.orient, orient != LegendSpec.Orient.none { side = orient }
    direction = legend.direction
    columns = legend.columns.flatMap { $0 > 0 ? $0 : nil }
    kind = legend.kind
    values = legend.values
    // Who says how the legend stands wants one.
    standsDirectly = legend.direct ?? !legend.isArranged
  }

  /// Ticks with the words that the author's expression makes of theirs.
  func named(_ ticks: [Tick]) -> [Tick] {
    let words = words(ticks.map { $0.label ?? "" }, of: ticks.map { .number($0.value) })
    return zip(ticks, words).map { Tick(value: $0.value, label: $1) }
  }

  /// The words of entries, made anew by the author's expression.
  func words(_ labels: [String], of values: [ChartValue]) -> [String] {
    guard let labelExpression else { return labels }
    return LabelExpression.words(labelExpression, values: values, labels: labels, marks)
  }

  /// Whether the author says which numbers, or how many, are named.
  var asksForTicks: Bool { values != nil || tickCount != nil || tickMinStep != nil }

  /// The numbers of a scale that a legend names: the author's that lie in its domain, else such as
  /// an axis would have.
  ///
  /// - Parameter count: about how many, unless the author says.
  func ticks(
    of scale: ContinuousScale, _ format: NumberFormat?, _ timeFormat: TimeFormat?, count: Double
  ) -> [Tick] {
    let domain = scale.domain
    if let values {
      let write = TickFormat.each(format, marks)
      return values.compactMap(\.chartValue.moment).filter(domain.contains).map {
        Tick(value: $0, label: timeFormat?.text($0) ?? write($0))
      }
    }
    var count = tickCount.map { Double(max(1, $0)) } ?? count
    if let step = tickMinStep, step > 0 {
      count = min(count, ((domain.upperBound - domain.lowerBound) / step).rounded(.down) + 1)
    }
    if let timeFormat { return TimeTicks.ticks(domain, count: count, format: timeFormat) }
    if scale.kind == .log {
      return LogTicks.printed(domain, count: Int(count), format: format, marks).major
    }
    return Ticks.linear(domain, count: Int(count), format: format, marks)
  }

  /// The places in the author's list of numbers that lie outside a domain.
  func unnamed(in domain: ClosedRange<Double>) -> [Int] {
    (values ?? []).indices.filter { index in
      values?[index].chartValue.moment.map { !domain.contains($0) } ?? true
    }
  }
}

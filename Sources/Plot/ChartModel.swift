import Graphics

/// A chart's data after all decisions that do not depend on its size.
struct ChartModel: Sendable {
  var x: AxisModel
  var y: AxisModel
  var color: ColorModel
  var shape: CategoryModel?
  var layers: [ChartLayer]
}

/// One mark and its rows.
struct ChartLayer: Sendable {
  var mark: MarkSpec
  var rows: [Datum]
  /// Whether each category of x is shared by bars of several offsets, and by how many.
  var offsetCount = 1
}

/// One row in the terms of the scales; categories are numbered from 0.
struct Datum: Sendable {
  /// From 0, in the data.
  var row: Int
  var x: Double?
  var y: Double?
  var x2: Double?
  var y2: Double?
  var offset = 0
  /// Category of the colour scale.
  var group: Int?
  /// Value on a quantitative colour scale.
  var shade: Double?
  var shape: Int?
  var size: Double?
  var opacity: Double?
  /// Standard deviations, at least 0.
  var xError: Double?
  var yError: Double?
  var text: String?
  var label: String?
  var keepsLabel = false
  var detail = ""
  var order: Double?
}

/// One of the two position axes.
struct AxisModel: Sendable {
  enum Kind: Sendable { case linear, log, sqrt, band, point }

  var kind = Kind.linear
  /// Ends of a quantitative axis; first and last category otherwise.
  var domain: ClosedRange<Double> = 0...1
  var categories: [String] = []
  var title = ""
  var isReversed = false
  var isShown = true
  var better: ChannelSpec.Better?
  var format: NumberFormat?
  var tickValues: [Double]?
  var tickCount: Int?
  var showsGrid: Bool?

  var isDiscrete: Bool { kind == .band || kind == .point }

  /// The place of a value on a scale on which equal steps look equal.
  func linearised(_ value: Double) -> Double {
    switch kind {
    case .log: LogMath.log10(value)
    case .sqrt: value < 0 ? -(-value).squareRoot() : value.squareRoot()
    default: value
    }
  }
}

/// The categories of a channel.
struct CategoryModel: Sendable {
  var title: String
  var categories: [String]
  var showsLegend: Bool
  /// Whether names may stand at the ends of lines instead of in a legend.
  var labelsDirectly = true
}

/// What the colour channel says.
enum ColorModel: Sendable {
  /// One colour for everything.
  case none
  case categories(CategoryModel, colors: [Color])
  case shades(title: String, domain: ClosedRange<Double>, ramp: ColorRamp, showsLegend: Bool)

  func color(of row: Datum, mark: MarkSpec, theme: ChartTheme) -> Color {
    if let own = mark.color.flatMap(Color.init) { return own }
    switch self {
    case .none: return theme.palette[0]
    case .categories(_, let colors): return row.group.map { colors[$0] } ?? theme.muted
    case .shades(_, let domain, let ramp, _):
      guard let shade = row.shade else { return theme.rule }
      let length = domain.upperBound - domain.lowerBound
      return ramp.color(at: length > 0 ? (shade - domain.lowerBound) / length : 0.5)
    }
  }
}

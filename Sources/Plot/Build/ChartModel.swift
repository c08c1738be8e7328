import Graphics
import Languages

/// A chart's data after all decisions that do not depend on its size.
struct ChartModel: Sendable {
  var x: AxisModel
  var y: AxisModel
  /// The y axis at the right of layers that have a scale of their own.
  var secondY: AxisModel?
  var color: ColorModel
  var shape: CategoryModel?
  /// Of `strokeDash`, and the dashes of its categories when the author gives them.
  var dash: CategoryModel?
  var dashes: [[Double]]?
  /// Of the categories of `shape` when the author gives them.
  var shapes: [PointShape]?
  var size: LevelModel?
  var opacity: LevelModel?
  var layers: [ChartLayer]

  /// Leaves categories of which no row is drawn out of the legends; an author's list of values
  /// stays.
  mutating func nameOnly(_ drawn: DrawnCategories) {
    if case .categories(var categories, let colors) = color {
      categories.nameOnly(drawn.colors)
      color = .categories(categories, colors: colors)
    }
    shape?.nameOnly(drawn.shapes)
    dash?.nameOnly(drawn.dashes)
  }

  /// The shape of a category.
  func shape(_ index: Int) -> PointShape { .at(index, of: shapes) }

  /// Whether a key to colours says what shapes or dashes of the same categories mean.
  func isExplainedByColor(_ other: CategoryModel) -> Bool {
    guard case .categories(let colors, _) = color, colors.legend.isShown else { return false }
    return colors.categories == other.categories
  }
}

/// The categories of which rows are drawn, by their numbers.
struct DrawnCategories {
  private(set) var colors: Set<Int> = []
  private(set) var shapes: Set<Int> = []
  private(set) var dashes: Set<Int> = []

  /// - Parameter models: all small multiples of a chart. Only what has categories is looked for: the
  ///   rows may be a million.
  init(_ models: [ChartModel]) {
    guard let first = models.first else { return }
    var hasColors = false
    if case .categories = first.color { hasColors = true }
    let (hasShapes, hasDashes) = (first.shape != nil, first.dash != nil)
    guard hasColors || hasShapes || hasDashes else { return }
    for model in models {
      for layer in model.layers {
        for row in layer.rows {
          if hasColors, let group = row.group { colors.insert(group) }
          if hasShapes, let shape = row.shape { shapes.insert(shape) }
          if hasDashes, let dash = row.dash { dashes.insert(dash) }
        }
      }
    }
  }
}

/// One mark and its rows.
struct ChartLayer: Sendable {
  var mark: MarkSpec
  var rows: [Datum]
  /// Whether each category of x is shared by bars of several offsets, and by how many.
  var offsetCount = 1
  /// Whether it is measured on the second y axis.
  var usesSecondY = false
  /// Whether the sizes of its rows are measured on the scale of sizes, not areas or widths themselves.
  var measuresSize = false
  /// Whether every bar spans from x to x2 along the axis that it stands on, as histograms do.
  var spansX = false
  var spansY = false
  /// Rows on a front of more objectives than the two axes show; decided by the axes when nil.
  var front: Set<Int>?
  /// The knee of that front.
  var knee: Int?
}

/// One of the two position axes.
struct AxisModel: Sendable {
  enum Kind: Sendable { case linear, log, symlog, pow, sqrt, time, band, point }

  var kind = Kind.linear { didSet { scale.kind = kind.scale } }
  /// What lies evenly between the ends.
  var scale = ContinuousScale()
  var categories: [String] = []
  /// Numbers of the categories.
  var index: CategoryIndex?
  var title = ""
  var isReversed = false
  var isShown = true
  var better: ChannelSpec.Better?
  var format: NumberFormat?
  var timeFormat: TimeFormat?
  var tickValues: [Double]?
  var tickCount: Int?
  var tickInterval: CalendarInterval?
  var tickMinStep: Double?
  /// Limits of classes, at which ticks stand.
  var binLimits: [Double]?
  var showsGrid: Bool?
  var showsLabels = true
  var showsTicks = true
  var showsLine = true
  /// Degrees clockwise; chosen by the room when nil.
  var labelAngle: Double?
  /// At the top or the right.
  var isOpposite = false
  /// Labels made from the tick's value and usual label.
  var labelExpression: String?
  var clamps = false
  /// Share of a category's room between bars, and at the ends in steps.
  var paddingInner: Double?
  var paddingOuter: Double?
  var conventions = ChartConventions.report
  /// Points that a category takes; the room is divided when nil.
  var step: Double?

  var isDiscrete: Bool { kind == .band || kind == .point }

  /// Ends of a quantitative axis; first and last category otherwise.
  var domain: ClosedRange<Double> {
    get { scale.domain }
    set { scale.domain = newValue }
  }
}

extension AxisModel.Kind {
  /// Times and categories are evenly spaced.
  fileprivate var scale: ContinuousScale.Kind {
    switch self {
    case .log: .log
    case .symlog: .symlog
    case .pow: .pow
    case .sqrt: .sqrt
    case .linear, .time, .band, .point: .linear
    }
  }
}

extension ChartModel {
  /// With which its notes write numbers.
  var numbers: NumberMarks { x.conventions.numbers }
  /// In which it is described.
  var terms: Terms { x.conventions.terms }
}

/// The categories of a channel.
struct CategoryModel: Sendable {
  var legend: LegendModel
  var categories: [String]
  /// What the legend names, by its place among the categories.
  var entries: [(place: Int, words: String)]
  /// The places in the author's list of values that are no category.
  let unnamed: [Int]

  /// - Parameter values: of the categories.
  init(_ legend: LegendModel, _ values: [ChartValue], _ categories: [String]) {
    self.legend = legend
    self.categories = categories
    let words = legend.words(categories, of: values)
    let chosen = legend.values?.map { value in
      values.firstIndex(of: value.chartValue)
        ?? value.chartValue.moment.flatMap { values.firstIndex(of: .number($0)) }
    }
    unnamed = (chosen ?? []).indices.filter { chosen?[$0] == nil }
    let places = chosen?.compactMap { $0 } ?? Array(categories.indices)
    entries = places.map { ($0, words[$0]) }
  }

  fileprivate mutating func nameOnly(_ drawn: Set<Int>) {
    guard legend.values == nil, !drawn.isEmpty else { return }
    entries.removeAll { !drawn.contains($0.place) }
  }
}

/// What the colour channel says.
enum ColorModel: Sendable {
  /// One colour for everything.
  case none
  case categories(CategoryModel, colors: [Color])
  case shades(ShadeModel)

  func color(of row: Datum, mark: MarkSpec, theme: ChartTheme) -> Color {
    if let paint = row.paint { return paint }
    switch self {
    case .categories(_, let colors):
      if let group = row.group, colors.indices.contains(group) { return colors[group] }
    case .shades(let shades):
      if let shade = row.shade { return shades.color(shade) }
    case .none: break
    }
    if let own = mark.color.flatMap(ColorNames.color) { return own }
    switch self {
    case .none: return theme.palette[0]
    case .categories: return theme.muted
    case .shades: return theme.rule
    }
  }
}

public import Pareto

/// One channel: a column, or one value for all rows, and how it is shown.
public struct ChannelSpec: Decodable, Sendable, Equatable {
  public enum Measure: String, Decodable, Sendable, CaseIterable {
    case quantitative, ordinal, nominal
  }

  /// The direction in which an objective improves.
  public typealias Better = Objective

  public enum Sort: String, Decodable, Sendable, CaseIterable { case ascending, descending }

  /// The column.
  public var field: String?
  /// Guessed from the column when absent: numbers are quantitative, everything else nominal.
  public var type: Measure?
  /// A value in the units of the data, for all rows.
  public var datum: ScalarValue?
  /// A value in the units of the drawing (a colour, a shape, points), for all rows.
  public var value: ScalarValue?
  public var title: String?
  public var better: Better?
  public var scale: ScaleSpec?
  public var axis: AxisSpec?
  /// False for `axis: null`: no line, ticks, labels or title.
  public var showsAxis = true
  public var legend: LegendSpec?
  /// False for `legend: null`.
  public var showsLegend = true
  /// How numbers are written: `.1f`, `,d`, `.0%`.
  public var format: String?
  /// Labels that must be placed.
  public var keep: [String]?
  public var sort: Sort?
  /// Whether bars and areas of one place are stacked; they are when coloured.
  public var stack: Bool?

  public init(field: String? = nil, type: Measure? = nil) {
    self.field = field
    self.type = type
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case field, type, datum, value, title, better, scale, axis, legend, format, keep, sort, stack
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    field = try keys.decodeIfPresent(String.self, forKey: .field)
    type = try keys.decodeIfPresent(Measure.self, forKey: .type)
    datum = try keys.decodeIfPresent(ScalarValue.self, forKey: .datum)
    value = try keys.decodeIfPresent(ScalarValue.self, forKey: .value)
    title = try keys.decodeIfPresent(String.self, forKey: .title)
    better = try keys.decodeIfPresent(Better.self, forKey: .better)
    scale = try keys.decodeIfPresent(ScaleSpec.self, forKey: .scale)
    if keys.contains(.axis), try keys.decodeNil(forKey: .axis) {
      showsAxis = false
    } else {
      axis = try keys.decodeIfPresent(AxisSpec.self, forKey: .axis)
    }
    if keys.contains(.legend), try keys.decodeNil(forKey: .legend) {
      showsLegend = false
    } else {
      legend = try keys.decodeIfPresent(LegendSpec.self, forKey: .legend)
    }
    format = try keys.decodeIfPresent(String.self, forKey: .format)
    keep = try keys.decodeIfPresent([String].self, forKey: .keep)
    sort = try keys.decodeIfPresent(Sort.self, forKey: .sort)
    stack = try keys.decodeIfPresent(Bool.self, forKey: .stack)
  }
}

/// A number or a text in a specification.
public enum ScalarValue: Decodable, Sendable, Hashable {
  case number(Double)
  case text(String)

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }
}

/// How values become places or colours.
public struct ScaleSpec: Decodable, Sendable, Equatable {
  public enum Kind: String, Decodable, Sendable, CaseIterable {
    case linear, log, sqrt, band, point
  }

  public enum Scheme: String, Decodable, Sendable, CaseIterable {
    case okabeIto = "okabe-ito"
    case blues, viridis
  }

  public var type: Kind?
  /// Two ends of a quantitative scale, or all categories in order.
  public var domain: [ScalarValue]?
  /// Whether the ends are moved to round values.
  public var nice: Bool?
  /// Whether zero is in the domain; bars and areas have it, others not.
  public var zero: Bool?
  public var reverse: Bool?
  public var scheme: Scheme?
  /// Colours `#rrggbb` of the categories in order.
  public var range: [String]?

  public init(type: Kind? = nil, domain: [ScalarValue]? = nil) {
    self.type = type
    self.domain = domain
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case type, domain, nice, zero, reverse, scheme, range
  }
}

public struct AxisSpec: Decodable, Sendable, Equatable {
  public var title: String?
  public var format: String?
  public var grid: Bool?
  public var tickCount: Int?
  /// The places of the ticks, in data units.
  public var values: [Double]?

  public init() {}

  enum CodingKeys: String, CodingKey, CaseIterable { case title, format, grid, tickCount, values }
}

public struct LegendSpec: Decodable, Sendable, Equatable {
  public var title: String?
  public var format: String?
  /// False keeps the legend where names could stand at the ends of lines.
  public var direct: Bool?

  public init() {}

  enum CodingKeys: String, CodingKey, CaseIterable { case title, format, direct }
}

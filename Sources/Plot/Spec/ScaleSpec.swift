/// How values become places, colours or sizes.
public struct ScaleSpec: Decodable, Sendable, Equatable {
  public enum Kind: String, Decodable, Sendable, CaseIterable {
    case linear, log, symlog, pow, sqrt, time, utc, band, point, ordinal, threshold, quantize
    case quantile, binOrdinal = "bin-ordinal"
    case sequential
  }

  public var type: Kind?
  /// Two ends of a quantitative scale, all categories in order, or the limits of classes.
  public var domain: [ScalarValue]?
  public var domainMin: Double?
  public var domainMax: Double?
  /// The middle of a diverging scale of colours.
  public var domainMid: Double?
  /// Whether the ends are moved to round values.
  public var nice: Bool?
  /// Whether zero is in the domain; bars and areas have it, others not.
  public var zero: Bool?
  public var reverse: Bool?
  /// Whether values outside the domain are drawn at its end.
  public var clamp: Bool?
  /// A set of colours by name, such as `viridis`, `set1`, `redblue`.
  public var scheme: String?
  /// Colours of the categories or classes in order, shapes, or the ends of a range of sizes.
  public var range: [ScalarValue]?
  /// Of `strokeDash`: the dashes and gaps of the categories in order, in points.
  public var dashes: [[Double]]?
  /// Of `pow`; 1 unless given.
  public var exponent: Double?
  public var base: Double?
  /// Of `symlog`: where it turns from linear to logarithmic; 1 unless given.
  public var constant: Double?
  /// Share of a category's room that stays empty.
  public var padding: Double?
  public var paddingInner: Double?
  public var paddingOuter: Double?

  public init(type: Kind? = nil, domain: [ScalarValue]? = nil) {
    self.type = type
    self.domain = domain
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case type, domain, domainMin, domainMax, domainMid, nice, zero, reverse, clamp, scheme, range
    case exponent, base, constant, padding, paddingInner, paddingOuter, round, interpolate, align
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    type = try keys.decodeIfPresent(Kind.self, forKey: .type)
    // A selection as a domain is empty in print: then the data decides.
    if keys.shape(.domain) == .list {
      domain = try keys.decodeIfPresent([ScalarValue].self, forKey: .domain)
    }
    domainMin = Self.moment(try keys.decodeIfPresent(ScalarValue.self, forKey: .domainMin))
    domainMax = Self.moment(try keys.decodeIfPresent(ScalarValue.self, forKey: .domainMax))
    domainMid = try keys.decodeIfPresent(Double.self, forKey: .domainMid)
    // A number or unit says how round; that they are round is all that is asked here.
    if let answer = try? keys.superDecoder(forKey: .nice).singleValueContainer().decode(Bool.self) {
      nice = answer
    } else {
      nice = keys.contains(.nice) ? true : nil
    }
    zero = try keys.decodeIfPresent(Bool.self, forKey: .zero)
    reverse = try keys.decodeIfPresent(Bool.self, forKey: .reverse)
    clamp = try keys.decodeIfPresent(Bool.self, forKey: .clamp)
    if keys.shape(.scheme) == .mapping {
      scheme = try keys.decodeIfPresent(NamedScheme.self, forKey: .scheme)?.name
    } else {
      scheme = try keys.decodeIfPresent(String.self, forKey: .scheme)
    }
    if let name = keys.word(.range) {
      // `category`, `diverging`, `heatmap`: the usual colours.
      scheme = ["heatmap": "viridis", "diverging": "blueorange", "ramp": "blues"][name] ?? scheme
    } else if keys.shape(.range) == .list {
      let entries = try keys.decode([Entry].self, forKey: .range)
      let (values, lists) = (entries.compactMap(\.value), entries.compactMap(\.dash))
      if values.count == entries.count { range = values }
      if !entries.isEmpty, lists.count == entries.count { dashes = lists }
    }
    exponent = try keys.decodeIfPresent(Double.self, forKey: .exponent)
    base = try keys.decodeIfPresent(Double.self, forKey: .base)
    constant = try keys.decodeIfPresent(Double.self, forKey: .constant)
    padding = try keys.decodeIfPresent(Double.self, forKey: .padding)
    paddingInner = try keys.decodeIfPresent(Double.self, forKey: .paddingInner)
    paddingOuter = try keys.decodeIfPresent(Double.self, forKey: .paddingOuter)
  }

  /// A colour, shape or size, or a list of dashes.
  private struct Entry: Decodable {
    var value: ScalarValue?
    var dash: [Double]?

    init(from decoder: any Decoder) throws {
      if decoder.shape == .list {
        dash = try [Double](from: decoder)
      } else {
        value = try ScalarValue(from: decoder)
      }
    }
  }

  private struct NamedScheme: Decodable {
    var name: String
    var count: Double?
    var extent: [Double]?
  }

  private static func moment(_ value: ScalarValue?) -> Double? {
    switch value {
    case .number(let number): number
    case .text(let text): DateParser.milliseconds(text)
    default: nil
    }
  }
}

/// How an axis looks.
public struct AxisSpec: Decodable, Sendable, Equatable {
  public enum Orient: String, Decodable, Sendable, CaseIterable { case top, bottom, left, right }

  public var title: String?
  /// False for `title: null`.
  public var showsTitle = true
  public var format: String?
  public var grid: Bool?
  public var tickCount: Int?
  /// A unit of time between ticks.
  public var tickInterval: TimeUnitSpec?
  public var tickMinStep: Double?
  /// The places of the ticks, in data units.
  public var values: [ScalarValue]?
  public var labels: Bool?
  public var ticks: Bool?
  public var domain: Bool?
  /// Degrees clockwise.
  public var labelAngle: Double?
  public var labelExpr: String?
  public var orient: Orient?

  public init() {}

  enum CodingKeys: String, CodingKey, CaseIterable {
    case title, format, formatType, grid, tickCount, tickMinStep, values, labels, ticks, domain
    case labelAngle, labelExpr, orient
    // Style that the report decides.
    case offset, position, minExtent, maxExtent, titlePadding, labelPadding, tickSize, tickWidth
    case titleAlign, titleAnchor, titleAngle, titleFontSize, titleFontWeight, titleColor, titleX
    case titleY, titleLimit, titleFont, titleFontStyle, titleOpacity, titleBaseline, titleLineHeight
    case labelAlign, labelBaseline, labelColor, labelFontSize, labelFontWeight, labelFont
    case labelFontStyle, labelOpacity, labelLimit, labelOverlap, labelFlush, labelFlushOffset
    case labelBound, labelOffset, labelSeparation, labelLineHeight
    case gridColor, gridDash, gridDashOffset, gridOpacity, gridWidth, gridCap
    case domainColor, domainWidth, domainDash, domainOpacity, domainCap, tickBand, tickCap
    case tickColor, tickDash, tickDashOffset, tickOpacity, tickOffset, tickRound, tickExtra
    case bandPosition, zindex, translate, aria, description, style
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    if keys.contains(.title), try keys.decodeNil(forKey: .title) {
      showsTitle = false
    } else {
      title = try keys.decodeIfPresent(Lines.self, forKey: .title)?.text
    }
    format = try keys.decodeIfPresent(String.self, forKey: .format)
    grid = try keys.decodeIfPresent(Bool.self, forKey: .grid)
    if keys.shape(.tickCount) == .mapping {
      let unit = try keys.decode(Interval.self, forKey: .tickCount)
      tickInterval = TimeUnitSpec(unit.interval)
      tickInterval?.step = unit.step
    } else if let word = keys.word(.tickCount) {
      tickInterval = TimeUnitSpec(word)
    } else {
      tickCount = try keys.decodeIfPresent(Int.self, forKey: .tickCount)
    }
    tickMinStep = try keys.decodeIfPresent(Double.self, forKey: .tickMinStep)
    values = try keys.decodeIfPresent([ScalarValue].self, forKey: .values)
    labels = try keys.decodeIfPresent(Bool.self, forKey: .labels)
    ticks = try keys.decodeIfPresent(Bool.self, forKey: .ticks)
    domain = try keys.decodeIfPresent(Bool.self, forKey: .domain)
    labelAngle = try keys.decodeIfPresent(Double.self, forKey: .labelAngle)
    labelExpr = try keys.decodeIfPresent(String.self, forKey: .labelExpr)
    orient = try keys.decodeIfPresent(Orient.self, forKey: .orient)
  }

  private struct Interval: Decodable {
    var interval: String
    var step: Int?
  }
}

public struct LegendSpec: Decodable, Sendable, Equatable {
  public var title: String?
  /// False for `title: null`.
  public var showsTitle = true
  public var format: String?
  public var labelExpr: String?
  public var values: [ScalarValue]?
  /// False keeps the legend where names could stand at the ends of lines.
  public var direct: Bool?
  /// How opaque the symbols are, whatever the marks' opacity; they are opaque in print.
  public var symbolOpacity: Double?
  /// At which side of the data the legend stands, or none; above it unless given. Where Vega-Lite's
  /// `none` only means a place given by hand (`legendX`, `legendY`), the legend stays above.
  public var orient: Orient?

  public enum Orient: String, Decodable, Sendable, CaseIterable {
    case none, left, right, top, bottom
    case topLeft = "top-left"
    case topRight = "top-right"
    case bottomLeft = "bottom-left"
    case bottomRight = "bottom-right"
  }

  public init() {}

  enum CodingKeys: String, CodingKey, CaseIterable {
    case title, format, direct, formatType, labelExpr, values, tickCount, tickMinStep, type
    // Style that the report decides.
    case orient, direction, columns, symbolType, symbolSize, symbolFillColor, symbolStrokeColor
    case symbolStrokeWidth, symbolOpacity, symbolOffset, symbolLimit, symbolDash, offset, padding
    case fillColor, strokeColor, cornerRadius, labelAlign, labelColor, labelFontSize, labelLimit
    case labelFont, labelOffset, labelOpacity, labelPadding, labelOverlap, titleAlign, titleAnchor
    case titleColor, titleFontSize, titleFontWeight, titleLimit, titleOrient, titlePadding
    case gradientLength, gradientThickness, gradientOpacity, gradientStrokeColor, rowPadding
    case columnPadding, gridAlign, clipHeight, legendX, legendY, zindex, aria, description
    case gradientStrokeWidth, titleFont, labelFontWeight, labelSeparation
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    if keys.contains(.title), try keys.decodeNil(forKey: .title) {
      showsTitle = false
    } else {
      title = try keys.decodeIfPresent(Lines.self, forKey: .title)?.text
    }
    format = try keys.decodeIfPresent(String.self, forKey: .format)
    labelExpr = try keys.decodeIfPresent(String.self, forKey: .labelExpr)
    direct = try keys.decodeIfPresent(Bool.self, forKey: .direct)
    orient = try keys.decodeIfPresent(Orient.self, forKey: .orient)
    if orient == Orient.none, keys.contains(.legendX) || keys.contains(.legendY) { orient = nil }
    if keys.shape(.symbolOpacity) == .scalar {
      symbolOpacity = try keys.decodeIfPresent(Double.self, forKey: .symbolOpacity)
    }
    if keys.shape(.values) == .list {
      values = try keys.decodeIfPresent([ScalarValue].self, forKey: .values)
    }
  }
}

/// How the headers of small multiples look.
public struct HeaderSpec: Decodable, Sendable, Equatable {
  public var title: String?
  public var showsTitle = true
  public var labels: Bool?
  public var format: String?
  public var labelExpr: String?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case title, labels, format, formatType, labelExpr
    case labelAngle, labelOrient, labelColor, labelFontSize, labelPadding, labelAlign, labelAnchor
    case labelFontWeight, titleOrient, titleColor, titleFontSize, titlePadding, titleAngle, orient
    case titleAnchor, titleAlign, labelFont, titleFont, labelLimit, titleFontWeight, labelBaseline
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    if keys.contains(.title), try keys.decodeNil(forKey: .title) {
      showsTitle = false
    } else {
      title = try keys.decodeIfPresent(Lines.self, forKey: .title)?.text
    }
    labels = try keys.decodeIfPresent(Bool.self, forKey: .labels)
    format = try keys.decodeIfPresent(String.self, forKey: .format)
    labelExpr = try keys.decodeIfPresent(String.self, forKey: .labelExpr)
  }
}

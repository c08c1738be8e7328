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
    (title, showsTitle) = try keys.title(.title)
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

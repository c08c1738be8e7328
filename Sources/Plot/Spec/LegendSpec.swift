/// How the key of a channel looks.
public struct LegendSpec: Decodable, Sendable, Equatable {
  public var title: String?
  /// False for `title: null`.
  public var showsTitle = true
  public var format: String?
  /// Words made from `datum.value`, `datum.label` and `datum.index`.
  public var labelExpr: String?
  /// The categories or numbers that the legend names, in this order.
  public var values: [ScalarValue]?
  /// Whether the entries stand beside or below each other; decided by the side when nil.
  public var direction: Direction?
  /// How many entries stand in a row; as many as fit when nil or 0.
  public var columns: Int?
  /// Whether a colour that grows with a number is shown as a gradient or by some of its colours.
  public var kind: Kind?
  /// About how many numbers a legend names.
  public var tickCount: Int?
  /// The least difference between numbers that a legend names.
  public var tickMinStep: Double?
  /// False keeps the legend where names could stand at the ends of lines.
  public var direct: Bool?
  /// How opaque the symbols are, whatever the marks' opacity; they are opaque in print.
  public var symbolOpacity: Double?
  /// At which side of the data the legend stands, or none; above it unless given. Where Vega-Lite's
  /// `none` only means a place given by hand (`legendX`, `legendY`), the legend stays above.
  public var orient: Orient?

  public enum Direction: String, Decodable, Sendable, CaseIterable { case horizontal, vertical }

  public enum Kind: String, Decodable, Sendable, CaseIterable { case gradient, symbol }

  public enum Orient: String, Decodable, Sendable, CaseIterable {
    case none, left, right, top, bottom
    case topLeft = "top-left"
    case topRight = "top-right"
    case bottomLeft = "bottom-left"
    case bottomRight = "bottom-right"
  }

  public init() {}

  /// Whether it says how the legend stands or what it names.
  var isArranged: Bool {
    orient != nil || direction != nil || columns ?? 0 > 0 || values != nil
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case title, format, direct, formatType, labelExpr, values, tickCount, tickMinStep
    case orient, direction, columns
    case kind = "type"
    // Style that the report decides.
    case symbolType, symbolSize, symbolFillColor, symbolStrokeColor
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
    (title, showsTitle) = try keys.title(.title)
    format = try keys.decodeIfPresent(String.self, forKey: .format)
    labelExpr = try keys.decodeIfPresent(String.self, forKey: .labelExpr)
    direct = try keys.decodeIfPresent(Bool.self, forKey: .direct)
    orient = try keys.decodeIfPresent(Orient.self, forKey: .orient)
    if orient == Orient.none, keys.contains(.legendX) || keys.contains(.legendY) { orient = nil }
    direction = try keys.decodeIfPresent(Direction.self, forKey: .direction)
    columns = try keys.decodeIfPresent(Int.self, forKey: .columns)
    kind = try keys.decodeIfPresent(Kind.self, forKey: .kind)
    tickCount = try keys.decodeIfPresent(Int.self, forKey: .tickCount)
    tickMinStep = try keys.decodeIfPresent(Double.self, forKey: .tickMinStep)
    if keys.shape(.symbolOpacity) == .scalar {
      symbolOpacity = try keys.decodeIfPresent(Double.self, forKey: .symbolOpacity)
    }
    if keys.shape(.values) == .list {
      values = try keys.decodeIfPresent([ScalarValue].self, forKey: .values)
    }
  }
}

/// How the key of a channel looks.
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
    (title, showsTitle) = try keys.title(.title)
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
    (title, showsTitle) = try keys.title(.title)
    labels = try keys.decodeIfPresent(Bool.self, forKey: .labels)
    format = try keys.decodeIfPresent(String.self, forKey: .format)
    labelExpr = try keys.decodeIfPresent(String.self, forKey: .labelExpr)
  }
}

/// How the headers of small multiples look.
public struct HeaderSpec: Decodable, Sendable, Equatable {
  public var title: String?
  /// False for `title: null`.
  public var showsTitle = true
  public var labels: Bool?
  public var format: String?
  /// Words made from `datum.value`, `datum.label` and `datum.index`.
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

/// What an author asks for, in Vega-Lite's words.
///
///     mark: {type: pareto, knee: true}
///     encoding:
///       x: {field: cost, scale: {type: log}, title: Relative cost, better: low}
///       y: {field: kept, title: Accuracy kept (%), better: high}
///       color: {field: tokens, type: ordinal}
///       label: {field: method, keep: [VScan]}
///
/// Every supported key is a coding key of one of these types, so a decoder can name those that are
/// not. Beyond Vega-Lite: `better`, `label`, and the mark `pareto`.
public struct ChartSpec: Decodable, Sendable, Equatable {
  /// Stands above the chart; figures have captions instead.
  public var title: String?
  /// Of the whole chart in points; the space given when nil.
  public var width: Double?
  /// Of the whole chart in points; 0.58 of the width when nil.
  public var height: Double?
  public var mark: MarkSpec?
  public var encoding: Encoding?
  /// Several marks over each other; each inherits the encoding above it.
  public var layer: [LayerSpec]?

  public init(
    title: String? = nil, width: Double? = nil, height: Double? = nil, mark: MarkSpec? = nil,
    encoding: Encoding? = nil, layer: [LayerSpec]? = nil
  ) {
    self.title = title
    self.width = width
    self.height = height
    self.mark = mark
    self.encoding = encoding
    self.layer = layer
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case title, width, height, mark, encoding, layer
  }
}

/// One mark of a layered chart.
public struct LayerSpec: Decodable, Sendable, Equatable {
  public var mark: MarkSpec
  /// Channels that differ from those of the whole chart.
  public var encoding: Encoding?

  public init(mark: MarkSpec, encoding: Encoding? = nil) {
    self.mark = mark
    self.encoding = encoding
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case mark, encoding }
}

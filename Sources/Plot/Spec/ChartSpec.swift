/// What an author asks for, in Vega-Lite's words.
///
///     mark: {type: pareto, knee: true}
///     encoding:
///       x: {field: cost, scale: {type: log}, title: Relative cost, better: low}
///       y: {field: kept, title: Accuracy kept (%), better: high}
///       color: {field: tokens, type: ordinal}
///       label: {field: method, keep: [VScan]}
///
/// A specification is one view: a mark, layers over each other, small multiples (`facet`, or the
/// channels `row` and `column`), the same view for several fields (`repeat`), or views beside and
/// below each other (`hconcat`, `vconcat`, `concat`). Every supported key is a coding key of one of
/// these types, so a decoder can name those that are not. Beyond Vega-Lite: `better`, `label`, and
/// the mark `pareto`.
public struct ChartSpec: Decodable, Sendable, Equatable {
  /// Stands above the chart; figures have captions instead.
  public var title: TitleSpec?
  /// Of the whole chart in points, the space given when nil; of the data's rectangle under
  /// Vega-Lite's conventions.
  public var width: ExtentSpec?
  public var height: ExtentSpec?
  public var data: DataSpec?
  /// Applied to the rows in order, before anything is drawn.
  public var transform: [TransformSpec]?
  public var mark: MarkSpec?
  public var encoding: Encoding?
  /// Several views over each other; each inherits the encoding, data and transforms above it.
  public var layer: [ChartSpec]?
  /// Small multiples of `spec`: one channel that wraps, or a row and a column.
  public var facet: FacetSpec?
  /// The view that `facet` or `repeat` multiplies; one at most.
  public var spec: SubviewSpec?
  public var `repeat`: RepeatSpec?
  public var hconcat: [ChartSpec]?
  public var vconcat: [ChartSpec]?
  public var concat: [ChartSpec]?
  /// How many views stand in a row of `facet`, `concat` and `repeat`.
  public var columns: Int?
  public var resolve: ResolveSpec?
  /// Named data that `data: {name: …}` refers to.
  public var datasets: [String: RowsSpec]?

  // Said about the file, or for screens only: read and left alone.
  var description: Ignored?
  var name: Ignored?
  var params: Ignored?
  var usermeta: Ignored?
  var autosize: Ignored?
  var padding: Ignored?
  var background: Ignored?
  var bounds: Ignored?
  var align: Ignored?
  var center: Ignored?
  var spacing: Ignored?
  var view: Ignored?
  var config: ConfigSpec?

  public init(
    title: String? = nil, width: Double? = nil, height: Double? = nil, mark: MarkSpec? = nil,
    encoding: Encoding? = nil, layer: [ChartSpec]? = nil
  ) {
    self.title = title.map { TitleSpec($0) }
    self.width = width.map { .length($0) }
    self.height = height.map { .length($0) }
    self.mark = mark
    self.encoding = encoding
    self.layer = layer
  }

  enum CodingKeys: String, CodingKey, CaseIterable {
    case title, width, height, data, transform, mark, encoding, layer, facet, spec
    case `repeat`, hconcat, vconcat, concat, columns, resolve, datasets
    case description, name, params, usermeta, autosize, padding, background, bounds, align, center
    case spacing, view, config
    case schema = "$schema"
  }

  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    title = try keys.decodeIfPresent(TitleSpec.self, forKey: .title)
    width = try keys.decodeIfPresent(ExtentSpec.self, forKey: .width)
    height = try keys.decodeIfPresent(ExtentSpec.self, forKey: .height)
    data = try keys.decodeIfPresent(DataSpec.self, forKey: .data)
    transform = try keys.decodeIfPresent([TransformSpec].self, forKey: .transform)
    mark = try keys.decodeIfPresent(MarkSpec.self, forKey: .mark)
    encoding = try keys.decodeIfPresent(Encoding.self, forKey: .encoding)
    layer = try keys.decodeIfPresent([ChartSpec].self, forKey: .layer)
    facet = try keys.decodeIfPresent(FacetSpec.self, forKey: .facet)
    spec = try keys.decodeIfPresent(SubviewSpec.self, forKey: .spec)
    `repeat` = try keys.decodeIfPresent(RepeatSpec.self, forKey: .repeat)
    hconcat = try keys.decodeIfPresent([ChartSpec].self, forKey: .hconcat)
    vconcat = try keys.decodeIfPresent([ChartSpec].self, forKey: .vconcat)
    concat = try keys.decodeIfPresent([ChartSpec].self, forKey: .concat)
    columns = try keys.decodeIfPresent(Int.self, forKey: .columns)
    resolve = try keys.decodeIfPresent(ResolveSpec.self, forKey: .resolve)
    datasets = try keys.decodeIfPresent([String: RowsSpec].self, forKey: .datasets)
    config = try keys.decodeIfPresent(ConfigSpec.self, forKey: .config)
    let schema = try keys.decodeIfPresent(String.self, forKey: .schema)
    schemaVersion = schema.flatMap { text in
      text.split(separator: "/").last.flatMap { Int($0.dropFirst().prefix { $0.isNumber }) }
    }
  }

  /// Of Vega-Lite, as `$schema` says: views grew from 200 to 300 pixels with version 6.
  var schemaVersion: Int?
}

/// The one view inside a `facet` or `repeat`.
public struct SubviewSpec: Decodable, Sendable, Equatable {
  /// Just one; in a list because a view cannot hold itself.
  var views: [ChartSpec]

  public init(_ view: ChartSpec) { views = [view] }

  public init(from decoder: any Decoder) throws { views = [try ChartSpec(from: decoder)] }
}

/// A key that means something on a screen, or to other programs, and nothing in print.
struct Ignored: Decodable, Sendable, Equatable {
  init(from decoder: any Decoder) throws {}
}

/// A key that may be anything.
struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int?

  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { self.init(String(intValue)) }
}

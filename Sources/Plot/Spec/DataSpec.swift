/// Where rows come from: in the specification, in a file, a name, or counted.
public struct DataSpec: Decodable, Sendable, Equatable {
  public struct Format: Decodable, Sendable, Equatable {
    public enum Kind: String, Decodable, Sendable, CaseIterable {
      case csv, tsv, json, dsv, topojson
    }

    public var type: Kind?
    /// The path of the rows within a JSON value, with points between keys.
    public var property: String?
    public var delimiter: String?
    /// Type of a column: `number`, `date`, `date:'%Y'`, `string`, `boolean`.
    public var parse: [String: String]?

    private enum CodingKeys: String, CodingKey, CaseIterable {
      case type, property, delimiter, parse, feature, mesh
    }

    public init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: CodingKeys.self)
      type = try keys.decodeIfPresent(Kind.self, forKey: .type)
      property = try keys.decodeIfPresent(String.self, forKey: .property)
      delimiter = try keys.decodeIfPresent(String.self, forKey: .delimiter)
      // A column whose type is null is left as it is.
      parse = try keys.decodeIfPresent([String: String?].self, forKey: .parse)?
        .compactMapValues { $0 }
    }
  }

  /// Numbers from `start` up to but without `stop`.
  public struct Sequence: Decodable, Sendable, Equatable {
    public var start: Double
    public var stop: Double
    public var step: Double?
    public var `as`: String?
  }

  /// A file: relative to the specification, or within the folder of data.
  public var url: String?
  public var values: RowsSpec?
  public var name: String?
  public var sequence: Sequence?
  public var format: Format?

  public init(values: ChartData) { self.values = RowsSpec(data: values) }

  public init(url: String) { self.url = url }
}

/// Rows written in a specification: objects, plain values (column `data`), or CSV text.
public struct RowsSpec: Decodable, Sendable, Equatable {
  public var data: ChartData

  init(data: ChartData) { self.data = data }

  public init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    switch decoder.shape {
    case .scalar:
      let text = try value.decode(String.self)
      data = DelimitedText.read(Array(text.utf8), delimiter: UInt8(ascii: ","))
    case .mapping: data = ChartData(rows: [try value.decode(RowSpec.self).cells])
    case .list: data = ChartData(rows: try value.decode([RowSpec].self).map(\.cells))
    }
  }

  /// An object, or a value that stands for `{data: value}`.
  private struct RowSpec: Decodable {
    var cells: [(String, ChartValue)]

    init(from decoder: any Decoder) throws {
      if decoder.shape == .mapping {
        let keys = try decoder.container(keyedBy: AnyKey.self)
        cells = try keys.allKeys.map { ($0.stringValue, try keys.cell($0)) }
      } else {
        cells = [("data", try decoder.singleValueContainer().decode(CellSpec.self).value)]
      }
    }
  }
}

extension KeyedDecodingContainer where Key == AnyKey {
  fileprivate func cell(_ key: AnyKey) throws -> ChartValue {
    try decodeNil(forKey: key) ? .null : decode(CellSpec.self, forKey: key).value
  }
}

/// A number, text or truth value, or a list, which a cell holds as JSON.
private struct CellSpec: Decodable {
  private let json: JSONTree

  /// An object is an empty cell.
  var value: ChartValue {
    switch json {
    case .list: .text(json.compactText)
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .bool(let flag): .bool(flag)
    case .null, .object: .null
    }
  }

  init(from decoder: any Decoder) throws {
    switch decoder.shape {
    case .list:
      let items = try decoder.singleValueContainer().decode([CellSpec?].self)
      json = .list(items.map { $0?.json ?? .null })
    // What stands in an object within a list is never read: such a list cannot become rows.
    case .mapping: json = .object(JSONObject())
    case .scalar: json = try decoder.singleValueContainer().scalar?.json ?? .null
    }
  }
}

/// Why the rows of a data file could not be had.
public struct ChartDataError: Error, Equatable, Sendable {
  public var message: String
  public var help: [String]

  public init(message: String, help: [String] = []) {
    self.message = message
    self.help = help
  }
}

extension DataSpec {
  /// The rows in the bytes of a file: CSV, TSV or JSON, by `format` or the file's ending, with
  /// columns read as `format.parse` says.
  ///
  /// - Throws: for a format that is not read, and for JSON that is none.
  public func rows(of bytes: [UInt8], fileName: String) throws(ChartDataError) -> ChartData {
    let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let kind = format?.type ?? Format.Kind(rawValue: ending) ?? .json
    let rows: ChartData
    switch kind {
    case .csv: rows = DelimitedText.read(bytes, delimiter: UInt8(ascii: ","))
    case .tsv: rows = DelimitedText.read(bytes, delimiter: UInt8(ascii: "\t"))
    case .dsv:
      rows = DelimitedText.read(
        bytes, delimiter: format?.delimiter?.utf8.first ?? UInt8(ascii: ","))
    case .json:
      do throws(JSONRows.Failure) {
        rows = try JSONRows.read(bytes, property: format?.property)
      } catch {
        throw ChartDataError(message: "'\(fileName)': \(error)")
      }
    case .topojson:
      throw ChartDataError(message: "maps are not supported, and so is no TopoJSON")
    }
    return parsed(rows)
  }

  /// The columns in the types that `format.parse` names.
  func parsed(_ rows: ChartData) -> ChartData {
    var out = rows
    for (name, type) in (format?.parse ?? [:]).sorted(by: { $0.key < $1.key })
    where rows[name] != nil {
      let cells = rows.values(name)
      let values: [ChartValue]
      if type.hasPrefix("date") || type.hasPrefix("utc") {
        let pattern = type.split(separator: ":", maxSplits: 1).dropFirst().first.map {
          TimeFormat(String($0.filter { $0 != "'" && $0 != "\"" }))
        }
        values = cells.map { cell in
          let moment =
            pattern.map { cell == .null ? nil : $0.milliseconds(cell.fileText) } ?? cell.moment
          return moment.map { .number($0) } ?? .null
        }
      } else if type == "number" {
        values = cells.map { $0.quantity.map { .number($0) } ?? .null }
      } else if type == "string" {
        values = cells.map { $0 == .null ? .null : .text($0.fileText) }
      } else if type == "boolean" {
        values = cells.map { $0 == .null ? .null : .bool($0 == .bool(true) || $0 == .text("true")) }
      } else {
        continue
      }
      out = out.with(name, values)
    }
    return out
  }
}

extension ChartValue {
  /// The cell as a data file holds it: a number in full precision, nothing when empty.
  public var fileText: String {
    if case .number(let number) = self { return DecimalDigits.shortest(number) }
    return plainText
  }
}

extension ChartSpec {
  /// Reads every data file that the specification names, so that its rows stand in it.
  ///
  /// - Parameters:
  ///   - read: gives the rows of a source with a `url`.
  ///   - failure: takes an error and the keys that lead to the source.
  public mutating func readFiles(
    _ read: (DataSpec) throws(ChartDataError) -> ChartData,
    failure: (ChartDataError, [String]) -> Void
  ) {
    readFiles(read, failure, at: [])
  }

  private mutating func readFiles(
    _ read: (DataSpec) throws(ChartDataError) -> ChartData,
    _ failure: (ChartDataError, [String]) -> Void, at path: [String]
  ) {
    if var source = data {
      Self.fill(&source, read, failure, path + ["data"])
      data = source
    }
    for index in (transform ?? []).indices {
      guard var from = transform?[index].from else { continue }
      Self.fill(&from.data, read, failure, path + ["transform", String(index), "from", "data"])
      transform?[index].from = from
    }
    func readAll(_ views: inout [ChartSpec]?, _ key: String) {
      for index in (views ?? []).indices {
        views?[index].readFiles(read, failure, at: path + [key, String(index)])
      }
    }
    readAll(&layer, "layer")
    readAll(&hconcat, "hconcat")
    readAll(&vconcat, "vconcat")
    readAll(&concat, "concat")
    if spec != nil { spec?.views[0].readFiles(read, failure, at: path + ["spec"]) }
  }

  private static func fill(
    _ source: inout DataSpec, _ read: (DataSpec) throws(ChartDataError) -> ChartData,
    _ failure: (ChartDataError, [String]) -> Void, _ path: [String]
  ) {
    if let values = source.values {
      source.values = RowsSpec(data: source.parsed(values.data))
    } else if source.url != nil {
      do throws(ChartDataError) {
        source.values = RowsSpec(data: try read(source))
      } catch {
        failure(error, path + ["url"])
      }
    }
  }
}

import Configuration
import Diagnostics

/// The kinds of files that hold tables.
///
/// To add one: write its converter to CSV text beside this file, and its case here.
enum DataFormat: String, CaseIterable {
  case csv, tsv, json, sqlite

  /// By the resource's `format`, else by the ending of its path.
  init(of resource: DataResource) throws(DiagnosticList) {
    var path = resource.path.value.lowercased()
    if path.hasSuffix(".gz") { path.removeLast(3) }
    let ending = path.split(separator: "/").last.flatMap { name in
      name.contains(".") ? name.split(separator: ".").last.map(String.init) : nil
    }
    let name = resource.format?.value.lowercased() ?? ending ?? "csv"
    switch name {
    case "csv", "txt": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    case "sqlite", "sqlite3", "db": self = .sqlite
    default:
      throw DiagnosticList([
        .error(
          "unknown-format", "tables are not read from files of the kind '\(name)'",
          at: resource.format?.span ?? resource.path.span,
          help: "export it as CSV; JSON and SQLite files are read, too")
      ])
    }
  }

  /// The file as the CSV reader takes it.
  ///
  /// - Parameter isShared: whether another resource is read from the same file.
  func open(
    _ bytes: [UInt8], path: String, of resource: DataResource, isShared: Bool, sources: SourceMap
  ) throws(DiagnosticList) -> DataFile {
    let shared = isShared ? resource.name.value : nil
    switch self {
    case .csv, .tsv:
      guard let text = resource.encoding.decode(bytes) else {
        throw .error(
          "bad-encoding", "'\(path)' is no text of the encoding that the package states",
          at: resource.path.span)
      }
      return DataFile(
        path: path, table: shared, bytes: text, original: bytes, sources: sources)
    case .json:
      let file = sources.add(path: path, bytes: bytes)
      let text = try JSONTable.csv(file, property: resource.dialect.property)
      return DataFile(
        path: path, table: resource.dialect.property ?? shared, csv: text.bytes, text: text,
        original: bytes, sources: sources)
    case .sqlite:
      let table = resource.dialect.table ?? resource.name.value
      let csv = try SQLiteTable.csv(bytes, table: table, at: resource.path.span)
      return DataFile(
        path: path, table: table, csv: csv, text: nil, original: bytes, sources: sources)
    }
  }

  /// The dialect with what the format implies.
  func dialect(_ declared: CSVDialect) -> CSVDialect {
    switch self {
    case .csv: return declared
    case .tsv:
      var dialect = declared
      if !declared.declaresDelimiter { dialect.delimiter = 0x09 }
      return dialect
    case .json, .sqlite: return CSVDialect()
    }
  }
}

/// Cells of a typed format as CSV: text in quotes, all else bare, a missing value empty.
enum TypedCell {
  static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0x22]
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
    return bytes
  }
}

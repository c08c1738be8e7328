import Datasets
import Diagnostics
import Evaluation
import Foundation
import Markup
import Typography

/// Makes the lock that a run would write.
struct LockBuilder {
  let evaluation: Evaluation
  let store: Store
  let project: Project
  /// With which the pages were laid out: it knows the fonts that stood in.
  let fonts: FontLibrary
  let sources: SourceMap

  func lock() throws -> LockFile {
    let data = try WorldFailure.wrap { try store.dataLock() }
    var entries: [LockFile.Entry] = []
    if let errata, let bytes = FileManager.default.contents(atPath: project.path(errata)) {
      entries.append(.init(kind: .file, fact: hash([UInt8](bytes)), key: errata))
    }
    for formula in evaluation.formulaBlocks {
      entries.append(.init(kind: .formula, fact: hash(formula.meaning), key: formula.name))
    }
    for name in store.viewNames {
      guard let definition = store.definition(ofQuery: name) else { continue }
      entries.append(
        .init(kind: .query, fact: hash(words(definition.query.sql.text)), key: name))
    }
    for named in namedRecords { entries += try self.entries(of: named.record, named.key) }
    // Last, when the charts have met all characters that need another font.
    entries += FontFiles.files(of: fonts).map {
      LockFile.Entry(kind: .font, fact: "sha256:\($0.sha256)", key: $0.path)
    }
    return LockFile(data: data, records: store.recordDigests(), entries: entries)
  }

  /// Every record under the name that the lock knows it by.
  var namedRecords: [(key: String, record: ProvenanceRecord)] {
    var counts: [String: Int] = [:]
    return evaluation.provenance.map { record in
      let path = sources[record.span.file].path
      guard !record.columns.isEmpty else { return (path + ": " + words(record.expression), record) }
      if let label = record.label { return (label.name, record) }
      let kind = "\(path) \(record.kind.rawValue)"
      counts[kind, default: 0] += 1
      return ("\(kind) \(counts[kind] ?? 0)", record)
    }
  }

  private var errata: String? {
    guard let first = store.errata.first else { return nil }
    return sources[first.span.file].path
  }

  private func entries(
    of record: ProvenanceRecord, _ key: String
  ) throws -> [LockFile.Entry] {
    let reads = reads(of: record)
    guard !record.columns.isEmpty else {
      return [.init(kind: .value, fact: record.text, key: key, reads: reads)]
    }
    var entries = [
      LockFile.Entry(
        kind: .block, fact: hash(words(record.expression) + "\n" + record.options), key: key,
        reads: reads)
    ]
    if let drawing = record.drawing {
      let chart = evaluation.charts.first { $0.label == record.label }
      let bytes = try FigureExporter.draw(
        drawing, caption: chart?.caption ?? record.text, altText: chart?.altText, in: project,
        fonts: fonts)
      entries.append(.init(kind: .drawing, fact: hash(bytes), key: key))
    }
    for cell in Self.cells(of: record) {
      entries.append(
        .init(
          kind: .cell, fact: record.printed(row: cell.row, column: cell.column),
          key: "\(key): \(cell.name)"))
    }
    return entries
  }

  /// The cells of numeric columns under names that stay when rows are added: what the text columns
  /// of the row show, and the column.
  static func cells(
    of record: ProvenanceRecord
  ) -> [(row: Int, column: Int, name: String)] {
    let numeric = record.columns.indices.filter { column in
      record.rows.contains { record.result[$0, record.columns[column].index].number != nil }
    }
    let others = record.columns.indices.filter { !numeric.contains($0) }
    var counts: [String: Int] = [:]
    var cells: [(row: Int, column: Int, name: String)] = []
    for row in record.rows.indices {
      let group = record.group.map { record.result[record.rows[row], $0].description }
      let texts = others.map { record.printed(row: row, column: $0) }
      var name = ([group].compactMap(\.self) + texts).map { $0.prefix(40) }
        .joined(separator: ", ")
      if name.isEmpty { name = "row" }
      counts[name, default: 0] += 1
      if let count = counts[name], count > 1 || others.isEmpty { name += " \(count)" }
      for column in numeric {
        cells.append((row, column, words("\(name), \(record.columns[column].name)")))
      }
    }
    return cells
  }

  /// Paths of data files, names of queries and functions that something is computed from.
  private func reads(of record: ProvenanceRecord) -> [String] {
    let provenance = record.result.provenance
    var paths: Set<String> = []
    for table in provenance.tables {
      guard let path = store.path(ofTable: table) else { continue }
      paths.insert(path)
      if let errata, store.errata.contains(where: { $0.table.lowercased() == table.lowercased() }) {
        paths.insert(errata)
      }
    }
    return paths.sorted() + provenance.views + provenance.functions.map { $0 + "()" }
  }

  private func hash(_ bytes: [UInt8]) -> String { "sha256:" + SHA256(bytes).description.prefix(16) }

  private func hash(_ text: String) -> String { hash(Array(text.utf8)) }

}

/// Text with single blanks between its words, so that a new line break is no change.
private func words(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

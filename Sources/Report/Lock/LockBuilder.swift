import Configuration
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
    let dataPaths = Set(data.entries.map(\.path))
    for path in files where !dataPaths.contains(path) {
      guard let fact = hash(ofFile: path) else { continue }
      entries.append(.init(kind: .file, fact: fact, key: path))
    }
    for formula in evaluation.formulaBlocks {
      entries.append(.init(kind: .formula, fact: hash(formula.meaning), key: formula.name))
    }
    for name in store.viewNames {
      guard let definition = store.definition(ofQuery: name) else { continue }
      entries.append(
        .init(kind: .query, fact: hash(definition.query.sql.text.collapsed), key: name))
    }
    entries += namedChecks.map { name, verdict in
      .init(
        kind: .check,
        fact: hash("\(verdict.query.collapsed) \(verdict.severity.rawValue) \(verdict.statement)"),
        key: name)
    }
    for named in namedRecords { entries += try self.entries(of: named.record, named.key) }
    // Last, when the charts have met all characters that need another font.
    entries += FontFiles.files(of: fonts).map {
      LockFile.Entry(kind: .font, fact: "sha256:\($0.sha256)", key: $0.path)
    }
    return LockFile(data: data, records: store.recordDigests(), entries: entries)
  }

  /// The fact that the lock holds of a file of the project; nil when it cannot be read.
  func hash(ofFile path: String) -> String? {
    FileManager.default.contents(atPath: project.path(path)).map { hash([UInt8]($0)) }
  }

  /// Every record under the name that the lock knows it by.
  var namedRecords: [(key: String, record: ProvenanceRecord)] {
    var counts: [String: Int] = [:]
    return evaluation.provenance.map { record in
      let path = sources[record.span.file].path
      guard !record.columns.isEmpty else {
        return (path + ": " + record.expression.collapsed, record)
      }
      if let label = record.label { return (label.name, record) }
      let kind = "\(path) \(record.kind.rawValue)"
      counts[kind, default: 0] += 1
      return ("\(kind) \(counts[kind] ?? 0)", record)
    }
  }

  /// Every check block and test of a formula under the name that the lock knows it by.
  var namedChecks: [(key: String, verdict: Verdict)] {
    var counts: [String: Int] = [:]
    return evaluation.verdicts.compactMap { verdict in
      let path = sources[verdict.span.file].path
      switch verdict.kind {
      case .check where !verdict.query.isEmpty:
        if let label = verdict.label { return (label.name, verdict) }
        counts[path, default: 0] += 1
        return ("\(path) check \(counts[path] ?? 0)", verdict)
      case .formula: return ("\(path): \(verdict.statement.collapsed)", verdict)
      // What sentences claim is locked as a value.
      case .check, .claim, .pinned: return nil
      }
    }
  }

  /// What says how data are read and what is cited: the package, the errata, the works.
  private var files: [String] {
    ([project.settings.data?.value, errata].compactMap(\.self)
      + project.settings.bibliography.map(\.value)).reduce(into: []) { paths, path in
        if !paths.contains(path) { paths.append(path) }
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
      return [.init(kind: .value, fact: record.plainText, key: key, reads: reads)]
    }
    var entries = [
      LockFile.Entry(
        kind: .block, fact: hash(record.expression.collapsed + "\n" + record.options), key: key,
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
          kind: .cell, fact: record.plain(row: cell.row, column: cell.column),
          key: "\(key): \(cell.name)"))
    }
    return entries
  }

  /// The cells under names that stay when rows are added: what the first text columns of the row
  /// show, as many as tell it from all others, and the column. Those columns are told by the name.
  static func cells(
    of record: ProvenanceRecord
  ) -> [(row: Int, column: Int, name: String)] {
    let texts = textColumns(of: record)
    let depths = depths(of: record, texts)
    var counts: [String: Int] = [:]
    var cells: [(row: Int, column: Int, name: String)] = []
    for row in record.rows.indices {
      let keys = texts.prefix(depths[row])
      var name = rowName(record, row, keys)
      counts[name, default: 0] += 1
      if let count = counts[name], count > 1 || keys.isEmpty { name += " \(count)" }
      for column in record.columns.indices where !keys.contains(column) {
        cells.append((row, column, "\(name), \(record.columns[column].name)".collapsed))
      }
    }
    return cells
  }

  private static func rowName(
    _ record: ProvenanceRecord, _ row: Int, _ keys: ArraySlice<Int>
  ) -> String {
    let group = record.group.map { record.result[record.rows[row], $0].description }
    let texts = keys.map { record.plain(row: row, column: $0) }
    let name = ([group].compactMap(\.self) + texts).map { $0.prefix(40) }.joined(separator: ", ")
    return name.isEmpty ? "row" : name
  }

  /// The columns that may name rows. One with numbers is none of them, also when the query wrote them
  /// as texts: a name must stay when a number moves.
  private static func textColumns(of record: ProvenanceRecord) -> [Int] {
    record.columns.indices.filter { column in
      !record.rows.contains { row in
        let value = record.result[row, record.columns[column].index]
        return value.number != nil || value.text.map { Double($0) != nil } ?? false
      }
    }
  }

  /// For each row how many of its first texts no other row shares; all when that tells it from none.
  /// Row by row, so that a row that is added renames only those that it would be taken for.
  private static func depths(of record: ProvenanceRecord, _ texts: [Int]) -> [Int] {
    var depths = record.rows.map { _ in texts.count }
    var open = Array(record.rows.indices)
    for depth in texts.indices.map({ $0 + 1 }) where !open.isEmpty {
      let names = open.map { rowName(record, $0, texts.prefix(depth)) }
      let counts = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
      var rest: [Int] = []
      for (row, name) in zip(open, names) {
        if counts[name] == 1 { depths[row] = depth } else { rest.append(row) }
      }
      open = rest
    }
    return depths
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

import Configuration
import Diagnostics

/// The records of `errata.csv`, cell by cell with their places.
struct ErrataFile {
  static let columns = [
    "id", "table", "key", "field", "printed", "corrected", "reason", "evidence",
  ]

  struct Record {
    var erratum: Erratum
    /// Spans of the cells, by column.
    var spans: [String: SourceSpan]
  }

  private(set) var records: [Record] = []
  private(set) var diagnostics = DiagnosticList()

  init(_ file: DataFile) {
    file.bytes.withUnsafeBufferPointer { read($0, file) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ file: DataFile) {
    var scanner = CSVScanner(bytes, dialect: CSVDialect())
    var cells: ContiguousArray<CSVScanner.Field> = []
    guard scanner.next(into: &cells) else { return }
    let header = cells.map { scanner.text(of: $0) }
    let missing = Self.columns.filter { !header.contains($0) }
    guard missing.isEmpty else {
      diagnostics.append(
        .error(
          "missing-column",
          "the errata lack the column " + missing.map { "'\($0)'" }.joined(separator: ", "),
          at: file.span(cells[0].start, cells[cells.count - 1].end),
          help: "the columns are " + Self.columns.joined(separator: ", ")))
      return
    }
    var ids: Set<String> = []
    while scanner.next(into: &cells) {
      // An uneven record is reported when the file is loaded as a table; here it is left out.
      guard scanner.problem == nil, cells.count == header.count else {
        let end = cells.last?.end ?? scanner.recordStart
        diagnostics.append(
          .error(
            "uneven-row", "the record has \(cells.count) cells, the header \(header.count)",
            at: file.span(scanner.recordStart, end)))
        continue
      }
      var texts: [String: String] = [:]
      var spans: [String: SourceSpan] = [:]
      for (name, cell) in zip(header, cells) {
        texts[name] = scanner.text(of: cell)
        spans[name] = file.span(cell.start, cell.end)
      }
      let span = file.span(cells[0].start, cells[cells.count - 1].end)
      let erratum = Erratum(
        id: texts["id"] ?? "", table: texts["table"] ?? "", key: keyParts(texts["key"] ?? ""),
        field: texts["field"] ?? "", printed: texts["printed"] ?? "",
        corrected: texts["corrected"] ?? "", reason: texts["reason"] ?? "",
        evidence: texts["evidence"] ?? "", span: span)
      if erratum.key.isEmpty {
        diagnostics.append(
          .error(
            "bad-erratum", "'\(texts["key"] ?? "")' names no row", at: spans["key"],
            help: "write column=value, joined by semicolons"))
      }
      if erratum.reason.isEmpty {
        diagnostics.append(
          .error("bad-erratum", "the erratum '\(erratum.id)' has no reason", at: spans["reason"]))
      }
      if !ids.insert(erratum.id).inserted {
        diagnostics.append(
          .error("bad-erratum", "there are two errata '\(erratum.id)'", at: spans["id"]))
      }
      records.append(Record(erratum: erratum, spans: spans))
    }
  }

  private func keyParts(_ text: String) -> [Erratum.KeyPart] {
    let parts = text.split(separator: ";").map { $0.split(separator: "=", maxSplits: 1) }
    guard parts.allSatisfy({ $0.count == 2 }) else { return [] }
    return parts.map {
      Erratum.KeyPart(
        column: $0[0].trimmingSpaces, value: $0[1].trimmingSpaces)
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

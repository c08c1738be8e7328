import Diagnostics
import Evaluation
import Markup
import Plot

/// Finds what the argument of `report trace` means.
struct TraceSearch {
  let records: [ProvenanceRecord]
  let sources: SourceMap
  /// Formulas, which have labels and no data.
  var formulas: [FormulaBlock] = []
  /// Checks, which have labels and print no numbers.
  var verdicts: [Verdict] = []

  /// A place by its label, `tbl-192`, `tbl-192:3`, `tbl-192:3:mme`, or every place where a text is
  /// printed.
  ///
  /// - Throws: why there is none.
  func places(named text: String) throws(DiagnosticList) -> [TracePlace] {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if let record = records.first(where: { $0.label?.name == parts[0] }) {
      return try places(in: record, parts)
    }
    if let formula = formulas.first(where: { $0.label?.name == parts[0] }) {
      throw .error(
        "not-traceable", "'\(parts[0])' is the formula '\(formula.name)', which stands on no data",
        at: nil, help: "take it apart: report explain formula \(formula.name)")
    }
    if let check = verdicts.first(where: { $0.label?.name == parts[0] && $0.kind == .check }) {
      throw .error(
        "not-traceable",
        check.holds
          ? "the check '\(parts[0])' holds: its query found no row, so that no number is printed"
          : "the check '\(parts[0])' prints the rows that its query found, not numbers of its own",
        at: check.span, help: "report check names the cells of a check that fails")
    }
    let labels = records.compactMap(\.label?.name)
    let prefixes = ["tbl-", "fig-", "chk-", "eq-"]
    if prefixes.contains(where: parts[0].hasPrefix) {
      throw DiagnosticList([
        Diagnostic(
          .error, "unknown-label", "no table or chart is labelled '\(parts[0])'", at: nil,
          help: helpForUnknown(parts[0], among: labels, called: "labels", of: "the"))
      ])
    }
    let found = printed(text)
    guard !found.isEmpty else {
      throw .error(
        "not-printed", "the report prints '\(text)' nowhere from data", at: nil,
        help: "give a label (tbl-a:row:column), a number as printed, or --at FILE:LINE")
    }
    return found
  }

  /// What stands on a line: `chapters/05.md:12`.
  func places(at place: String) throws(DiagnosticList) -> [TracePlace] {
    let parts = place.split(separator: ":").map(String.init)
    guard parts.count >= 2, let line = Int(parts[1]) else {
      throw .error("bad-place", "'\(place)' is no FILE:LINE", at: nil)
    }
    guard let file = sources.all.first(where: { $0.path == parts[0] }) else {
      throw DiagnosticList([
        Diagnostic(
          .error, "unknown-file", "'\(parts[0])' is no chapter of the report", at: nil,
          help: helpForUnknown(
            parts[0], among: Set(records.map { sources[$0.span.file].path }).sorted(),
            called: "chapters", of: "the"))
      ])
    }
    let found = records.filter { record in
      record.span.file == file.id && file.line(at: Int(record.span.start)) <= line
        && line <= file.line(at: max(Int(record.span.start), Int(record.span.end) - 1))
    }
    guard !found.isEmpty else {
      throw .error("not-printed", "nothing at \(parts[0]):\(line) comes from data", at: nil)
    }
    return found.map { TracePlace(record: $0) }
  }

  private func places(
    in record: ProvenanceRecord, _ parts: [String]
  ) throws(DiagnosticList) -> [TracePlace] {
    var place = TracePlace(record: record)
    if parts.count > 2, !parts[2].isEmpty { place.column = try column(parts[2], of: record) }
    guard parts.count > 1, !parts[1].isEmpty else { return [place] }
    if let number = Int(parts[1]), (1...record.rows.count).contains(number) {
      place.row = number - 1
      return [place]
    }
    let rows = record.rows.indices.filter { row in
      record.columns.indices.contains { column in
        record.printed(row: row, column: column) == parts[1]
          || record.plain(row: row, column: column) == parts[1]
      }
    }
    guard !rows.isEmpty else {
      throw .error(
        "unknown-row", "'\(record.text)' has no row '\(parts[1])'", at: nil,
        help: "it has \(record.rows.count) rows; give a number or what a cell of the row shows")
    }
    return rows.map { row in
      var found = place
      found.row = row
      return found
    }
  }

  private func column(
    _ name: String, of record: ProvenanceRecord
  ) throws(DiagnosticList) -> Int {
    let found = record.columns.firstIndex { $0.name.lowercased() == name.lowercased() }
    if let found { return found }
    if let number = Int(name), record.columns.indices.contains(number - 1) { return number - 1 }
    throw DiagnosticList([
      Diagnostic(
        .error, "unknown-column", "'\(record.text)' has no column '\(name)'", at: nil,
        help: helpForUnknown(name, among: record.columns.map(\.name), called: "columns"))
    ])
  }

  /// Every place where a text or number is printed; a number that is nowhere printed as the marks
  /// of the report's language have it may be written with a point.
  private func printed(_ text: String) -> [TracePlace] {
    let marks = records.first?.numbers ?? .english
    let found = printed(text, as: Self.number(in: marks.plain(text)))
    return found.isEmpty && marks != .english ? printed(text, as: Self.number(in: text)) : found
  }

  /// - Parameter wanted: the number that the text is: 4.50 is printed where 4.5 is looked for.
  private func printed(_ text: String, as wanted: Double?) -> [TracePlace] {
    func matches(_ shown: String) -> Bool { wanted != nil && Self.number(in: shown) == wanted }
    var found: [TracePlace] = []
    for record in records {
      if record.columns.isEmpty {
        if record.text == text || matches(record.plainText) {
          found.append(TracePlace(record: record))
        }
        continue
      }
      for row in record.rows.indices {
        for column in record.columns.indices {
          guard
            record.printed(row: row, column: column) == text
              || matches(record.plain(row: row, column: column))
          else { continue }
          found.append(TracePlace(record: record, row: row, column: column))
        }
      }
    }
    return found
  }

  /// The number that a text is, whatever its unit, thousands separators and typographic signs.
  static func number(in text: String) -> Double? {
    guard isNumeric(text) else { return nil }
    let kept = text.replacing("−", with: "-").unicodeScalars.filter { scalar in
      ("0"..."9").contains(scalar) || scalar == "." || scalar == "-"
    }
    return Double(String(String.UnicodeScalarView(kept)))
  }

  /// Whether a text is one number with at most a sign and a unit.
  private static func isNumeric(_ text: String) -> Bool {
    let signs: Set<Unicode.Scalar> = ["+", "-", "−", "$", "€", "£"]
    var scalars = Array(text.unicodeScalars)[...]
    while let first = scalars.first, signs.contains(first) { scalars.removeFirst() }
    guard let first = scalars.first, ("0"..."9").contains(first) else { return false }
    let rest = scalars.drop { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
    return !rest.contains { ("0"..."9").contains($0) }
  }
}

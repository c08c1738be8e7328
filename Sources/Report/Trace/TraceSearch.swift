import Diagnostics
import Evaluation
import Markup
import Plot

/// Finds what the argument of `report trace` means.
struct TraceSearch {
  /// What stands under a name, or where a text is printed.
  struct Found {
    var places: [TracePlace] = []
    /// Where it is printed and no data stand behind it.
    var words: [PrintedWords.Words] = []
    var checks: [Verdict] = []

    var isEmpty: Bool { places.isEmpty && words.isEmpty && checks.isEmpty }
  }

  let records: [ProvenanceRecord]
  let sources: SourceMap
  /// Formulas, which have labels and no data.
  var formulas: [FormulaBlock] = []
  var verdicts: [Verdict] = []
  /// What is printed besides the values of queries.
  var words: [PrintedWords.Words] = []

  /// A place by its label, `tbl-192`, `tbl-192:3`, `tbl-192:3:mme`, a check by its own, or every
  /// place where a text is printed.
  ///
  /// - Throws: why there is none.
  func found(named text: String) throws(DiagnosticList) -> Found {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if let record = records.first(where: { $0.label?.name == parts[0] }) {
      return Found(places: try places(in: record, parts))
    }
    if let formula = formulas.first(where: { $0.label?.name == parts[0] }) {
      throw .error(
        "not-traceable", "'\(parts[0])' is the formula '\(formula.name)', which stands on no data",
        at: nil, help: "take it apart: report explain formula \(formula.name)")
    }
    let checks = verdicts.filter { $0.kind == .check && !$0.query.isEmpty }
    if let check = checks.first(where: { $0.label?.name == parts[0] }) {
      return Found(checks: [check])
    }
    let prefixes = ["tbl-", "fig-", "chk-", "eq-"]
    if prefixes.contains(where: parts[0].hasPrefix) {
      let labels = records.compactMap(\.label?.name) + checks.compactMap(\.label?.name)
      throw DiagnosticList([
        Diagnostic(
          .error, "unknown-label", "no table, chart or check is labelled '\(parts[0])'", at: nil,
          help: helpForUnknown(parts[0], among: labels, called: "labels", of: "the"))
      ])
    }
    let found = printed(text)
    guard !found.isEmpty else {
      throw .error(
        "not-printed", "the report prints '\(text)' nowhere", at: nil,
        help: "give a label (tbl-a:row:column), a number as printed, or --at FILE:LINE")
    }
    return found
  }

  /// What stands on a line: `chapters/05.md:12`.
  func found(at place: String) throws(DiagnosticList) -> Found {
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
    func covers(_ span: SourceSpan) -> Bool {
      span.file == file.id && file.line(at: Int(span.start)) <= line
        && line <= file.line(at: max(Int(span.start), Int(span.end) - 1))
    }
    let found = Found(
      places: records.filter { covers($0.span) }.map { TracePlace(record: $0) },
      checks: verdicts.filter { $0.kind == .check && !$0.query.isEmpty && covers($0.span) })
    guard !found.isEmpty else {
      throw .error("not-printed", "nothing at \(parts[0]):\(line) comes from data", at: nil)
    }
    return found
  }

  private func places(
    in record: ProvenanceRecord, _ parts: [String]
  ) throws(DiagnosticList) -> [TracePlace] {
    var place = TracePlace(record: record)
    if parts.count > 2, !parts[2].isEmpty { place.column = try column(parts[2], of: record) }
    guard parts.count > 1, !parts[1].isEmpty else { return [place] }
    if let number = Int(parts[1]), (1...max(1, record.rows.count)).contains(number),
      !record.rows.isEmpty
    {
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

  // MARK: Texts and numbers

  /// Every place where a text or number is printed. A number with words around it, such as
  /// `23.1 K`, means the places with these words, and only when there are none the number; one that
  /// is nowhere printed as the marks of the report's language have it may be written with a point.
  private func printed(_ text: String) -> Found {
    let isBare = text.unicodeScalars.allSatisfy { scalar in
      ("0"..."9").contains(scalar) || "+-−.,\u{202F}\u{2009}\u{A0}".unicodeScalars.contains(scalar)
    }
    let literal = search(text) { shown, _, _ in
      shown == text || !text.isEmpty && !isBare && Self.contains(text, in: shown)
    }
    guard isBare || literal.isEmpty else { return literal }
    let found = printed(text, as: Self.number(in: marks.plain(text))) ?? literal
    return found.isEmpty && marks != .english
      ? printed(text, as: Self.number(in: text)) ?? found : found
  }

  /// - Parameter wanted: the number that the text is: 4.50 is printed where 4.5 is looked for.
  private func printed(_ text: String, as wanted: Double?) -> Found? {
    guard let wanted else { return nil }
    return search(text) { shown, plain, inNames in
      shown == text || NumberTokens.values(in: plain, inNames: inNames).contains(wanted)
    }
  }

  /// The marks that numbers are printed with.
  private var marks: NumberMarks { records.first?.numbers ?? .english }

  /// - Parameter matches: whether a text is meant: as printed, with the numbers in it as data have
  ///   them, and whether its digits may follow letters.
  private func search(
    _ text: String, _ matches: (_ shown: String, _ plain: String, _ inNames: Bool) -> Bool
  ) -> Found {
    var found = Found()
    var hit: Set<Int> = []
    for (index, record) in records.enumerated() {
      guard !record.columns.isEmpty else {
        if matches(record.text, record.plainText, false) {
          found.places.append(TracePlace(record: record))
        }
        continue
      }
      for row in record.rows.indices {
        for column in record.columns.indices
        where matches(
          record.printed(row: row, column: column), record.plain(row: row, column: column), false)
        {
          found.places.append(TracePlace(record: record, row: row, column: column))
          hit.insert(index)
        }
      }
    }
    let marks = marks
    for word in words {
      let isFormula = word.owner == .formula
      let plain = isFormula ? word.text : marks.plain(word.text)
      guard matches(word.text, plain, isFormula) else { continue }
      guard case .block(let index, let part) = word.owner else {
        found.words.append(word)
        continue
      }
      // A chart draws what its rows hold.
      if part == "drawing", hit.contains(index) { continue }
      found.places.append(
        TracePlace(record: records[index], part: part, words: word.text.excerpt(around: text)))
    }
    return found
  }

  /// Whether a text stands in another as a whole: not as a part of a longer number or word.
  static func contains(_ text: String, in shown: String) -> Bool {
    func isWord(_ character: Character?) -> Bool {
      character.map { $0.isLetter || $0.isNumber } ?? false
    }
    return shown.ranges(of: text).contains { range in
      let before =
        range.lowerBound > shown.startIndex ? shown[shown.index(before: range.lowerBound)] : nil
      let after = range.upperBound < shown.endIndex ? shown[range.upperBound] : nil
      return !(isWord(before) && isWord(text.first)) && !(isWord(after) && isWord(text.last))
        && !(before == "." && text.first?.isNumber == true)
    }
  }

  /// The number that a text is, whatever its unit, thousands separators and typographic signs.
  static func number(in text: String) -> Double? {
    let signs: Set<Character> = ["+", "$", "€", "£", "<", ">", "≤", "≥", "≈", "~", "±", " "]
    let bare = text.drop { signs.contains($0) }
    let values = NumberTokens.values(in: String(bare))
    guard values.count == 1, let first = bare.first, first.isNumber || first == "-" || first == "−"
    else { return nil }
    return values[0]
  }
}

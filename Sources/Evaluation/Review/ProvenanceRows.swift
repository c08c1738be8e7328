import Datasets
import Diagnostics
import Languages
import Markup

/// The rows of one chapter in the provenance pages: one for each table and chart, and one for all
/// values that are computed from the same columns with the same functions.
///
/// Values that stand on different lines of a data file have their lines behind them in brackets, so
/// that a chapter with a thousand values has a page of them, not twenty.
struct ProvenanceRows {
  struct Row {
    /// Of the chapter: "12, 15".
    var lines: String
    var printed: [Inline<Resolved>]
    var reads: [Inline<Resolved>]
  }

  /// What something is computed from; in two parts where the lines of one file stand between them.
  private struct Reads {
    var head: [Inline<Resolved>]
    /// "2–12"; nil when they are part of the head, or unknown.
    var lines: String?
    var tail: [Inline<Resolved>] = []

    /// What values of one row have in common.
    var key: String { head.plainText() + "|" + tail.plainText() + (lines == nil ? "" : "#") }
  }

  /// Values that are computed from the same, those on the same lines side by side.
  private struct Group {
    var reads: Reads
    /// How many things were met before it.
    var rank: Int
    var texts: [String: [(text: String, line: Int)]] = [:]
    /// Lines of data files in the order in which they were met.
    var order: [String] = []
  }

  private let context: EvaluationContext
  private let span: SourceSpan
  private var known: [[UInt8]: Reads] = [:]
  private var groups: [String: Group] = [:]
  private var finished: [(line: Int, rank: Int, row: Row)] = []
  private var count = 0

  /// Values in one row; more go on in another, which may stand on the next page.
  private static let mostValues = 40
  /// Parts of a range of lines that are told one by one.
  private static let mostRanges = 6
  /// The same for the lines of data that a value stands on.
  private static let mostPlaces = 12

  init(_ context: EvaluationContext, at span: SourceSpan) {
    self.context = context
    self.span = span
  }

  mutating func add(_ record: ProvenanceRecord) {
    let line = line(of: record.span)
    count += 1
    guard record.columns.isEmpty else { return addBlock(record, line) }
    let reads: Reads
    // Sentences ask for the same value more than once.
    if let found = known[record.query.sql.bytes] {
      reads = found
    } else {
      reads = self.reads(of: record)
      known[record.query.sql.bytes] = reads
    }
    let place = reads.lines ?? ""
    var group = groups.removeValue(forKey: reads.key) ?? Group(reads: reads, rank: count)
    if group.texts[place] == nil { group.order.append(place) }
    group.texts[place, default: []].append((record.title(context.terms), line))
    groups[reads.key] = group
  }

  /// In reading order.
  var rows: [Row] {
    let all = finished + groups.values.flatMap { rows(of: $0) }
    return all.sorted { ($0.line, $0.rank) < ($1.line, $1.rank) }.map(\.row)
  }

  /// Tables and figures lead here by their own links.
  private mutating func addBlock(_ record: ProvenanceRecord, _ line: Int) {
    let account = context.rowAccounts.first { $0.span == record.span }?
      .summary(context.terms)
    finished.append(
      (
        line, count,
        Row(
          lines: String(line),
          printed: [
            .anchor(record.anchor, span),
            context.link(to: record.label, at: span) ?? .text(record.title(context.terms), span),
          ],
          reads: reads(of: record).head + (account.map { [.text(". " + $0, span)] } ?? []))
      ))
  }

  private func rows(of group: Group) -> [(line: Int, rank: Int, row: Row)] {
    let values = group.order.flatMap { place in
      (group.texts[place] ?? []).map { (place: place, text: $0.text, line: $0.line) }
    }
    return stride(from: 0, to: values.count, by: Self.mostValues).map { start in
      let part = values[start..<min(start + Self.mostValues, values.count)]
      let places = Set(part.map(\.place))
      var text = ""
      for index in part.indices {
        text += part[index].text
        let isLast = index + 1 == part.endIndex
        if places.count > 1, isLast || part[index + 1].place != part[index].place {
          text += " (\(part[index].place))"
        }
        if !isLast { text += "; " }
      }
      var reads = group.reads.head
      if let place = group.reads.lines {
        let text =
          places.count == 1
          ? sentence(part.first?.place ?? place) : context.terms[.linesInBrackets]
        reads.append(.text(", " + text, span))
      }
      let lines = Set(part.map(\.line)).sorted()
      return (
        lines[0], group.rank,
        Row(
          lines: Self.text(lines), printed: [.text(text, span)], reads: reads + group.reads.tail)
      )
    }
  }

  private static func text(_ lines: [Int]) -> String {
    guard rangeCount(lines) > mostRanges, let first = lines.first, let last = lines.last else {
      return NumberRanges.text(lines)
    }
    return "\(first)–\(last)"
  }

  /// "2, 20", or "50 of 2–247": of lines that lie scattered `report trace` tells each.
  private func places(_ lines: [Int]) -> String {
    guard Self.rangeCount(lines) > Self.mostPlaces, let first = lines.first, let last = lines.last
    else {
      return NumberRanges.text(lines)
    }
    return context.terms(.countOf, String(lines.count), "\(first)–\(last)")
  }

  /// "line 2", "lines 2, 20", "50 of the lines 2–247".
  private func sentence(_ places: String) -> String {
    let terms = context.terms
    let of = terms(.countOf, "", "")
    if places.contains(of) { return places.replacing(of, with: terms(.countOfLines, "", "")) }
    return terms(places.allSatisfy(\.isNumber) ? .lineNumber : .lineNumbers, places)
  }

  private static func rangeCount(_ lines: [Int]) -> Int {
    zip(lines, lines.dropFirst()).count { $0 + 1 != $1 } + 1
  }

  private func line(of span: SourceSpan) -> Int {
    context.sources[span.file].line(at: Int(span.start))
  }

  /// "llava15_7b (method, average), lines 2–21; tflop_ratio()".
  private func reads(of record: ProvenanceRecord) -> Reads {
    let lineage = context.store.lineage(of: record.query, giving: record.result)
    let isValue = record.columns.isEmpty
    let columns = isValue ? [0] : record.columns.map(\.index)
    let parts = lineage.records(columns: columns, rows: isValue ? [0] : record.rows)
    var reads = Reads(head: [])
    for part in parts {
      if !reads.head.isEmpty { reads.head.append(.text("; ", span)) }
      reads.head.append(.code(part.table, span))
      let named = part.columns.filter { $0 != "*" }
      reads.head.append(
        .text(
          " (\(named.isEmpty ? context.terms[.rowsCounted] : named.joined(separator: ", ")))", span)
      )
      if isValue, parts.count == 1, let rows = part.rows, !rows.isEmpty {
        reads.lines = places(lines(rows, of: part.table))
      } else {
        reads.head.append(.text(", \(lines(part, isWhole: !isValue))", span))
      }
    }
    for function in lineage.functions(columns: columns) {
      let isFirst = reads.head.isEmpty && reads.tail.isEmpty
      if !isFirst { reads.tail.append(.text("; ", span)) }
      reads.tail.append(.code(function + "()", span))
    }
    if reads.lines == nil {
      reads.head += reads.tail
      reads.tail = []
    }
    if reads.head.isEmpty { reads.head = choosers(record) }
    return reads
  }

  /// "chosen by llava15_7b; tflop_ratio_of()": what decides about a number that holds no cell itself,
  /// as a count of written words does.
  private func choosers(_ record: ProvenanceRecord) -> [Inline<Resolved>] {
    let provenance = record.result.provenance
    let names = provenance.tables + provenance.functions.map { $0 + "()" }
    guard !names.isEmpty else { return [.text(context.terms[.noData], span)] }
    return names.enumerated().flatMap { index, name -> [Inline<Resolved>] in
      [.text(index == 0 ? context.terms[.chosenBy] + " " : "; ", span), .code(name, span)]
    }
  }

  /// - Parameter isWhole: whether they are the records of a whole table or chart.
  private func lines(_ part: Lineage.Records, isWhole: Bool) -> String {
    guard let rows = part.rows else { return context.terms[.wholeTable] }
    let lines = lines(rows, of: part.table)
    let text = context.terms(
      lines.count == 1 ? .lineNumber : .lineNumbers, NumberRanges.text(lines))
    // What the query leaves out of its tables is told, too.
    guard let all = context.store.rowCount(of: part.table), rows.count < all, isWhole else {
      return text
    }
    return text + " (\(context.terms(.rowsOf, String(rows.count), String(all))))"
  }

  private func lines(_ rows: [Int], of table: String) -> [Int] {
    rows.compactMap { row in
      context.store.recordSpan(table: table, row: row).map { line(of: $0) }
    }
  }
}

import Configuration
import Datasets
import Diagnostics
import Markup

/// Where the numbers of the report come from: an entry for each table, chart and value.
///
///     ```report provenance
///     values: false
///     ```
enum ProvenanceDirective: Directive {
  static let name = "provenance"
  static let language = DirectiveLanguage.report
  static let summary = "where the numbers of every table, chart and sentence come from"
  static let numberedAs: Label.Kind? = .table
  static let isDeferred = true

  struct Options: Decodable, Sendable {
    /// In place of the caption that the report writes.
    var caption: Spanned<String>?
    /// Whether values in running text have entries, too.
    var values: Bool?
  }

  /// What stands in one row: values that follow each other and are computed from the same.
  private struct Entry {
    var lines: [Int]
    var printed: [Inline<Resolved>]
    var reads: [Inline<Resolved>]
    var words: String
  }

  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    let span = call.span
    var table = ReviewTable(
      [("Line", .right), ("Printed", .left), ("Computed from", .left)], at: span)
    // By their numbers: a record is large, and a report may have tens of thousands.
    let records = context.provenance.indices.filter { index in
      let kind = context.provenance[index].kind
      return options.values ?? true || kind == .table || kind == .plot
    }.map { (index: $0, span: context.provenance[$0].span) }.sorted { a, b in
      (a.span.file, a.span.start, a.index) < (b.span.file, b.span.start, b.index)
    }
    for (file, ofFile) in chunks(records) {
      table.addTitle(context.sources[file].path)
      var entries: [Entry] = []
      for index in ofFile { add(context.provenance[index], to: &entries, context, span) }
      for entry in entries {
        table.addRow([
          [.text(NumberRanges.text(entry.lines), span)], entry.printed, entry.reads,
        ])
      }
    }
    return table.block(
      ReviewOptions(caption: options.caption), of: call,
      caption:
        "Where the numbers come from: by chapter and line, what is printed there and the tables, "
        + "columns, lines of data files and functions that it is computed from.",
      nothing: "The report computes no numbers.", in: &context)
  }

  /// The records of each file, in order.
  private static func chunks(
    _ records: [(index: Int, span: SourceSpan)]
  ) -> [(file: FileID, records: [Int])] {
    var found: [(file: FileID, records: [Int])] = []
    for record in records {
      if found.last?.file != record.span.file { found.append((record.span.file, [])) }
      found[found.count - 1].records.append(record.index)
    }
    return found
  }

  private static func add(
    _ record: ProvenanceRecord, to entries: inout [Entry], _ context: EvaluationContext,
    _ span: SourceSpan
  ) {
    let line = context.sources[record.span.file].line(at: Int(record.span.start))
    let reads = reads(record, context, span)
    let words = reads.plainText()
    guard record.columns.isEmpty else {
      // Tables and figures lead here by their own links.
      let account = context.rowAccounts.first { $0.span == record.span }?.summary
      entries.append(
        Entry(
          lines: [line],
          printed: [
            .anchor(record.anchor, span),
            context.link(to: record.label, at: span) ?? .text(record.title, span),
          ], reads: reads + (account.map { [.text(". " + $0, span)] } ?? []), words: words))
      return
    }
    if let last = entries.last, last.words == words {
      entries[entries.count - 1].printed.append(.text("; " + record.title, span))
      if last.lines.last != line { entries[entries.count - 1].lines.append(line) }
      return
    }
    entries.append(
      Entry(lines: [line], printed: [.text(record.title, span)], reads: reads, words: words))
  }

  /// "llava15_7b (method, average), lines 2–21; tflop_ratio()".
  private static func reads(
    _ record: ProvenanceRecord, _ context: EvaluationContext, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    let lineage = context.store.lineage(of: record.query, giving: record.result)
    let columns = record.columns.isEmpty ? [0] : record.columns.map(\.index)
    let rows = record.columns.isEmpty ? [0] : record.rows
    var out: [Inline<Resolved>] = []
    let parts = lineage.records(columns: columns, rows: rows)
    for part in parts {
      if !out.isEmpty { out.append(.text("; ", span)) }
      out.append(.code(part.table, span))
      let named = part.columns.filter { $0 != "*" }
      out.append(
        .text(named.isEmpty ? " (rows counted)" : " (\(named.joined(separator: ", ")))", span))
      out.append(.text(", \(lines(part, isWhole: !record.columns.isEmpty, context))", span))
    }
    for function in lineage.functions(columns: columns) {
      if !out.isEmpty { out.append(.text("; ", span)) }
      out.append(.code(function + "()", span))
    }
    return out.isEmpty ? choosers(record, span) : out
  }

  /// "chosen by llava15_7b; tflop_ratio_of()": what decides about a number that holds no cell itself,
  /// as a count of written words does.
  private static func choosers(
    _ record: ProvenanceRecord, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    let provenance = record.result.provenance
    let names = provenance.tables + provenance.functions.map { $0 + "()" }
    guard !names.isEmpty else { return [.text("no data", span)] }
    return names.enumerated().flatMap { index, name -> [Inline<Resolved>] in
      [.text(index == 0 ? "chosen by " : "; ", span), .code(name, span)]
    }
  }

  /// - Parameter isWhole: whether they are the records of a whole table or chart.
  private static func lines(
    _ part: Lineage.Records, isWhole: Bool, _ context: EvaluationContext
  ) -> String {
    guard let rows = part.rows else { return "whole table" }
    let lines = rows.compactMap { row in
      context.store.recordSpan(table: part.table, row: row).map {
        context.sources[$0.file].line(at: Int($0.start))
      }
    }
    let text = (lines.count == 1 ? "line " : "lines ") + NumberRanges.text(lines)
    // What the query leaves out of its tables is told, too.
    guard let all = context.store.rowCount(of: part.table), rows.count < all, isWhole else {
      return text
    }
    return text + " (\(rows.count) of \(all) rows)"
  }
}

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
    /// Whether values in running text have entries, too.
    var values: Bool?
  }

  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    let span = call.span
    var table = ReviewTable(
      [("Line", .right), ("Printed", .left), ("Computed from", .left)], at: span)
    let records = context.provenance.filter { record in
      options.values ?? true || record.kind == .table || record.kind == .plot
    }.sorted { a, b in (a.span.file, a.span.start) < (b.span.file, b.span.start) }
    var file: FileID?
    for record in records {
      if record.span.file != file {
        file = record.span.file
        table.addTitle(context.sources[record.span.file].path)
      }
      addRow(record, to: &table, &context, span)
    }
    return table.block(
      ReviewOptions(), of: call,
      caption:
        "Where the numbers come from: by chapter and line, what is printed there and the tables, "
        + "columns, lines of data files and functions that it is computed from.",
      nothing: "The report computes no numbers.", in: &context)
  }

  private static func addRow(
    _ record: ProvenanceRecord, to table: inout ReviewTable, _ context: inout EvaluationContext,
    _ span: SourceSpan
  ) {
    var printed: [Inline<Resolved>] = [.anchor(record.anchor, span)]
    printed.append(context.link(to: record.label, at: span) ?? .text(record.title, span))
    let line = context.sources[record.span.file].line(at: Int(record.span.start))
    table.addRow([[.text(String(line), span)], printed, reads(record, context, span)])
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
      out.append(.text(", \(lines(part, context))", span))
    }
    let read = Set(parts.map(\.table))
    let others = record.result.provenance.tables.filter { !read.contains($0) }
    if !others.isEmpty {
      out.append(.text(out.isEmpty ? "chosen by " : "; chosen by ", span))
      for (index, table) in others.enumerated() {
        if index > 0 { out.append(.text(", ", span)) }
        out.append(.code(table, span))
      }
    }
    for function in record.result.provenance.functions {
      if !out.isEmpty { out.append(.text("; ", span)) }
      out.append(.code(function + "()", span))
    }
    return out.isEmpty ? [.text("no data", span)] : out
  }

  private static func lines(_ part: Lineage.Records, _ context: EvaluationContext) -> String {
    guard let rows = part.rows else { return "whole table" }
    let lines = rows.compactMap { row in
      context.store.recordSpan(table: part.table, row: row).map {
        context.sources[$0.file].line(at: Int($0.start))
      }
    }
    return (lines.count == 1 ? "line " : "lines ") + NumberRanges.text(lines)
  }
}

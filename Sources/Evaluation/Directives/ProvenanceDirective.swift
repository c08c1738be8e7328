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
        + "columns and functions that it is computed from.",
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

  /// "llava15_7b (method, average), tflop_ratio".
  private static func reads(
    _ record: ProvenanceRecord, _ context: EvaluationContext, _ span: SourceSpan
  ) -> [Inline<Resolved>] {
    let provenance = record.result.provenance
    var out: [Inline<Resolved>] = []
    for table in provenance.tables {
      if !out.isEmpty { out.append(.text("; ", span)) }
      let columns = provenance.columns.filter { $0.table == table }.map(\.column)
      out.append(.code(table, span))
      out.append(.text(" (\(columns.joined(separator: ", ")))", span))
    }
    for function in provenance.functions {
      if !out.isEmpty { out.append(.text("; ", span)) }
      out.append(.code(function + "()", span))
    }
    return out.isEmpty ? [.text("no data", span)] : out
  }
}

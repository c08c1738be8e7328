import Configuration
import Datasets
import Diagnostics
import Languages
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

  static func evaluate(
    _ options: Options, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
    let span = call.span
    let terms = context.terms
    var table = ReviewTable(
      [
        (terms[.headLine], .right), (terms[.headPrinted], .left), (terms[.headComputedFrom], .left),
      ], at: span)
    // By their numbers: a record is large, and a report may have tens of thousands.
    let records = context.provenance.indices.filter { index in
      let kind = context.provenance[index].kind
      return options.values ?? true || kind == .table || kind == .plot
    }.map { (index: $0, span: context.provenance[$0].span) }.sorted { a, b in
      (a.span.file, a.span.start, a.index) < (b.span.file, b.span.start, b.index)
    }
    for (file, ofFile) in chunks(records) {
      table.addTitle(context.sources[file].path)
      var rows = ProvenanceRows(context, at: span)
      for index in ofFile { rows.add(context.provenance[index]) }
      for row in rows.rows {
        table.addRow([[.text(row.lines, span)], row.printed, row.reads])
      }
    }
    return table.block(
      ReviewOptions(caption: options.caption), of: call,
      caption: terms[.provenanceCaption], nothing: terms[.provenanceNothing], in: &context)
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
}

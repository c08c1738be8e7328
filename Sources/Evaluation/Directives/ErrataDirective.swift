import Datasets
import Diagnostics
import Languages
import Markup

/// The corrections that the data carry: what is printed, what is used, why.
///
///     ```report errata #tbl-errata-list
///     ```
enum ErrataDirective: ReviewDirective {
  static let name = "errata"
  static let summary = "every correction of the data with its reason and evidence"

  static func content(
    of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> ReviewContent {
    let span = call.span
    let terms = context.terms
    let errata = context.store.errata
    var table = ReviewTable(
      [
        (terms[.headNumber], .left), (terms[.headCell], .left), (terms[.headPrinted], .left),
        (terms[.headCorrected], .left), (terms[.headReason], .left), (terms[.headLine], .right),
      ], at: span)
    var titled: String?
    for erratum in errata {
      if erratum.table != titled {
        titled = erratum.table
        table.addTitle(terms(.errataTable, erratum.table))
      }
      let row = erratum.key.map(\.value).joined(separator: ", ")
      let why = [erratum.reason, erratum.evidence].filter { !$0.isEmpty }
      let file = context.sources[erratum.span.file]
      table.addRow([
        [.anchor(anchor(of: erratum), span), .text(erratum.id.isEmpty ? "–" : erratum.id, span)],
        [.code(erratum.field, span), .text(" " + terms(.errataRow, row), span)],
        [.text(erratum.printed.isEmpty ? terms[.nothing] : erratum.printed, span)],
        [.text(erratum.corrected.isEmpty ? terms[.nothing] : erratum.corrected, span)],
        [.text(why.joined(separator: "; "), span)],
        [.text(String(file.line(at: Int(erratum.span.start))), span)],
      ])
    }
    let path = errata.first.map { context.sources[$0.span.file].path } ?? ""
    return ReviewContent(
      table: table,
      caption: terms(.errataCaption, terms.count(errata.count, .correctedCells), path),
      nothing: terms[.errataNothing])
  }

  /// The place that tells of a correction.
  static func anchor(of erratum: Erratum) -> String { "erratum-\(erratum.span.start)" }
}

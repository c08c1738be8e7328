import Datasets
import Diagnostics
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
    let errata = context.store.errata
    var table = ReviewTable(
      [
        ("No.", .left), ("Cell", .left), ("Printed", .left), ("Corrected", .left),
        ("Reason and evidence", .left), ("Line", .right),
      ], at: span)
    var titled: String?
    for erratum in errata {
      if erratum.table != titled {
        titled = erratum.table
        table.addTitle("In \(erratum.table)")
      }
      let row = erratum.key.map(\.value).joined(separator: ", ")
      let why = [erratum.reason, erratum.evidence].filter { !$0.isEmpty }
      let file = context.sources[erratum.span.file]
      table.addRow([
        [.anchor(anchor(of: erratum), span), .text(erratum.id.isEmpty ? "–" : erratum.id, span)],
        [.code(erratum.field, span), .text(" of \(row)", span)],
        [.text(erratum.printed.isEmpty ? "nothing" : erratum.printed, span)],
        [.text(erratum.corrected.isEmpty ? "nothing" : erratum.corrected, span)],
        [.text(why.joined(separator: "; "), span)],
        [.text(String(file.line(at: Int(erratum.span.start))), span)],
      ])
    }
    let path = errata.first.map { context.sources[$0.span.file].path } ?? ""
    return ReviewContent(
      table: table,
      caption: "\(errata.count.of("corrected cell")) of the data; each is a line of \(path).",
      nothing: "No cell of the data is corrected.")
  }

  /// The place that tells of a correction.
  static func anchor(of erratum: Erratum) -> String { "erratum-\(erratum.span.start)" }
}

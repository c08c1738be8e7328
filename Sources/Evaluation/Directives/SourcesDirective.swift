import Diagnostics
import Languages
import Markup

/// The files that the report was made from, and whether the PDF carries them.
///
///     ```report sources #tbl-sources
///     ```
enum SourcesDirective: ReviewDirective {
  static let name = "sources"
  static let summary = "every file that the report was made from, with its hash"

  static func content(
    of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> ReviewContent {
    let span = call.span
    let terms = context.terms
    let files = context.options.review.sources()
    var table = ReviewTable(
      [
        (terms[.headFile], .left), (terms[.headSize], .right), (terms[.headAttached], .left),
        ("SHA-256", .left),
      ], at: span)
    for file in files {
      table.addRow([
        [.code(file.path, span)], [.text(file.byteCount.byteCount(terms), span)],
        [.text(terms[file.isAttached ? .yes : .no], span)], [.code(file.sha256.shortHash, span)],
      ])
    }
    let attached = files.count(where: \.isAttached)
    let count = terms.count(files.count, .files)
    return ReviewContent(
      table: table,
      caption: attached == files.count
        ? terms(.sourcesAll, count) : terms(.sourcesSome, count, String(attached)),
      nothing: terms[.sourcesNothing])
  }
}

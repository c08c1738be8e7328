import Diagnostics
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
    let files = context.options.review.sources()
    var table = ReviewTable(
      [("File", .left), ("Size", .right), ("Attached", .left), ("SHA-256", .left)], at: span)
    for file in files {
      table.addRow([
        [.code(file.path, span)], [.text(file.byteCount.byteCount, span)],
        [.text(file.isAttached ? "yes" : "no", span)], [.code(file.sha256.shortHash, span)],
      ])
    }
    let attached = files.count(where: \.isAttached)
    let carried =
      attached == files.count
      ? "this PDF carries all of them as attachments"
      : "this PDF carries \(attached) of them as attachments"
    return ReviewContent(
      table: table,
      caption: "\(files.count.of("file")) that the report is made from; \(carried). Of each hash "
        + "the first 16 digits.", nothing: "The files of the report are not known here.")
  }
}

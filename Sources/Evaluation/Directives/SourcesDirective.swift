import Diagnostics
import Markup

/// The files that the report was made from, and whether the PDF carries them.
///
///     ```report sources #tbl-sources
///     ```
enum SourcesDirective: Directive {
  static let name = "sources"
  static let language = DirectiveLanguage.report
  static let summary = "every file that the report was made from, with its hash"
  static let numberedAs: Label.Kind? = .table
  static let isDeferred = true

  typealias Options = ReviewOptions

  static func evaluate(
    _ options: ReviewOptions, of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> [Block<Resolved>] {
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
    return table.block(
      options, of: call,
      caption: "\(files.count.of("file")) that the report is made from; \(carried). Of each hash "
        + "the first 16 digits.", nothing: "The files of the report are not known here.",
      in: &context)
  }
}

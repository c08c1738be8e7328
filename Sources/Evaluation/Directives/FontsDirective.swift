import Diagnostics
import Markup

/// The font files that the report is set in.
///
///     ```report fonts #tbl-fonts
///     ```
enum FontsDirective: ReviewDirective {
  static let name = "fonts"
  static let summary = "every font file with its hash"

  static func content(
    of call: DirectiveCall, in context: inout EvaluationContext
  ) throws(DiagnosticList) -> ReviewContent {
    let span = call.span
    var table = ReviewTable([("Font file", .left), ("Size", .right), ("SHA-256", .left)], at: span)
    for font in context.options.review.fonts() {
      table.addRow([
        [.code(font.path, span)], [.text(font.byteCount.byteCount, span)],
        [.code(font.sha256.shortHash, span)],
      ])
    }
    return ReviewContent(
      table: table, caption: "The fonts of the report; of each hash the first 16 digits.",
      nothing: "The fonts are not known here.")
  }
}

import Diagnostics
import Languages
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
    let terms = context.terms
    var table = ReviewTable(
      [(terms[.headFontFile], .left), (terms[.headSize], .right), ("SHA-256", .left)], at: span)
    for font in context.options.review.fonts() {
      table.addRow([
        [.code(font.path, span)], [.text(font.byteCount.byteCount(terms), span)],
        [.code(font.sha256.shortHash, span)],
      ])
    }
    return ReviewContent(
      table: table, caption: terms[.fontsCaption], nothing: terms[.fontsNothing])
  }
}

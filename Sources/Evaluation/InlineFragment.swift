import Diagnostics
import Markup

/// Running text inside an option: a caption, a note, a column's label.
enum InlineFragment {
  static func parse(_ text: SpannedText) -> ([Inline<Parsed>], DiagnosticList) {
    ([.text(text.text, text.span)], DiagnosticList())
  }
}

import Diagnostics

/// What a leaf block is made of before tags are matched and text is read: finished inlines, raw
/// text, and the tags of HTML, in reading order.
enum Piece {
  case text(TextRun)
  case inline(Inline<Parsed>)
  /// An image whose attributes may follow; `caption` is its alternative text with markup.
  case image(ImageReference, caption: [Inline<Parsed>], attributes: Attributes)
  /// `$$…$$` inside a paragraph.
  case display(DisplayMath)
  case open(HTMLTag)
  case close(HTMLTag)
  /// Blocks of Markdown between the tags of HTML.
  case blocks([Block<Parsed>])

  var isTag: Bool {
    switch self {
    case .open, .close: true
    default: false
    }
  }
}

/// An HTML tag as written.
struct HTMLTag {
  /// In lower case.
  var name: String
  var attributes: [(name: String, value: String)]
  /// `<br/>`
  var isSelfClosing: Bool
  var span: SourceSpan

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The alignment that `align` or `style` ask for.
  var alignment: TextAlignment? {
    if name == "center" { return .center }
    if let align = self["align"] { return TextAlignment(rawValue: align.lowercased()) }
    guard let style = self["style"]?.lowercased().filter({ $0 != " " }) else { return nil }
    for alignment in [TextAlignment.left, .center, .right]
    where style.contains("text-align:\(alignment.rawValue)") {
      return alignment
    }
    return nil
  }
}

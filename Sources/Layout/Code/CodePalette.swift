import Configuration
import Graphics
import Typography

/// The look of each kind of token: quiet colours with a contrast of at least 4.5 : 1 on the ground
/// of listings, and a weight or a slant where a print in grey would lose the difference.
struct CodePalette: Sendable {
  private let colors: PageColors

  init(_ colors: PageColors) { self.colors = colors }

  /// The style of a token, from that of plain code.
  func style(_ kind: CodeTokenKind, of plain: TextStyle) -> TextStyle {
    var style = plain
    style.color = color(kind)
    switch kind {
    case .comment: style.isItalic = true
    case .keyword, .heading, .tag: style.weight = .semibold
    default: break
    }
    return style
  }

  func color(_ kind: CodeTokenKind) -> Color {
    switch kind {
    case .comment, .meta: colors.muted
    case .keyword, .function, .key, .tag, .heading: colors.accent
    case .string: Color(hex: 0x7D4A0C)
    case .number, .constant, .attribute: Color(hex: 0x7A2E63)
    case .type: Color(hex: 0x1F6360)
    case .inserted: Color(hex: 0x1E6531)
    case .deleted: Color(hex: 0xA02426)
    }
  }
}

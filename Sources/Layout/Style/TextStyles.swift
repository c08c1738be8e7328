import Configuration
import Graphics
import Languages
import Typography

/// The text style of each role, made once from the page style.
struct TextStyles: Sendable {
  let page: PageStyle
  let language: String
  /// The words that are set without an author writing them.
  let terms: Terms

  init(_ page: PageStyle, language: String) {
    self.page = page
    self.language = language
    terms = Terms(language: language)
  }

  var body: TextStyle { serif(page.sizes.body) }
  var footnote: TextStyle { serif(page.sizes.footnote) }
  /// Captions are ragged; words stay whole.
  var caption: TextStyle {
    var style = label(page.sizes.caption)
    style.hyphenates = false
    return style
  }

  var fine: TextStyle { label(page.sizes.fine, color: page.colors.muted) }

  var code: TextStyle {
    TextStyle(
      family: .mono, size: page.sizes.code.size, color: page.colors.ink, language: language)
  }

  /// Cells of tables at a size: lining figures of equal width.
  func cell(_ size: Points, weight: FontWeight = .regular) -> TextStyle {
    TextStyle(
      family: labelFamily, weight: weight, size: size, color: page.colors.ink,
      features: .tabularLining,
      language: language)
  }

  func serif(_ size: TypeSize) -> TextStyle {
    TextStyle(family: .serif, size: size.size, color: page.colors.ink, language: language)
  }

  /// Captions, running heads and all else that is not running text.
  func label(_ size: TypeSize, weight: FontWeight = .regular, color: Color? = nil) -> TextStyle {
    TextStyle(
      family: labelFamily, weight: weight, size: size.size, color: color ?? page.colors.ink,
      features: .tabularLining, language: language)
  }

  var labelFamily: FontFamily { page.labels == .serif ? .serif : .sans }

  /// Headings are ragged and never hyphenated.
  func heading(_ size: TypeSize) -> TextStyle {
    TextStyle(
      family: page.headings == .serif ? .serif : .sans, weight: .semibold, size: size.size,
      color: page.colors.ink, language: language, hyphenates: false)
  }

  /// The size of a heading below the chapter title, by its level from 2.
  func headingSize(_ level: Int) -> TypeSize {
    switch level {
    case 1: page.sizes.chapterTitle
    case 2: page.sizes.section
    case 3: page.sizes.subsection
    default: page.sizes.subsubsection
    }
  }
}

/// Where the baseline stands in a line of a given size and leading: capitals are centred in it, so
/// that rules above and below a line of a table keep equal distance.
struct LineGrid: Hashable, Sendable {
  var size: Points
  var leading: Points

  init(_ type: TypeSize) {
    size = type.size
    leading = type.leading
  }

  init(size: Points, leading: Points) {
    self.size = size
    self.leading = leading
  }

  var ascent: Points { leading / 2 + 0.345 * size }
  var descent: Points { leading - ascent }
}

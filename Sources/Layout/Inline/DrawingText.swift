public import Configuration
import Diagnostics
public import Graphics
import MathLayout
import MathSyntax
import Synchronization
public import Typography

/// Sets the labels of drawings with the document's sans face. `$…$` in a label is mathematics.
public final class DrawingText: TextSetting {
  private let typesetter: Mutex<Typesetter>
  private let math: MathSetter
  private let family: FontFamily
  private let language: String

  /// The text of drawings as the pages of a style have it.
  ///
  /// - Parameter language: as in `Document.language`; it decides which glyphs a font chooses.
  public convenience init(fonts: FontLibrary, style: PageStyle, language: String) {
    self.init(
      fonts: fonts, math: MathSetter(fonts: fonts),
      family: TextStyles(style, language: language).labelFamily, language: language)
  }

  init(fonts: FontLibrary, math: MathSetter, family: FontFamily, language: String) {
    typesetter = Mutex(Typesetter(fonts: fonts))
    self.math = math
    self.family = family
    self.language = language
  }

  public func setLabel(_ text: String, _ style: LabelStyle) -> Frame {
    let weight: FontWeight =
      switch style.weight {
      case .regular: .regular
      case .semibold: .semibold
      case .bold: .bold
      }
    let textStyle = TextStyle(
      family: family, weight: weight, isItalic: style.isItalic, size: style.size,
      color: style.color, features: .tabularLining, language: language, hyphenates: false,
      keepsSpaces: true)
    var content = ParagraphContent()
    // Between dollars stands every second piece; a dollar without a partner is a dollar.
    let pieces = text.split(separator: "$", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index % 2 == 1, index < pieces.count - 1, !piece.isEmpty {
        content.append(box: formula(piece, style), text: String(piece))
      } else {
        if index > 0, index == pieces.count - 1, index % 2 == 1 {
          content.append("$", style: textStyle)
        }
        content.append(String(piece), style: textStyle)
      }
    }
    return typesetter.withLock { $0.setLine(content) }
  }

  private func formula(_ tex: Substring, _ style: LabelStyle) -> Frame {
    let bytes = Array(tex.utf8)
    // Labels are checked by whoever takes them from the author; here nothing is reported.
    let span = SourceSpan(file: FileID(rawValue: 0), start: 0, end: bytes.count)
    let list = MathParser.parse(bytes[...], span: span, display: false).list
    return math.layOut(list, isDisplay: false, size: style.size, color: style.color)
      .withoutTags
  }
}

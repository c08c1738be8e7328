import Graphics
import Synchronization
import Typography

/// Sets the labels of drawings with the document's sans face. `$…$` in a label is mathematics.
final class DrawingText: TextSetting {
  private let typesetter: Mutex<Typesetter>
  private let language: String

  init(fonts: FontLibrary, language: String) {
    typesetter = Mutex(Typesetter(fonts: fonts))
    self.language = language
  }

  func setLabel(_ text: String, _ style: LabelStyle) -> Frame {
    let weight: FontWeight =
      switch style.weight {
      case .regular: .regular
      case .semibold: .semibold
      case .bold: .bold
      }
    let textStyle = TextStyle(
      family: .sans, weight: weight, isItalic: style.isItalic, size: style.size,
      color: style.color, features: .tabularLining, language: language, hyphenates: false,
      keepsSpaces: true)
    return typesetter.withLock { $0.setLine(ParagraphContent(text, style: textStyle)) }
  }
}

public import Graphics
import Synchronization
public import Typography

/// Sets the labels of charts in the sans face of a font library, with tabular figures.
public final class LabelSetter: TextSetting {
  private let setter: Mutex<Typesetter>

  public init(fonts: FontLibrary) { setter = Mutex(Typesetter(fonts: fonts)) }

  public func setLabel(_ text: String, _ style: LabelStyle) -> Frame {
    let weight: FontWeight =
      switch style.weight {
      case .regular: .regular
      case .semibold: .semibold
      case .bold: .bold
      }
    var content = ParagraphContent()
    content.append(
      text,
      style: TextStyle(
        family: .sans, weight: weight, isItalic: style.isItalic, size: style.size,
        color: style.color, features: [.tabularLining]))
    return setter.withLock { $0.setLine(content) }
  }
}

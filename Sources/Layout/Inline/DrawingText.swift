public import Configuration
import Diagnostics
public import Graphics
import MathLayout
import MathSyntax
import Synchronization
public import Typography

/// Sets the labels of drawings with the document's sans face. `$…$` in a label is mathematics.
public final class DrawingText: TextSetting {
  private let state: Mutex<State>
  private let math: MathSetter
  private let family: FontFamily
  private let language: String

  private struct State {
    var typesetter: Typesetter
    var faults: Set<DrawingFault> = []
  }

  /// The text of drawings as the pages of a style have it.
  ///
  /// - Parameter language: as in `Document.language`; it decides which glyphs a font chooses.
  public convenience init(fonts: FontLibrary, style: PageStyle, language: String) {
    self.init(
      fonts: fonts, math: MathSetter(fonts: fonts),
      family: TextStyles(style, language: language).labelFamily, language: language)
  }

  init(fonts: FontLibrary, math: MathSetter, family: FontFamily, language: String) {
    state = Mutex(State(typesetter: Typesetter(fonts: fonts)))
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
    return state.withLock { $0.typesetter.setLine(content) }
  }

  /// What could not be set so far, in a fixed order: characters that no font has, and mistakes in
  /// formulas.
  public var faults: [DrawingFault] {
    state.withLock { state in
      state.typesetter.missingGlyphs.map { DrawingFault.character($0.scalar, package: $0.package) }
        + state.faults.sorted { $0.sentence < $1.sentence }
    }
  }

  private func formula(_ tex: Substring, _ style: LabelStyle) -> Frame {
    let bytes = Array(tex.utf8)
    // A label has no place of its own: whoever draws knows the figure, and asks for the faults.
    let span = SourceSpan(file: FileID(rawValue: 0), start: 0, end: bytes.count)
    let (list, diagnostics) = MathParser.parse(bytes[...], span: span, display: false)
    for diagnostic in diagnostics.all {
      _ = state.withLock {
        $0.faults.insert(.formula(String(tex), message: diagnostic.message))
      }
    }
    return math.layOut(list, isDisplay: false, size: style.size, color: style.color)
      .withoutTags
  }
}

/// Something in the labels of a drawing that could not be set.
public enum DrawingFault: Hashable, Sendable {
  case character(Unicode.Scalar, package: String?)
  case formula(String, message: String)

  /// For the author.
  public var sentence: String {
    switch self {
    case .character(let scalar, _):
      let code = String(scalar.value, radix: 16, uppercase: true)
      let name = scalar.properties.name.map { " (\($0.lowercased()))" } ?? ""
      return "no font has the character U+\(code)\(name); a box stands for it"
    case .formula(let tex, let message): return "in the formula '\(tex)' of a label: \(message)"
    }
  }

  public var code: String {
    switch self {
    case .character: "missing-glyph"
    case .formula: "label-formula"
    }
  }

  public var help: String {
    switch self {
    case .character(_, let package):
      package.map { "install the package '\($0)', or a font that has it" }
        ?? "install a font that has it, or write something else"
    case .formula: "between dollars in titles and labels stands mathematics"
    }
  }
}

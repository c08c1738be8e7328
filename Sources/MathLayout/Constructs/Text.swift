import Graphics
import MathSyntax
import Typography

/// Words: `\text`, names of operators, letters in a row under `\mathrm` and its kin.
extension MathLayouter {
  mutating func layOutText(_ text: MathText, _ context: MathContext) -> MathBox {
    var row = MathBox()
    for piece in text.pieces {
      switch piece {
      case .words(let text, let font): row.append(words(text, font, context))
      case .math(let list):
        var inner = context
        inner.alphabet = nil
        if inner.style.level == .display { inner.style = .text }
        row.append(box(list, inner))
      }
    }
    row.topAccent = row.width / 2
    return row
  }

  /// Words in a text font, with the extents of their ink.
  mutating func words(_ text: String, _ font: MathTextFont, _ context: MathContext) -> MathBox {
    guard !text.isEmpty else { return .empty }
    let style = textStyle(font, context)
    // Spaces at the ends are dropped from a line, but here they separate words from symbols.
    let line = glyphs.typesetter.setLine(ParagraphContent(fixingSpaces(text), style: style))
    var box = MathBox(width: line.width, topAccent: line.width / 2)
    collect(line, x: 0, y: -line.baseline, into: &box)
    return box
  }

  /// The style of words; spaces at the ends of a run are kept.
  func textStyle(_ font: MathTextFont, _ context: MathContext) -> TextStyle {
    let family: FontFamily =
      switch font.family {
      case .serif: .serif
      case .sansSerif: .sans
      case .typewriter: .mono
      }
    return TextStyle(
      family: family, weight: font.isBold || context.isBold ? .bold : .regular,
      isItalic: font.isItalic, size: size(context), color: context.color, hyphenates: false,
      keepsSpaces: true)
  }

  private func fixingSpaces(_ text: String) -> String {
    guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
    return String(text.map { $0 == " " ? "\u{A0}" : $0 })
  }

  private func collect(_ frame: Frame, x: Points, y: Points, into box: inout MathBox) {
    for item in frame.items {
      switch item {
      case .glyphs(let run, let at):
        let baseline = y + at.y
        let face = font.fonts.face(run.font)
        for glyph in run.glyphs {
          let ink = face.extents(glyph.id)
          let rise = Points(glyph.y) + baseline
          box.ascent = max(box.ascent, ink.top * run.size - rise)
          box.descent = max(box.descent, -ink.bottom * run.size + rise)
        }
        box.inks.append(MathInk(.run(run), x: x + at.x, y: baseline, color: run.color))
      case .frame(let inner, let at): collect(inner, x: x + at.x, y: y + at.y, into: &box)
      default: break
      }
    }
  }

  // MARK: Letters in a row

  /// Where a word of two letters or more that begins at `start` ends; `start` when none does.
  func wordEnd(in nodes: [MathNode], from start: Int, _ context: MathContext) -> Int {
    switch context.alphabet {
    case .roman, .italic, .bold, .sansSerif, .typewriter: break
    default: return start
    }
    var end = start
    while end < nodes.count, case .symbol(let symbol) = nodes[end].kind, !symbol.isNegated,
      symbol.mathClass == .ordinary, symbol.scalar.isLetter
    { end += 1 }
    return end
  }

  /// Letters as a word, kerned.
  mutating func word(_ nodes: ArraySlice<MathNode>, _ context: MathContext) -> MathBox {
    var text = ""
    for node in nodes {
      if case .symbol(let symbol) = node.kind { text.unicodeScalars.append(symbol.scalar) }
    }
    var font = MathTextFont()
    switch context.alphabet {
    case .italic: font.isItalic = true
    case .bold: font.isBold = true
    case .sansSerif: font.family = .sansSerif
    case .typewriter: font.family = .typewriter
    default: break
    }
    return words(text, font, context)
  }

  /// `\ref` and `\eqref`: the document's text for the label, or the label itself.
  mutating func layOutReference(
    _ label: String, parenthesized: Bool, _ context: MathContext
  ) -> MathBox {
    let text = references[label] ?? label
    return words(parenthesized ? "(\(text))" : text, MathTextFont(), context)
  }

  /// TeX that could not be read, in a frame, so that a draft still prints.
  mutating func layOutError(_ tex: String, _ context: MathContext) -> MathBox {
    var inner = context
    inner.color = Color(hex: 0xB00020)
    let text = words(tex, MathTextFont(family: .typewriter), inner)
    return framed(
      text, padding: size(context) * 0.15, thickness: size(context) * 0.04, border: inner.color,
      fill: nil)
  }
}

extension Unicode.Scalar {
  /// Letters that words of text fonts are made of.
  fileprivate var isLetter: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "-", "'", "*": true
    default: value >= 0xC0 && value < 0x370 && properties.isAlphabetic
    }
  }
}

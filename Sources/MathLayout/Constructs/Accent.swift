import Graphics
import MathSyntax
import Typography

/// Marks over and under a base.
///
/// Source: The TeXbook, Appendix G, rule 12; OpenType MATH `accentBaseHeight`,
/// `MathTopAccentAttachment`.
extension MathLayouter {
  mutating func layOutAccent(_ accent: Accent, _ context: MathContext) -> MathBox {
    let base = box(accent.base, context.cramped)
    guard let mark = mark(accent, over: base, context) else { return base }
    var result = MathBox(
      width: base.width, italicsCorrection: base.italicsCorrection, topAccent: base.topAccent)
    result.place(base, x: 0)
    // Combining marks are drawn left of their origin and have no advance: attach by the points
    // that the font gives, or by the middle of the ink.
    if accent.isBelow {
      let gap = constant(.underbarVerticalGap, context)
      result.place(
        mark.box, x: base.width / 2 - mark.attachment,
        y: base.descent + gap + mark.box.ascent)
    } else {
      let drop = min(base.ascent, constant(.accentBaseHeight, context))
      result.place(mark.box, x: base.topAccent - mark.attachment, y: drop - base.ascent)
    }
    result.width = base.width
    // Scripts attach to the base as if it had no accent.
    result.isCharacterLike = base.glyph != nil || base.isCharacterLike
    return result
  }

  /// The mark's box and where in it the base's attachment point goes.
  private mutating func mark(
    _ accent: Accent, over base: MathBox, _ context: MathContext
  ) -> (box: MathBox, attachment: Points)? {
    var box: MathBox
    if accent.isWide,
      let wide = stretched(accent.scalar, width: base.width, atLeast: false, context)
    {
      box = wide
    } else if let glyph = glyphs.glyph(accent.scalar, scriptLevel: 0)
      ?? spacing(accent.scalar).flatMap({ glyphs.glyph($0, scriptLevel: 0) })
    {
      box = self.box(glyph: glyph, text: accent.scalar, context)
    } else {
      return nil
    }
    guard let glyph = box.glyph else { return (box, box.width / 2) }
    let metrics = glyphs.metrics(glyph.glyph)
    let middle = (metrics.left + metrics.right) / 2 * glyph.size
    let attachment = metrics.topAccent * glyph.size
    // A font without attachment data answers half the advance, which is nothing for a mark.
    box.width = 0
    return (box, metrics.advance == 0 && attachment == 0 ? middle : attachment)
  }

  /// The spacing character for marks that a font has only in that form.
  private func spacing(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "\u{300}": "`"
    case "\u{301}": "´"
    case "\u{302}": "ˆ"
    case "\u{303}": "˜"
    case "\u{304}", "\u{305}": "¯"
    case "\u{306}": "˘"
    case "\u{307}": "˙"
    case "\u{308}": "¨"
    case "\u{30A}": "˚"
    case "\u{30C}": "ˇ"
    case "\u{20D7}": "→"
    default: nil
    }
  }
}

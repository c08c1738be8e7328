import Graphics
import MathSyntax
import Typography

/// Single characters and numbers.
extension MathLayouter {
  mutating func box(_ symbol: MathSymbol, _ context: MathContext) -> MathBox {
    if symbol.scalar == "\u{338}" { return slash(over: .empty, context) }
    let shape = MathLetters.shape(
      of: symbol.scalar, in: context.alphabet, isBold: context.isBold)
    let box = box(symbol.scalar, shape, context)
    return symbol.isNegated ? slash(over: box, context) : box
  }

  mutating func box(
    _ scalar: Unicode.Scalar, _ shape: MathLetters.Shape, _ context: MathContext
  ) -> MathBox {
    let level = scriptLevel(context)
    let drawn = MathLetters.styled(scalar, shape)
    if let glyph = glyphs.glyph(drawn, scriptLevel: level) {
      return box(
        glyph: glyph, text: MathLetters.readable(scalar, drawnAs: drawn, shape), context)
    }
    if drawn != scalar, let glyph = glyphs.glyph(scalar, scriptLevel: level) {
      return box(glyph: glyph, text: scalar, context)
    }
    // Letters of other scripts, CJK, emoji: the fonts of text know them.
    return words(String(scalar), MathTextFont(), context)
  }

  func box(metrics: GlyphMetrics, glyph: UInt32, text: Unicode.Scalar?, _ context: MathContext)
    -> MathBox
  {
    let size = size(context)
    let ink = GlyphInk(glyph: glyph, size: size, text: text)
    var box = MathBox(
      width: metrics.advance * size, ascent: metrics.ascent * size,
      descent: metrics.descent * size, italicsCorrection: metrics.italicsCorrection * size,
      topAccent: metrics.topAccent * size, glyph: ink)
    box.inks.append(MathInk(.glyph(ink), x: 0, y: 0, color: context.color))
    return box
  }

  mutating func box(glyph: UInt32, text: Unicode.Scalar?, _ context: MathContext) -> MathBox {
    // On a line of its own: in the call it would make a copy of the layouter.
    let metrics = glyphs.metrics(glyph)
    return box(metrics: metrics, glyph: glyph, text: text, context)
  }

  /// Digits in a row, as one thing.
  mutating func box(number digits: String, _ context: MathContext) -> MathBox {
    var row = MathBox()
    for scalar in digits.unicodeScalars {
      let shape = MathLetters.shape(of: scalar, in: context.alphabet, isBold: context.isBold)
      let digit = box(scalar, shape, context)
      if digits.utf8.count == 1 { return digit }
      row.append(digit)
    }
    row.topAccent = row.width / 2
    row.isCharacterLike = true
    return row
  }

  /// A slash through the middle of a box, for relations that have no negated character.
  private mutating func slash(over base: MathBox, _ context: MathContext) -> MathBox {
    guard let glyph = glyphs.glyph("/", scriptLevel: scriptLevel(context)) else { return base }
    var mark = box(glyph: glyph, text: "\u{338}", context)
    let metrics = glyphs.metrics(glyph)
    let middle = (metrics.left + metrics.right) / 2 * size(context)
    let height = base.inks.isEmpty ? axis(context) : (base.ascent - base.descent) / 2
    mark = mark.lowered(by: (mark.ascent - mark.descent) / 2 - height)
    var box = base
    // A slash of its own is drawn over what follows, as wide as a relation.
    let center = base.inks.isEmpty ? size(context) * 0.39 : base.width / 2
    box.place(mark, x: center - middle)
    box.glyph = nil
    return box
  }
}

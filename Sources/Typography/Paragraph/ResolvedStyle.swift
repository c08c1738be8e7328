import CHarfBuzz
import Graphics

/// A text style with everything that setting needs of its face, in points.
struct ResolvedStyle {
  var style: TextStyle
  /// Of the shaper.
  var shaping: Int32
  var font: FontID
  var size: Float
  var spaceGlyph: UInt32
  /// Natural width of the space between words, and its share in justification: TeX's proportions
  /// (a half and a third) round the font's own space.
  var space, spaceStretch, spaceShrink: Float
  var hyphenGlyph: UInt32
  var hyphen: Float
  var hyphenProtrusion: Float
  /// What the text occupies above and below the line's baseline, its shift included.
  var ascent, descent: Float
  /// Whether margins and expansion apply: not to code, whose columns must align.
  var isProse: Bool
  /// Width of a digit in em: of a column in code.
  var column: Float

  init(_ style: TextStyle, shaping: Int32, fonts: FontLibrary) {
    self.style = style
    self.shaping = shaping
    font = fonts.font(style.family, weight: style.weight, italic: style.isItalic)
    size = Float(style.size)
    let face = fonts.face(font)
    spaceGlyph = face.glyph(for: " ") ?? 0
    space = Float(face.advance(spaceGlyph) * style.size)
    spaceStretch = style.keepsSpaces ? 0 : space / 2
    spaceShrink = style.keepsSpaces ? 0 : space / 3
    hyphenGlyph = face.glyph(for: "-") ?? 0
    hyphen = Float(face.advance(hyphenGlyph) * style.size)
    isProse = style.family != .mono
    column = Float(face.advance(face.glyph(for: "0") ?? 0))
    hyphenProtrusion = isProse ? Protrusion.right(0x2D) * hyphen : 0
    ascent = Float(face.metrics.ascent * style.size + style.baselineShift)
    descent = Float(face.metrics.descent * style.size - style.baselineShift)
  }
}

import Graphics
import Typography

/// Glyphs of the math face with their metrics, looked up once each.
///
/// Unchecked: it holds a `Typesetter`, which belongs to one thread at a time; the pool in `MathFont`
/// gives each set of caches to one formula and takes it back, never sharing it.
struct MathGlyphs: @unchecked Sendable {
  let font: MathFont
  private var metrics: ContiguousArray<GlyphMetrics?> = []
  private var byScalar: [UInt32: UInt32] = [:]
  private var scriptAlternates: [UInt64: UInt32] = [:]
  private var stretches: [UInt64: GlyphStretches] = [:]
  /// Sets the words in formulas.
  var typesetter: Typesetter

  /// The sizes that a glyph can grow to.
  struct GlyphStretches: Sendable {
    var variants: [MathGlyphVariant]
    var assembly: MathGlyphAssembly?
  }

  init(font: MathFont) {
    self.font = font
    typesetter = Typesetter(fonts: font.fonts)
  }

  /// The glyph of a character at a level of scripts (0, 1, 2), or nil when the face has none.
  mutating func glyph(_ scalar: Unicode.Scalar, scriptLevel: Int) -> UInt32? {
    let base: UInt32
    if let known = byScalar[scalar.value] {
      base = known
    } else {
      base = font.face.glyph(for: scalar) ?? 0
      byScalar[scalar.value] = base
    }
    guard base != 0 else { return nil }
    return scriptLevel == 0 ? base : scriptAlternate(base, level: scriptLevel)
  }

  /// OpenType's `ssty`: the form of a glyph made for small sizes.
  mutating func scriptAlternate(_ glyph: UInt32, level: Int) -> UInt32 {
    let key = UInt64(glyph) << 2 | UInt64(level)
    if let known = scriptAlternates[key] { return known }
    let alternates = font.face.alternates(of: glyph, feature: "ssty")
    let found = alternates.isEmpty ? glyph : alternates[min(level, alternates.count) - 1]
    scriptAlternates[key] = found
    return found
  }

  mutating func metrics(_ glyph: UInt32) -> GlyphMetrics {
    let index = Int(glyph)
    if index < metrics.count, let known = metrics[index] { return known }
    while metrics.count <= index { metrics.append(nil) }
    let face = font.face
    let ink = face.extents(glyph)
    let found = GlyphMetrics(
      advance: face.advance(glyph), ascent: ink.top, descent: -ink.bottom, left: ink.left,
      right: ink.right, italicsCorrection: face.italicsCorrection(glyph),
      topAccent: face.topAccentAttachment(glyph))
    metrics[index] = found
    return found
  }

  mutating func stretches(_ glyph: UInt32, _ direction: MathStretch) -> GlyphStretches {
    let key = UInt64(glyph) << 1 | (direction == .vertical ? 1 : 0)
    if let known = stretches[key] { return known }
    let found = GlyphStretches(
      variants: font.face.variants(glyph, direction),
      assembly: font.face.assembly(glyph, direction))
    stretches[key] = found
    return found
  }
}

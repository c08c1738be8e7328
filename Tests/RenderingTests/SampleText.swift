import Graphics
import Typography

/// Sets text glyph by glyph without a shaper, with the ligature ffi as the one exception that
/// extraction is tested on.
struct SampleText: TextSetting {
  let fonts: FontLibrary

  func setLabel(_ text: String, _ style: LabelStyle) -> Frame {
    let run = run(text, size: style.size, family: .sans, color: style.color)
    return Frame(
      size: Size(width: run.width, height: style.size * 1.2), baseline: style.size,
      items: [.glyphs(run, at: Point(x: 0, y: style.size))])
  }

  func run(
    _ text: String, size: Points = 10.5, family: FontFamily = .serif, color: Color = .black
  ) -> GlyphRun {
    let font = fonts.font(family)
    let face = fonts.face(font)
    var glyphs: [Glyph] = []
    var clusters: [TextCluster] = []
    var x = 0.0
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      var wanted = scalar
      var taken = 1
      if String(rest).hasPrefix("ffi"), face.glyph(for: "\u{FB03}") != nil {
        (wanted, taken) = ("\u{FB03}", 3)
      }
      let glyph = face.glyph(for: wanted) ?? 0
      let source = String(String.UnicodeScalarView(rest.prefix(taken)))
      glyphs.append(Glyph(id: glyph, x: Float(x)))
      clusters.append(TextCluster(bytes: source.utf8.count, glyphs: 1))
      x += face.advance(glyph) * size
      rest = rest.dropFirst(taken)
    }
    return GlyphRun(
      font: font, size: size, color: color, glyphs: glyphs, text: Array(text.utf8),
      clusters: clusters, width: x)
  }
}

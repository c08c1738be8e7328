public import Graphics

/// Sets every character half an em wide, so that goldens of drawings do not depend on fonts.
public struct FixedWidthText: TextSetting {
  public init() {}

  public func setLabel(_ text: String, _ style: LabelStyle) -> Frame {
    let advance = Float(style.size / 2)
    let scalars = Array(text.unicodeScalars)
    let run = GlyphRun(
      font: FontID(rawValue: 0), size: style.size, color: style.color,
      glyphs: scalars.indices.map { Glyph(id: scalars[$0].value, x: Float($0) * advance) },
      text: Array(text.utf8),
      clusters: scalars.map { TextCluster(bytes: String($0).utf8.count, glyphs: 1) },
      width: Double(scalars.count) * style.size / 2)
    let size = Size(width: run.width, height: style.size)
    let baseline = style.size * 0.8
    return Frame(
      size: size, baseline: baseline, items: [.glyphs(run, at: Point(x: 0, y: baseline))])
  }
}

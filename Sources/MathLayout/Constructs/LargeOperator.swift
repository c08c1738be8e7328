import MathSyntax
import Typography

/// `\sum`, `\int` … and operators written as words.
///
/// Source: The TeXbook, Appendix G, rules 13 and 13a; OpenType MATH `displayOperatorMinHeight`,
/// `upperLimit…` and `lowerLimit…`.
extension MathLayouter {
  /// The sign, centred on the axis; larger in display style.
  mutating func layOutLargeOperator(_ sign: LargeOperator, _ context: MathContext) -> MathBox {
    guard let glyph = glyphs.glyph(sign.scalar, scriptLevel: 0) else {
      return words(String(sign.scalar), MathTextFont(), context)
    }
    var drawn = glyph
    if context.style.isDisplay, sign.grows {
      let minimum = font.constants[.displayOperatorMinHeight]
      let variants = glyphs.stretches(glyph, .vertical).variants
      if let found = variants.first(where: { $0.advance >= minimum }) ?? variants.last {
        drawn = found.glyph
      }
    }
    var box = box(glyph: drawn, text: sign.scalar, context)
    let ink = box.glyph
    box = centered(box, context)
    box.glyph = ink
    return box
  }

  mutating func layOutOperatorName(_ name: OperatorName, _ context: MathContext) -> MathBox {
    var box = box(name.body, context)
    box.glyph = nil
    box.italicsCorrection = 0
    return box
  }

  /// Scripts above and below an operator.
  mutating func layOutLimits(
    on base: MathBox, over: MathList?, under: MathList?, _ context: MathContext
  ) -> MathBox {
    let upper = over.map { box($0, context.with(context.style.superscript)) }
    let lower = under.map { box($0, context.with(context.style.subscript)) }
    // The slant of an integral pushes its limits apart.
    let slant = base.italicsCorrection / 2
    let left = min(
      0, upper.map { (base.width - $0.width) / 2 + slant } ?? 0,
      lower.map { (base.width - $0.width) / 2 - slant } ?? 0)
    var result = MathBox()
    result.place(base, x: -left)
    result.width = base.width - left
    if let upper {
      let gap = max(
        constant(.upperLimitGapMin, context),
        constant(.upperLimitBaselineRiseMin, context) - upper.descent)
      let x = (base.width - upper.width) / 2 + slant - left
      result.place(upper, x: x, y: -(base.ascent + gap + upper.descent))
      result.width = max(result.width, x + upper.width)
    }
    if let lower {
      let gap = max(
        constant(.lowerLimitGapMin, context),
        constant(.lowerLimitBaselineDropMin, context) - lower.ascent)
      let x = (base.width - lower.width) / 2 - slant - left
      result.place(lower, x: x, y: base.descent + gap + lower.ascent)
      result.width = max(result.width, x + lower.width)
    }
    result.topAccent = result.width / 2
    return result
  }
}

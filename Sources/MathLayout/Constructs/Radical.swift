import Graphics
import MathSyntax
import Typography

/// Roots.
///
/// Source: The TeXbook, Appendix G, rule 11; OpenType MATH `radical…`.
extension MathLayouter {
  mutating func layOutRadical(
    degree: MathList?, radicand: MathList, _ context: MathContext
  ) -> MathBox {
    let content = whole(box(radicand, context.cramped))
    let thickness = constant(.radicalRuleThickness, context)
    var gap = constant(
      context.style.isDisplay ? .radicalDisplayStyleVerticalGap : .radicalVerticalGap, context)
    let sign = stretched("√", height: content.height + gap + thickness, context)
    // A sign that is too tall leaves its surplus in equal parts above and below the content.
    let surplus = sign.height - thickness - content.height
    if surplus > gap { gap = (gap + surplus) / 2 }
    let ruleTop = content.ascent + gap + thickness

    var result = MathBox()
    let down = sign.ascent - ruleTop
    if let degree, !degree.isEmpty {
      let index = box(
        degree, context.with(MathStyle(level: .scriptScript, isCramped: context.style.isCramped)))
      let raise = font.constants[.radicalDegreeBottomRaisePercent] * sign.height
      let before = constant(.radicalKernBeforeDegree, context)
      let after = constant(.radicalKernAfterDegree, context)
      let bottom = sign.descent + down
      let x = max(0, before)
      result.place(index, x: x, y: bottom - raise - index.descent)
      result.width = max(0, x + index.width + after)
    }
    result.place(sign, x: result.width, y: down)
    result.width += sign.width
    result.place(
      .rule(
        width: content.width, top: ruleTop, bottom: ruleTop - thickness, color: context.color),
      x: result.width)
    result.append(content)
    result.ascent = max(result.ascent, ruleTop + constant(.radicalExtraAscender, context))
    result.topAccent = result.width / 2
    return result
  }
}

import Graphics
import MathSyntax
import Typography

/// Lines, braces and arrows as wide as what they mark.
///
/// Source: The TeXbook, Appendix G, rules 9 and 10; OpenType MATH `overbar…`, `underbar…`,
/// `stretchStack…`.
extension MathLayouter {
  mutating func layOutOverUnder(_ mark: OverUnder, _ context: MathContext) -> MathBox {
    let base = whole(box(mark.base, mark.isBelow ? context : context.cramped))
    var result = MathBox(width: base.width, topAccent: base.topAccent)
    result.place(base, x: 0)
    switch mark.mark {
    case .line, .linearSegment: placeLine(mark, base, context, in: &result)
    default:
      guard let drawn = stretchedMark(mark, width: base.width, context) else { return result }
      let x = (base.width - drawn.width) / 2
      let gap = size(context) * (mark.takesLabel ? 0.12 : 0.1)
      if mark.isBelow {
        result.place(drawn, x: x, y: base.descent + gap + drawn.ascent)
      } else {
        result.place(drawn, x: x, y: -(base.ascent + gap + drawn.descent))
      }
      result.width = max(base.width, drawn.width + x)
    }
    return result
  }

  /// Sets the label of a brace over or under it; another script goes beside the whole.
  mutating func layOutLabel(
    of mark: OverUnder, _ base: MathBox, sub: MathList?, sup: MathList?, _ context: MathContext
  ) -> MathBox {
    layOutLimits(on: base, over: sup, under: sub, context)
  }

  private func placeLine(
    _ mark: OverUnder, _ base: MathBox, _ context: MathContext, in result: inout MathBox
  ) {
    if mark.isBelow {
      let thickness = constant(.underbarRuleThickness, context)
      let top = base.descent + constant(.underbarVerticalGap, context)
      result.place(
        .rule(width: base.width, top: -top, bottom: -top - thickness, color: context.color), x: 0)
      result.descent = top + thickness + constant(.underbarExtraDescender, context)
      if mark.mark == .linearSegment { placeEnds(at: top + thickness / 2, base, context, &result) }
    } else {
      let thickness = constant(.overbarRuleThickness, context)
      let bottom = base.ascent + constant(.overbarVerticalGap, context)
      result.place(
        .rule(width: base.width, top: bottom + thickness, bottom: bottom, color: context.color),
        x: 0)
      result.ascent = bottom + thickness + constant(.overbarExtraAscender, context)
      if mark.mark == .linearSegment {
        placeEnds(at: -(bottom + thickness / 2), base, context, &result)
      }
    }
  }

  /// Short strokes at both ends of a line segment.
  private func placeEnds(
    at y: Points, _ base: MathBox, _ context: MathContext, _ result: inout MathBox
  ) {
    let half = size(context) * 0.1
    let thickness = constant(.overbarRuleThickness, context)
    for x in [0, base.width - thickness] {
      result.place(
        .rule(width: thickness, top: half - y, bottom: -half - y, color: context.color), x: x)
    }
  }

  private mutating func stretchedMark(
    _ mark: OverUnder, width: Points, _ context: MathContext
  ) -> MathBox? {
    let scalar: Unicode.Scalar =
      switch mark.mark {
      case .brace: mark.isBelow ? "⏟" : "⏞"
      case .bracket: mark.isBelow ? "⎵" : "⎴"
      case .parenthesis, .group: mark.isBelow ? "⏝" : "⏜"
      case .leftArrow: "←"
      case .rightArrow: "→"
      case .leftRightArrow: "↔"
      case .doubleRightArrow: "⇒"
      case .leftHarpoon: "↼"
      case .rightHarpoon: "⇀"
      case .line, .linearSegment: "‾"
      }
    // Arrows over letters are drawn at script size, as amsmath does.
    var inner = context
    switch mark.mark {
    case .brace, .bracket, .parenthesis, .group: break
    default: inner.style = MathStyle(level: .script, isCramped: context.style.isCramped)
    }
    guard var drawn = stretched(scalar, width: width, atLeast: true, inner) else { return nil }
    // Only the ink counts, not the side bearings, and not the height of the axis.
    if let glyph = drawn.glyph {
      let metrics = glyphs.metrics(glyph.glyph)
      var trimmed = MathBox()
      drawn.glyph = nil
      trimmed.place(drawn, x: -metrics.left * glyph.size)
      trimmed.width = (metrics.right - metrics.left) * glyph.size
      drawn = trimmed
      (drawn.ascent, drawn.descent) = (
        metrics.ascent * glyph.size, metrics.descent * glyph.size
      )
    } else {
      let extents = inkExtents(drawn)
      (drawn.ascent, drawn.descent) = (extents.ascent, extents.descent)
    }
    return drawn
  }

  /// The true extents of glyphs in a box, which `place` never makes smaller than the baseline.
  mutating func inkExtents(_ box: MathBox) -> (ascent: Points, descent: Points) {
    var ascent = -Points.infinity
    var descent = -Points.infinity
    for ink in box.inks {
      guard case .glyph(let glyph) = ink.shape else { continue }
      let metrics = glyphs.metrics(glyph.glyph)
      ascent = max(ascent, metrics.ascent * glyph.size - ink.y)
      descent = max(descent, metrics.descent * glyph.size + ink.y)
    }
    return ascent.isFinite ? (ascent, descent) : (box.ascent, box.descent)
  }
}

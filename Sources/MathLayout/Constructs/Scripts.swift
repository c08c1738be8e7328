import Graphics
import MathSyntax
import Typography

/// Subscripts and superscripts.
///
/// Source: The TeXbook, Appendix G, rules 17–18f; OpenType MATH `superscript…`, `subscript…` and
/// `MathKernInfo`.
extension MathLayouter {
  mutating func layOutScripts(
    _ scripts: Scripts, _ context: MathContext
  ) -> (mathClass: MathClass, box: MathBox) {
    guard let baseNode = scripts.base else {
      return (.ordinary, attach(scripts.sub, scripts.sup, to: strutless(context), context))
    }
    let (mathClass, base) = nucleus(baseNode, context)
    if takesLimits(baseNode, context) {
      return (
        mathClass, layOutLimits(on: base, over: scripts.sup, under: scripts.sub, context)
      )
    }
    if case .overUnder(let mark) = baseNode.kind, mark.takesLabel {
      return (mathClass, layOutLabel(of: mark, base, sub: scripts.sub, sup: scripts.sup, context))
    }
    if case .largeOperator = baseNode.kind {
      return (mathClass, attach(scripts.sub, scripts.sup, toOperator: base, context))
    }
    return (mathClass, attach(scripts.sub, scripts.sup, to: base, context))
  }

  /// Scripts on nothing stand as on a letter.
  private func strutless(_ context: MathContext) -> MathBox {
    MathBox(isCharacterLike: true)
  }

  private func takesLimits(_ node: MathNode, _ context: MathContext) -> Bool {
    let placement: LimitsPlacement
    switch node.kind {
    case .largeOperator(let sign): placement = sign.placement
    case .operatorName(let name): placement = name.placement
    default: return false
    }
    switch placement {
    case .limits: return true
    case .noLimits: return false
    case .displayLimits: return context.style.isDisplay
    }
  }

  /// Scripts beside an operator sign: its advance includes the slant, which the subscript takes
  /// back.
  private mutating func attach(
    _ sub: MathList?, _ sup: MathList?, toOperator base: MathBox, _ context: MathContext
  ) -> MathBox {
    var base = base
    if let sign = base.glyph {
      // STIX leaves the slant of its integrals out of their advance, and tells no correction.
      let lean = glyphs.metrics(sign.glyph).right * sign.size - base.width
      base.width -= base.italicsCorrection
      base.italicsCorrection += max(0, lean)
    } else {
      base.width -= base.italicsCorrection
    }
    base.glyph = nil
    return attach(sub, sup, to: base, context)
  }

  mutating func attach(
    _ sub: MathList?, _ sup: MathList?, to base: MathBox, _ context: MathContext
  ) -> MathBox {
    let superscript = sup.map { box($0, context.with(context.style.superscript)) }
    let `subscript` = sub.map { box($0, context.with(context.style.subscript)) }
    let isCharacter = base.glyph != nil || base.isCharacterLike

    var shiftUp = 0.0
    var shiftDown = 0.0
    if !isCharacter {
      shiftUp = base.ascent - constant(.superscriptBaselineDropMax, context)
      shiftDown = base.descent + constant(.subscriptBaselineDropMin, context)
    }
    if let superscript {
      shiftUp = max(
        shiftUp,
        constant(
          context.style.isCramped ? .superscriptShiftUpCramped : .superscriptShiftUp, context),
        superscript.descent + constant(.superscriptBottomMin, context))
    }
    if let `subscript` {
      shiftDown = max(shiftDown, constant(.subscriptShiftDown, context))
      if superscript == nil {
        shiftDown = max(shiftDown, `subscript`.ascent - constant(.subscriptTopMax, context))
      }
    }
    if let superscript, let `subscript` {
      let gap = (shiftUp - superscript.descent) - (`subscript`.ascent - shiftDown)
      let missing = constant(.subSuperscriptGapMin, context) - gap
      if missing > 0 {
        shiftDown += missing
        // Move both up again while the superscript's foot stays low (rule 18e).
        let room =
          constant(.superscriptBottomMaxWithSubscript, context)
          - (shiftUp - superscript.descent)
        if room > 0 {
          let rise = min(room, missing)
          shiftUp += rise
          shiftDown -= rise
        }
      }
    }
    var result = MathBox(width: base.width, isCharacterLike: false)
    result.place(base, x: 0)
    var right = base.width
    if let `subscript` {
      let kern = kern(base, `subscript`, .bottomRight, .topLeft, shift: -shiftDown, context)
      result.place(`subscript`, x: base.width + kern, y: shiftDown)
      right = max(right, base.width + kern + full(`subscript`))
    }
    if let superscript {
      let kern = kern(base, superscript, .topRight, .bottomLeft, shift: shiftUp, context)
      let x = base.width + base.italicsCorrection + kern
      result.place(superscript, x: x, y: -shiftUp)
      right = max(right, x + full(superscript))
    }
    result.width = right + constant(.spaceAfterScript, context)
    result.topAccent = base.topAccent
    return result
  }

  private func full(_ box: MathBox) -> Points {
    box.width + (box.glyph == nil ? 0 : box.italicsCorrection)
  }

  /// The kern between a base and a script (OpenType 1.9, MathKernInfo): the smaller of the sums at
  /// the script's near edge and the base's near edge.
  private func kern(
    _ base: MathBox, _ script: MathBox, _ corner: MathKernCorner,
    _ opposite: MathKernCorner, shift: Points, _ context: MathContext
  ) -> Points {
    guard let glyph = base.glyph else { return 0 }
    let isSuperscript = corner == .topRight
    let edges =
      isSuperscript
      ? [shift - script.descent, base.ascent] : [shift + script.ascent, -base.descent]
    var least: Points?
    for height in edges {
      var sum = font.face.mathKern(glyph.glyph, corner, height: height / glyph.size) * glyph.size
      if let other = script.glyph {
        sum +=
          font.face.mathKern(other.glyph, opposite, height: (height - shift) / other.size)
          * other.size
      }
      least = least.map { min($0, sum) } ?? sum
    }
    return least ?? 0
  }
}

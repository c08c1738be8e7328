import Graphics
import MathSyntax
import Typography

/// One list over another.
///
///         ┌───────────┐ ─ ascent  = shiftUp + numerator.ascent
///         │ numerator │
///         ├───────────┤ ─ rule, centred on the axis
///     ────│denominator│ ─ baseline of the result
///         └───────────┘ ─ descent = shiftDown + denominator.descent
///
/// Source: The TeXbook, Appendix G, rules 15–15e; OpenType MATH `fraction…` and `stack…`.
extension MathLayouter {
  mutating func layOutFraction(_ fraction: Fraction, _ context: MathContext) -> MathBox {
    var context = context
    if let style = fraction.style {
      context.style = MathStyle(style, isCramped: context.style.isCramped)
    }
    let isContinued = fraction.continued != nil
    let upperStyle = isContinued ? context.style : context.style.numerator
    let lowerStyle = isContinued ? context.style.cramped : context.style.denominator
    var over = whole(box(fraction.numerator, context.with(upperStyle)))
    let under = whole(box(fraction.denominator, context.with(lowerStyle)))
    if isContinued {
      // amsmath puts a strut into the numerator of \cfrac.
      over.ascent = max(over.ascent, size(context) * 0.84)
      over.descent = max(over.descent, size(context) * 0.36)
    }
    var result = MathBox()
    let width = max(over.width, under.width)
    let overX: Points =
      switch fraction.continued {
      case .left: 0
      case .right: width - over.width
      case .center, nil: (width - over.width) / 2
      }
    let (up, down) = shifts(fraction, over, under, context)
    let thickness = ruleThickness(fraction, context)
    result.place(over, x: overX, y: -up)
    if thickness > 0 {
      let axis = axis(context)
      result.place(
        .rule(
          width: width, top: axis + thickness / 2, bottom: axis - thickness / 2,
          color: context.color), x: 0)
    }
    result.place(under, x: (width - under.width) / 2, y: down)
    result.width = width
    return fenced(result, fraction, context)
  }

  private func ruleThickness(_ fraction: Fraction, _ context: MathContext) -> Points {
    switch fraction.bar {
    case .none: 0
    case .normal: constant(.fractionRuleThickness, context)
    case .thickness(let length): max(0, points(length, context))
    }
  }

  /// How far the parts move up and down from the baseline.
  private func shifts(
    _ fraction: Fraction, _ over: MathBox, _ under: MathBox, _ context: MathContext
  ) -> (up: Points, down: Points) {
    let isDisplay = context.style.isDisplay
    let thickness = ruleThickness(fraction, context)
    if thickness == 0 {
      var up = constant(isDisplay ? .stackTopDisplayStyleShiftUp : .stackTopShiftUp, context)
      var down = constant(
        isDisplay ? .stackBottomDisplayStyleShiftDown : .stackBottomShiftDown, context)
      let gap = (up - over.descent) - (under.ascent - down)
      let minimum = constant(isDisplay ? .stackDisplayStyleGapMin : .stackGapMin, context)
      if gap < minimum {
        up += (minimum - gap) / 2
        down += (minimum - gap) / 2
      }
      return (up, down)
    }
    let axis = axis(context)
    let gapAbove = constant(
      isDisplay ? .fractionNumeratorDisplayStyleGapMin : .fractionNumeratorGapMin, context)
    let gapBelow = constant(
      isDisplay ? .fractionDenominatorDisplayStyleGapMin : .fractionDenominatorGapMin, context)
    let up = max(
      constant(
        isDisplay ? .fractionNumeratorDisplayStyleShiftUp : .fractionNumeratorShiftUp, context),
      axis + thickness / 2 + gapAbove + over.descent)
    let down = max(
      constant(
        isDisplay ? .fractionDenominatorDisplayStyleShiftDown : .fractionDenominatorShiftDown,
        context),
      under.ascent + gapBelow - (axis - thickness / 2))
    return (up, down)
  }

  /// The parentheses of `\binom`, or TeX's empty space at both sides.
  private mutating func fenced(
    _ inner: MathBox, _ fraction: Fraction, _ context: MathContext
  ) -> MathBox {
    var result = MathBox()
    if fraction.left != nil || fraction.right != nil {
      // TeX's sizes of the delimiters of a fraction (rule 15e, σ20 and σ21).
      let height = size(context) * (context.style.isDisplay ? 2.39 : 1.01)
      let wanted = max(height, 2 * max(inner.ascent - axis(context), inner.descent + axis(context)))
      result.append(delimiter(fraction.left ?? .none, height: wanted, context))
      result.append(inner)
      result.append(delimiter(fraction.right ?? .none, height: wanted, context))
    } else {
      let space = nullDelimiterSpace(context)
      result.place(inner, x: space)
      result.width = inner.width + 2 * space
    }
    result.topAccent = result.width / 2
    return result
  }

  /// A box as a row: its slant is part of its width.
  func whole(_ box: MathBox) -> MathBox {
    guard box.glyph != nil, box.italicsCorrection != 0 else { return box }
    var box = box
    box.width += box.italicsCorrection
    box.italicsCorrection = 0
    box.glyph = nil
    return box
  }
}

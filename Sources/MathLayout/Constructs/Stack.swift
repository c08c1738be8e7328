import Graphics
import MathSyntax
import Typography

/// `\overset`, `\underset`, `\stackrel`; and arrows with labels.
///
/// Source: amsmath's `\overset` (an operator with limits that keeps its base's class); OpenType
/// MATH `upperLimit…`, `lowerLimit…`, `stretchStack…`.
extension MathLayouter {
  mutating func layOutStack(_ stack: Stack, _ context: MathContext) -> MathBox {
    var base = whole(box(stack.base, context))
    base.italicsCorrection = 0
    return layOutLimits(on: base, over: stack.over, under: stack.under, context)
  }

  mutating func layOutExtensibleArrow(
    _ arrow: ExtensibleArrow, _ context: MathContext
  ) -> MathBox {
    if arrow.scalar == "↑" || arrow.scalar == "↓" || arrow.scalar == "‖" {
      return layOutVerticalArrow(arrow, context)
    }
    let above = box(arrow.above, context.with(context.style.superscript))
    let below = arrow.below.map { box($0, context.with(context.style.subscript)) }
    let isDiagram = arrow.command.hasPrefix("CD")
    let padding = size(context) * (arrow.scalar == "=" ? 0.4 : 0.55)
    let labels = max(above.width, below?.width ?? 0)
    let width = max(labels + padding, size(context) * (isDiagram ? 2.2 : 1.2))
    guard var shaft = stretched(arrow.scalar, width: width, atLeast: true, context) else {
      return words(String(arrow.scalar), MathTextFont(), context)
    }
    shaft.glyph = nil
    let extents = inkExtents(shaft)
    var result = MathBox(width: shaft.width)
    result.place(shaft, x: 0)
    let gap = size(context) * 0.12
    if !arrow.above.isEmpty {
      result.place(
        above, x: (shaft.width - above.width) / 2, y: -(extents.ascent + gap + above.descent))
    }
    if let below, !below.inks.isEmpty {
      result.place(
        below, x: (shaft.width - below.width) / 2, y: extents.descent + gap + below.ascent)
    }
    result.topAccent = result.width / 2
    return result
  }

  /// The vertical arrows of diagrams: labels left and right, which take no room.
  private mutating func layOutVerticalArrow(
    _ arrow: ExtensibleArrow, _ context: MathContext
  ) -> MathBox {
    var shaft = stretched(arrow.scalar, height: size(context) * 1.9, context)
    shaft = centered(shaft, context)
    let left = box(arrow.above, context.with(context.style.superscript))
    let right = arrow.below.map { box($0, context.with(context.style.superscript)) } ?? .empty
    // As in amscd the labels hang out, so that the columns are as wide as their objects.
    let gap = size(context) * 0.12
    let axis = axis(context)
    var result = MathBox(width: shaft.width, topAccent: shaft.width / 2)
    result.place(left, x: -gap - left.width, y: (left.ascent - left.descent) / 2 - axis)
    result.place(shaft, x: 0)
    result.place(
      right, x: shaft.width + gap, y: (right.ascent - right.descent) / 2 - axis)
    return result
  }
}

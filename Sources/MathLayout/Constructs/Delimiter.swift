import Graphics
import MathSyntax

/// Fences: `\left … \right`, `\big`.
///
/// Source: The TeXbook, Appendix G, rule 19, and page 152 for the shortfall.
extension MathLayouter {
  mutating func layOutDelimited(_ group: Delimited, _ context: MathContext) -> MathBox {
    var rows: [[MathAtom]] = []
    for part in group.parts { rows.append(atoms(part, context)) }
    let boxes = rows.map { whole(join($0)) }
    let axis = axis(context)
    let reach = boxes.reduce(0.0) { max($0, $1.ascent - axis, $1.descent + axis) }
    let height = fenceHeight(reach: reach, context)
    // The parts are set as one list, with the middle fences as relations without space.
    var result = MathBox()
    result.append(delimiter(group.left, height: height, context))
    for (index, part) in boxes.enumerated() {
      if index > 0 {
        result.append(delimiter(group.middles[index - 1], height: height, context))
      }
      result.append(part)
    }
    result.append(delimiter(group.right, height: height, context))
    result.topAccent = result.width / 2
    return result
  }

  /// How high a fence must be that encloses what reaches so far from the axis: at least 90.1 % of
  /// it, and short of it by no more than a third of an em (TeX: 5 pt, which reads too small round
  /// large matrices).
  func fenceHeight(reach: Points, _ context: MathContext) -> Points {
    max(2 * reach * 0.901, 2 * reach - size(context) * 0.35)
  }

  /// A fence of a height, centred on the axis.
  mutating func delimiter(
    _ delimiter: Delimiter, height: Points, _ context: MathContext
  ) -> MathBox {
    guard let scalar = delimiter.scalar else { return .space(nullDelimiterSpace(context)) }
    var fence = stretched(scalar, height: height, context)
    fence = centered(fence, context)
    fence.italicsCorrection = 0
    return fence
  }

  /// TeX's `\nulldelimiterspace`, 1.2 pt at 10 pt.
  func nullDelimiterSpace(_ context: MathContext) -> Points { size(context) * 0.12 }

  /// `\big` … `\Bigg`: 1.2, 1.8, 2.4 and 3 em high (amsmath).
  mutating func layOutBigDelimiter(
    _ delimiter: Delimiter, size step: Int, _ context: MathContext
  ) -> MathBox {
    let heights = [1.2, 1.8, 2.4, 3.0]
    let height = context.textSize * heights[min(max(step, 1), 4) - 1]
    // TeX asks for 90 % of it, so that the next smaller variant may serve.
    return self.delimiter(delimiter, height: height * 0.901, context)
  }
}

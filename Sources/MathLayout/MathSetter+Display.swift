public import Graphics
public import MathSyntax

extension MathSetter {
  /// The rows of a display, each a frame as wide as the text.
  ///
  /// One row is centred, with its number at the right edge; where both do not fit side by side the
  /// number goes below. What is wider than the text is broken after relations, then at binary
  /// operators, with the continuation lines indented; what still does not fit is set smaller.
  /// `\\` outside of any environment ends a row. Alignments have a number per row when their rows
  /// carry tags; `number` stands at their middle, or at the last row of `multline`.
  ///
  /// - Parameters:
  ///   - width: of the text, in points.
  ///   - number: the equation's number as set by the document, with its parentheses.
  public func layOutDisplay(
    _ list: MathList, width: Points, size: Points, color: Color, number: Frame? = nil
  ) -> [Frame] {
    withLayouter(size: size) { layouter in
      let context = MathContext(style: .display, textSize: size, color: color)
      var display = DisplayLayouter(
        layouter: layouter, context: context, width: width, number: number)
      let rows = display.rows(of: list)
      layouter = display.layouter
      return rows
    }
  }
}

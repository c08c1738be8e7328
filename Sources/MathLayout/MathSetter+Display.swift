public import Graphics
public import MathSyntax

extension MathSetter {
  /// The rows of a display, each a frame as wide as the text.
  ///
  /// One row is centred, with its number at the right edge; where both do not fit side by side the
  /// number goes below. What is wider than the text is broken after relations, then at binary
  /// operators, with the continuation lines indented; what still does not fit is set smaller.
  /// `\\` outside of any environment ends a row. Alignments give a row for each of theirs, with a
  /// number where the row carries a tag; `number` stands at their middle, or at the last row of
  /// `multline`. Numbers on the left stand at the first row, or above when there is no room.
  ///
  /// - Parameters:
  ///   - width: of the text, in points.
  ///   - number: the equation's number as set by the document, with its parentheses.
  public func display(
    _ list: MathList, width: Points, size: Points, color: Color, number: Frame? = nil,
    numberSide: MathDisplay.NumberSide = .right
  ) -> MathDisplay {
    withLayouter(size: size) { layouter in
      let context = MathContext(style: .display, textSize: size, color: color)
      var display = DisplayLayouter(
        layouter: layouter, context: context,
        rows: DisplayRows(width: width, em: size, side: numberSide))
      let set = display.lay(list, number: number)
      layouter = display.layouter
      return set
    }
  }

  /// The frames of `display`.
  public func layOutDisplay(
    _ list: MathList, width: Points, size: Points, color: Color, number: Frame? = nil
  ) -> [Frame] {
    display(list, width: width, size: size, color: color, number: number).rows.map(\.frame)
  }
}

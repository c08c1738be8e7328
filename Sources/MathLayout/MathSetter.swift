public import Graphics
public import MathSyntax
public import Typography

/// Sets formulas: from math lists to frames.
public struct MathSetter: Sendable {
  let font: MathFont
  /// What `\ref{label}` and `\eqref{label}` print inside of formulas, without parentheses.
  /// Its keys are anchors of the document, which the words lead to.
  public var references: [String: String] = [:]
  /// The colour of links in formulas; nil for that of the formula.
  public var linkColor: Color?

  /// - Precondition: the theme's math font has a MATH table.
  public init(fonts: FontLibrary) {
    font = MathFont(fonts: fonts)
    precondition(font.face.hasMathTable, "the math font of a theme has a MATH table")
  }

  /// The characters that no font had in any formula so far, in code point order.
  public var missingGlyphs: [MissingGlyph] { font.missingGlyphs }

  /// A formula as one frame, as wide as its ink and space, on its baseline.
  ///
  /// - Parameters:
  ///   - isDisplay: whether it is set in display style: large operators, limits above and below.
  ///   - size: em size of the text around it, in points.
  public func layOut(_ list: MathList, isDisplay: Bool, size: Points, color: Color) -> Frame {
    withLayouter(size: size) { layouter in
      let context = MathContext(
        style: isDisplay ? .display : .text, textSize: size, color: color)
      return layouter.whole(layouter.box(list, context)).frame(
        font: font.id, links: layouter.links)
    }
  }

  /// Borrows warm caches for one formula.
  func withLayouter<Result>(
    size: Points, _ body: (inout MathLayouter) -> Result
  ) -> Result {
    var layouter = MathLayouter(
      font: font, glyphs: font.borrowGlyphs(), references: references, linkColor: linkColor)
    layouter.baseSize = size
    let result = body(&layouter)
    font.giveBack(layouter.glyphs)
    return result
  }
}

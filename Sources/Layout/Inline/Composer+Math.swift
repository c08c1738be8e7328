import Diagnostics
import Graphics
import Markup
import MathSyntax
import Typography

extension Composer {
  /// A formula in a line of text; lines may end after its relations and operators.
  mutating func append(
    _ math: InlineMath, _ context: InlineContext, to content: inout ParagraphContent
  ) {
    content.beginTag(inlineElement(.formula, in: context.parent, altText: math.tex.text))
    var style = context.style
    style.isItalic = true
    content.append(math.tex.text, style: style)
    content.endTag()
  }

  /// The lines of a displayed formula with its number at the right.
  mutating func displayLines(
    _ math: DisplayMath, width: Points, style: TextStyle, number: Frame?
  ) -> [Frame] {
    var italic = style
    italic.isItalic = true
    let lines = typesetter.breakLines(
      ParagraphContent(math.tex.text, style: italic), width: width - 40,
      style: ParagraphStyle(alignment: .center))
    return lines.enumerated().map { index, line in
      var frame = Frame(
        size: Size(width: width, height: line.frame.height), baseline: line.frame.baseline)
      frame.place(line.frame, x: 20, baseline: frame.baseline)
      if index == lines.count - 1, let number {
        frame.place(number, x: width - number.width, baseline: frame.baseline)
      }
      return frame
    }
  }
}

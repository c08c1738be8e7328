import Diagnostics
import Graphics
import Markup
import MathLayout
import MathSyntax
import Typography

extension Composer {
  /// A formula in a line of text; lines may end after its relations and operators.
  mutating func append(
    _ math: InlineMath, _ context: InlineContext, to content: inout ParagraphContent
  ) {
    content.beginTag(inlineElement(.formula, in: context.parent, altText: math.tex.text))
    let pieces = mathSetter.layOutInline(
      math.math, size: context.style.size, color: context.style.color)
    for piece in pieces {
      switch piece {
      case .box(let frame): content.append(box: frame)
      case .glue(let width, let stretch, let shrink):
        content.append(glue: width, stretch: stretch, shrink: shrink)
      case .penalty(let penalty): content.append(penalty: penalty)
      }
    }
    content.endTag()
  }

  /// The rows of a displayed formula with its number at the right.
  func displayRows(
    _ math: DisplayMath, width: Points, style: TextStyle, number: Frame?
  ) -> [Frame] {
    mathSetter.layOutDisplay(
      math.math, width: width, size: style.size, color: style.color, number: number)
  }
}

import Configuration
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

  /// The rows of a displayed formula with its number beside them.
  mutating func displayRows(
    _ math: DisplayMath, width: Points, style: TextStyle, number: Frame?
  ) -> [MathDisplay.Row] {
    let display = mathSetter.display(
      math.math, width: width, size: style.size, color: style.color, number: number,
      numberSide: self.style.equationNumbers == .left ? .left : .right)
    if display.scale < Self.leastFormulaScale {
      let percent = Int((display.scale * 100).rounded())
      diagnostics.append(
        .warning(
          "shrunk-formula", "the formula is too wide and was set at \(percent) % of its size",
          at: math.span, help: "break it with '\\\\' or 'aligned', or split the matrix"))
    }
    return display.rows
  }

  /// A display that is set smaller than this to fit the line gets a warning.
  static let leastFormulaScale = 0.8
}

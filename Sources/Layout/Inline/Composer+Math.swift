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
    let tag = inlineElement(.formula, in: context.parent, altText: math.tex.text.collapsed)
    content.beginTag(tag)
    var links: [StructureID: StructureID] = [:]
    let pieces = mathSetter.layOutInline(
      math.math, size: context.style.size, color: context.style.color)
    for piece in pieces {
      switch piece {
      case .box(let frame):
        if context.isInLink {
          content.append(box: frame.withoutTags)
        } else {
          content.append(
            box: frame.withLinks { number in
              let link = links[number] ?? inlineElement(.link, in: tag)
              links[number] = link
              return link
            })
        }
      case .glue(let width, let stretch, let shrink):
        content.append(glue: width, stretch: stretch, shrink: shrink)
      case .penalty(let penalty): content.append(penalty: penalty)
      case .beginLink(let target):
        if !context.isInLink {
          content.beginLink(target, structure: inlineElement(.link, in: tag))
        }
      case .endLink: if !context.isInLink { content.endTag() }
      }
    }
    content.endTag()
  }

  /// The rows of a displayed formula with its number beside them.
  ///
  /// - Parameter tag: its element, which links are put into.
  mutating func displayRows(
    _ math: DisplayMath, width: Points, style: TextStyle, number: Frame?, tag: StructureID
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
    var links: [StructureID: StructureID] = [:]
    return display.rows.map { row in
      var row = row
      row.frame = row.frame.withLinks { number in
        let link = links[number] ?? structure.add(.link, in: tag)
        links[number] = link
        return link
      }
      return row
    }
  }

  /// A display that is set smaller than this to fit the line gets a warning.
  static let leastFormulaScale = 0.8
}

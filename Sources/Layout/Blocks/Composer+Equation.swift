import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  /// A displayed formula with its number at the right edge.
  mutating func add(_ math: DisplayMath, in context: BlockContext) {
    let tag = structure.add(.formula, in: context.parent, altText: math.tex.text)
    let number = math.number.map { number in
      let text = number.hasPrefix("(") ? number : "(\(number))"
      return typesetter.setLine(ParagraphContent(text, style: context.text))
    }
    let rows = displayRows(math, width: context.width, style: context.text, number: number)
    let space = VerticalGlue(rhythm * 0.6, stretch: 4, shrink: 2)
    addSpace(space)
    // A display belongs to the sentence before it, as in TeX.
    if !galley.items.isEmpty { setBreak(nil) }
    for (index, row) in rows.enumerated() {
      if index > 0 {
        addSpace(VerticalGlue(3))
        setBreak(PageBreak(150))
      }
      var box = VerticalBox(row, height: max(row.height, 10), x: context.x, tag: tag)
      if index == 0, let label = math.label { box.anchors = [label.name] }
      add(box)
    }
    addSpace(space)
    suppressesIndent = true
  }
}

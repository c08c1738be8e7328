import Diagnostics
import Graphics
import Markup
import MathLayout
import MathSyntax
import Typography

extension Composer {
  /// A displayed formula with its numbers at the edge; a page may end between its rows.
  mutating func add(_ math: DisplayMath, in context: BlockContext) {
    // A display that only defines commands leaves nothing behind.
    guard !math.math.isEmpty || math.label != nil else { return }
    let tag = structure.add(.formula, in: context.parent, altText: math.tex.text.collapsed)
    let number = math.number.map { number in
      let text = number.hasPrefix("(") ? number : "(\(number))"
      return typesetter.setLine(ParagraphContent(text, style: context.text))
    }
    let rows = displayRows(
      math, width: context.width, style: context.text, number: number, tag: tag)
    let space = VerticalGlue(rhythm * 0.6, stretch: 4, shrink: 2)
    addSpace(space)
    // A display belongs to the sentence before it, as in TeX.
    if !galley.items.isEmpty { setBreak(nil) }
    for (index, row) in rows.enumerated() {
      if index > 0 {
        addSpace(VerticalGlue(row.gapAbove))
        setBreak(PageBreak(150))
      }
      var box = VerticalBox(
        row.frame, height: max(row.frame.height, 10), x: context.x, tag: tag)
      if index == 0, let label = math.label { box.anchors = [label.name] }
      box.anchors += row.labels.filter { $0 != math.label?.name }
      add(box)
    }
    addSpace(space)
    suppressesIndent = true
  }
}

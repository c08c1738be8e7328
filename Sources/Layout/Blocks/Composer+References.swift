import Graphics
import Markup
import Typography

extension Composer {
  /// The works cited: each entry hangs under its mark.
  mutating func add(_ list: ReferenceList<Resolved>, in context: BlockContext) {
    let tag = structure.add(.list, in: context.parent)
    structure[tag].listNumbering =
      list.entries.contains { !$0.mark.isEmpty } ? .decimal : .some(.none)
    let marks = list.entries.map {
      typesetter.setLine(ParagraphContent($0.mark, style: context.text))
    }
    let widest = marks.reduce(0) { max($0, $1.width) }
    let gutter = widest > 0 ? widest + context.text.size * 0.6 : 0
    let hanging = gutter > 0 ? 0 : context.text.size * 1.5
    for (index, entry) in list.entries.enumerated() {
      let item = structure.add(.listItem, in: tag)
      let label = structure.add(.label, in: item)
      let body = structure.add(.bibliographyEntry, in: item)
      var inner = context.inset(left: gutter, parent: body)
      // Addresses that cannot be hyphenated would tear holes into justified lines.
      inner.alignment = .left
      let content = content(entry.content, style: inner.text, parent: body, width: inner.width)
      let mark = marks[index]
      let part = VerticalBox.Part(
        frame: mark, x: context.x + widest - mark.width, y: -mark.baseline, tag: label)
      if index > 0 { addSpace(VerticalGlue(rhythm / 4, stretch: 1)) }
      addLines(
        content, in: inner, indent: -hanging, hanging: hanging, tag: body,
        marker: entry.mark.isEmpty ? nil : part, anchors: [entry.anchor], at: nil)
    }
    suppressesIndent = true
  }
}

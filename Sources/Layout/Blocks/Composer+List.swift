import Configuration
import Graphics
import Markup
import MathSyntax
import Typography

extension Composer {
  mutating func add(_ list: List<Resolved>, in context: BlockContext) {
    let tag = structure.add(.list, in: context.parent)
    structure[tag].listNumbering = numbering(of: list, depth: context.listDepth)
    let space = context.listDepth == 0 ? displaySpace : VerticalGlue(list.isTight ? 0 : rhythm / 4)
    addSpace(space)
    let isReversed = runsRightToLeft(list.items.first?.blocks ?? [])
    let markers = list.items.indices.map {
      marker(of: list, at: $0, isReversed: isReversed, in: context)
    }
    let gutter = self.gutter(markers, in: context)
    let first = galley.items.count
    for (index, item) in list.items.enumerated() {
      if index > 0, !list.isTight { addSpace(VerticalGlue(rhythm / 4, stretch: 1)) }
      if index == 1 { discourageBreak(120) }
      if index == list.items.count - 1 { discourageBreak(250) }
      let start = galley.items.count
      add(
        item, marker: markers[index], gutter: gutter, isReversed: isReversed, of: tag, in: context)
      if index == 1, isLine(galley.items[..<start], from: first) { raiseBreak(at: start, to: 900) }
      if index > 0, index == list.items.count - 1, isLine(galley.items[...], from: start) {
        raiseBreak(at: start, to: 3000)
      }
    }
    addSpace(space)
    suppressesIndent = true
  }

  /// Whether the items from one on are a single line.
  private func isLine(_ items: ContiguousArray<VerticalItem>.SubSequence, from start: Int) -> Bool {
    items[start...].count { $0.isBox } == 1
  }

  /// Makes the page break that stands at an item dearer: one line of a list, alone on a page, looks
  /// forgotten.
  private mutating func raiseBreak(at item: Int, to penalty: Double) {
    guard case .pageBreak(var old) = galley.items[item], old.penalty < penalty else { return }
    old.penalty = penalty
    galley.items[item] = .pageBreak(old)
  }

  private mutating func add(
    _ item: ListItem<Resolved>, marker: Frame, gutter: Points, isReversed: Bool,
    of list: StructureID, in context: BlockContext
  ) {
    let element = structure.add(.listItem, in: list)
    let label = structure.add(.label, in: element)
    // The box is drawn, and says nothing to who does not see it.
    structure[label].actualText = item.task.map { $0 ? "☑" : "☐" }
    let body = structure.add(.listBody, in: element)
    var inner = context.inset(
      left: isReversed ? 0 : gutter, right: isReversed ? gutter : 0, parent: body)
    inner.indents = 0
    inner.paragraphSpace = VerticalGlue(rhythm / 4, stretch: 1)
    inner.listDepth += 1
    let gap = context.text.size * 0.55
    let x = isReversed ? inner.x + inner.width + gap : inner.x - gap - marker.width
    let part = VerticalBox.Part(frame: marker, x: x, y: -marker.baseline, tag: label)
    var blocks = item.blocks[...]
    // The first paragraph stands beside the marker; its own space does not come between items.
    if case .paragraph(let first)? = blocks.first, !first.content.isEmpty {
      blocks.removeFirst()
      let tag = structure.add(.paragraph, in: body)
      var content = ParagraphContent(
        directionMark(before: first.content, isMirrored: isReversed), style: inner.text)
      append(
        first.content, InlineContext(style: inner.text, parent: tag, width: inner.width),
        to: &content)
      addLines(content, in: inner, tag: tag, marker: part, at: first.span)
      suppressesIndent = false
    } else {
      var box = VerticalBox(
        Frame(size: Size(width: inner.width, height: 0)),
        height: blocks.isEmpty ? context.grid.leading : 0, x: inner.x, tag: .document)
      var marker = part
      marker.y += context.grid.ascent
      box.others = [marker]
      add(box)
      setBreak(nil)
    }
    add(Array(blocks), in: inner)
  }

  /// The space that markers stand in: as wide as the widest asks, the same for most lists.
  private func gutter(_ markers: [Frame], in context: BlockContext) -> Points {
    let widest = markers.reduce(0) { max($0, $1.width) }
    return max(1.6 * context.text.size, widest + context.text.size * 0.8)
  }

  private mutating func marker(
    of list: List<Resolved>, at index: Int, isReversed: Bool, in context: BlockContext
  ) -> Frame {
    if let isDone = list.items[index].task { return taskBox(isDone, context.text) }
    var style = context.text
    switch list.kind {
    case .bullet:
      let bullets = ["•", "–", "·"]
      style.color = self.style.colors.muted
      return typesetter.setLine(
        ParagraphContent(bullets[min(context.listDepth, 2)], style: style))
    case .ordered(let start):
      style.features.insert(.tabularFigures)
      return typesetter.setLine(
        // The mark puts the point on the side where the text is.
        ParagraphContent(
          (isReversed ? TextDirection.mark : "") + number(start + index, depth: context.listDepth),
          style: style))
    }
  }

  private func numbering(of list: List<Resolved>, depth: Int) -> StructureElement.ListNumbering {
    switch list.kind {
    case .bullet: .disc
    case .ordered: depth == 1 ? .lowerAlpha : depth == 2 ? .lowerRoman : .decimal
    }
  }

  /// 1. a. i. by depth, as outlines do.
  private func number(_ value: Int, depth: Int) -> String {
    switch depth {
    case 1 where value > 0: LetterNumeral.lowercase(value) + "."
    case 2 where value > 0: RomanNumeral.lowercase(value) + "."
    default: "\(value)."
    }
  }

  /// A drawn box, ticked when the task is done; fonts rarely have these signs.
  private func taskBox(_ isDone: Bool, _ text: TextStyle) -> Frame {
    let side = text.size * 0.72
    var frame = Frame(size: Size(width: side, height: side), baseline: side * 0.94)
    frame.items.append(
      .path(
        .rect(Rect(x: 0.3, y: 0.3, width: side - 0.6, height: side - 0.6)), fill: nil,
        stroke: Stroke(color: style.colors.muted, width: 0.6)))
    if isDone {
      let tick = Path.polyline([
        Point(x: side * 0.2, y: side * 0.52), Point(x: side * 0.42, y: side * 0.75),
        Point(x: side * 0.82, y: side * 0.24),
      ])
      frame.items.append(
        .path(
          tick, fill: nil,
          stroke: Stroke(color: style.colors.accent, width: 1.1, cap: .round, join: .round)))
    }
    return frame
  }
}

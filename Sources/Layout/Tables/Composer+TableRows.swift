import Configuration
import Graphics
import Languages
import Markup
import Typography

// A table at its widths, as items of the galley.
extension Composer {
  /// Caption, rules, rows and notes in the flow. Each break between rows closes the part above with
  /// a rule and repeats the header below.
  mutating func addTable(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    part: TablePart? = nil, notes: [VerticalBox], in context: BlockContext
  ) {
    let rules = TableRules(color: style.colors.ink, x: context.x, width: layout.width)
    let isFirst = (part?.index ?? 0) == 0
    addSpace(VerticalGlue(rhythm * 0.75, stretch: 4, shrink: 2))
    var lead: [VerticalBox] = []
    if !isFirst {
      lead += continuedCaption(table, part, beside: layout, in: context)
    } else if let caption {
      let place = edge(context.x, of: layout, width: context.width)
      lead += setCaption(
        caption.content, tag: caption.tag, x: place.x, width: place.width, at: table.span)
      lead.append(VerticalBox(space: 4))
    }
    lead.append(rules.top)
    if isFirst,
      let anchor = note(
        caption: table.caption, number: table.number, label: table.label, in: .tables)
    {
      lead[0].anchors.append(anchor)
    }
    let head = headBoxes(layout, rules, x: context.x, isTagged: true)
    for box in lead + head {
      add(box)
      setBreak(nil)
    }
    let continued = continuedCaption(table, part, beside: layout, in: context)
    // A header that would fill the pages is not repeated.
    let repeatsHead = head.reduce(0) { $0 + $1.height } <= style.textHeight * 0.4
    let opening =
      continued + [rules.top]
      + (repeatsHead ? headBoxes(layout, rules, x: context.x, isTagged: false) : [])
    let headCarry = galley.carries.count
    galley.carries.append(BreakCarry(before: [rules.bottom], after: opening))
    // Where a page begins with the rule between two groups, that rule closes the header.
    let isClosed = repeatsHead && !head.isEmpty
    galley.carries.append(
      BreakCarry(before: [rules.bottom], after: isClosed ? opening.dropLast() : opening))
    addRows(layout, rules, opening: opening, headCarry: headCarry, in: context)
    setBreak(nil)
    add(rules.bottom)
    for note in notes {
      setBreak(nil)
      add(note)
    }
    addSpace(VerticalGlue(rhythm * 0.9, stretch: 4, shrink: 2))
    suppressesIndent = true
  }

  private mutating func addRows(
    _ layout: TableLayout, _ rules: TableRules, opening: [VerticalBox], headCarry: Int,
    in context: BlockContext
  ) {
    let rows = layout.table.grid.rows
    var carry = (index: headCarry, grouped: headCarry + 1, opening: opening)
    let body = layout.blocks.filter { rows[$0.rows.lowerBound].kind != .head }
    func isTitle(_ position: Int) -> Bool {
      body.indices.contains(position)
        && rows[body[position].rows.lowerBound].kind == .groupTitle
    }
    for (position, block) in body.enumerated() {
      let row = block.rows.lowerBound
      // Rows that a cell holds together are set apart from their neighbours.
      let isGroup =
        isTitle(position)
        || position > 0 && !isTitle(position - 1)
          && (block.rows.count > 1 || body[position - 1].rows.count > 1)
      let isEdge = position == 1 || position == body.count - 1
      if isTitle(position - 1) {
        setBreak(nil)
      } else if position > 0 {
        // A lone row at a page's edge, of the table or of a group, looks forgotten.
        let endsGroup = position == body.count - 1 || isTitle(position + 1)
        let opensGroup = isTitle(position - 2)
        let price =
          isTitle(position)
          ? 0.0 : isEdge && body.count > 3 ? 400 : endsGroup || opensGroup ? 180 : 40
        setBreak(
          PageBreak(
            price,
            carry: isTitle(position) ? headCarry + 1 : isGroup ? carry.grouped : carry.index))
      }
      if isTitle(position) {
        carry.opening = opening + continuedTitle(layout, row, x: context.x)
        carry.index = galley.carries.count
        carry.grouped = carry.index
        galley.carries.append(BreakCarry(before: [rules.bottom], after: carry.opening))
      }
      if isGroup, position > 0 {
        add(rules.group)
        setBreak(nil)
      }
      add(block, of: layout, rules, carry: (carry.index, carry.opening), x: context.x)
      setBreak(PageBreak())
    }
  }

  /// A row, or rows that spanning cells hold together. When it is tall a page may end within it,
  /// better between rows than within one.
  private mutating func add(
    _ block: (rows: ClosedRange<Int>, layout: TableRowLayout), of layout: TableLayout,
    _ rules: TableRules, carry: (index: Int, opening: [VerticalBox]), x: Points
  ) {
    let slices = block.layout.slices(x: x, width: layout.width, above: layout.tallest)
    var row = block.rows.lowerBound
    for (index, slice) in slices.enumerated() {
      if slice.startsRow {
        row = block.rows.lowerBound + (block.layout.joints.firstIndex(of: slice.top) ?? 0) + 1
        var here = carry.index
        if let label = layout.label(above: row, in: block.rows, x: x) {
          here = galley.carries.count
          galley.carries.append(
            BreakCarry(before: [rules.bottom], after: carry.opening + [label]))
        }
        let isEdge = index == 1 || index == slices.count - 1
        setBreak(PageBreak(isEdge ? 400 : 140, carry: here))
      } else if index > 0 {
        // One line of a row is not parted from its others.
        let isFirst = index == 1 || slices[index - 1].startsRow
        let isLast = index == slices.count - 1 || slices[index + 1].startsRow
        setBreak(isFirst || isLast ? nil : PageBreak(200, carry: carry.index))
      }
      add(slice.box)
    }
  }

  /// A group's title once more, on the page where the group goes on.
  private mutating func continuedTitle(_ layout: TableLayout, _ row: Int, x: Points)
    -> [VerticalBox]
  {
    var box = layout.rows[row].box(x: x, width: layout.width, isTagged: false)
    guard let line = layout.rows[row].lines.last else { return [box] }
    let style = styles.cell(layout.table.metrics.grid.size)
    let words = typesetter.setLine(ParagraphContent("(\(styles.terms.continued))", style: style))
    let gap = style.size * 0.4
    if layout.table.grid.runsRightToLeft {
      let end = line.x + line.frame.width - line.contentWidth - gap
      if end >= words.width {
        box.others.append(
          VerticalBox.Part(
            frame: words, x: x + end - words.width, y: line.baseline - words.baseline,
            tag: .document))
      }
      return [box]
    }
    let end = line.x + line.contentWidth + gap
    if end + words.width <= max(layout.width, self.style.columnWidth) {
      box.others.append(
        VerticalBox.Part(
          frame: words, x: x + end, y: line.baseline - words.baseline, tag: .document))
    }
    return [box]
  }

  func headBoxes(_ layout: TableLayout, _ rules: TableRules, x: Points, isTagged: Bool)
    -> [VerticalBox]
  {
    let rows = layout.table.grid.rows
    var boxes: [VerticalBox] = []
    for (index, row) in rows.enumerated() where row.kind == .head {
      boxes.append(layout.rows[index].box(x: x, width: layout.width, isTagged: isTagged))
      let spans = row.cells.map { layout.table.grid.cells[$0] }.filter { $0.columnSpan > 1 }
      if !spans.isEmpty, index + 1 < rows.count, rows[index + 1].kind == .head {
        boxes.append(rules.spanners(spans, layout))
      }
    }
    if !boxes.isEmpty { boxes.append(rules.middle) }
    return boxes
  }
}

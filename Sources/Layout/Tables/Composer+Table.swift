import Configuration
import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  mutating func add(_ table: DocumentTable<Resolved>, in context: BlockContext) {
    let grid = TableGrid(table)
    guard !grid.columns.isEmpty, !grid.rows.isEmpty else { return }
    let element = structure.add(.table, in: context.parent)
    let caption = tableCaption(table, element, in: context)
    let tags = cellTags(grid, in: element)
    let overhang = context.floats ? style.overhang : 0
    let space = TableFit.Space(
      text: context.width, wide: context.width + 2 * overhang,
      landscape: context.floats ? landscapeSize.width : nil)
    let fit = fit(grid, tags: tags, in: space)
    if let fit {
      note(fit, of: table)
      let layout = TableLayout(
        fit.table, widths: fit.widths, extra: fit.extra, tags: tags, typesetter: &typesetter)
      emit(table, layout, caption: caption, element: element, fit.page, in: context)
    } else {
      addSplit(table, grid, caption: caption, element: element, tags: tags, space, in: context)
    }
  }

  // MARK: Structure

  private mutating func cellTags(_ grid: TableGrid, in table: StructureID) -> [StructureID] {
    var tags = Array(repeating: StructureID.document, count: grid.cells.count)
    let hasHead = grid.rows.contains { $0.kind == .head }
    let head = hasHead ? structure.add(.tableHead, in: table) : table
    var body: StructureID?
    for row in grid.rows {
      let parent: StructureID
      if row.kind == .head {
        parent = head
      } else {
        body = body ?? structure.add(.tableBody, in: table)
        parent = body ?? table
      }
      let element = structure.add(.tableRow, in: parent)
      for index in row.cells {
        let cell = grid.cells[index]
        let isHeader = row.kind != .body || cell.source.isHeader
        let tag = structure.add(isHeader ? .tableHeader : .tableCell, in: element)
        if isHeader { structure[tag].scope = row.kind == .body ? .row : .column }
        structure[tag].columnSpan = cell.columnSpan
        structure[tag].rowSpan = cell.rowSpan
        tags[index] = tag
      }
    }
    return tags
  }

  private mutating func tableCaption(
    _ table: DocumentTable<Resolved>, _ element: StructureID, in context: BlockContext
  ) -> TableCaption? {
    guard table.number != nil || !table.caption.isEmpty else { return nil }
    let tag = structure.add(.caption, in: element)
    let text = caption(
      "Table", number: table.number, table.caption, tag: tag, width: context.width)
    return TableCaption(content: text, tag: tag)
  }

  // MARK: Emission

  private mutating func emit(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    element: StructureID, _ page: TableFit.Page, in context: BlockContext
  ) {
    var inner = context
    switch page {
    case .upright: inner.x += min(0, (context.width - layout.width) / 2)
    case .landscape:
      inner.x = 0
      inner.width = landscapeSize.width
      inner.floats = false
    }
    let notes = tableNotes(
      table, element, width: max(layout.width, context.width), in: inner)
    switch page {
    case .upright: addUpright(table, layout, caption: caption, notes: notes, in: inner)
    case .landscape: addLandscape(table, layout, caption: caption, notes: notes, in: inner)
    }
  }

  /// A table with a number that is not too high floats, because cutting it would be a
  /// pity; others stand where they are and go on over the page.
  private mutating func addUpright(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    notes: [VerticalBox], in context: BlockContext
  ) {
    let height = layout.rows.reduce(0) { $0 + $1.height }
    let hasFootnotes = layout.rows.contains { !$0.notes.isEmpty }
    // A section that is nothing but a table keeps it below its heading.
    guard context.floats, mayBreak, table.number != nil, height < style.textHeight * 0.7,
      !hasFootnotes
    else {
      addTable(table, layout, caption: caption, notes: notes, in: context)
      return
    }
    let boxes = composeApart { composer in
      composer.addTable(table, layout, caption: caption, notes: notes, in: context)
    }
    addFloat(boxes, .automatic)
  }

  /// Caption, rules, rows and notes in the flow. Each break between rows closes the part above with
  /// a rule and repeats the header below.
  mutating func addTable(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    notes: [VerticalBox], in context: BlockContext
  ) {
    let rules = TableRules(color: style.colors.ink, x: context.x, width: layout.width)
    let anchors = table.label.map { [$0.name] } ?? []
    addSpace(VerticalGlue(rhythm * 0.75, stretch: 4, shrink: 2))
    var lead: [VerticalBox] = []
    if let caption {
      lead += setCaption(
        caption.content, tag: caption.tag, x: context.x, width: max(layout.width, context.width))
      lead.append(VerticalBox(space: 4))
    }
    lead.append(rules.top)
    lead[0].anchors += anchors
    let head = headBoxes(layout, rules, x: context.x, isTagged: true)
    for box in lead + head {
      add(box)
      setBreak(nil)
    }
    let continued = continuedCaption(table, caption, in: context)
    let opening = continued + [rules.top] + headBoxes(layout, rules, x: context.x, isTagged: false)
    let headCarry = galley.carries.count
    galley.carries.append(BreakCarry(before: [rules.bottom], after: opening))
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
    var carry = headCarry
    let body = rows.indices.filter { rows[$0].kind != .head }
    for (position, row) in body.enumerated() {
      let isTitle = rows[row].kind == .groupTitle
      let afterTitle = position > 0 && rows[body[position - 1]].kind == .groupTitle
      let isEdge = position == 1 || position == body.count - 1
      if position > 0 {
        if rows[row].isHeldAbove || afterTitle {
          setBreak(nil)
        } else {
          // A lone row at a page's edge, of the table or of a group, looks forgotten.
          let endsGroup =
            position == body.count - 1 || rows[body[position + 1]].kind == .groupTitle
          let opensGroup = position > 1 && rows[body[position - 2]].kind == .groupTitle
          let price =
            isTitle ? 0.0 : isEdge && body.count > 3 ? 400 : endsGroup || opensGroup ? 180 : 40
          setBreak(PageBreak(price, carry: isTitle ? headCarry : carry))
        }
      }
      if isTitle {
        carry = galley.carries.count
        let title = continuedTitle(layout, row, x: context.x)
        galley.carries.append(BreakCarry(before: [rules.bottom], after: opening + title))
        if position > 0 { add(rules.group) }
        if position > 0 { setBreak(nil) }
      }
      let boxes = layout.rows[row].boxes(
        x: context.x, width: layout.width,
        sliceAbove: layout.table.metrics.grid.leading * 7)
      for (slice, box) in boxes.enumerated() {
        if slice == 1 || (slice > 0 && slice == boxes.count - 1) { setBreak(nil) }
        if slice > 1, slice < boxes.count - 1 { setBreak(PageBreak(200, carry: carry)) }
        add(box)
      }
      setBreak(PageBreak())
    }
  }

  /// A group's title once more, on the page where the group goes on.
  private mutating func continuedTitle(_ layout: TableLayout, _ row: Int, x: Points)
    -> [VerticalBox]
  {
    var boxes = layout.rows[row].boxes(x: x, width: layout.width, isTagged: false)
    guard let line = layout.rows[row].lines.last, boxes.count == 1 else { return boxes }
    let style = styles.cell(layout.table.metrics.grid.size)
    let words = typesetter.setLine(ParagraphContent("(continued)", style: style))
    let end = line.x + line.contentWidth + style.size * 0.4
    if end + words.width <= max(layout.width, self.style.textWidth) {
      boxes[0].others.append(
        VerticalBox.Part(
          frame: words, x: x + end, y: line.baseline - words.baseline, tag: .document))
    }
    return boxes
  }

  func headBoxes(_ layout: TableLayout, _ rules: TableRules, x: Points, isTagged: Bool)
    -> [VerticalBox]
  {
    let rows = layout.table.grid.rows
    var boxes: [VerticalBox] = []
    for (index, row) in rows.enumerated() where row.kind == .head {
      boxes += layout.rows[index].boxes(x: x, width: layout.width, isTagged: isTagged)
      let spans = row.cells.map { layout.table.grid.cells[$0] }.filter { $0.columnSpan > 1 }
      if !spans.isEmpty, index + 1 < rows.count, rows[index + 1].kind == .head {
        boxes.append(rules.spanners(spans, layout))
      }
    }
    if !boxes.isEmpty { boxes.append(rules.middle) }
    return boxes
  }

  // MARK: Captions and notes

  /// "Table 3 (continued)", not read again.
  private mutating func continuedCaption(
    _ table: DocumentTable<Resolved>, _ caption: TableCaption?, in context: BlockContext
  ) -> [VerticalBox] {
    guard caption != nil, let number = table.number else { return [] }
    var bold = styles.caption
    bold.weight = .semibold
    var content = ParagraphContent("Table\u{A0}\(number)", style: bold)
    content.append(" (continued)", style: styles.caption)
    return setCaption(content, tag: .document, x: context.x, width: style.textWidth)
      + [VerticalBox(space: 4)]
  }

  private mutating func tableNotes(
    _ table: DocumentTable<Resolved>, _ element: StructureID, width: Points,
    in context: BlockContext
  ) -> [VerticalBox] {
    guard !table.notes.isEmpty else { return [] }
    var inner = context
    inner.text = styles.sans(style.sizes.tableNote)
    inner.grid = LineGrid(style.sizes.tableNote)
    inner.alignment = .left
    inner.width = width
    return composeApart { composer in
      composer.addSpace(VerticalGlue(3, isKept: true))
      for note in table.notes {
        let tag = composer.structure.add(.note, in: element)
        let content = composer.content(note, style: inner.text, parent: tag, width: inner.width)
        composer.addLines(content, in: inner, tag: tag, at: table.span)
      }
    }
  }
}

/// A table's caption, to be set at its width.
struct TableCaption {
  var content: ParagraphContent
  var tag: StructureID
}

/// The rules of a table: 0.8 pt above and below, 0.4 pt under the header, 0.25 pt between groups.
struct TableRules {
  var color: Color
  var x: Points
  var width: Points

  var top: VerticalBox { rule(0.8, above: 0, below: 1.5) }
  var middle: VerticalBox { rule(0.4, above: 1.5, below: 1.5) }
  var group: VerticalBox { rule(0.25, above: 2, below: 2) }
  var bottom: VerticalBox { rule(0.8, above: 1.5, below: 0) }

  private func rule(_ weight: Points, above: Points, below: Points) -> VerticalBox {
    var frame = Frame(size: Size(width: width, height: above + weight + below))
    frame.fill(Rect(x: 0, y: above, width: width, height: weight), color)
    return VerticalBox(frame, x: x, tag: .document)
  }

  /// Short rules under headings that span columns.
  func spanners(_ cells: [TableGrid.Cell], _ layout: TableLayout) -> VerticalBox {
    var frame = Frame(size: Size(width: width, height: 1.5))
    for cell in cells {
      let last = cell.column + cell.columnSpan - 1
      let left = layout.edges[cell.column]
      let right = layout.edges[last] + layout.widths[last]
      frame.fill(Rect(x: left, y: 0.5, width: right - left, height: 0.3), color)
    }
    return VerticalBox(frame, x: x, tag: .document)
  }
}

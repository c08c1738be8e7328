import Configuration
import Diagnostics
import Graphics
import Languages
import Markup
import Typography

extension Composer {
  mutating func add(_ table: DocumentTable<Resolved>, in context: BlockContext) {
    let grid = TableGrid(table, runsRightToLeft: chapter.runsRightToLeft)
    guard !grid.columns.isEmpty, !grid.rows.isEmpty else { return }
    let element = structure.add(.table, in: context.parent)
    let caption = tableCaption(table, element, in: context)
    let tags = cellTags(grid, in: element)
    let space = space(for: context)
    let metrics = TableMetrics.ladder(style.sizes.table)[0]
    let first = MeasuredTable(
      grid: grid, metrics: metrics,
      contents: contents(of: grid, metrics: metrics, tags: tags, known: nil))
    if let fit = fit(first, tags: tags, in: space) {
      note(fit, of: table)
      let layout = TableLayout(
        fit.table, widths: fit.widths, extra: fit.extra, tags: tags, typesetter: &typesetter)
      if layout.overfullBy > Line.hair { warnOverfull(by: layout.overfullBy, at: table.span) }
      emit(table, layout, caption: caption, fit.page, in: context)
    } else {
      addSplit(table, first, caption: caption, tags: tags, space, in: context)
    }
  }

  /// In the text a table may reach into both margins; in a list or a quote it may reach as far to
  /// the right.
  private func space(for context: BlockContext) -> TableFit.Space {
    guard let block = context.block else {
      return TableFit.Space(text: context.width, wide: context.width)
    }
    let left = context.floats ? style.overhang : 0
    return TableFit.Space(
      text: context.width,
      wide: (chapter.runsRightToLeft ? context.x + context.width : block - context.x) + left
        + style.overhang,
      across: style.columns > 1 ? style.textWidth : nil, landscape: landscapeSize.width)
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
      styles.terms.table, number: table.number, table.caption, tag: tag, width: context.width)
    return TableCaption(content: text, tag: tag)
  }

  // MARK: Emission

  private mutating func emit(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    _ page: TableFit.Page, in context: BlockContext
  ) {
    var inner = context
    switch page {
    case .upright: inner.x = left(of: layout, in: context)
    case .across: inner = acrossContext(context)
    case .landscape:
      inner.width = landscapeSize.width
      inner.floats = false
      inner.x = 0
      inner.x = left(of: layout, in: inner)
    }
    if page == .across {
      // Caption and notes stand above and below the table, no wider than it.
      inner.x = max(0, (inner.width - layout.width) / 2)
      inner.width -= 2 * inner.x
    }
    let notes = tableNotes(table, beside: layout, width: context.width, in: inner)
    switch page {
    case .upright: addUpright(table, layout, caption: caption, notes: notes, in: inner)
    case .across: addAcross(table, layout, caption: caption, notes: notes, in: inner)
    case .landscape:
      addPages(of: table, isLandscape: true) { composer in
        composer.addTable(
          table, layout, caption: caption, notes: notes + composer.footnotes(of: layout), in: inner)
      }
    }
  }

  /// The context of what stands across the columns.
  func acrossContext(_ context: BlockContext) -> BlockContext {
    var inner = context
    inner.x = 0
    inner.width = style.textWidth
    inner.floats = false
    return inner
  }

  /// A table across the columns, at the top of a page; one that is too high has pages of its own.
  private mutating func addAcross(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    notes: [VerticalBox], in context: BlockContext
  ) {
    // Footnotes in cells stand below the table: their page is not known yet.
    let notes = notes + footnotes(of: layout)
    let height = (layout.rows.map(\.height) + notes.map(\.height)).reduce(0, +)
    if height < style.textHeight * 0.68 {
      let boxes = composeApart {
        $0.addTable(table, layout, caption: caption, notes: notes, in: context)
      }
      galley.wideFloats.append(
        WideFloat(
          kind: .table, item: galley.items.count, sectionStart: chapter.sectionStart, boxes: boxes))
    } else {
      addPages(of: table, isLandscape: false) {
        $0.addTable(table, layout, caption: caption, notes: notes, in: context)
      }
    }
  }

  /// A table wider than the text reaches as far into both margins; others stand where lines begin.
  func left(of layout: TableLayout, in context: BlockContext) -> Points {
    let rest = context.width - layout.width
    if context.floats, rest < 0 { return context.x + rest / 2 }
    return chapter.runsRightToLeft ? context.x + rest : context.x
  }

  /// Where captions and notes of at least some width begin beside a table that begins at `x`.
  func edge(_ x: Points, of layout: TableLayout, width: Points) -> (x: Points, width: Points) {
    let wide = max(layout.width, width)
    return (chapter.runsRightToLeft ? x + layout.width - wide : x, wide)
  }

  /// A table with a number that is not too high floats, because cutting it would be a
  /// pity; others stand where they are and go on over the page.
  private mutating func addUpright(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    notes: [VerticalBox], in context: BlockContext
  ) {
    let height = layout.rows.reduce(0) { $0 + $1.height }
    let hasFootnotes = !layout.notes.isEmpty
    // A section that is nothing but a table keeps it below its heading.
    guard context.floats, mayFloat, table.number != nil, height < style.textHeight * 0.7,
      !hasFootnotes
    else {
      if table.number != nil { holdFloats(.table, in: context) }
      addTable(table, layout, caption: caption, notes: notes, in: context)
      return
    }
    let boxes = composeApart { composer in
      composer.addTable(table, layout, caption: caption, notes: notes, in: context)
    }
    addFloat(boxes, .table, .automatic)
  }

  // MARK: Captions and notes

  /// "Table 3 (continued)", not read again. A table without a number says only which part this is.
  mutating func continuedCaption(
    _ table: DocumentTable<Resolved>, _ part: TablePart?, beside layout: TableLayout,
    in context: BlockContext
  ) -> [VerticalBox] {
    var content = ParagraphContent(
      directionMark, style: styles.caption)
    let place = edge(context.x, of: layout, width: context.width)
    if let number = table.number {
      var bold = styles.caption
      bold.weight = .semibold
      content.append("\(styles.terms.table)\u{A0}\(number) ", style: bold)
    }
    if let part {
      content.append(
        "(\(styles.terms.continued), \(part.index + 1)/\(part.count))", style: styles.caption)
    } else {
      guard table.number != nil else { return [] }
      content.append("(\(styles.terms.continued))", style: styles.caption)
    }
    return setCaption(
      content, tag: .document, x: place.x, width: place.width, at: table.span)
      + [VerticalBox(space: 4)]
  }

  /// - Parameter width: of the text around.
  mutating func tableNotes(
    _ table: DocumentTable<Resolved>, beside layout: TableLayout, width: Points,
    in context: BlockContext
  ) -> [VerticalBox] {
    guard !table.notes.isEmpty else { return [] }
    var inner = context
    inner.text = styles.label(style.sizes.tableNote)
    inner.grid = LineGrid(style.sizes.tableNote)
    inner.alignment = .left
    (inner.x, inner.width) = edge(context.x, of: layout, width: width)
    return composeApart { composer in
      composer.addSpace(VerticalGlue(3, isKept: true))
      for note in table.notes {
        // Beside the table, which has rows and a caption only (ISO 32000-1, table 337).
        let tag = composer.structure.add(.note, in: context.parent)
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

/// Which of the parts of a table that is cut between columns.
struct TablePart {
  var index, count: Int
}

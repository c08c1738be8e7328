import Configuration
import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  /// A table on landscape pages of its own, after the page that mentions it.
  mutating func addLandscape(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    notes: [VerticalBox], in context: BlockContext
  ) {
    if table.number == nil { pointToNextPage(table, in: context) }
    // Footnotes in cells stand below the table: its pages have no room for others.
    let footnotes = layout.rows.flatMap(\.notes).flatMap { galley.notes[$0].lines }
    let list = composeList { composer in
      composer.addTable(table, layout, caption: caption, notes: notes + footnotes, in: context)
    }
    var part = Galley()
    part.items = list.items
    part.items.append(.pageBreak(PageBreak(PageBreak.forced)))
    part.decorations = list.decorations
    part.carries = galley.carries
    let height = landscapeSize.height
    var breaker = PageBreaker(
      part.withoutNotesAndFloats, height: height, rhythm: rhythm, separator: 0, floatGap: 0)
    let pages = breaker.breakPages().map { plan in
      let page = PageContent(part, plan, width: context.width, height: height, composer: self)
      return InsertedPage(content: page.frame, anchors: page.anchors)
    }
    addSpace(displaySpace)
    galley.insertions.append((after: max(0, galley.items.count - 1), pages: pages))
  }

  /// A line where the table would stand, for tables that no text refers to by number.
  private mutating func pointToNextPage(
    _ table: DocumentTable<Resolved>, in context: BlockContext
  ) {
    var inner = bodyContext(in: chapter.section)
    inner.text = styles.caption
    inner.text.color = style.colors.muted
    inner.grid = LineGrid(style.sizes.caption)
    inner.alignment = .left
    let tag = structure.add(.paragraph, in: inner.parent)
    addSpace(displaySpace)
    addLines(
      ParagraphContent("The table stands on the next page.", style: inner.text), in: inner,
      tag: tag, at: nil)
    addSpace(displaySpace)
  }

  /// A table whose columns do not fit any page: cut into parts that do, each with the first column.
  mutating func addSplit(
    _ table: DocumentTable<Resolved>, _ grid: TableGrid, caption: TableCaption?,
    element: StructureID, tags: [StructureID], _ space: TableFit.Space, in context: BlockContext
  ) {
    let metrics = TableMetrics.ladder(style.sizes.table)[1]
    let contents = contents(of: grid, metrics: metrics, tags: tags, known: nil)
    let measured = MeasuredTable(grid: grid, metrics: metrics, contents: contents)
    let parts = TableGrid.parts(
      of: measured.columns.map { min($0.maximum, max($0.minimum, 90)) }, gap: 2 * metrics.padding,
      width: space.wide, joints: grid.joints)
    guard parts.count > 1 else {
      // A single column that is wider than the page: its lines break where they can.
      let widths = measured.widths.fit(max(measured.widths.minimum, space.wide - measured.gaps))
      let layout = TableLayout(
        measured, widths: widths, extra: 0, tags: tags, typesetter: &typesetter)
      diagnostics.append(
        .warning("overfull-table", "the table is wider than the page", at: table.span))
      addTable(table, layout, caption: caption, notes: [], in: context)
      return
    }
    diagnostics.append(
      .note(
        "wide-table", "the table is too wide for the page: set in \(parts.count) parts",
        at: table.span))
    let kept = table.keptColumns
    for (index, part) in parts.enumerated() {
      var piece = table.selecting(part.map { kept[$0] })
      if index > 0 {
        piece.label = nil
        piece.caption = [.text("(continued)", table.span)]
      }
      if index < parts.count - 1 { piece.notes = [] }
      add(piece, in: context)
    }
  }
}

extension DocumentTable<Resolved> {
  /// The columns in which some cell holds something.
  var keptColumns: [Int] {
    var used = Set<Int>()
    var open = Array(repeating: 0, count: columns.count)
    for row in head + body.flatMap(\.rows) {
      var next = open.map { max(0, $0 - 1) }
      var column = 0
      for cell in row.cells {
        while column < columns.count, open[column] > 0 { column += 1 }
        guard column < columns.count else { break }
        let end = min(columns.count, column + max(1, cell.columnSpan))
        for at in column..<end { next[at] = max(next[at], cell.rowSpan - 1) }
        if cell.columnSpan <= 1, !cell.isEmpty { used.insert(column) }
        column = end
      }
      open = next
    }
    return columns.indices.filter { used.contains($0) }
  }
}

extension Galley {
  /// The items alone, for pages that carry neither footnotes nor floats.
  var withoutNotesAndFloats: Galley {
    var galley = self
    galley.floats = []
    galley.items = ContiguousArray(
      items.filter { if case .float = $0 { false } else { true } }.map { item in
        guard case .box(var box) = item else { return item }
        box.notes = []
        return .box(box)
      })
    return galley
  }
}

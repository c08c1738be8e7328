import Configuration
import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  /// A table whose columns do not fit any page: cut into parts that do, each with the first column.
  /// In the structure it stays one table, whose repeated cells are read once.
  ///
  /// - Parameter first: the table in its usual size.
  mutating func addSplit(
    _ table: DocumentTable<Resolved>, _ first: MeasuredTable, caption: TableCaption?,
    tags: [StructureID], _ space: TableFit.Space, in context: BlockContext
  ) {
    guard let across = space.across else {
      addParts(table, first, caption, tags, space, in: context)
      return
    }
    let wide = TableFit.Space(text: across, wide: across)
    var inner = acrossContext(context)
    inner.floats = true
    addPages(of: table, isLandscape: false) {
      $0.addParts(table, first, caption, tags, wide, in: inner)
    }
  }

  private mutating func addParts(
    _ table: DocumentTable<Resolved>, _ first: MeasuredTable, _ caption: TableCaption?,
    _ tags: [StructureID], _ space: TableFit.Space, in context: BlockContext
  ) {
    let ladder = TableMetrics.ladder(style.sizes.table)
    var whole = first.with(ladder[1])
    var parts = whole.split.parts(width: space.wide)
    let smaller = rebuilt(first, ladder[2], tags)
    let fewer = smaller.split.parts(width: space.wide)
    if fewer.count < parts.count { (whole, parts) = (smaller, fewer) }
    if parts.count > 1 {
      diagnostics.append(
        .note(
          "wide-table", "the table is too wide for the page: set in \(parts.count) parts",
          at: table.span))
    }
    var isSet = Array(repeating: false, count: whole.grid.cells.count)
    for (index, columns) in parts.enumerated() {
      let (grid, cells) = whole.grid.selecting(columns)
      let part = MeasuredTable(
        grid: grid, metrics: whole.metrics, contents: cells.map { whole.contents[$0] })
      var partTags: [StructureID] = []
      for cell in cells {
        partTags.append(isSet[cell] ? .document : tags[cell])
        isSet[cell] = true
      }
      let fit = fit(part, of: table, in: space)
      let layout = TableLayout(
        fit.table, widths: fit.widths, extra: fit.extra, tags: partTags, typesetter: &typesetter)
      var inner = context
      inner.x = left(of: layout, in: context)
      let isLast = index == parts.count - 1
      let notes =
        isLast
        ? tableNotes(table, beside: layout, width: context.width, in: inner) : []
      if index > 0 { encourageBreak(60) }
      addTable(
        table, layout, caption: index == 0 ? caption : nil,
        part: parts.count > 1 ? TablePart(index: index, count: parts.count) : nil, notes: notes,
        in: inner)
    }
  }

  /// The part at its widths. The lines of a column that is wider than the page break where they can.
  private mutating func fit(
    _ part: MeasuredTable, of table: DocumentTable<Resolved>, in space: TableFit.Space
  ) -> TableFit {
    if let fit = TableFit.fit(part, in: space) { return fit }
    let room = space.wide - part.gaps
    if part.widths.minimum > room + 0.5 {
      diagnostics.append(
        .warning(
          "overfull-table", "the table is wider than the page: its words are cut to fit",
          at: table.span, help: "shorten the longest words of its cells"))
      // Nothing stands in the margin: words break wherever the column ends.
      let scale = room / part.widths.minimum
      return TableFit(table: part, widths: part.widths.columns.map { $0.minimum * scale })
    }
    return TableFit(table: part, widths: part.widths.fit(room))
  }
}

extension MeasuredTable {
  /// The ways to cut it into parts. A column of long text is content with a share of the page.
  fileprivate var split: TableSplit {
    TableSplit(
      columns: columns.map { min($0.maximum, max($0.minimum, 90)) }, gap: 2 * metrics.padding,
      grid: grid)
  }
}

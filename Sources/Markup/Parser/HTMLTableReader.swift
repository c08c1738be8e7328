import Diagnostics

/// Reads `<table>` with `thead`, `tbody`, `colspan`, `rowspan` and `align`.
struct HTMLTableReader {
  let context: ParseContext
  let reader: HTMLReader

  private struct Row {
    var cells: [TableCell<Parsed>]
    var span: SourceSpan
    var isInHead: Bool
  }

  func read(_ element: HTMLElement) -> [Block<Parsed>] {
    var rows: [Row] = []
    var caption: [Inline<Parsed>] = []
    var before: [Block<Parsed>] = []
    collect(element, isHead: false, rows: &rows, caption: &caption, others: &before)
    guard !rows.isEmpty else { return before }
    let count = columnCount(rows)
    var head: [TableRow<Parsed>] = []
    var body = [TableGroup<Parsed>(rows: [])]
    var isHead = true
    for (index, row) in rows.enumerated() {
      isHead =
        isHead && (row.isInHead || (!rows[0].isInHead && row.cells.allSatisfy(\.isHeader)))
        && index + 1 < rows.count
      // A header cell over the whole width names the rows below it.
      if !isReached(index, by: rows), let title = groupTitle(row, columns: count),
        !head.isEmpty || !isHead
      {
        isHead = false
        body.append(TableGroup(title: title, rows: []))
      } else if isHead {
        head.append(TableRow(cells: row.cells, span: row.span))
      } else {
        body[body.count - 1].rows.append(TableRow(cells: row.cells, span: row.span))
      }
    }
    body.removeAll { $0.rows.isEmpty && $0.title == nil }
    var table = DocumentTable<Parsed>(
      label: element.tag["id"].map { Label($0, span: element.tag.span) }, caption: caption,
      columns: Array(repeating: TableColumn(), count: count), head: head, body: body,
      span: element.span)
    table.dropEmptyColumns()
    let blocks = before + [.table(table)]
    guard let alignment = element.tag.alignment, alignment != .left else { return blocks }
    return [.aligned(alignment, Container(blocks, span: element.span))]
  }

  private func collect(
    _ element: HTMLElement, isHead: Bool, rows: inout [Row], caption: inout [Inline<Parsed>],
    others: inout [Block<Parsed>]
  ) {
    var loose: [HTMLNode] = []
    for child in element.children {
      guard case .element(let inner) = child else {
        loose.append(child)
        continue
      }
      switch inner.tag.name {
      case "thead", "tbody", "tfoot":
        collect(
          inner, isHead: inner.tag.name == "thead", rows: &rows, caption: &caption,
          others: &others)
      case "tr": rows.append(row(inner, isHead: isHead))
      case "caption":
        caption += reader.trimmed(
          HTMLInlines(context: context, style: reader.style).read(inner.children))
      default: loose.append(child)
      }
    }
    // Browsers move what stands between rows in front of the table.
    others += reader.blocks(loose, span: element.span)
  }

  private func row(_ element: HTMLElement, isHead: Bool) -> Row {
    var cells: [TableCell<Parsed>] = []
    for child in element.children {
      if case .element(let cell) = child, cell.tag.name == "td" || cell.tag.name == "th" {
        cells.append(self.cell(cell, rowAlignment: element.tag.alignment))
      } else {
        let blocks = reader.blocks([child], span: element.span)
        if !blocks.isEmpty { cells.append(TableCell(blocks: blocks)) }
      }
    }
    return Row(cells: cells, span: element.span, isInHead: isHead)
  }

  private func cell(_ element: HTMLElement, rowAlignment: TextAlignment?) -> TableCell<Parsed> {
    let alignment: TableColumn.Alignment? =
      switch element.tag.alignment ?? rowAlignment {
      case .left: .left
      case .center: .center
      case .right: .right
      case .justified, nil: nil
      }
    let span = { (name: String) in
      element.tag[name].flatMap { Int($0) }.map { min(max(1, $0), 1000) } ?? 1
    }
    return TableCell(
      blocks: reader.blocks(element.children, span: element.span), columnSpan: span("colspan"),
      rowSpan: span("rowspan"), alignment: alignment, isHeader: element.tag.name == "th")
  }

  /// The columns of the widest row, counting cells that reach down from rows above.
  private func columnCount(_ rows: [Row]) -> Int {
    var reaching: [Int] = []
    var widest = 1
    for row in rows {
      var width = 0
      var next = reaching.map { max(0, $0 - 1) }
      for cell in row.cells {
        while width < reaching.count, reaching[width] > 0 { width += 1 }
        for _ in 0..<cell.columnSpan {
          while next.count <= width { next.append(0) }
          next[width] = max(next[width], cell.rowSpan - 1)
          width += 1
        }
      }
      while width < reaching.count, reaching[width] > 0 { width += 1 }
      widest = max(widest, width)
      reaching = next
    }
    return widest
  }

  /// Whether a cell of a row above spans into the row: then it is no title of what follows.
  private func isReached(_ index: Int, by rows: [Row]) -> Bool {
    rows[..<index].enumerated().contains { above, row in
      row.cells.contains { above + $0.rowSpan > index }
    }
  }

  private func groupTitle(_ row: Row, columns: Int) -> [Inline<Parsed>]? {
    guard columns > 2, row.cells.count == 1, let cell = row.cells.first, cell.rowSpan == 1,
      cell.columnSpan >= columns - 1, cell.blocks.count == 1,
      case .paragraph(let paragraph) = cell.blocks[0]
    else { return nil }
    return paragraph.content
  }
}

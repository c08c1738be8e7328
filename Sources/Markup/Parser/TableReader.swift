import Diagnostics

/// Reads the tables of GFM.
struct TableReader {
  let context: ParseContext

  func read(_ node: CmarkNode) -> DocumentTable<Parsed> {
    let columns = node.columnAlignments.map { TableColumn(alignment: $0) }
    var head: [TableRow<Parsed>] = []
    var rows: [TableRow<Parsed>] = []
    var caption: [Piece]?
    var next = node.firstChild
    while let row = next {
      next = row.next
      if next == nil, !row.isHeaderRow, let pieces = captionRow(row) {
        caption = pieces
        continue
      }
      let cells = self.cells(row)
      if row.isHeaderRow {
        // A header of empty cells is how GFM writes a table without one.
        if cells.contains(where: { !$0.blocks.isEmpty }) { head.append(cells, at: span(row)) }
      } else {
        rows.append(cells, at: span(row))
      }
    }
    var table = DocumentTable<Parsed>(
      columns: columns, head: head, body: [TableGroup(rows: rows)], span: context.span(of: node))
    if var caption { table.setCaption(&caption, context: context) }
    table.dropEmptyColumns()
    return table
  }

  private func span(_ row: CmarkNode) -> SourceSpan { context.span(of: row) }

  private func cells(_ row: CmarkNode) -> [TableCell<Parsed>] {
    var cells: [TableCell<Parsed>] = []
    var start = lineStart(row)
    let end = lineEnd(row)
    var next = row.firstChild
    while let cell = next {
      let limit = bar(from: start, end)
      cells.append(self.cell(cell, from: start, to: limit, isHeader: row.isHeaderRow))
      start = min(limit + 1, end)
      next = cell.next
    }
    return cells
  }

  private func cell(_ node: CmarkNode, from start: Int, to limit: Int, isHeader: Bool)
    -> TableCell<Parsed>
  {
    let cursor = SourceCursor(source: context.source, offset: start, limit: max(start, limit))
    var reader = InlineReader(context: context, cursor: cursor)
    reader.isInCell = true
    let pieces = reader.pieces(of: node)
    guard !pieces.isEmpty else { return TableCell(blocks: [], isHeader: isHeader) }
    let span = context.span(start..<max(start, limit))
    if pieces.count == 1, case .image(let image, _, _) = pieces[0] {
      return TableCell(
        blocks: [.paragraph(Paragraph([.image(image)], span: span))], isHeader: isHeader)
    }
    let blocks = ParagraphReader(context: context).read(pieces, span: span)
    return TableCell(blocks: blocks, isHeader: isHeader)
  }

  /// The next bar that is not escaped, or `end`.
  private func bar(from start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      if context.source[i] == 0x5C { i += 1 } else if context.source[i] == 0x7C { return i }
      i += 1
    }
    return end
  }

  /// After the first bar of a row.
  private func lineStart(_ row: CmarkNode) -> Int {
    var i = context.file.offset(ofLine: row.startLine, byteColumn: row.startColumn)
    let end = lineEnd(row)
    while i < end, context.source[i] == 0x20 || context.source[i] == 0x09 { i += 1 }
    return i < end && context.source[i] == 0x7C ? i + 1 : i
  }

  private func lineEnd(_ row: CmarkNode) -> Int {
    let start = context.file.offset(ofLine: row.startLine)
    var end = context.file.offset(ofLine: row.startLine + 1)
    while end > start, context.source[end - 1] == 0x0A || context.source[end - 1] == 0x0D {
      end -= 1
    }
    return end
  }

  /// `: Caption {#tbl-a}` right below the last row, which GFM takes for one more row.
  private func captionRow(_ row: CmarkNode) -> [Piece]? {
    let start = lineStart(row)
    let end = lineEnd(row)
    guard start + 1 < end, context.source[start] == 0x3A, context.source[start + 1] == 0x20,
      bar(from: start, end) == end, let cell = row.firstChild
    else { return nil }
    var reader = InlineReader(
      context: context,
      cursor: SourceCursor(source: context.source, offset: start, limit: end))
    return reader.pieces(of: cell)
  }
}

extension [TableRow<Parsed>] {
  fileprivate mutating func append(_ cells: [TableCell<Parsed>], at span: SourceSpan) {
    append(TableRow(cells: cells, span: span))
  }
}

extension DocumentTable where Stage == Parsed {
  /// Takes `: Caption {#tbl-a}` for caption and label.
  mutating func setCaption(_ pieces: inout [Piece], context: ParseContext) {
    let attributes = AttributeAttachment.takeTrailing(
      from: &pieces, of: .caption, context: context)
    if case .text(let run)? = pieces.first {
      let start = 1 + run.bytes.dropFirst().prefix { $0 == 0x20 }.count
      pieces[0] = .text(run.slice(min(start, run.bytes.count)..<run.bytes.count))
    }
    caption = InlineReader.inlines(pieces, context: context)
    if let label = attributes.label { self.label = label }
  }
}

import Configuration
import Graphics
import Markup
import Typography

extension Composer {
  /// Builds the content of all cells in one size.
  ///
  /// - Parameter known: the cells as built before at another size, whose structure elements are
  ///   used again.
  mutating func contents(
    of grid: TableGrid, metrics: TableMetrics, tags: [StructureID], known: [CellContent]?
  ) -> [CellContent] {
    var contents: [CellContent] = []
    contents.reserveCapacity(grid.cells.count)
    for (index, cell) in grid.cells.enumerated() {
      let isBold =
        cell.source.isHeader || cell.source.isBest || grid.rows[cell.row].kind != .body
      var style = styles.cell(metrics.grid.size, weight: isBold ? .semibold : .regular)
      style.hyphenates = metrics.hyphenates && grid.rows[cell.row].kind != .head
      let saved = inlineElements
      inlineElements = InlineElements(replay: known?[index].elements[...] ?? [])
      var content = CellContent(decimalMark: grid.decimalMark)
      append(cell.source.blocks, style, tags[index], indent: 0, to: &content)
      content.elements = known?[index].elements ?? inlineElements.recorded
      inlineElements = saved
      contents.append(content)
    }
    return contents
  }

  private mutating func append(
    _ blocks: [Block<Resolved>], _ style: TextStyle, _ tag: StructureID, indent: Points,
    to cell: inout CellContent
  ) {
    for block in blocks {
      let space = cell.pieces.isEmpty ? 0 : style.size * 0.3
      switch block {
      case .paragraph(let paragraph):
        append(
          paragraph: paragraph.content, style, tag, indent: indent, space: space, to: &cell)
      case .heading(let heading):
        var bold = style
        bold.weight = .semibold
        append(paragraph: heading.content, bold, tag, indent: indent, space: space, to: &cell)
      case .list(let list): append(list, style, tag, indent: indent, to: &cell)
      case .quote(let inner), .aligned(_, let inner):
        append(inner.blocks, style, tag, indent: indent, to: &cell)
      case .callout(let callout): append(callout.blocks, style, tag, indent: indent, to: &cell)
      case .details(let details):
        append(paragraph: details.title, style, tag, indent: indent, space: space, to: &cell)
        append(details.blocks, style, tag, indent: indent, to: &cell)
      case .code(let code):
        for line in code.text.split(separator: "\n", omittingEmptySubsequences: false) {
          let content = ParagraphContent(String(line), style: style.monospaced)
          append(content, text: "", style, indent: indent, space: 0, to: &cell)
        }
      case .math(let math):
        let inline = InlineMath(tex: math.tex, math: math.math, span: math.span)
        append(
          paragraph: [.math(inline)], style, tag, indent: indent, space: space, to: &cell)
      case .figure(let figure):
        if case .image(let image) = figure.content {
          append(
            paragraph: [.image(image)], style, tag, indent: indent, space: space, to: &cell)
        } else if case .blocks(let blocks) = figure.content {
          append(blocks, style, tag, indent: indent, to: &cell)
        }
        append(
          paragraph: figure.caption, style, tag, indent: indent, space: space, to: &cell)
      case .table(let table):
        // A table in a cell is set as its rows' text, a line for each.
        for row in table.head + table.body.flatMap(\.rows) {
          for inner in row.cells { append(inner.blocks, style, tag, indent: indent, to: &cell) }
        }
      case .references(let list):
        for entry in list.entries {
          append(paragraph: entry.content, style, tag, indent: indent, space: space, to: &cell)
        }
      case .rule: break
      }
    }
  }

  private mutating func append(
    _ list: List<Resolved>, _ style: TextStyle, _ tag: StructureID, indent: Points,
    to cell: inout CellContent
  ) {
    for (index, item) in list.items.enumerated() {
      let mark: String
      switch list.kind {
      case .bullet: mark = "•"
      case .ordered(let start): mark = "\(start + index)."
      }
      let frame = typesetter.setLine(ParagraphContent(mark, style: style))
      let first = cell.pieces.count
      append(
        item.blocks, style, tag, indent: indent + max(style.size, frame.width + 3), to: &cell)
      if cell.pieces.count > first { cell.pieces[first].marker = frame }
    }
  }

  /// A paragraph of a cell; each of its forced lines is a piece of its own, so that numbers below
  /// each other are aligned like numbers in rows.
  private mutating func append(
    paragraph inlines: [Inline<Resolved>], _ style: TextStyle, _ tag: StructureID, indent: Points,
    space: Points, to cell: inout CellContent
  ) {
    for (index, line) in inlines.splitAtBreaks().enumerated() where !line.isBlank {
      let text = line.plainText().collapsed
      if NumericText.isMissing(text) {
        var muted = style
        muted.color = self.style.colors.muted
        appendMissing(muted, text, indent, index == 0 ? space : 0, to: &cell)
        continue
      }
      let content = content(line, style: style, parent: tag, width: self.style.columnWidth)
      append(
        content, text: text, style, indent: indent, space: index == 0 ? space : 0, to: &cell)
    }
  }

  private mutating func appendMissing(
    _ style: TextStyle, _ text: String, _ indent: Points, _ space: Points,
    to cell: inout CellContent
  ) {
    let sign = text == "-" || text == "−" ? "–" : text
    append(
      ParagraphContent(sign, style: style), text: "", style, indent: indent, space: space,
      to: &cell)
    cell.pieces[cell.pieces.count - 1].isMissing = true
  }

  private mutating func append(
    _ content: ParagraphContent, text: String, _ style: TextStyle, indent: Points, space: Points,
    to cell: inout CellContent
  ) {
    let measure = typesetter.measure(content)
    var piece = CellContent.Piece(
      content: content, indent: indent, spaceAbove: space, minimum: measure.minimum,
      maximum: measure.maximum)
    piece.isWord = !text.isEmpty && text.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
    if let bytes = NumericText.integerBytes(text, decimalMark: cell.decimalMark) {
      let integer = String(decoding: text.utf8.prefix(bytes), as: UTF8.self)
      piece.integerWidth = typesetter.setLine(ParagraphContent(integer, style: style)).width
    }
    cell.pieces.append(piece)
  }
}

extension [Inline<Resolved>] {
  /// The stretches between forced line breaks.
  func splitAtBreaks() -> [[Inline<Resolved>]] {
    var lines: [[Inline<Resolved>]] = [[]]
    for inline in self {
      if case .lineBreak = inline {
        lines.append([])
      } else {
        lines[lines.count - 1].append(inline)
      }
    }
    return lines
  }
}

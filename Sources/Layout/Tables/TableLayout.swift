import Graphics
import Markup
import Typography

/// A table at its final column widths, as rows of placed lines.
struct TableLayout {
  let table: MeasuredTable
  let widths: [Points]
  /// Left edge of each column. In a table that runs right to left the first column stands last.
  let edges: [Points]
  let width: Points
  private(set) var rows: [TableRowLayout] = []
  /// By how much the widest line is wider than its cell; such lines are set smaller.
  private(set) var overfullBy: Points = 0
  /// The cells that reach over several rows.
  private(set) var spans: [SpanningCell]
  /// The footnotes whose marks stand in its cells.
  var notes: [Int] { rows.flatMap { row in row.lines.flatMap(\.notes) } }

  /// - Parameters:
  ///   - extra: added to the space between columns.
  ///   - tags: the structure element of each cell; `document` for a cell that stands here once more.
  init(
    _ table: MeasuredTable, widths: [Points], extra: Points, tags: [StructureID],
    typesetter: inout Typesetter
  ) {
    self.table = table
    self.widths = widths
    var edges: [Points] = []
    var x: Points = 0
    let gap = 2 * table.metrics.padding + extra
    for width in widths {
      edges.append(x)
      x += width + gap
    }
    let full = max(0, x - gap)
    width = full
    self.edges =
      table.grid.runsRightToLeft ? zip(edges, widths).map { full - $0 - $1 } : edges
    spans = []
    // Rows of several lines stand further apart than rows of one.
    var rowPadding = table.metrics.rowPadding
    var tallRows = Set<Int>()
    rows = table.grid.rows.map { _ in TableRowLayout(height: 0) }
    var heights = Array(repeating: 0.0, count: rows.count)
    var spans: [SpanningCell] = []
    for (index, cell) in table.grid.cells.enumerated() {
      var lines = set(index, tag: tags[index], &typesetter)
      // A cell that is repeated is not read again, and its footnotes stand once.
      if tags[index] == .document { for at in lines.indices { lines[at].becomeRepeated() } }
      let height = lines.reduce(0) { max($0, $1.bottom) }
      if height > table.metrics.grid.leading * 1.5, table.grid.rows[cell.row].kind == .body {
        tallRows.insert(cell.row)
      }
      if cell.rowSpan == 1 {
        heights[cell.row] = max(heights[cell.row], height)
        rows[cell.row].lines += lines
      } else {
        let last = min(cell.row + cell.rowSpan, heights.count) - 1
        spans.append(
          SpanningCell(
            rows: cell.row...last, lines: lines, place: rows[cell.row].lines.count,
            column: cell.column))
      }
    }
    if tallRows.count * 4 > rows.count {
      rowPadding = max(rowPadding, table.metrics.grid.leading * 0.22)
    }
    for row in heights.indices {
      heights[row] = max(heights[row], table.metrics.grid.leading) + 2 * rowPadding
    }
    for row in rows.indices {
      for line in rows[row].lines.indices {
        rows[row].lines[line].moveDown(by: rowPadding)
      }
    }
    place(&spans, rowPadding, &heights)
    for row in rows.indices { rows[row].height = heights[row] }
    // In the order of the cells, which is that of reading.
    for span in spans.reversed() {
      rows[span.rows.lowerBound].lines.insert(contentsOf: span.lines, at: span.place)
    }
    self.spans = spans
  }

  /// From where to where a cell reaches.
  func extent(of cell: TableGrid.Cell) -> (left: Points, right: Points) {
    let first = cell.column
    let last = min(first + cell.columnSpan, widths.count) - 1
    return (
      min(edges[first], edges[last]), max(edges[first] + widths[first], edges[last] + widths[last])
    )
  }

  /// The lines of a cell, from the row's upper edge.
  private mutating func set(_ index: Int, tag: StructureID, _ typesetter: inout Typesetter)
    -> [TableRowLayout.PlacedLine]
  {
    let cell = table.grid.cells[index]
    let grid = table.metrics.grid
    let (left, right) = extent(of: cell)
    let width = right - left
    let isReversed = table.grid.runsRightToLeft
    var alignment = table.alignment(of: cell)
    if cell.columnSpan > 1 {
      alignment = table.grid.rows[cell.row].kind == .head ? .center : .left
    }
    var lines: [TableRowLayout.PlacedLine] = []
    var y: Points = 0
    for piece in table.contents[index].pieces {
      y += piece.spaceAbove
      if let marker = piece.marker {
        lines.append(
          .init(
            frame: marker,
            x: isReversed
              ? right - max(marker.width, piece.indent - 3)
              : left + max(0, piece.indent - marker.width - 3), top: y,
            bottom: y + grid.leading, baseline: y + grid.ascent, tag: tag))
      }
      if alignment == .decimal || piece.isMissing && alignment != .left {
        let x = left + place(piece, in: cell.column, width: width)
        var frame = typesetter.setLine(piece.content)
        var marks: [Int] = []
        if x + frame.width > left + width + 0.5 {
          // Not a number, and too long for the column of numbers.
          for line in typesetter.breakLines(
            piece.content, width: width, style: ParagraphStyle(alignment: .center))
          {
            append(line, x: left, width, grid, tag, &y, to: &lines)
          }
          continue
        }
        if !piece.content.isEmpty {
          let line = typesetter.breakLines(
            piece.content, width: frame.width + 1, style: ParagraphStyle(alignment: .left))
          marks = line.flatMap(\.marks)
        }
        frame.size.width = max(frame.width, 0)
        lines.append(
          .init(
            frame: frame, x: x, top: y, bottom: y + grid.leading, baseline: y + grid.ascent,
            tag: tag, notes: marks))
        y += grid.leading
        continue
      }
      // Authors write "left" for the side where lines begin.
      let style = ParagraphStyle(
        alignment: isReversed && alignment == .left ? .right : alignment.ragged)
      for line in typesetter.breakLines(
        piece.content, width: max(1, width - piece.indent), style: style)
      {
        append(
          line, x: left + (isReversed ? 0 : piece.indent), width - piece.indent, grid, tag, &y,
          to: &lines)
      }
    }
    return lines
  }

  private mutating func append(
    _ broken: Line, x: Points, _ width: Points, _ grid: LineGrid, _ tag: StructureID,
    _ y: inout Points, to lines: inout [TableRowLayout.PlacedLine]
  ) {
    overfullBy = max(overfullBy, broken.overfullBy)
    let line = broken.squeezed(into: max(1, width))
    // Mathematics and images may be higher than the line.
    let above = max(0, line.naturalAscent - grid.ascent - 1)
    let below = max(0, line.naturalDescent - grid.descent - 1)
    lines.append(
      .init(
        frame: line.frame, x: x, top: y, bottom: y + above + grid.leading + below,
        baseline: y + above + grid.ascent, tag: tag, notes: line.marks,
        contentWidth: line.contentWidth))
    y += above + grid.leading + below
  }

  /// Where a number, a missing value or a heading begins in a column of numbers: the numbers' block
  /// stands in the middle of the column, all else in the middle of the column too.
  private func place(_ piece: CellContent.Piece, in column: Int, width: Points) -> Points {
    let decimal = table.decimals[column]
    if let integer = piece.integerWidth, integer <= decimal.integer + 0.01,
      piece.maximum - integer <= decimal.fraction + 0.01
    {
      return (width - decimal.integer - decimal.fraction) / 2 + decimal.integer - integer
    }
    return (width - piece.maximum) / 2
  }
}

extension TableRowLayout.PlacedLine {
  mutating func becomeRepeated() {
    frame = frame.withoutTags
    notes = []
  }

  mutating func moveDown(by distance: Points) {
    top += distance
    bottom += distance
    baseline += distance
  }
}

extension TableColumn.Alignment {
  var ragged: Typography.TextAlignment {
    switch self {
    case .left, .automatic: .left
    case .center, .decimal: .center
    case .right: .right
    }
  }
}

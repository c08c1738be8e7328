import Graphics

/// A cell that reaches over several rows.
struct SpanningCell {
  var rows: ClosedRange<Int>
  /// Placed from the upper edge of the first row.
  var lines: [TableRowLayout.PlacedLine]
  /// Where they belong among the lines of the first row.
  var place: Int
  var column: Int
}

/// Puts the lines of spanning cells at their places and lets the rows grow that need it.

// Cells that reach over several rows.
extension TableLayout {
  func place(_ spans: inout [SpanningCell], _ padding: Points, _ heights: inout [Points]) {
    for (first, last) in Self.runs(of: table.grid) where last > first {
      let held = spans.indices.filter { (first...last).contains(spans[$0].rows.lowerBound) }
      var grown = heights
      for index in held {
        let rows = spans[index].rows
        let height = spans[index].lines.reduce(0) { max($0, $1.bottom) }
        let missing = height + 2 * padding - grown[rows].reduce(0, +)
        if missing > 0 { grown[rows.upperBound] += missing }
      }
      if grown[first...last].reduce(0, +) <= tallest {
        heights = grown
        for index in held {
          for line in spans[index].lines.indices { spans[index].lines[line].moveDown(by: padding) }
        }
      } else {
        // A page may end between any two of the rows: no line stands across their border.
        for index in held { snap(&spans[index], padding, &heights) }
      }
    }
  }

  /// Lets each line of a spanning cell stand within one of the cell's rows.
  private func snap(_ span: inout SpanningCell, _ padding: Points, _ heights: inout [Points]) {
    var row = span.rows.lowerBound
    var top: Points = 0
    var y = padding
    var end: Points = 0
    for index in span.lines.indices {
      let line = span.lines[index]
      y += index > 0 ? max(0, line.top - end) : 0
      end = line.bottom
      let height = line.bottom - line.top
      while row < span.rows.upperBound, y + height > top + heights[row] - padding + 0.01 {
        top += heights[row]
        row += 1
        y = top + padding
      }
      span.lines[index].moveDown(by: y - line.top)
      y += height
    }
    heights[row] = max(heights[row], y + padding - top)
  }

  /// Height above which a page may end within a row or within rows that spanning cells hold.
  var tallest: Points { table.metrics.grid.leading * 7 }

  /// The first and last row of each run of rows that spanning cells hold together.
  private static func runs(of grid: TableGrid) -> [(first: Int, last: Int)] {
    var runs: [(first: Int, last: Int)] = []
    for row in grid.rows.indices {
      if row > 0, grid.rows[row].isHeldAbove, grid.rows[row].kind == grid.rows[row - 1].kind {
        runs[runs.count - 1].last = row
      } else {
        runs.append((row, row))
      }
    }
    return runs
  }

  /// Rows that stand on their own, and rows that spanning cells hold together, as one.
  var blocks: [(rows: ClosedRange<Int>, layout: TableRowLayout)] {
    Self.runs(of: table.grid).map { first, last in
      var block = rows[first]
      for row in first..<last {
        block.joints.append(block.height)
        for var line in rows[row + 1].lines {
          line.moveDown(by: block.height)
          block.lines.append(line)
        }
        block.height += rows[row + 1].height
      }
      return (first...last, block)
    }
  }

  /// What stands once more on a page that begins within a block, beside its first row: the first
  /// column's cell, when it is a line or two that all stand before.
  func label(above row: Int, in block: ClosedRange<Int>, x: Points) -> VerticalBox? {
    guard row > block.lowerBound,
      let span = spans.first(where: { $0.column == 0 && $0.rows.contains(row) }),
      span.rows.lowerBound < row, (1...2).contains(span.lines.count)
    else { return nil }
    let height = rows[span.rows.lowerBound..<row].reduce(0) { $0 + $1.height }
    let bottom = span.lines.reduce(0) { max($0, $1.bottom) }
    let rest = rows[row...span.rows.upperBound].reduce(0) { $0 + $1.height }
    guard bottom <= min(height, rest) + 0.01 else { return nil }
    var frame = Frame(size: Size(width: width, height: 0))
    for line in span.lines { frame.place(line.frame, x: line.x, baseline: line.baseline) }
    return VerticalBox(frame, x: x, tag: .document)
  }
}

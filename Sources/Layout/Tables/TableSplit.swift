import Graphics
import Markup

extension TableGrid {
  /// The columns of each part when a table is cut into parts that fit a width; the first column,
  /// the stub, stands in each. Spanning headings are never cut.
  ///
  /// - Parameter width: what all columns of a part may take with the gaps between them.
  static func parts(of columns: [Points], gap: Points, width: Points, joints: Set<Int>)
    -> [[Int]]
  {
    guard columns.count > 2 else { return [Array(columns.indices)] }
    var parts: [[Int]] = []
    var part = [0]
    var used = columns[0]
    for column in 1..<columns.count {
      let more = gap + columns[column]
      if used + more > width, part.count > 1 {
        // Do not cut through a heading that spans columns: take the cut back to a joint.
        var moved: [Int] = []
        while part.count > 2, !joints.contains(part[part.count - 1] + 1) {
          moved.insert(part.removeLast(), at: 0)
        }
        if part.count == 2, !joints.contains(part[1] + 1) {
          part += moved
          moved = []
        }
        parts.append(part)
        part = [0] + moved
        used = part.reduce(0) { $0 + columns[$1] + gap } - gap
      }
      part.append(column)
      used += more
    }
    parts.append(part)
    return parts
  }

  /// The places between columns where no heading spans both sides: `n` is before column `n`.
  var joints: Set<Int> {
    var joints = Set(1..<max(2, columns.count))
    for cell in cells where cell.columnSpan > 1 && rows[cell.row].kind != .groupTitle {
      for column in cell.column + 1..<cell.column + cell.columnSpan { joints.remove(column) }
    }
    return joints
  }
}

extension DocumentTable<Resolved> {
  /// The table with only some of its columns. Cells that span columns keep those that stay.
  func selecting(_ kept: [Int]) -> DocumentTable {
    let chosen = Set(kept)
    var table = self
    table.columns = kept.map { columns[$0] }
    table.head = Self.select(head, chosen, columns.count)
    table.body = body.map { group in
      var group = group
      group.rows = Self.select(group.rows, chosen, columns.count)
      return group
    }
    return table
  }

  private static func select(_ rows: [TableRow<Resolved>], _ chosen: Set<Int>, _ count: Int)
    -> [TableRow<Resolved>]
  {
    var open = Array(repeating: 0, count: count)
    return rows.map { row in
      var kept = row
      kept.cells = []
      var next = open.map { max(0, $0 - 1) }
      var column = 0
      for var cell in row.cells {
        while column < count, open[column] > 0 { column += 1 }
        guard column < count else { break }
        let range = column..<min(count, column + max(1, cell.columnSpan))
        for at in range { next[at] = max(next[at], cell.rowSpan - 1) }
        column = range.upperBound
        cell.columnSpan = range.filter { chosen.contains($0) }.count
        if cell.columnSpan > 0 { kept.cells.append(cell) }
      }
      open = next
      return kept
    }
  }
}

import Graphics
import Markup

/// Cuts the columns of a table into parts that fit a width; the first column, the stub, stands in
/// each.
struct TableSplit {
  /// What each column may take.
  let columns: [Points]
  /// Space between two columns.
  let gap: Points
  /// For each place before a column, how many cells reach over it.
  let spansAt: [Int]

  init(columns: [Points], gap: Points, grid: TableGrid) {
    self.columns = columns
    self.gap = gap
    var spansAt = Array(repeating: 0, count: columns.count + 1)
    for cell in grid.cells where grid.rows[cell.row].kind != .groupTitle {
      for place in (cell.column + 1)..<max(cell.column + 1, cell.column + cell.columnSpan) {
        spansAt[place] += 1
      }
    }
    self.spansAt = spansAt
  }

  /// The columns of each part: as few parts as can be, cutting as few spanning cells as can be, of
  /// widths as even as can be.
  ///
  /// - Parameter width: what all columns of a part may take with the gaps between them.
  func parts(width: Points) -> [[Int]] {
    guard columns.count > 2 else { return [Array(columns.indices)] }
    /// The best way to set the columns before an index.
    struct Best {
      var parts = Int.max
      var cost = Double.infinity
      var start = 0
    }
    var best = Array(repeating: Best(), count: columns.count + 1)
    best[1] = Best(parts: 0, cost: 0)
    for end in 2...columns.count {
      var used = columns[0]
      for start in stride(from: end - 1, through: 1, by: -1) {
        used += gap + columns[start]
        // A column too wide for any part stands alone with the stub.
        guard used <= width || start == end - 1 else { break }
        guard best[start].parts < Int.max else { continue }
        let slack = max(0, (width - used) / width)
        let cuts = start > 1 ? Double(spansAt[start]) : 0
        let candidate = Best(
          parts: best[start].parts + 1, cost: best[start].cost + cuts * 10 + slack * slack,
          start: start)
        if (candidate.parts, candidate.cost) < (best[end].parts, best[end].cost) {
          best[end] = candidate
        }
      }
    }
    var parts: [[Int]] = []
    var end = columns.count
    while end > 1 {
      parts.append([0] + Array(best[end].start..<end))
      end = best[end].start
    }
    return parts.reversed()
  }
}

extension TableGrid {
  /// The grid with only some of its columns, which must be in order, and the indices that its cells
  /// have here. A cell that spans columns keeps those that stay.
  func selecting(_ kept: [Int]) -> (grid: TableGrid, cells: [Int]) {
    // For each column, how many kept ones are before it.
    var newIndex = Array(repeating: 0, count: columns.count + 1)
    for column in kept { newIndex[column + 1] = 1 }
    for column in columns.indices { newIndex[column + 1] += newIndex[column] }
    var indices: [Int] = []
    var chosen: [Cell] = []
    var rows = rows
    for row in rows.indices {
      rows[row].cells.removeAll(keepingCapacity: true)
      for index in self.rows[row].cells {
        var cell = cells[index]
        let end = min(cell.column + cell.columnSpan, columns.count)
        let count = newIndex[end] - newIndex[cell.column]
        guard count > 0 else { continue }
        cell.column = newIndex[cell.column]
        cell.columnSpan = count
        rows[row].cells.append(chosen.count)
        chosen.append(cell)
        indices.append(index)
      }
    }
    let grid = TableGrid(cells: chosen, rows: rows, columns: kept.map { columns[$0] }, like: self)
    return (grid, indices)
  }
}

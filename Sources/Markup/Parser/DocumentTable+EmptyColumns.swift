extension DocumentTable where Stage == Parsed {
  /// Takes out columns in which no row has anything: leftovers of editing that would leave a gap.
  mutating func dropEmptyColumns() {
    let rows = head + body.flatMap(\.rows)
    guard rows.allSatisfy({ $0.cells.allSatisfy { $0.rowSpan == 1 } }) else { return }
    var isUsed = [Bool](repeating: false, count: columns.count)
    for row in rows {
      var column = 0
      for cell in row.cells {
        if !cell.blocks.isEmpty, column < columns.count { isUsed[column] = true }
        // A cell that spans does not make the columns behind its first one worth keeping.
        column += cell.columnSpan
      }
    }
    guard isUsed.contains(true), isUsed.contains(false) else { return }
    for column in columns.indices.reversed() where !isUsed[column] {
      // Only where every row has a cell of its own, or a span to shorten.
      columns.remove(at: column)
      for i in head.indices { head[i].removeColumn(column) }
      for g in body.indices {
        for i in body[g].rows.indices { body[g].rows[i].removeColumn(column) }
      }
    }
  }
}

extension TableRow where Stage == Parsed {
  fileprivate mutating func removeColumn(_ column: Int) {
    var start = 0
    for i in cells.indices {
      let end = start + cells[i].columnSpan
      if column < end {
        if cells[i].columnSpan > 1 { cells[i].columnSpan -= 1 } else { cells.remove(at: i) }
        return
      }
      start = end
    }
  }
}

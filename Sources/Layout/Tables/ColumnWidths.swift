import Graphics

/// What is known of a column's content.
struct ColumnMeasure: Hashable, Sendable {
  /// The widest piece that cannot be broken, and the widest cell on one line.
  var minimum: Points
  var maximum: Points
}

/// Chooses the widths of a table's columns.
struct ColumnWidths {
  /// A cell as the estimate of heights sees it.
  struct CellMeasure {
    var column: Int
    /// Single-line widths of its paragraphs.
    var lengths: [Points]
  }

  let columns: [ColumnMeasure]
  /// The cells of the rows that may need more than one line.
  let rows: [[CellMeasure]]

  var minimum: Points { columns.reduce(0) { $0 + $1.minimum } }
  var maximum: Points { columns.reduce(0) { $0 + $1.maximum } }

  /// Widths that fill `width`, chosen so that the rows together are as low as can be.
  ///
  /// Begins where CSS's automatic table layout ends (each column gets its minimum and a share of
  /// the rest) and then moves width between columns as long as that saves lines.
  ///
  /// - Precondition: the columns' minimum widths fit.
  func fit(_ width: Points) -> [Points] {
    let spare = width - minimum
    let wanted = maximum - minimum
    guard wanted > spare else { return columns.map(\.maximum) }
    // The square root keeps one long column from taking everything.
    let roots = columns.map { max(0, $0.maximum - $0.minimum).squareRoot() }
    let sum = max(roots.reduce(0, +), 1e-9)
    var widths = zip(columns, roots).map { column, root in
      min(column.maximum, column.minimum + spare * root / sum)
    }
    distribute(width - widths.reduce(0, +), over: &widths)
    improve(&widths)
    return widths
  }

  /// Gives what is left to the columns that can use it.
  private func distribute(_ rest: Points, over widths: inout [Points]) {
    var rest = rest
    for _ in 0..<8 where rest > 0.5 {
      let hungry = widths.indices.filter { widths[$0] < columns[$0].maximum - 0.01 }
      guard !hungry.isEmpty else { return }
      let share = rest / Double(hungry.count)
      for column in hungry {
        let more = min(share, columns[column].maximum - widths[column])
        widths[column] += more
        rest -= more
      }
    }
  }

  private func improve(_ widths: inout [Points]) {
    var heights = rows.map { height(of: $0, widths) }
    for step in [48.0, 24, 12, 6] {
      var improved = true
      var rounds = 0
      while improved, rounds < 12 {
        improved = false
        rounds += 1
        for from in widths.indices where widths[from] - step >= columns[from].minimum {
          for to in widths.indices
          where to != from && widths[from] - step >= columns[from].minimum
            && widths[to] < columns[to].maximum
          {
            widths[from] -= step
            widths[to] += step
            let changed = rows.map { height(of: $0, widths) }
            if changed.reduce(0, +) < heights.reduce(0, +) {
              heights = changed
              improved = true
            } else {
              widths[from] += step
              widths[to] -= step
            }
          }
        }
      }
    }
  }

  /// Estimated lines of a row. The fraction makes an almost full last line count a little, so that
  /// the search has a slope to go down.
  private func height(of row: [CellMeasure], _ widths: [Points]) -> Double {
    var height = 1.0
    for cell in row {
      var lines = 0.0
      for length in cell.lengths {
        let share = length / widths[cell.column]
        // Ragged lines end a little before the column does.
        let whole = share <= 1.001 ? 1 : max(2, (share * 1.04).rounded(.up))
        lines += whole + min(share, 40) * 0.02
      }
      height = max(height, lines)
    }
    return height
  }

  /// The estimated number of lines of all rows at some widths.
  func estimatedLines(_ widths: [Points]) -> Double {
    rows.reduce(0) { $0 + height(of: $1, widths) }
  }
}

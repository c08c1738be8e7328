import Graphics
import Markup

/// A table whose cells are built and measured in one size of type.
struct MeasuredTable {
  var grid: TableGrid
  var metrics: TableMetrics
  /// Of `grid.cells`, in the same order.
  var contents: [CellContent]
  /// How each column is aligned; never `automatic`.
  var alignments: [TableColumn.Alignment]
  var columns: [ColumnMeasure]
  /// For decimal columns, the widest part before and the widest part from the decimal point on.
  var decimals: [(integer: Points, fraction: Points)]

  init(grid: TableGrid, metrics: TableMetrics, contents: [CellContent]) {
    self.grid = grid
    self.metrics = metrics
    self.contents = contents
    let count = grid.columns.count
    alignments = grid.columns.map(\.alignment)
    columns = Array(repeating: ColumnMeasure(minimum: 0, maximum: 0), count: count)
    decimals = Array(repeating: (0, 0), count: count)
    resolveAlignments()
    measureDecimals()
    measureColumns()
  }

  /// A column of numbers is aligned on the decimal point, other text to the left.
  private mutating func resolveAlignments() {
    for column in alignments.indices where alignments[column] == .automatic {
      var (numbers, others) = (0, 0)
      for (index, cell) in grid.cells.enumerated()
      where cell.column == column && cell.columnSpan == 1 && grid.rows[cell.row].kind == .body {
        let content = contents[index]
        if content.isNumber {
          numbers += 1
        } else if !content.isMissing, !cell.source.isEmpty {
          others += 1
        }
      }
      alignments[column] = numbers > 0 && numbers >= 2 * others ? .decimal : .left
    }
  }

  private mutating func measureDecimals() {
    for (index, cell) in grid.cells.enumerated()
    where cell.columnSpan == 1 && isDecimal(cell) && grid.rows[cell.row].kind == .body {
      for piece in contents[index].pieces {
        guard let integer = piece.integerWidth else { continue }
        decimals[cell.column].integer = max(decimals[cell.column].integer, integer)
        decimals[cell.column].fraction = max(
          decimals[cell.column].fraction, piece.maximum - integer)
      }
    }
  }

  func isDecimal(_ cell: TableGrid.Cell) -> Bool {
    (cell.source.alignment ?? alignments[cell.column]) == .decimal
      || cell.source.alignment == .automatic && alignments[cell.column] == .decimal
  }

  func alignment(of cell: TableGrid.Cell) -> TableColumn.Alignment {
    if let own = cell.source.alignment, own != .automatic { return own }
    return alignments[cell.column]
  }

  private mutating func measureColumns() {
    for (index, cell) in grid.cells.enumerated() where cell.columnSpan == 1 {
      let content = contents[index]
      // Short headings and names such as "VQA-T" are not broken at their hyphen.
      let isHead = grid.rows[cell.row].kind == .head
      let isShort =
        isHead && content.maximum < 5.5 * metrics.grid.size
        || content.isWord && content.maximum < 7 * metrics.grid.size
      // Words of running text may take more than their hyphenated minimum.
      let minimum =
        content.isNumber || isShort
        ? content.maximum : min(content.maximum, max(content.minimum, isHead ? 0 : 18))
      columns[cell.column].minimum = max(columns[cell.column].minimum, minimum)
      columns[cell.column].maximum = max(columns[cell.column].maximum, content.maximum)
    }
    for column in columns.indices {
      let width = decimals[column].integer + decimals[column].fraction
      columns[column].minimum = max(columns[column].minimum, width)
      columns[column].maximum = max(columns[column].maximum, width)
    }
    widenForSpans()
  }

  /// Cells across several columns widen these evenly when they need more; titles of groups wrap.
  private mutating func widenForSpans() {
    for (index, cell) in grid.cells.enumerated()
    where cell.columnSpan > 1 && grid.rows[cell.row].kind != .groupTitle {
      let span = cell.column..<cell.column + cell.columnSpan
      let gaps = Double(cell.columnSpan - 1) * 2 * metrics.padding
      let minimum = contents[index].minimum - gaps - span.reduce(0) { $0 + columns[$1].minimum }
      let maximum = contents[index].maximum - gaps - span.reduce(0) { $0 + columns[$1].maximum }
      for column in span {
        if minimum > 0 { columns[column].minimum += minimum / Double(cell.columnSpan) }
        if maximum > 0 { columns[column].maximum += maximum / Double(cell.columnSpan) }
        columns[column].maximum = max(columns[column].maximum, columns[column].minimum)
      }
    }
  }

  /// The space that is not column width: between the columns, none at the outer edges.
  var gaps: Points { Double(max(0, columns.count - 1)) * 2 * metrics.padding }

  /// The table with other space around the same cells.
  ///
  /// - Precondition: the type is the same.
  func with(_ metrics: TableMetrics) -> MeasuredTable {
    precondition(metrics.grid == self.metrics.grid, "cells are built for one size of type")
    return MeasuredTable(grid: grid, metrics: metrics, contents: contents)
  }

  /// Whether the smallest type and hyphens in all words would not make the table fit. A rough bound
  /// that saves building all cells again at sizes that cannot work.
  func isHopeless(in width: Points) -> Bool {
    let least = columns.reduce(0) { $0 + $1.minimum }
    return least * 0.8 * 0.75 + Double(columns.count - 1) * 5 > width
  }

  /// Whether less space between columns would make the table as wide as the text.
  func isHardlyWider(than text: Points) -> Bool {
    let natural = columns.reduce(gaps) { $0 + $1.maximum }
    return natural > text && natural - Double(max(0, columns.count - 1)) * 3 <= text
  }

  var widths: ColumnWidths {
    var rows: [[ColumnWidths.CellMeasure]] = []
    for row in grid.rows where row.kind != .groupTitle {
      var measures: [ColumnWidths.CellMeasure] = []
      for index in row.cells where grid.cells[index].columnSpan == 1 {
        let content = contents[index]
        guard !content.isNumber, content.maximum > 30 else { continue }
        measures.append(
          .init(column: grid.cells[index].column, lengths: content.pieces.map(\.maximum)))
      }
      if !measures.isEmpty { rows.append(measures) }
    }
    // The longest rows decide; looking at all of a long table would be slow.
    if rows.count > 48 {
      func weight(_ row: [ColumnWidths.CellMeasure]) -> Points {
        row.reduce(0) { $0 + $1.lengths.reduce(0, +) }
      }
      let order = rows.indices.sorted { (weight(rows[$0]), $1) > (weight(rows[$1]), $0) }
      rows = order.prefix(48).map { rows[$0] }
    }
    return ColumnWidths(columns: columns, rows: rows)
  }
}

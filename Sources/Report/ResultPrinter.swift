import Datasets

/// Prints the rows of a query as text.
enum ResultPrinter {
  /// Columns side by side, numbers to the right, the names above.
  static func table(_ rows: ResultTable) -> String {
    let names = rows.columnNames
    let numeric = names.indices.filter { column in
      rows.rowCount > 0
        && rows.values(ofColumn: column).allSatisfy { value in
          switch value {
          case .integer, .real, .null: true
          case .text: false
          }
        }
    }
    return TextTable(
      head: names, rows: rows.rows.map { $0.map(Self.line) }, numeric: Set(numeric),
      keepsEmptyColumns: true, none: "0 rows"
    ).text
  }

  /// A value in one line.
  private static func line(_ value: CellValue) -> String {
    CSVText.cell(value).replacing("\r\n", with: "↵").replacing("\n", with: "↵")
  }
}

import Datasets

/// Prints the rows of a query as text.
enum ResultPrinter {
  /// Columns side by side, numbers to the right, the names above.
  static func table(_ rows: ResultTable) -> String {
    let names = rows.columnNames
    let cells = rows.rows.map { $0.map(CSVText.cell) }
    let isNumeric = names.indices.map { column in
      rows.rowCount > 0
        && rows.values(ofColumn: column).allSatisfy { value in
          switch value {
          case .integer, .real, .null: true
          case .text: false
          }
        }
    }
    let widths = names.indices.map { column in
      max(width(names[column]), cells.map { width($0[column]) }.max() ?? 0)
    }
    func line(_ values: [String]) -> String {
      values.indices.map { column in
        let pad = String(repeating: " ", count: widths[column] - width(values[column]))
        return isNumeric[column] ? pad + values[column] : values[column] + pad
      }.joined(separator: "  ").trimmingTrailingSpaces + "\n"
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return line(names) + line(rule) + (rows.isEmpty ? "0 rows\n" : cells.map(line).joined())
  }

  private static func width(_ text: String) -> Int { text.unicodeScalars.count }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}

import Datasets

/// Prints the rows of a query as text.
enum ResultPrinter {
  /// Columns side by side, numbers to the right, the names above.
  static func table(_ rows: ResultTable) -> String {
    let names = rows.columnNames
    let cells = rows.rows.map { $0.map(text) }
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

  /// RFC 4180, with a header.
  static func csv(_ rows: ResultTable) -> String {
    ([rows.columnNames] + rows.rows.map { $0.map(text) }).map { row in
      row.map(quoted).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func text(_ value: CellValue) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text): text
    }
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private static func width(_ text: String) -> Int { text.unicodeScalars.count }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)])
  }
}

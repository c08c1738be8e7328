import Datasets
import Evaluation
import Plot

/// Comma-separated values as RFC 4180 has them: a header, lines that end with CR LF, quotes where a
/// cell holds a comma, a quote or a line end.
enum CSVText {
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  /// All columns of a query's result.
  static func text(of rows: ResultTable) -> String {
    text([rows.columnNames] + rows.rows.map { $0.map(cell) })
  }

  /// The printed columns of a table in the order of its rows, the one that groups them first.
  static func text(of record: ProvenanceRecord) -> String {
    let columns = (record.group.map { [$0] } ?? []) + record.columns.map(\.index)
    let result = record.result
    return text(
      [columns.map { result.columns[$0].name }]
        + record.rows.map { row in columns.map { cell(result[row, $0]) } })
  }

  static func text(of data: ChartData) -> String {
    let columns = data.columns.map { (name: $0.name, cells: $0.values) }
    return text(
      [columns.map(\.name)]
        + (0..<data.rowCount).map { row in columns.map { $0.cells[row].fileText } })
  }

  /// In full precision; empty for a missing value.
  static func cell(_ value: CellValue) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): Int64(exactly: number).map { String($0) } ?? String(number)
    case .text(let text): text
    }
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}

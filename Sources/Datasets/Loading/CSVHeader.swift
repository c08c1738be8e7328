import Configuration
import Diagnostics

/// Pairs the columns of a file with the fields of its schema, by name.
struct CSVHeader {
  /// For each cell of a record the field it belongs to.
  var fieldOfCell: [Int?]
  var problems: [CellProblems.Item] = []

  /// - Parameters:
  ///   - cells: the first record; empty when the file has no header, then position counts.
  init(_ cells: ContiguousArray<CSVScanner.Field>, _ scanner: CSVScanner, fields: [SchemaField]) {
    let names = fields.map(\.name.value)
    fieldOfCell = []
    for cell in cells {
      let name = scanner.text(of: cell)
      let field = names.firstIndex(of: name)
      var problem: (code: String, message: String, help: [String])?
      if let field {
        if fieldOfCell.contains(field) {
          problem = ("duplicate-column", "the column '\(name)' stands twice in the header", [])
        }
      } else {
        let free = names.filter { candidate in
          !cells.contains { scanner.text(of: $0) == candidate }
        }
        problem = (
          "unknown-column", "the schema has no field '\(name)'",
          helpForUnknown(name, among: free.isEmpty ? names : free, called: "fields without column")
        )
      }
      if let problem {
        problems.append(
          CellProblems.Item(
            code: problem.code, message: problem.message, help: problem.help, start: cell.start,
            end: cell.end))
      }
      fieldOfCell.append(field)
    }
    let missing = names.indices.filter { !fieldOfCell.contains($0) }
    guard !missing.isEmpty, let first = cells.first, let last = cells.last else { return }
    var help = ["add the column to the file, or take the field out of the schema"]
    if cells.count == 1, names.count > 1 {
      let text = scanner.text(of: first)
      for (name, mark) in [("';'", ";"), ("a tab", "\t"), ("'|'", "|")] where text.contains(mark) {
        help = ["the columns seem to be separated by \(name): declare it as dialect.delimiter"]
      }
    }
    let list = missing.map { "'\(names[$0])'" }.joined(separator: ", ")
    problems.append(
      CellProblems.Item(
        code: "missing-column",
        message: "the file has no column \(list)", help: help, start: first.start, end: last.end))
  }

  /// Of a file without a header: column after column.
  init(fieldCount: Int) { fieldOfCell = Array(0..<fieldCount) }
}

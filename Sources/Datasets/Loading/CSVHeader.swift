import Configuration
import Diagnostics

/// Pairs the columns of a file with the fields of its schema, by name.
struct CSVHeader {
  /// For each cell of a record the field it belongs to.
  var fieldOfCell: [Int?]
  var problems: [CellProblems.Item] = []

  /// - Parameters:
  ///   - cells: the first record; empty when the file has no header, then position counts.
  ///   - match: what the schema asks of the columns.
  init(
    _ cells: ContiguousArray<CSVScanner.Field>, _ scanner: CSVScanner, fields: [SchemaField],
    match: FieldsMatch
  ) {
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
      } else if !match.allowsMoreColumns {
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
    guard let first = cells.first, let last = cells.last else { return }
    if match == .exact, missing.isEmpty, problems.isEmpty {
      checkOrder(cells, names)
      return
    }
    let isAllowed = match.allowsFewerColumns && missing.count < names.count
    guard !missing.isEmpty, !isAllowed else { return }
    var help = ["add the column to the file, or take the field out of the schema"]
    if cells.count == 1, names.count > 1 {
      let text = scanner.text(of: first)
      for (name, mark) in [("';'", ";"), ("a tab", "\t"), ("'|'", "|")] where text.contains(mark) {
        help = ["the columns seem to be separated by \(name): declare it as dialect.delimiter"]
        problems = []
      }
    }
    // As many names that nobody knows are likely theirs, and have been told with these.
    guard problems.count(where: { $0.code == "unknown-column" }) != missing.count else { return }
    let list = missing.map { "'\(names[$0])'" }.joined(separator: ", ")
    problems.append(
      CellProblems.Item(
        code: "missing-column",
        message: "the file has no column \(list)", help: help, start: first.start, end: last.end))
  }

  /// The same names in another order: a header that was swapped looks like this, too.
  private mutating func checkOrder(
    _ cells: ContiguousArray<CSVScanner.Field>, _ names: [String]
  ) {
    guard let place = fieldOfCell.indices.first(where: { fieldOfCell[$0] != $0 }),
      let field = fieldOfCell[place]
    else { return }
    problems.append(
      CellProblems.Item(
        code: "column-order",
        message: "the header has '\(names[field])' where the schema has '\(names[place])'",
        help: [
          "put the columns in the schema's order",
          "if only the names are to count, state it: schema: {fieldsMatch: equal}",
        ], start: cells[place].start, end: cells[place].end))
  }

  /// Of a file without a header: column after column.
  init(fieldCount: Int) { fieldOfCell = Array(0..<fieldCount) }
}

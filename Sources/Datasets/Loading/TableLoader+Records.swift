import Configuration
import Diagnostics

/// What can be wrong with a file or a record as a whole.
extension TableLoader {
  /// The code of a record that has more or fewer cells than the header.
  static let unevenRow = "uneven-row"

  /// Whether the file is UTF-8 text; reports what it is instead.
  mutating func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let fault = TextFault.first(in: bytes) else { return true }
    let help =
      fault.code == "invalid-utf8"
      ? ["save it as UTF-8, or state what it is in the resource: encoding: latin-1"] : fault.help
    add(fault.code, fault.message, help: help, fault.range.lowerBound, fault.range.upperBound)
    return false
  }

  mutating func report(_ problem: CSVScanner.Problem, row: Int?) {
    switch problem {
    case .strayQuote(let at):
      add(
        "stray-quote", "a quote stands inside a cell that is not quoted",
        help: ["put the whole cell in quotes and double the quote inside: \"5\"\" disk\""], at,
        at + 1, row: row)
    case .textAfterQuote(let at):
      add(
        "stray-quote", "text stands behind the closing quote of a cell",
        help: ["double a quote that belongs to the text"], at, at + 1, row: row)
    case .unclosedQuote(let at):
      add(
        "unclosed-quote", "this quote is not closed until the end of the file", at, at + 1,
        row: row)
    }
  }

  mutating func reportUneven(
    _ cells: ContiguousArray<CSVScanner.Field>, _ scanner: CSVScanner, _ fieldOfCell: [Int?],
    row: Int
  ) {
    let expected = fieldOfCell.count
    let counts =
      "the record has \(cells.count) cell\(cells.count == 1 ? "" : "s"), the header \(expected)"
    if cells.count < expected {
      let name = fieldOfCell[cells.count].map { table.fields[$0].name.value }
      let end = cells.last?.end ?? scanner.recordStart
      add(
        Self.unevenRow, counts + (name.map { "; '\($0)' is the first column without one" } ?? ""),
        help: ["a cell or a delimiter is missing in this record"], scanner.recordStart, end,
        row: row)
    } else {
      let extra = cells[expected]
      var help = ["a cell that holds a delimiter must stand in quotes"]
      if extra.start == extra.end, cells.count == expected + 1 {
        help = ["remove the delimiter at its end"]
      }
      add(Self.unevenRow, counts, help: help, extra.start, cells[cells.count - 1].end, row: row)
    }
  }

  private mutating func add(
    _ code: String, _ message: String, help: [String] = [], _ start: Int, _ end: Int,
    row: Int? = nil
  ) {
    append(
      CellProblems.Item(
        code: code, message: message, help: help, start: start, end: end, row: row))
  }
}

import Configuration

/// What can be wrong with a file or a record as a whole.
extension TableLoader {
  /// Whether the file is UTF-8 text; reports what it is instead.
  mutating func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      add("invalid-utf8", "this file is UTF-16", help: ["save it as UTF-8"], 0, 2)
      return false
    }
    if let zero = bytes.firstIndex(of: 0) {
      add("invalid-utf8", "this is no text: it holds a zero byte", zero, zero + 1)
      return false
    }
    guard bytes.contains(where: { $0 >= 0x80 }) else { return true }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return true
      case .error(let length):
        add(
          "invalid-utf8", "this is not valid UTF-8",
          help: ["save the file as UTF-8; it may be Latin-1 or Windows-1252"], offset,
          offset + length)
        return false
      }
    }
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
    let counts = "the record has \(cells.count) cells, the header \(expected)"
    if cells.count < expected {
      let name = fieldOfCell[cells.count].map { table.fields[$0].name.value }
      let end = cells.last?.end ?? scanner.recordStart
      add(
        "uneven-row", counts + (name.map { "; '\($0)' is the first column without one" } ?? ""),
        help: ["a cell or a delimiter is missing in this record"], scanner.recordStart, end,
        row: row)
    } else {
      let extra = cells[expected]
      var help = ["a cell that holds a delimiter must stand in quotes"]
      if extra.start == extra.end, cells.count == expected + 1 {
        help = ["remove the delimiter at its end"]
      }
      add("uneven-row", counts, help: help, extra.start, cells[cells.count - 1].end, row: row)
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

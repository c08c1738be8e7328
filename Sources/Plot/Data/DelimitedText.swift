/// Reads CSV and its kin (RFC 4180): a header, quoted cells, empty cells as null. A column all of
/// whose cells are numbers is one of numbers.
public enum DelimitedText {
  /// - Parameter delimiter: between cells, a comma or tab.
  public static func read(_ bytes: [UInt8], delimiter: UInt8) -> ChartData {
    bytes.withUnsafeBufferPointer { buffer in
      var header: [String] = []
      var rowCount = 0
      var scanner = CellScanner(buffer, delimiter: delimiter)
      scanner.next { _, cell, _ in header.append(cell.isEmpty ? "" : text(cell)) }
      let start = scanner
      // First all columns are taken for numbers; those that are not are read once more.
      let most = buffer.count { $0 == UInt8(ascii: "\n") } + 1
      var numbers = header.map { _ in NumberColumn(capacity: most) }
      while scanner.next({ column, cell, isQuoted in
        guard column < numbers.count else { return }
        numbers[column].append(cell, isQuoted: isQuoted, row: rowCount)
      }) { rowCount += 1 }
      var texts = numbers.map { TextColumn(capacity: $0.isNumeric ? 0 : rowCount) }
      if numbers.contains(where: { !$0.isNumeric }) {
        scanner = start
        var row = 0
        while scanner.next({ column, cell, isQuoted in
          guard column < numbers.count, !numbers[column].isNumeric else { return }
          texts[column].append(cell, isQuoted: isQuoted, row: row)
        }) { row += 1 }
      }
      return ChartData(
        header.indices.map { column in
          ChartColumn(
            header[column],
            cells: numbers[column].isNumeric
              ? numbers[column].cells(rowCount) : texts[column].cells(rowCount))
        }, rowCount: rowCount)
    }
  }

  fileprivate static func text(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: cell, as: UTF8.self)
  }
}

/// Cuts delimited text into rows of cells.
private struct CellScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8
  private var index: Int
  private var scratch: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reads the next row that is not blank.
  ///
  /// - Parameter take: gets the column, the bytes of the cell, and whether it stood in quotes.
  /// - Returns: false at the end.
  @discardableResult
  mutating func next(_ take: (Int, UnsafeBufferPointer<UInt8>, Bool) -> Void) -> Bool {
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") {
        index += 1
      } else if bytes[index] == UInt8(ascii: "\r"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "\n")
      {
        index += 2
      } else {
        break
      }
    }
    guard index < bytes.count else { return false }
    var column = 0
    while cell({ take(column, $0, $1) }) { column += 1 }
    return true
  }

  /// - Returns: whether another cell of the row follows.
  private mutating func cell(_ take: (UnsafeBufferPointer<UInt8>, Bool) -> Void) -> Bool {
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return quoted(take) }
    while index < bytes.count, bytes[index] != delimiter, bytes[index] != UInt8(ascii: "\n") {
      index += 1
    }
    var end = index
    if end > start, index == bytes.count || bytes[index] == UInt8(ascii: "\n"),
      bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    take(UnsafeBufferPointer(rebasing: bytes[start..<end]), false)
    return goesOn()
  }

  private mutating func quoted(_ take: (UnsafeBufferPointer<UInt8>, Bool) -> Void) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    index += 1
    var isOpen = true
    while index < bytes.count {
      let byte = bytes[index]
      if isOpen, byte == UInt8(ascii: "\"") {
        if index + 1 < bytes.count, bytes[index + 1] == byte {
          scratch.append(byte)
          index += 1
        } else {
          isOpen = false
        }
      } else if !isOpen, byte == delimiter || byte == UInt8(ascii: "\n") {
        break
      } else if isOpen || byte != UInt8(ascii: "\r") {
        scratch.append(byte)
      }
      index += 1
    }
    scratch.withUnsafeBufferPointer { take($0, true) }
    return goesOn()
  }

  /// Steps over what ended a cell.
  private mutating func goesOn() -> Bool {
    guard index < bytes.count else { return false }
    index += 1
    return bytes[index - 1] == delimiter
  }
}

/// Cells that were numbers so far.
private struct NumberColumn {
  private(set) var isNumeric = true
  private var hasNumber = false
  private var numbers: [Double] = []

  init(capacity: Int) { numbers.reserveCapacity(capacity) }

  mutating func append(_ cell: UnsafeBufferPointer<UInt8>, isQuoted: Bool, row: Int) {
    guard isNumeric else { return }
    while numbers.count < row { numbers.append(.nan) }
    if cell.isEmpty, !isQuoted {
      numbers.append(.nan)
    } else if let number = DecimalText.number(cell), number.isFinite {
      hasNumber = true
      numbers.append(number)
    } else {
      isNumeric = false
      numbers = []
    }
  }

  func cells(_ count: Int) -> ChartCells {
    guard hasNumber else { return ChartCells(repeating: .null, count: count) }
    if numbers.count == count { return ChartCells(numbers: numbers) }
    return ChartCells(
      numbers: numbers + Array(repeating: .nan, count: count - numbers.count))
  }
}

/// Cells of text; while few differ, each is kept once.
private struct TextColumn {
  /// More different cells than these are better kept one by one.
  private static let most = 20_000

  private var codes: [UInt32] = []
  private var list: [ChartValue] = []
  private var index: [String: UInt32] = [:]
  private var empty: UInt32?
  private var loose: [ChartValue]?
  private var isBoolean = true

  init(capacity: Int) { codes.reserveCapacity(capacity) }

  mutating func append(_ cell: UnsafeBufferPointer<UInt8>, isQuoted: Bool, row: Int) {
    while (loose?.count ?? codes.count) < row { append(nil) }
    append(cell.isEmpty && !isQuoted ? nil : DelimitedText.text(cell))
  }

  private mutating func append(_ text: String?) {
    if let text, text != "true", text != "false" { isBoolean = false }
    if loose != nil {
      loose?.append(text.map { .text($0) } ?? .null)
      return
    }
    codes.append(code(text))
    guard list.count > Self.most else { return }
    loose = codes.map { list[Int($0)] }
    (codes, list, index) = ([], [], [:])
  }

  private mutating func code(_ text: String?) -> UInt32 {
    let new = UInt32(list.count)
    guard let text else {
      if let empty { return empty }
      empty = new
      list.append(.null)
      return new
    }
    if let known = index[text] { return known }
    index[text] = new
    list.append(.text(text))
    return new
  }

  func cells(_ count: Int) -> ChartCells {
    var whole = self
    while (whole.loose?.count ?? whole.codes.count) < count { whole.append(nil) }
    if let loose = whole.loose { return ChartCells(loose) }
    let list =
      isBoolean
      ? whole.list.map { $0 == .null ? .null : .bool($0 == .text("true")) } : whole.list
    return ChartCells(codes: whole.codes, list: list)
  }
}

import Datasets
import Diagnostics

/// An expression in running text, as SQL: a scalar `SELECT` as it is, or an expression in which
/// `QUERY[condition].column` is one cell.
///
///     kept[method='FastV'].tflops
///     prefill_tflops('LLaVA-1.5-7B', '576x32') / 2
///     ranks[method='VScan'].rank = 1
struct ValueExpression {
  let text: SpannedText
  let cells: [CellReference]
  /// Whether it is a statement of its own.
  let isSelect: Bool
  /// The cell that the whole expression is; nil when it computes something.
  let onlyCell: CellReference?

  init(_ text: SpannedText) throws(DiagnosticList) {
    self.text = text
    var scanner = ValueScanner(text.bytes)
    isSelect = scanner.startsWithSelect
    cells = isSelect ? [] : try scanner.cells(in: text)
    onlyCell = cells.count == 1 && text.isBlank(around: cells[0].range) ? cells[0] : nil
    guard !scanner.isBlank else {
      throw .error("empty-expression", "there is no expression", at: text.span)
    }
  }

  /// The statement that computes the value.
  var query: Query {
    if isSelect { return Query(text) }
    // Not as a subquery, of which SQLite does not tell the stored column.
    if let cell = onlyCell { return lookup(cell) }
    var sql = SpannedText(file: text.file)
    append("SELECT ", to: &sql, at: 0)
    var position = 0
    for cell in cells {
      sql.append(position..<cell.range.lowerBound, of: text)
      append("(", to: &sql, at: cell.range.lowerBound)
      cell.appendStatement(to: &sql, of: text)
      append(")", to: &sql, at: cell.range.upperBound)
      position = cell.range.upperBound
    }
    sql.append(position..<text.bytes.count, of: text)
    return Query(sql)
  }

  /// The statement that reads all rows that a cell's condition finds: there must be one.
  func lookup(_ cell: CellReference) -> Query { Query(cell, in: text) }

  /// Words that are not in the text: they map to where they were put in.
  private func append(_ words: String, to sql: inout SpannedText, at position: Int) {
    sql.append(unwritten: words, at: text.sourceOffset(position))
  }

  /// The name of the table that a cell stands in.
  func table(of cell: CellReference) -> String {
    String(decoding: text.bytes[cell.table], as: UTF8.self)
  }
}

extension SpannedText {
  fileprivate func isBlank(around range: Range<Int>) -> Bool {
    bytes[..<range.lowerBound].allSatisfy { $0 <= 0x20 }
      && bytes[range.upperBound...].allSatisfy { $0 <= 0x20 }
  }
}

/// Finds the cell references of an expression, outside of quotation marks.
private struct ValueScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

  var startsWithSelect: Bool {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.count
    let word = bytes[start...].prefix { Self.isName($0) }
    let statements: [StaticString] = ["select", "with", "values"]
    return statements.contains { statement in
      word.lazy.map { $0 | 0x20 }.elementsEqual(
        UnsafeBufferPointer(start: statement.utf8Start, count: statement.utf8CodeUnitCount))
    }
  }

  mutating func cells(in text: SpannedText) throws(DiagnosticList) -> [CellReference] {
    var cells: [CellReference] = []
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        skipQuoted(byte)
      } else if Self.isName(byte) {
        let start = position
        while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
        let name = start..<position
        if position < bytes.count, bytes[position] == UInt8(ascii: "[") {
          cells.append(try cell(named: name, in: text))
        }
      } else {
        position += 1
      }
    }
    return cells
  }

  /// Reads `[condition].column` behind a table's name.
  private mutating func cell(
    named name: Range<Int>, in text: SpannedText
  ) throws(DiagnosticList) -> CellReference {
    let open = position
    var depth = 0
    scan: while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        skipQuoted(bytes[position])
        continue
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { break scan }
      default: break
      }
      position += 1
    }
    guard position < bytes.count else {
      throw .error("value-syntax", "'[' is not closed", at: text.span(open..<open + 1))
    }
    let condition = (open + 1)..<position
    position += 1
    guard position < bytes.count, bytes[position] == UInt8(ascii: ".") else {
      throw .error(
        "value-syntax", "a column is missing behind ']'", at: text.span(name.lowerBound..<position),
        help: "write it as \(String(decoding: bytes[name], as: UTF8.self))[…].column")
    }
    position += 1
    let start = position
    while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
    guard position > start else {
      throw .error(
        "value-syntax", "a column is missing behind '.'", at: text.span(start - 1..<start))
    }
    return CellReference(
      range: name.lowerBound..<position, table: name, condition: condition,
      column: start..<position)
  }

  private mutating func skipQuoted(_ quote: UInt8) {
    position += 1
    while position < bytes.count, bytes[position] != quote { position += 1 }
    position = min(position + 1, bytes.count)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}

/// Walks over the bytes of a CSV file, record by record.
///
/// Reads RFC 4180 and what is found in the wild: a byte order mark, LF, CR LF or CR, quoted fields
/// with delimiters, line ends and doubled quotes in them. What it cannot read for certain is a
/// problem, never a guess: a quote inside an unquoted field, text behind a closing quote, a quote
/// that is not closed.
struct CSVScanner {
  /// A field's bytes without its quotes.
  struct Field {
    var start: Int
    var end: Int
    var isQuoted = false
    /// Whether quotes inside it are doubled or escaped, so that the bytes are not yet the text.
    var hasEscapes = false
  }

  enum Problem: Equatable {
    case strayQuote(at: Int)
    case textAfterQuote(at: Int)
    case unclosedQuote(at: Int)
  }

  /// Where the record that was read last starts, and where its last field ends.
  private(set) var recordStart = 0
  private(set) var problem: Problem?
  /// Empty lines before the record that was read last.
  private(set) var blankLine: Int?

  private let bytes: UnsafeBufferPointer<UInt8>
  private let dialect: CSVDialect
  private var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, dialect: CSVDialect, from offset: Int? = nil) {
    self.bytes = bytes
    self.dialect = dialect
    position = offset ?? (bytes.prefix(3).elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// Reads the next record into `fields`; false at the end of the file.
  ///
  /// After a problem the rest of the record's line is skipped and `problem` says what it was.
  mutating func next(into fields: inout ContiguousArray<Field>) -> Bool {
    fields.removeAll(keepingCapacity: true)
    problem = nil
    blankLine = nil
    skipBlankAndCommentLines()
    guard position < bytes.count else { return false }
    recordStart = position
    let delimiter = dialect.delimiter
    let quote = dialect.quote
    while true {
      if dialect.skipsInitialSpace {
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
      }
      if let quote, position < bytes.count, bytes[position] == quote {
        readQuoted(quote, into: &fields)
      } else {
        let start = position
        while position < bytes.count {
          let byte = bytes[position]
          if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
          if byte == quote, problem == nil { problem = .strayQuote(at: position) }
          position += 1
        }
        fields.append(Field(start: start, end: position))
      }
      guard position < bytes.count else { return true }
      if bytes[position] == delimiter {
        position += 1
        continue
      }
      skipLineEnd()
      return true
    }
  }

  private mutating func readQuoted(_ quote: UInt8, into fields: inout ContiguousArray<Field>) {
    let opening = position
    var field = Field(start: position + 1, end: position + 1, isQuoted: true)
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if let escape = dialect.escape, byte == escape, position + 1 < bytes.count {
        field.hasEscapes = true
        position += 2
      } else if byte != quote {
        position += 1
      } else if dialect.escape == nil, position + 1 < bytes.count, bytes[position + 1] == quote {
        field.hasEscapes = true
        position += 2
      } else {
        break
      }
    }
    field.end = min(position, bytes.count)
    fields.append(field)
    guard position < bytes.count else {
      problem = problem ?? .unclosedQuote(at: opening)
      return
    }
    position += 1
    if position < bytes.count, !isEnd(bytes[position]) {
      problem = problem ?? .textAfterQuote(at: position)
      while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
    }
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || byte == 0x0A || byte == 0x0D
  }

  private mutating func skipLineEnd() {
    if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A {
      position += 1
    }
    position += 1
  }

  private mutating func skipBlankAndCommentLines() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x0A || byte == 0x0D {
        if blankLine == nil { blankLine = position }
        skipLineEnd()
      } else if byte == dialect.comment {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
        if position < bytes.count { skipLineEnd() }
      } else {
        return
      }
    }
  }

  /// The bytes that a field stands for.
  func content(of field: Field) -> [UInt8] {
    guard field.hasEscapes else { return Array(bytes[field.start..<field.end]) }
    let mark = dialect.escape ?? dialect.quote
    var out: [UInt8] = []
    out.reserveCapacity(field.end - field.start)
    var i = field.start
    while i < field.end {
      if bytes[i] == mark, i + 1 < field.end { i += 1 }
      out.append(bytes[i])
      i += 1
    }
    return out
  }

  func text(of field: Field) -> String { String(decoding: content(of: field), as: UTF8.self) }
}

/// Reads statements that look values up, see `LookupText`.
struct LookupReader {
  private let sql: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// Up to where the statement stands in the form.
  private var copied = 0
  private(set) var form: [UInt8] = []
  private(set) var literals: [CellValue] = []
  /// The lookups between parentheses of a statement that computes with them.
  private(set) var innerRanges: [(sql: Range<Int>, form: Range<Int>)] = []

  /// - Parameters:
  ///   - prefix: how long what `reading` puts before the form is.
  ///   - reading: false when the statement is something else.
  /// - Returns: what was read of a whole statement; nil when it is something else.
  static func read(
    _ sql: UnsafeBufferPointer<UInt8>, prefix: Int = 0, _ reading: (inout LookupReader) -> Bool
  ) -> LookupReader? {
    var reader = LookupReader(sql: sql)
    // A literal may be shorter than the parameter in its place.
    reader.form.reserveCapacity(prefix + sql.count + 8)
    guard reading(&reader) else { return nil }
    reader.copyRest()
    return reader
  }

  /// - Returns: what reading the statement of a cell gives, see `CellReference.appendStatement`; nil
  ///   when it is no lookup, or has no condition.
  static func read(
    _ cell: CellReference, in text: UnsafeBufferPointer<UInt8>
  ) -> LookupReader? {
    guard !cell.condition.isEmpty else { return nil }
    func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(rebasing: text[range])
    }
    let (column, table) = (part(cell.column), part(cell.table))
    guard !isForbidden(column), !isForbidden(table) else { return nil }
    let words = "SELECT  FROM  WHERE ".utf8.count
    return read(part(cell.condition), prefix: words + column.count + table.count) { reader in
      reader.append("SELECT ")
      reader.form.append(contentsOf: column)
      reader.append(" FROM ")
      reader.form.append(contentsOf: table)
      reader.append(" WHERE ")
      return reader.readCondition(isInner: false)
    }
  }

  private mutating func append(_ words: StaticString) {
    form.append(
      contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  private init(sql: UnsafeBufferPointer<UInt8>) { self.sql = sql }

  /// `SELECT … FROM table WHERE condition`, up to the end or to the parenthesis that closes it.
  mutating func readLookup(isInner: Bool) -> Bool {
    skipBlanks()
    guard isWord(readWord(), "select"), readList() else { return false }
    skipBlanks()
    guard !readWord().isEmpty else { return false }
    skipBlanks()
    if atEnd(isInner) { return true }
    guard isWord(readWord(), "where") else { return false }
    return readCondition(isInner: isInner)
  }

  /// What is selected, with the word `FROM` behind it.
  private mutating func readList() -> Bool {
    var depth = 0
    while position < sql.count {
      let byte = sql[position]
      if Self.isWord(byte) {
        // Numbers, too: they stay as they are.
        let word = readWord()
        if isWord(word, "from") { return depth == 0 }
        if isForbidden(word), !Self.listWords.contains(where: { isWord(word, $0) }) {
          return false
        }
        continue
      }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      // One value, not several.
      guard depth >= 0, byte != UInt8(ascii: ",") || depth > 0, passSign() else { return false }
    }
    return false
  }

  /// `SELECT` and an expression, in which all that is read stands in lookups between parentheses.
  mutating func readExpression() -> Bool {
    skipBlanks()
    guard isWord(readWord(), "select") else { return false }
    while position < sql.count {
      let byte = sql[position]
      if Self.isWord(byte) {
        if isForbidden(readWord()) { return false }
      } else if byte == UInt8(ascii: "("), opensLookup {
        pass(1)
        let (start, formStart) = (position, formCount)
        guard readLookup(isInner: true) else { return false }
        innerRanges.append((start..<position, formStart..<formCount))
      } else {
        guard passSign() else { return false }
      }
    }
    return !innerRanges.isEmpty
  }

  /// Whether `SELECT` follows the parenthesis at hand.
  private var opensLookup: Bool {
    var start = position + 1
    while start < sql.count, Self.isBlank(sql[start]) { start += 1 }
    return isWord(word(at: start), "select")
  }

  /// A condition whose literals are compared with columns.
  mutating func readCondition(isInner: Bool) -> Bool {
    var depth = 0
    var isEmpty = true
    /// Whether a parenthesis may open: behind operators, for other names are called.
    var mayOpen = true
    while !(depth == 0 && atEnd(isInner)) {
      guard position < sql.count else { return false }
      let byte = sql[position]
      if Self.isBlank(byte) {
        pass(1)
        continue
      }
      isEmpty = false
      switch byte {
      case _ where Self.isDigit(byte):
        let digits = sql[position...].prefix { Self.isDigit($0) }
        // More digits than Int64 holds, or not the end of the number.
        guard digits.count <= 18,
          digits.endIndex == sql.count || !Self.continuesNumber(sql[digits.endIndex])
        else { return false }
        take(.integer(digits.reduce(0) { $0 * 10 + Int64($1 - 0x30) }), digits.count)
        mayOpen = false
      case UInt8(ascii: "'"):
        let text = sql[(position + 1)...].prefix { $0 != byte }
        // A doubled quote is one in the text.
        guard text.endIndex < sql.count,
          text.endIndex + 1 == sql.count || sql[text.endIndex + 1] != byte
        else { return false }
        take(.text(String(decoding: text, as: UTF8.self)), text.count + 2)
        mayOpen = false
      case _ where Self.isWord(byte):
        let word = readWord()
        if isForbidden(word) { return false }
        mayOpen = Self.operators.contains { isWord(word, $0) }
      case UInt8(ascii: "("):
        guard mayOpen else { return false }
        depth += 1
        pass(1)
      case UInt8(ascii: ")"):
        depth -= 1
        guard depth >= 0 else { return false }
        mayOpen = false
        pass(1)
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"),
        UInt8(ascii: ","):
        mayOpen = true
        pass(1)
      case UInt8(ascii: ".") where position + 1 < sql.count && !Self.isDigit(sql[position + 1]):
        mayOpen = false
        pass(1)
      default: return false
      }
    }
    return !isEmpty
  }

  private func atEnd(_ isInner: Bool) -> Bool {
    isInner
      ? position < sql.count && sql[position] == UInt8(ascii: ")") : position == sql.count
  }

  private mutating func take(_ literal: CellValue, _ length: Int) {
    copyRest()
    literals.append(literal)
    form.append(UInt8(ascii: "?"))
    form.append(contentsOf: String(literals.count).utf8)
    position += length
    copied = position
  }

  /// Moves over what is part of the form.
  private mutating func pass(_ count: Int) { position += count }

  private mutating func copyRest() {
    form.append(contentsOf: UnsafeBufferPointer(rebasing: sql[copied..<position]))
    copied = position
  }

  /// How long the form is up to the position.
  private var formCount: Int { form.count + position - copied }

  private mutating func skipBlanks() {
    while position < sql.count, Self.isBlank(sql[position]) { pass(1) }
  }

  private mutating func readWord() -> Range<Int> {
    let word = word(at: position)
    pass(word.count)
    return word
  }

  private func word(at start: Int) -> Range<Int> {
    var end = start
    while end < sql.count, Self.isWord(sql[end]) { end += 1 }
    return start..<end
  }

  /// Moves over a sign, or a text between quotes; false where something else begins: a comment, a
  /// parameter, a second statement.
  private mutating func passSign() -> Bool {
    let byte = sql[position]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let text = sql[(position + 1)...].prefix { $0 != byte }
      guard text.endIndex < sql.count else { return false }
      pass(text.count + 2)
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      let next = position + 1 < sql.count ? sql[position + 1] : 0
      guard next != UInt8(ascii: "-"), next != UInt8(ascii: "*") else { return false }
      pass(1)
    case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "="),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "|"):
      pass(1)
    default:
      guard Self.isBlank(byte) else { return false }
      pass(1)
    }
    return true
  }

  private func isForbidden(_ word: Range<Int>) -> Bool {
    Self.isForbidden(UnsafeBufferPointer(rebasing: sql[word]))
  }

  private func isWord(_ word: Range<Int>, _ lower: StaticString) -> Bool {
    Self.isWord(UnsafeBufferPointer(rebasing: sql[word]), lower)
  }
}

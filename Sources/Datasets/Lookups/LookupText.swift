/// A statement that looks values up, with the numbers and texts of its conditions taken out:
/// sentences ask for many values in the same form, and SQLite has to understand each form once only.
///
///     SELECT gqa FROM scores WHERE method = 'FastV'
///     SELECT max(gqa) - min(gqa) FROM scores WHERE budget = 64
///     SELECT (SELECT gqa FROM scores WHERE budget = 64) / (SELECT gqa FROM scores WHERE budget = 32)
///
/// Only the literals of conditions are taken out; everything else is part of the form. What is not
/// certain to mean the same with a value bound in a literal's place is no lookup: conditions with
/// calls, arithmetic or `NULL`, `GROUP BY 1`, broken numbers.
struct LookupText {
  /// The statement with `?1`, `?2` … for its literals: by their numbers, for a statement made from
  /// it may have them in another order.
  private(set) var form: [UInt8] = []
  /// The literals in their order.
  private(set) var literals: [CellValue] = []
  /// The statement itself.
  let sql: [UInt8]
  /// The lookups between parentheses of a statement that computes with them.
  private var innerRanges: [(sql: Range<Int>, form: Range<Int>)] = []
  private var position = 0

  /// Nil when the statement is something else.
  init?(_ sql: [UInt8]) {
    self.sql = sql
    form.reserveCapacity(sql.count + 8)
    if readLookup(isInner: false) { return }
    (form, literals, innerRanges, position) = ([], [], [], 0)
    guard readExpression() else { return nil }
  }

  /// The lookups that it computes with, in order.
  var inner: [LookupText] { innerRanges.compactMap { LookupText(Array(sql[$0.sql])) } }

  /// The form with a parameter in place of each of its lookups, `SELECT ?1 - ?2`; nil when it
  /// computes with none, and when texts stand in it, which SQLite compares with a column's values
  /// in another way than with values alone.
  var computation: [UInt8]? {
    guard !innerRanges.isEmpty else { return nil }
    var text: [UInt8] = []
    var position = 0
    for (index, range) in innerRanges.enumerated() {
      // Without the parentheses.
      text += form[position..<range.form.lowerBound - 1] + Array("?\(index + 1)".utf8)
      position = range.form.upperBound + 1
    }
    text += form[position...]
    let hasTexts = text.contains { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
    return hasTexts ? nil : text
  }

  /// How SQLite names the column of a statement that computes: by its text.
  ///
  /// - Parameter name: how it names the column of the form.
  func columnName(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard bytes.contains(UInt8(ascii: "?")), Self.expression(of: form) == bytes[...] else {
      return name
    }
    return String(decoding: Self.expression(of: sql), as: UTF8.self)
  }

  private static func expression(of statement: [UInt8]) -> ArraySlice<UInt8> {
    var text = statement.drop { isBlank($0) }.dropFirst("select".utf8.count).drop { isBlank($0) }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return text
  }

  // MARK: Reading

  /// `SELECT … FROM table WHERE condition`, up to the end or to the parenthesis that closes it.
  private mutating func readLookup(isInner: Bool) -> Bool {
    skipBlanks()
    guard Self.isWord(readWord(), "select"), readList() else { return false }
    skipBlanks()
    guard !readWord().isEmpty else { return false }
    skipBlanks()
    if atEnd(isInner) { return true }
    guard Self.isWord(readWord(), "where") else { return false }
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
        if Self.isWord(word, "from") { return depth == 0 }
        if Self.isForbidden(word), !Self.listWords.contains(where: { Self.isWord(word, $0) }) {
          return false
        }
        continue
      }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      // One value, not several.
      guard depth >= 0, byte != UInt8(ascii: ",") || depth > 0, copySign() else { return false }
    }
    return false
  }

  /// `SELECT` and an expression, in which all that is read stands in lookups between parentheses.
  private mutating func readExpression() -> Bool {
    skipBlanks()
    guard Self.isWord(readWord(), "select") else { return false }
    while position < sql.count {
      let byte = sql[position]
      if Self.isWord(byte) {
        if Self.isForbidden(readWord()) { return false }
      } else if byte == UInt8(ascii: "("), opensLookup {
        copy(1)
        let (start, formStart) = (position, form.count)
        guard readLookup(isInner: true) else { return false }
        innerRanges.append((start..<position, formStart..<form.count))
      } else {
        guard copySign() else { return false }
      }
    }
    return !innerRanges.isEmpty
  }

  /// Whether `SELECT` follows the parenthesis at hand.
  private var opensLookup: Bool {
    let inner = sql[(position + 1)...].drop { Self.isBlank($0) }
    return Self.isWord(inner.prefix { Self.isWord($0) }, "select")
  }

  /// A condition whose literals are compared with columns.
  private mutating func readCondition(isInner: Bool) -> Bool {
    var depth = 0
    var isEmpty = true
    /// Whether a parenthesis may open: behind operators, for other names are called.
    var mayOpen = true
    while !(depth == 0 && atEnd(isInner)) {
      guard position < sql.count else { return false }
      let byte = sql[position]
      if Self.isBlank(byte) {
        copy(1)
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
        if Self.isForbidden(word) { return false }
        mayOpen = Self.operators.contains { Self.isWord(word, $0) }
      case UInt8(ascii: "("):
        guard mayOpen else { return false }
        depth += 1
        copy(1)
      case UInt8(ascii: ")"):
        depth -= 1
        guard depth >= 0 else { return false }
        mayOpen = false
        copy(1)
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"),
        UInt8(ascii: ","):
        mayOpen = true
        copy(1)
      case UInt8(ascii: ".") where position + 1 < sql.count && !Self.isDigit(sql[position + 1]):
        mayOpen = false
        copy(1)
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
    literals.append(literal)
    form.append(UInt8(ascii: "?"))
    form.append(contentsOf: String(literals.count).utf8)
    position += length
  }

  private mutating func copy(_ count: Int) {
    form.append(contentsOf: sql[position..<position + count])
    position += count
  }

  private mutating func skipBlanks() {
    while position < sql.count, Self.isBlank(sql[position]) { copy(1) }
  }

  private mutating func readWord() -> ArraySlice<UInt8> {
    let word = sql[position...].prefix { Self.isWord($0) }
    copy(word.count)
    return word
  }

  /// Copies a sign, or a text between quotes; false where something else begins: a comment, a
  /// parameter, a second statement.
  private mutating func copySign() -> Bool {
    let byte = sql[position]
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      let text = sql[(position + 1)...].prefix { $0 != byte }
      guard text.endIndex < sql.count else { return false }
      copy(text.count + 2)
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      let next = position + 1 < sql.count ? sql[position + 1] : 0
      guard next != UInt8(ascii: "-"), next != UInt8(ascii: "*") else { return false }
      copy(1)
    case UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "="),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "|"):
      copy(1)
    default:
      guard Self.isBlank(byte) else { return false }
      copy(1)
    }
    return true
  }
}

// MARK: Words

extension LookupText {
  /// By their length.
  private static let forbidden = [
    "select", "from", "where", "order", "group", "having", "limit", "offset", "union", "except",
    "intersect", "window", "over", "filter", "null", "isnull", "notnull", "case", "cast",
    "collate", "exists", "join", "natural", "left", "right", "inner", "cross", "full", "as",
    "distinct", "all", "raise", "escape", "match", "regexp", "indexed", "values", "with",
    "true", "false", "current_date", "current_time", "current_timestamp",
  ].reduce(into: [[StaticString]](repeating: [], count: 20)) {
    $0[$1.utf8CodeUnitCount].append($1)
  }
  /// Those that may stand in what is selected.
  private static let listWords: [StaticString] = ["as", "cast", "case", "null"]
  private static let operators: [StaticString] = ["and", "or", "not", "in"]

  private static func isForbidden(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count < forbidden.count else { return false }
    return forbidden[word.count].contains { isWord(word, $0) }
  }

  /// Whether a word of the text is a word of SQL, which does not tell capitals.
  private static func isWord(_ word: ArraySlice<UInt8>, _ lower: StaticString) -> Bool {
    guard word.count == lower.utf8CodeUnitCount else { return false }
    return lower.withUTF8Buffer { lower in
      zip(word, lower).allSatisfy { byte, other in
        (byte &- 0x41 < 26 ? byte | 0x20 : byte) == other
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x80 || isDigit(byte) || (byte | 0x20) &- 0x61 < 26
  }

  private static func continuesNumber(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: ".")
  }
}

/// A statement that looks values up, `SELECT column FROM table WHERE condition`, with the numbers and
/// texts of its condition taken out: sentences ask for many values in the same form, and SQLite has
/// to understand each form once only.
///
/// What is not certain to mean the same with a value bound in a literal's place is no lookup: calls,
/// arithmetic, `NULL`, `GROUP BY 1`, broken numbers.
struct LookupText {
  /// The statement with `?` for each literal.
  private(set) var form: [UInt8] = []
  /// The literals in their order.
  private(set) var literals: [CellValue] = []

  /// Nil when the statement is something else.
  init?(_ sql: [UInt8]) {
    form.reserveCapacity(sql.count)
    var words = 0
    var i = 0
    while i < sql.count {
      let start = i
      let byte = sql[i]
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09: i += 1
      case _ where Self.isDigit(byte):
        while i < sql.count, Self.isDigit(sql[i]) { i += 1 }
        // More digits than Int64 holds, or not the end of the number.
        guard words > 4, i - start <= 18, i == sql.count || !Self.continuesNumber(sql[i]) else {
          return nil
        }
        literals.append(.integer(sql[start..<i].reduce(0) { $0 * 10 + Int64($1 - 0x30) }))
        form.append(UInt8(ascii: "?"))
        continue
      case _ where Self.isWord(byte):
        while i < sql.count, Self.isWord(sql[i]) { i += 1 }
        guard Self.fits(sql[start..<i], at: words) else { return nil }
        words += 1
      case UInt8(ascii: "'"):
        i += 1
        while i < sql.count, sql[i] != byte { i += 1 }
        // A doubled quote is one in the text.
        guard words > 4, i < sql.count, i + 1 == sql.count || sql[i + 1] != byte else { return nil }
        i += 1
        literals.append(.text(String(decoding: sql[start + 1..<i - 1], as: UTF8.self)))
        form.append(UInt8(ascii: "?"))
        continue
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"),
        UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","):
        guard words > 4 else { return nil }
        // Of names only those of operators may stand before a parenthesis; others are called.
        if byte == UInt8(ascii: "("), !mayOpen { return nil }
        i += 1
      case UInt8(ascii: ".") where words > 4 && i + 1 < sql.count && !Self.isDigit(sql[i + 1]):
        i += 1
      default: return nil
      }
      form.append(contentsOf: sql[start..<i])
    }
    guard words == 4 || words > 5 else { return nil }
  }

  /// The words that begin a lookup, by their place; the names between them are the author's.
  private static let frame = ["select", "", "from", "", "where"].map { Array($0.utf8) }
  /// By their length.
  private static let forbidden = [
    "select", "from", "where", "order", "group", "having", "limit", "offset", "union", "except",
    "intersect", "window", "over", "filter", "null", "isnull", "notnull", "case", "cast",
    "collate", "exists", "join", "natural", "left", "right", "inner", "cross", "full", "as",
    "distinct", "all", "raise", "escape", "match", "regexp", "indexed", "values", "with",
    "true", "false", "current_date", "current_time", "current_timestamp",
  ].reduce(into: [[[UInt8]]](repeating: [], count: 20)) { $0[$1.utf8.count].append(Array($1.utf8)) }
  private static let operators = ["and", "or", "not", "in"].map { Array($0.utf8) }

  private static func fits(_ word: ArraySlice<UInt8>, at place: Int) -> Bool {
    if place < frame.count, !frame[place].isEmpty { return isWord(word, frame[place]) }
    guard word.count < forbidden.count else { return true }
    return !forbidden[word.count].contains { isWord(word, $0) }
  }

  /// Whether a word of the text is a word of SQL, which does not tell capitals.
  private static func isWord(_ word: ArraySlice<UInt8>, _ lower: [UInt8]) -> Bool {
    guard word.count == lower.count else { return false }
    for (offset, index) in word.indices.enumerated() {
      let byte = word[index]
      let isCapital = byte &- 0x41 < 26
      if (isCapital ? byte | 0x20 : byte) != lower[offset] { return false }
    }
    return true
  }

  /// Whether a parenthesis may open behind what stands in `form` so far.
  private var mayOpen: Bool {
    guard let end = form.lastIndex(where: { $0 > 0x20 }) else { return false }
    guard Self.isWord(form[end]) else { return form[end] != UInt8(ascii: "?") }
    let start = form[...end].lastIndex { !Self.isWord($0) }.map { $0 + 1 } ?? 0
    return Self.operators.contains { Self.isWord(form[start...end], $0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x80 || isDigit(byte) || (byte | 0x20) &- 0x61 < 26
  }

  private static func continuesNumber(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: ".")
  }
}

/// The words of an SQL text, enough to find names for diagnostics. Judging is left to SQLite.
struct SQLTokens {
  struct Token {
    enum Kind { case name, quotedName, text, number, other }
    var kind: Kind
    /// A name without its quotes.
    var text: String
    var range: Range<Int>

    var isName: Bool { kind == .name || kind == .quotedName }

    func isWord(_ word: String) -> Bool {
      kind == .name && text.lowercased() == word
    }
  }

  let tokens: [Token]

  /// A table in a FROM clause, and the name it goes by there.
  struct Source {
    var table: String
    var alias: String
    /// Where the table's name stands.
    var range: Range<Int>
  }

  init(_ sql: [UInt8]) {
    var tokens: [Token] = []
    var i = 0
    func text(_ range: Range<Int>) -> String { String(decoding: sql[range], as: UTF8.self) }
    while i < sql.count {
      let start = i
      let byte = sql[i]
      switch byte {
      case 0x09...0x0D, 0x20: i += 1
      case UInt8(ascii: "-") where i + 1 < sql.count && sql[i + 1] == byte:
        while i < sql.count, sql[i] != 0x0A { i += 1 }
      case UInt8(ascii: "/") where i + 1 < sql.count && sql[i + 1] == UInt8(ascii: "*"):
        i += 2
        while i < sql.count, !(sql[i] == UInt8(ascii: "/") && sql[i - 1] == UInt8(ascii: "*")) {
          i += 1
        }
        i += 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "["):
        let close = byte == UInt8(ascii: "[") ? UInt8(ascii: "]") : byte
        i += 1
        while i < sql.count {
          if sql[i] == close {
            guard close == byte, i + 1 < sql.count, sql[i + 1] == close else { break }
            i += 1
          }
          i += 1
        }
        i = min(sql.count, i + 1)
        let inner = text(start + 1..<max(start + 1, i - 1))
        tokens.append(
          Token(
            kind: byte == UInt8(ascii: "'") ? .text : .quotedName, text: inner, range: start..<i))
      case 0x30...0x39:
        while i < sql.count, Self.isWordByte(sql[i]) || sql[i] == UInt8(ascii: ".") { i += 1 }
        tokens.append(Token(kind: .number, text: text(start..<i), range: start..<i))
      case _ where Self.isWordByte(byte):
        while i < sql.count, Self.isWordByte(sql[i]) { i += 1 }
        tokens.append(Token(kind: .name, text: text(start..<i), range: start..<i))
      default:
        i += 1
        tokens.append(Token(kind: .other, text: text(start..<i), range: start..<i))
      }
    }
    self.tokens = tokens
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
  }

  /// All names, lower case.
  var names: Set<String> { Set(tokens.filter(\.isName).map { $0.text.lowercased() }) }

  private static let clauseWords: Set<String> = [
    "on", "using", "where", "group", "order", "having", "limit", "join", "left", "right", "inner",
    "outer", "full", "cross", "natural", "union", "except", "intersect", "window", "as", "select",
    "indexed", "not",
  ]

  /// The tables that FROM and JOIN name, with their aliases, in order.
  var sources: [Source] {
    var found: [Source] = []
    var i = 0
    var expectsTable = false
    while i < tokens.count {
      let token = tokens[i]
      if token.isWord("from") || token.isWord("join") {
        expectsTable = true
      } else if expectsTable, token.isName {
        expectsTable = false
        var alias = token.text
        var next = i + 1
        if next < tokens.count, tokens[next].isWord("as") { next += 1 }
        if next < tokens.count, tokens[next].isName,
          tokens[next].kind == .quotedName
            || !Self.clauseWords.contains(tokens[next].text.lowercased())
        {
          alias = tokens[next].text
          i = next
        }
        found.append(Source(table: token.text, alias: alias, range: token.range))
        if i + 1 < tokens.count, tokens[i + 1].text == "," { expectsTable = true }
      } else if token.text != "," {
        expectsTable = false
      }
      i += 1
    }
    return found
  }

  /// The place of the only call of a function; nil when there are none or several.
  func call(of function: String) -> Range<Int>? {
    var places: [Range<Int>] = []
    for (i, token) in tokens.enumerated() where i + 1 < tokens.count {
      if token.isName, token.text.lowercased() == function.lowercased(), tokens[i + 1].text == "(" {
        places.append(token.range)
      }
    }
    return places.count == 1 ? places[0] : nil
  }
}

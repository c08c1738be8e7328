/// The parts of a SELECT statement, as ranges of its tokens: enough to add columns to it. Judging is
/// left to SQLite.
struct SelectSyntax {
  /// Why a statement is not taken apart.
  struct Unsupported: Error {}

  /// A query of a WITH clause.
  struct CommonTable {
    var name: String
    /// The names in parentheses behind it; empty when there are none.
    var columns: [String]
    /// From its name to the parenthesis that opens the body, and the body without parentheses.
    var head: Range<Int>
    var body: Range<Int>
  }

  /// One SELECT between UNIONs.
  struct Core {
    var isDistinct = false
    /// Whether it is a VALUES list, which reads nothing.
    var isValues = false
    var range: Range<Int>
    var columns: [Column] = []
    /// The words between FROM and WHERE, and what they name.
    var from: Range<Int>?
    var sources: [Source] = []
    /// WHERE, GROUP BY, HAVING and WINDOW.
    var rest: Range<Int>
    var isGrouped = false
  }

  struct Column {
    enum Star { case all, source(String) }

    /// Without the alias.
    var expression: Range<Int>
    /// What later SQL can call it by; nil when that is not certain.
    var name: String?
    var star: Star?
  }

  struct Source {
    enum Kind {
      case name(String)
      /// The tokens of a SELECT in parentheses.
      case select(Range<Int>)
      /// A function that gives rows.
      case function
    }

    var kind: Kind
    /// The name, or the parentheses with all in them.
    var range: Range<Int>
    var alias: String?
    /// Columns that USING shares with what stands before.
    var shared: [String] = []
    /// Whether it shares all columns of the same name.
    var isNatural = false
  }

  var isRecursive = false
  var commonTables: [CommonTable] = []
  var cores: [Core] = []
  /// UNION, UNION ALL, INTERSECT, EXCEPT between the cores.
  var operators: [Range<Int>] = []
  /// ORDER BY and LIMIT.
  var tail: Range<Int>
}

/// Takes SELECT statements apart.
struct SelectParser {
  typealias Unsupported = SelectSyntax.Unsupported

  let sql: [UInt8]
  let tokens: [SQLTokens.Token]
  /// The tokens that are words without quotes, in lower case; empty for others.
  private let words: [String]

  init(_ sql: [UInt8]) {
    self.sql = sql
    var tokens = SQLTokens(sql).tokens
    while tokens.last?.text == ";" { tokens.removeLast() }
    self.tokens = tokens
    words = tokens.map { $0.kind == .name ? $0.text.lowercased() : "" }
  }

  /// The text of some tokens with everything between them.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let bytes = sql[tokens[first].range.lowerBound..<tokens[last].range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }

  func isWord(_ index: Int, _ word: String) -> Bool {
    words.indices.contains(index) && words[index] == word
  }

  func isSign(_ index: Int, _ sign: String) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .other && tokens[index].text == sign
  }

  /// Whether a SELECT stands in the parentheses that open here.
  func opensSelect(_ index: Int) -> Bool {
    isSign(index, "(")
      && (isWord(index + 1, "select") || isWord(index + 1, "with") || isWord(index + 1, "values"))
  }

  /// The place behind the parenthesis that closes the one at `index`.
  func close(of index: Int) throws(Unsupported) -> Int {
    var depth = 0
    for i in index..<tokens.count {
      if isSign(i, "(") { depth += 1 }
      if isSign(i, ")") {
        depth -= 1
        if depth == 0 { return i + 1 }
      }
    }
    throw Unsupported()
  }

  /// The first place in a range, outside of parentheses, where a test holds; its end if none.
  private func first(
    in range: Range<Int>, where test: (Int) -> Bool
  ) throws(Unsupported) -> Int {
    var i = range.lowerBound
    while i < range.upperBound {
      if test(i) { return i }
      i = isSign(i, "(") ? try close(of: i) : i + 1
    }
    return range.upperBound
  }

  func parse(_ range: Range<Int>) throws(Unsupported) -> SelectSyntax {
    var select = SelectSyntax(tail: range.upperBound..<range.upperBound)
    var i = range.lowerBound
    if isWord(i, "with") { try parseCommonTables(&i, into: &select) }
    while i < range.upperBound {
      let end = try first(in: i..<range.upperBound) {
        isWord($0, "union") || isWord($0, "intersect") || isWord($0, "except")
          || isWord($0, "order") || isWord($0, "limit")
      }
      select.cores.append(try core(i..<end))
      i = end
      guard i < range.upperBound else { break }
      if isWord(i, "order") || isWord(i, "limit") {
        select.tail = i..<range.upperBound
        break
      }
      let next = isWord(i + 1, "all") ? i + 2 : i + 1
      select.operators.append(i..<next)
      i = next
    }
    guard !select.cores.isEmpty else { throw Unsupported() }
    return select
  }

  private func parseCommonTables(
    _ i: inout Int, into select: inout SelectSyntax
  ) throws(Unsupported) {
    i += 1
    if isWord(i, "recursive") {
      select.isRecursive = true
      i += 1
    }
    while true {
      guard tokens.indices.contains(i), tokens[i].isName else { throw Unsupported() }
      let start = i
      let name = tokens[i].text
      i += 1
      var columns: [String] = []
      if isSign(i, "(") {
        let end = try close(of: i)
        columns = tokens[i..<end].filter(\.isName).map(\.text)
        i = end
      }
      guard isWord(i, "as") else { throw Unsupported() }
      while !isSign(i, "("), i < tokens.count { i += 1 }
      let end = try close(of: i)
      select.commonTables.append(
        SelectSyntax.CommonTable(
          name: name, columns: columns, head: start..<i, body: (i + 1)..<(end - 1)))
      i = end
      guard isSign(i, ",") else { return }
      i += 1
    }
  }

  private func core(_ range: Range<Int>) throws(Unsupported) -> SelectSyntax.Core {
    var core = SelectSyntax.Core(range: range, rest: range.upperBound..<range.upperBound)
    if isWord(range.lowerBound, "values") {
      core.isValues = true
      return core
    }
    guard isWord(range.lowerBound, "select") else { throw Unsupported() }
    var i = range.lowerBound + 1
    if isWord(i, "distinct") || isWord(i, "all") {
      core.isDistinct = isWord(i, "distinct")
      i += 1
    }
    let restStart = try first(in: i..<range.upperBound) {
      isWord($0, "where") || isWord($0, "group") || isWord($0, "having") || isWord($0, "window")
    }
    let fromStart = try first(in: i..<restStart) {
      // IS DISTINCT FROM is no FROM clause.
      isWord($0, "from") && !isWord($0 - 1, "distinct")
    }
    core.rest = restStart..<range.upperBound
    core.isGrouped =
      try first(in: core.rest) { isWord($0, "group") } < range.upperBound
    for part in try parts(of: i..<fromStart) { core.columns.append(try column(part)) }
    if fromStart < restStart {
      core.from = (fromStart + 1)..<restStart
      try sources((fromStart + 1)..<restStart, into: &core.sources)
    }
    return core
  }

  /// The pieces between commas.
  private func parts(of range: Range<Int>) throws(Unsupported) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    while start <= range.upperBound {
      let end = try first(in: start..<range.upperBound) { isSign($0, ",") }
      guard start < end else { throw Unsupported() }
      found.append(start..<end)
      start = end + 1
      if end == range.upperBound { break }
    }
    return found
  }

  private func column(_ range: Range<Int>) throws(Unsupported) -> SelectSyntax.Column {
    let last = range.upperBound - 1
    if isSign(last, "*") {
      if range.count == 1 { return .init(expression: range, star: .all) }
      guard range.count == 3, isSign(last - 1, ".") else { throw Unsupported() }
      return .init(expression: range, star: .source(tokens[range.lowerBound].text))
    }
    let isLastName = tokens[last].isName || tokens[last].kind == .text
    if range.count > 2, isLastName, isWord(last - 1, "as") {
      return .init(expression: range.lowerBound..<(last - 1), name: tokens[last].text)
    }
    if tokens[last].isName {
      if range.count == 1 || (range.count == 3 && isSign(last - 1, ".")) {
        return .init(expression: range, name: tokens[last].text)
      }
      let before = tokens[last - 1]
      if !isWord(last, "end"), !isWord(last, "null"), !isWord(last, "isnull"),
        before.kind != .other && !Self.operators.contains(before.text.lowercased())
          || before.text == ")"
      {
        return .init(expression: range.lowerBound..<last, name: tokens[last].text)
      }
    }
    return .init(expression: range)
  }

  /// Words after which a name is an operand, no alias.
  private static let operators: Set<String> = [
    "and", "or", "not", "is", "in", "like", "glob", "between", "case", "when", "then", "else",
    "collate", "distinct", "from", "escape", "match", "regexp", "as",
  ]

  private static let joinWords: Set<String> = [
    "join", "left", "right", "full", "inner", "outer", "cross", "natural",
  ]

  private func isJoin(_ index: Int) -> Bool {
    tokens[index].kind == .name && Self.joinWords.contains(tokens[index].text.lowercased())
  }

  private func sources(
    _ range: Range<Int>, into found: inout [SelectSyntax.Source]
  ) throws(Unsupported) {
    var i = range.lowerBound
    while i < range.upperBound {
      var isNatural = false
      while i < range.upperBound, isSign(i, ",") || isJoin(i) {
        if isWord(i, "natural") { isNatural = true }
        i += 1
      }
      guard i < range.upperBound else { throw Unsupported() }
      let before = found.count
      try source(&i, end: range.upperBound, into: &found)
      // Parentheses hold several.
      guard !isNatural || found.count == before + 1 else { throw Unsupported() }
      found[found.count - 1].isNatural = isNatural
      // The condition of the join.
      if i < range.upperBound, isWord(i, "using") {
        let end = try close(of: i + 1)
        found[found.count - 1].shared = tokens[i..<end].dropFirst().filter(\.isName).map(\.text)
        i = end
      } else if i < range.upperBound, isWord(i, "on") {
        i = try first(in: i..<range.upperBound) { isSign($0, ",") || isJoin($0) }
      }
    }
  }

  private func source(
    _ i: inout Int, end: Int, into found: inout [SelectSyntax.Source]
  ) throws(Unsupported) {
    let start = i
    var source: SelectSyntax.Source
    if isSign(i, "(") {
      let close = try close(of: i)
      guard opensSelect(i) else {
        try sources((i + 1)..<(close - 1), into: &found)
        i = close
        return
      }
      source = .init(kind: .select((i + 1)..<(close - 1)), range: start..<close)
      i = close
    } else {
      guard tokens[i].isName, !isSign(i + 1, ".") else { throw Unsupported() }
      source = .init(kind: .name(tokens[i].text), range: start..<(start + 1))
      i += 1
      if isSign(i, "(") {
        i = try close(of: i)
        source.kind = .function
        source.range = start..<i
      }
    }
    if isWord(i, "as"), i < end { i += 1 }
    if i < end, tokens[i].isName, !isJoin(i), !isWord(i, "on"), !isWord(i, "using") {
      source.alias = tokens[i].text
      i += 1
    }
    guard !isWord(i, "indexed"), !isWord(i, "not") else { throw Unsupported() }
    found.append(source)
  }
}

import CSQLite

/// Writes the frame that row functions need into the windows of a statement, and leads places in the
/// text so changed back to the author's.
struct RowWindows {
  /// The statement for SQLite.
  private(set) var sql: [UInt8]
  /// Where something was written in, in the author's text.
  private var insertions: [Int] = []

  private static let frame = Array(
    " ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING".utf8)

  /// - Parameter functions: names of row functions, in lower case.
  /// - Throws: at the call, when it has no window of its own, or one that does not hold all rows.
  init(_ sql: [UInt8], functions: Set<String>) throws(StatementFailure) {
    self.sql = sql
    let tokens = SQLTokens(sql).tokens
    for index in tokens.indices {
      let name = tokens[index].text.lowercased()
      guard tokens[index].isName, functions.contains(name), index + 1 < tokens.count,
        tokens[index + 1].text == "(", let close = Self.close(of: index + 1, tokens)
      else { continue }
      func failure(_ message: String) -> StatementFailure {
        StatementFailure(
          code: SQLITE_ERROR, message: message, offset: tokens[index].range.lowerBound)
      }
      guard close + 1 < tokens.count, tokens[close + 1].isWord("over") else {
        throw failure(
          close + 1 < tokens.count && tokens[close + 1].isWord("filter")
            ? "\(name) takes no FILTER: choose the rows before, in a subquery"
            : "\(name) says something of every row: write \(name)(…) OVER ()")
      }
      guard close + 2 < tokens.count, tokens[close + 2].text == "(",
        let end = Self.close(of: close + 2, tokens)
      else { throw failure("\(name) needs its own window: write OVER (…) instead of its name") }
      let words = tokens[(close + 3)..<end]
      guard
        !words.contains(where: { $0.isWord("rows") || $0.isWord("range") || $0.isWord("groups") })
      else { throw failure("\(name) sees all rows of its window: leave the frame out") }
      insertions.append(tokens[end].range.lowerBound)
    }
    insertions.sort()
    for place in insertions.reversed() {
      self.sql.insert(contentsOf: Self.frame, at: place)
    }
  }

  /// The place in the author's text of a place in the statement.
  func original(_ offset: Int) -> Int {
    var place = offset
    for insertion in insertions {
      if place <= insertion { break }
      place = max(insertion, place - Self.frame.count)
    }
    return place
  }

  private static func close(of open: Int, _ tokens: [SQLTokens.Token]) -> Int? {
    var depth = 0
    for index in open..<tokens.count where tokens[index].kind == .other {
      if tokens[index].text == "(" { depth += 1 }
      if tokens[index].text == ")" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }
}

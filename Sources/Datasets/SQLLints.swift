import Configuration
import Diagnostics

/// SQL that runs and silently means something else than it says.
extension Store.State {
  /// Looks at a statement that compiles; what it finds waits in `warnings`.
  mutating func lint(_ sql: SpannedText) {
    let tokens = SQLTokens(sql.bytes)
    for (index, token) in tokens.tokens.enumerated() where token.kind == .other {
      if token.text == "/" { lintDivision(at: index, tokens, sql) }
      if token.text == "=" || token.text == ">" { lintNull(at: index, tokens.tokens, sql) }
    }
  }

  private mutating func warn(_ diagnostic: Diagnostic) {
    if !warnings.contains(diagnostic) { warnings.append(diagnostic) }
  }

  /// `= NULL`, `!= NULL` and `<> NULL` are never true.
  private mutating func lintNull(at index: Int, _ tokens: [SQLTokens.Token], _ sql: SpannedText) {
    guard index + 1 < tokens.count, tokens[index + 1].isWord("null"), index > 0,
      tokens[index].text == "=" || tokens[index - 1].text == "<"
    else { return }
    let isNegated = ["<", "!"].contains(tokens[index - 1].text)
    let start = tokens[isNegated ? index - 1 : index].range.lowerBound
    warn(
      .warning(
        "null-comparison", "a comparison with NULL is never true",
        at: sql.span(start..<tokens[index + 1].range.upperBound),
        help: isNegated ? "write IS NOT NULL" : "write IS NULL"))
  }

  /// `a / b` of whole numbers cuts the fraction off. Told only when the data has such a row.
  private mutating func lintDivision(at index: Int, _ tokens: SQLTokens, _ sql: SpannedText) {
    let all = tokens.tokens
    guard let right = operand(from: index + 1, all), let left = product(endingAt: index - 1, all)
    else { return }
    let names = (all[left] + all[right]).filter(\.isName)
    var columns: [[String]] = []
    for part in [left, right] { columns += self.columns(in: Array(all[part])) }
    guard let source = source(of: columns, among: tokens.sources), names.count > 0 else { return }
    func text(_ part: Range<Int>) -> String {
      let range = all[part.lowerBound].range.lowerBound..<all[part.upperBound - 1].range.upperBound
      return String(decoding: sql.bytes[range], as: UTF8.self)
    }
    let (a, b) = (text(left), text(right))
    let test = """
      SELECT \(a), \(b) FROM \(quotedIdentifier(source.table)) AS \(quotedIdentifier(source.alias)) \
      WHERE typeof(\(a)) = 'integer' AND typeof(\(b)) = 'integer' AND \(b) <> 0 \
      AND (\(a)) % (\(b)) <> 0 LIMIT 1
      """
    guard let found = try? connection.rows(test), let row = found.first else { return }
    warn(
      .warning(
        "integer-division",
        "dividing whole numbers cuts the fraction off: \(row[0]) / \(row[1]) is "
          + quotient(row[0], row[1]),
        at: sql.span(
          all[left.lowerBound].range.lowerBound..<all[right.upperBound - 1].range.upperBound),
        help: "write 1.0 * \(a) / \(b)"))
  }

  private func quotient(_ a: CellValue, _ b: CellValue) -> String {
    guard case .integer(let x) = a, case .integer(let y) = b, y != 0 else { return "whole" }
    return String(x / y)
  }

  /// Tokens of a column or a whole number that starts at `index`.
  private func operand(from index: Int, _ tokens: [SQLTokens.Token]) -> Range<Int>? {
    guard index < tokens.count else { return nil }
    var end = index + 1
    if tokens[index].isName {
      if end + 1 < tokens.count, tokens[end].text == ".", tokens[end + 1].isName { end += 2 }
    } else if tokens[index].kind != .number || Int64(tokens[index].text) == nil {
      return nil
    }
    // A call, or a longer name than is understood here.
    if end < tokens.count, ["(", "."].contains(tokens[end].text) { return nil }
    return index..<end
  }

  /// Tokens of `a * b * …` that end at `index`; nil when anything but columns and whole numbers is
  /// in it, for then it may be no whole number.
  private func product(endingAt index: Int, _ tokens: [SQLTokens.Token]) -> Range<Int>? {
    var start = index
    while true {
      guard start >= 0, tokens[start].isName || tokens[start].kind == .number else { return nil }
      if start >= 2, tokens[start - 1].text == ".", tokens[start - 2].isName { start -= 2 }
      guard operand(from: start, tokens) != nil else { return nil }
      guard start > 0 else { break }
      switch tokens[start - 1].text {
      case "*" where start >= 2 && tokens[start - 2].text != "(": start -= 2
      case "/", "|", "%": return nil
      default: return start..<index + 1
      }
    }
    return start..<index + 1
  }

  private func columns(in tokens: [SQLTokens.Token]) -> [[String]] {
    var found: [[String]] = []
    var i = 0
    while i < tokens.count {
      if tokens[i].isName {
        if i + 2 < tokens.count, tokens[i + 1].text == "." {
          found.append([tokens[i].text, tokens[i + 2].text])
          i += 2
        } else {
          found.append([tokens[i].text])
        }
      }
      i += 1
    }
    return found
  }

  /// The only table that has all these columns.
  private mutating func source(
    of columns: [[String]], among sources: [SQLTokens.Source]
  ) -> SQLTokens.Source? {
    var fitting: [SQLTokens.Source] = []
    for source in sources {
      let names = (self.columns(of: source.table) ?? []).map { $0.lowercased() }
      let fits = columns.allSatisfy { column in
        names.contains(column[column.count - 1].lowercased())
          && (column.count == 1 || column[0].lowercased() == source.alias.lowercased())
      }
      if fits { fitting.append(source) }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

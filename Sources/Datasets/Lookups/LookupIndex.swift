/// A lookup whose condition is that columns equal literals: `SELECT a FROM t WHERE b = ?1 AND c = ?2`.
struct EqualityLookup {
  let table: String
  /// The column that is looked up, and those of the condition in the order of their literals.
  private let columns: [String]

  /// - Parameter form: of a `LookupText`; nil when it is of another kind.
  init?(_ form: [UInt8]) {
    let tokens = SQLTokens(form).tokens
    func isSign(_ index: Int, _ sign: String) -> Bool {
      tokens.indices.contains(index) && tokens[index].kind == .other && tokens[index].text == sign
    }
    guard tokens.count >= 9, tokens[0].isWord("select"), tokens[1].isName,
      tokens[2].isWord("from"), tokens[3].isName, tokens[4].isWord("where")
    else { return nil }
    var columns = [tokens[1].text]
    var next = 5
    while true {
      guard next + 3 < tokens.count, tokens[next].isName, isSign(next + 1, "="),
        isSign(next + 2, "?"), tokens[next + 3].kind == .number
      else { return nil }
      columns.append(tokens[next].text)
      next += 4
      if next == tokens.count { break }
      guard tokens[next].isWord("and") else { return nil }
      next += 1
    }
    table = tokens[3].text
    self.columns = columns
  }

  /// The statement that reads the same of all rows, up to a number of them.
  func statement(most: Int) -> String {
    "SELECT " + columns.map(quotedIdentifier).joined(separator: ", ") + " FROM "
      + quotedIdentifier(table) + " LIMIT \(most)"
  }
}

/// What each row holds, by the values of the columns that a condition names: a table with thousands
/// of rows need not be read anew for each of thousands of values.
struct LookupIndex<Value> {
  private enum Kind { case number, text }

  /// Of each column of the condition: SQLite converts between texts and numbers, an index does not.
  private let kinds: [Kind]
  private var values: [[CellValue]: ContiguousArray<Value>] = [:]

  /// Rows of larger tables are not kept.
  static var mostRows: Int { 50_000 }

  /// - Parameter rows: what a row holds, and its values of the columns of the condition.
  /// - Returns: nil when a column holds both texts and numbers.
  init?(_ rows: [(value: Value, key: ArraySlice<CellValue>)]) {
    guard let first = rows.first else { return nil }
    var kinds: [Kind?] = first.key.map { _ in nil }
    for row in rows {
      for (place, value) in row.key.enumerated() where !value.isNull {
        let kind: Kind = value.number == nil ? .text : .number
        guard kinds[place] == nil || kinds[place] == kind else { return nil }
        kinds[place] = kind
      }
    }
    self.kinds = kinds.map { $0 ?? .number }
    // Nothing equals a missing value.
    for row in rows where !row.key.contains(.null) {
      values[row.key.map(\.comparable), default: []].append(row.value)
    }
  }

  /// What the rows hold whose columns have these values; nil when it cannot be told.
  func rows(where key: [CellValue]) -> ContiguousArray<Value>? {
    guard zip(key, kinds).allSatisfy({ ($0.number == nil) == ($1 == .text) }) else { return nil }
    return values[key.contains(where: \.isReal) ? key.map(\.comparable) : key] ?? []
  }
}

extension CellValue {
  fileprivate var isReal: Bool { if case .real = self { true } else { false } }

  /// The same for numbers that SQLite finds equal.
  fileprivate var comparable: CellValue {
    if case .real(let number) = self, let whole = Int64(exactly: number) { return .integer(whole) }
    return self
  }
}

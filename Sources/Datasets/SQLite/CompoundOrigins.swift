import Diagnostics

/// Columns of statements with UNION, EXCEPT or INTERSECT, of which SQLite names the stored column of
/// the first part only.
extension Store.State {
  /// Takes the origin off columns that may show other values than those of one stored column.
  ///
  /// - Parameters:
  ///   - isTop: whether the statement itself is compound; else a part of it, or a query that it
  ///     reads, and then a column whose values all stand in the stored one keeps its origin.
  mutating func doubtOrigins(
    of columns: inout [ResultColumn], _ values: ContiguousArray<CellValue>, isTop: Bool
  ) {
    for index in columns.indices {
      guard let origin = columns[index].origin else { continue }
      if !isTop, stores(values, ofColumn: index, among: columns.count, origin) { continue }
      columns[index].origin = nil
      columns[index].decimals = nil
    }
  }

  private mutating func stores(
    _ values: ContiguousArray<CellValue>, ofColumn index: Int, among count: Int,
    _ origin: ColumnOrigin
  ) -> Bool {
    let known =
      storedValues[origin]
      ?? Set(
        ((try? connection.rows(
          "SELECT DISTINCT \(quotedIdentifier(origin.column)) "
            + "FROM main.\(quotedIdentifier(origin.table))")) ?? []).map { $0[0] })
    storedValues[origin] = known
    return stride(from: index, to: values.count, by: count).allSatisfy {
      values[$0].isNull || known.contains(values[$0])
    }
  }

  /// Whether a statement joins the rows of several: itself, or somewhere in what it reads.
  mutating func compoundness(of sql: [UInt8]) -> (isTop: Bool, isSomewhere: Bool) {
    let tokens = SQLTokens(sql)
    if tokens.isCompound { return (true, true) }
    return (false, isCompoundSomewhere(tokens))
  }

  private mutating func isCompoundSomewhere(_ tokens: SQLTokens) -> Bool {
    if tokens.hasCompoundWord { return true }
    for name in tokens.names {
      guard let view = views[name] else { continue }
      if compoundViews[name] == nil {
        // A query that reads itself is an error elsewhere.
        compoundViews[name] = false
        compoundViews[name] = isCompoundSomewhere(SQLTokens(view.query.sql.bytes))
      }
      if compoundViews[name] == true { return true }
    }
    return false
  }
}

extension SQLTokens {
  private static let compoundWords: Set<String> = ["union", "except", "intersect"]

  fileprivate var hasCompoundWord: Bool {
    tokens.contains { $0.kind == .name && Self.compoundWords.contains($0.text.lowercased()) }
  }

  /// Whether such a word stands outside of all parentheses.
  fileprivate var isCompound: Bool {
    var depth = 0
    for token in tokens {
      switch token.text {
      case "(" where token.kind == .other: depth += 1
      case ")" where token.kind == .other: depth -= 1
      default:
        if depth == 0, token.kind == .name, Self.compoundWords.contains(token.text.lowercased()) {
          return true
        }
      }
    }
    return false
  }
}

import Configuration
public import Diagnostics

extension Store {
  /// What each value of a result is computed from.
  ///
  /// It is worked out by running the query once more with the numbers of the records it reads
  /// (`LineageRewriter`). Where that does not give the same values, the query is of a kind that is
  /// not taken apart, or the tables are large, only columns are told.
  public func lineage(of query: Query, giving result: ResultTable) -> Lineage {
    withState { $0.lineage(of: query, giving: result) }
  }

  /// The files of all tables; one that holds several stands there for each.
  public var paths: [String] {
    withState { state in state.tableOrder.compactMap { state.table($0)?.file.filePath } }
  }

  /// The file that a table was read from, as diagnostics print it; nil when there is no such table.
  public func path(ofTable name: String) -> String? {
    withState { $0.table(name)?.file.path }
  }

  /// The place of a record in its file.
  ///
  /// - Parameter row: 1-based.
  public func recordSpan(table: String, row: Int) -> SourceSpan? {
    withState { state in state.table(table)?.span(row: row - 1) }
  }

  /// The place of a record in the first table of a file.
  public func recordSpan(path: String, row: Int) -> SourceSpan? {
    withState { state in
      let name = state.tableOrder.first { state.table($0)?.file.path == path }
      return name.flatMap { state.table($0)?.span(row: row - 1) }
    }
  }

  /// The correction of a cell; nil when it stands as printed.
  ///
  /// - Parameter row: 1-based.
  public func erratum(table: String, row: Int, column: String) -> Erratum? {
    withState { state in
      guard let loaded = state.table(table), loaded.name.lowercased() == table.lowercased(),
        let field = loaded.field(column)
      else { return nil }
      return state.corrections[table.lowercased()]?.first {
        $0.row == row - 1 && $0.field == field
      }?.erratum
    }
  }
}

extension Store.State {
  /// Larger tables are told as a whole: the texts that list their records would outgrow them.
  private static let mostRecords = 50_000

  mutating func lineage(of query: Query, giving result: ResultTable) -> Lineage {
    let all = result.provenance.columns
    let coarse = Lineage(
      columns: result.columns.map { column in column.origin.map { [$0] } ?? all },
      functions: result.columns.map { $0.origin == nil ? result.provenance.functions : [] },
      rows: nil)
    let size = result.provenance.tables.reduce(0) { $0 + (table($1)?.rowOffsets.count ?? 0) }
    guard size <= Self.mostRecords, result.rowCount <= Self.mostRecords else { return coarse }
    let numbered = lineageTables ?? makeRewriter()
    if let lookup = LookupText(query), result.columns.count == 1,
      let kept = lineageStatement(of: lookup, calling: result.provenance.functions)
    {
      if result.rowCount == 1,
        let records = records(of: lookup, kept, giving: result[0, 0], numbered)
      {
        return Lineage(
          columns: kept.statement.origins, functions: kept.functions, rows: [[records]])
      }
      if let found = try? kept.statement.rows(lookup.literals, numbered),
        let rows = Self.match(found, with: result)
      {
        return Lineage(columns: kept.statement.origins, functions: kept.functions, rows: rows)
      }
    }
    let statement = withPrintedDigits(query.sql)
    guard let (sql, columns) = try? lineageRewriter?.rewrite(statement.bytes),
      columns.count == result.columns.count
    else { return coarse }
    let functions = Self.functions(of: columns, among: result.provenance.functions)
    guard let made = try? LineageStatement(connection, sql, columns),
      let found = try? made.rows([], numbered), let rows = Self.match(found, with: result)
    else {
      return Lineage(columns: columns.map { $0.origins.sorted() }, functions: functions, rows: nil)
    }
    return Lineage(columns: made.origins, functions: functions, rows: rows)
  }

  /// The functions of each column, under the names that authors gave them.
  private static func functions(
    of columns: [LineageRewriter.Column], among names: [String]
  ) -> [[String]] {
    columns.map { column in names.filter { column.functions.contains($0.lowercased()) } }
  }

  /// The rewritten form of a lookup; nil when it cannot be rewritten.
  mutating func lineageStatement(
    of lookup: LookupText, calling functions: [String]
  ) -> Lookups.Lineage? {
    if let known = lookups.lineages[lookup.form] { return known }
    var made: Lookups.Lineage?
    if let (sql, columns) = try? lineageRewriter?.rewrite(lookup.form.sql), columns.count == 1,
      let statement = try? LineageStatement(connection, sql, columns),
      statement.parameterCount == lookup.literals.count
    {
      made = Lookups.Lineage(
        statement: statement, functions: Self.functions(of: columns, among: functions))
    }
    if lookups.lineages.count < Lookups.mostForms { lookups.lineages[lookup.form] = .some(made) }
    return made
  }

  /// Kept for all queries: named queries are taken apart once.
  private mutating func makeRewriter() -> [String] {
    let (relations, numbered) = relations()
    let aggregates = Set(
      [
        "avg", "count", "group_concat", "max", "min", "sum", "total", "json_group_array",
        "json_group_object",
      ] + Aggregates.all.map { $0.name.lowercased() })
    let connection = connection
    lineageGeneration += 1
    let generation = lineageGeneration
    lineageRewriter = LineageRewriter(
      aggregates: aggregates, prefix: "_lineage_\(generation)_",
      store: { table, statement in connection.store(statement, as: table) },
      relation: { relations[$0] })
    lineageTables = numbered
    return numbered
  }

  /// What every name in FROM stands for, and the tables by the number in the texts.
  private func relations() -> (relations: [String: LineageRewriter.Relation], tables: [String]) {
    var found: [String: LineageRewriter.Relation] = [:]
    var numbered: [String] = []
    for name in tableOrder {
      guard let table = tables[name.lowercased()] else { continue }
      let columns = table.fields.map(\.name.value)
      for shown in [name, name + "_printed"] {
        let stored = shown == name || corrections[name.lowercased()] == nil ? name : shown
        let number = numbered.count
        numbered.append(shown)
        found[shown.lowercased()] = .table(name: shown, columns: columns) { hidden in
          "SELECT *, '|\(number):' || rowid AS \(quotedIdentifier(hidden)) FROM main."
            + quotedIdentifier(stored)
        }
      }
    }
    for (name, view) in views where view.state == .ready {
      found[name] = .view(sql: view.query.sql.bytes)
    }
    return (found, numbered)
  }

  /// The records of each row of the result; nil when the rewritten statement gave other values.
  private static func match(
    _ found: [LineageStatement.Row], with result: ResultTable
  ) -> [[[String: Set<Int>]]]? {
    if found.count == result.rowCount,
      found.indices.allSatisfy({ index in
        zip(found[index].values, result.row(index)).allSatisfy { $0.isSame(as: $1) }
      })
    {
      return found.map(\.records)
    }
    // Rows that are equal in all values may stand in another order, and those that UNION merges
    // come apart: a row then stands on the records of all its equals.
    var byValues: [[CellValue]: [[String: Set<Int>]]] = [:]
    for row in found {
      let values = row.values.map(\.unified)
      guard let known = byValues[values] else {
        byValues[values] = row.records
        continue
      }
      byValues[values] = zip(known, row.records).map { $0.merging($1) { $0.union($1) } }
    }
    var rows: [[[String: Set<Int>]]] = []
    var seen: Set<[CellValue]> = []
    for row in result.rows {
      let values = row.map(\.unified)
      guard let records = byValues[values] else { return nil }
      seen.insert(values)
      rows.append(records)
    }
    return seen.count == byValues.count ? rows : nil
  }
}

extension CellValue {
  /// Whether two statements that mean the same may give the one and the other: a stored table may
  /// turn whole numbers into reals, and sums in another order differ in their last bits.
  func isSame(as other: CellValue) -> Bool {
    guard let a = number, let b = other.number else { return self == other }
    return a == b || abs(a - b) <= 1e-12 * max(abs(a), abs(b))
  }

  /// The same for all values that are the same, but for rare ones at a border.
  fileprivate var unified: CellValue {
    number.map { .real(Double(bitPattern: ($0.bitPattern &+ 0x200) & ~0x3FF)) } ?? self
  }
}

extension Connection {
  /// Keeps the rows of a statement of ours as a temporary table; false when it does not run.
  fileprivate func store(_ statement: [UInt8], as table: String) -> Bool {
    defer { try? execute("PRAGMA query_only = ON") }
    guard (try? execute("PRAGMA query_only = OFF")) != nil else { return false }
    sandbox.isOpen = true
    defer { sandbox.isOpen = false }
    // Not through `execute`: a statement writes the windows of row functions as SQLite needs them.
    let create = Array("CREATE TEMP TABLE \(table) AS ".utf8)
    guard let made = try? Statement(self, create + statement) else { return false }
    return (try? made.step()) != nil
  }
}

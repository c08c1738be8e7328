import CSQLite
import Configuration
import Diagnostics

extension Store.State {
  /// Reads a large file into columns and makes a table of them, without storing its rows once more.
  ///
  /// - Returns: false when the file has to be read into pages of the database; see `loadColumns`.
  mutating func showColumns(of fresh: TableLoader) throws(SQLiteError) -> Bool {
    var loader = fresh
    guard loader.loadColumns() else { return false }
    let name = loader.table.name
    connection.columnTables.tables[name.lowercased()] = loader.columnCopy
    try connection.execute(
      "CREATE VIRTUAL TABLE \(quotedIdentifier(name)) USING \(ColumnModule.name)")
    try createPrintedView(of: name)
    tables[name.lowercased()] = loader.table
    tableOrder.append(name)
    unstoredTables.insert(name.lowercased())
    return true
  }

  /// Of a table without corrections.
  func createPrintedView(of name: String) throws(SQLiteError) {
    try connection.execute(
      "CREATE VIEW \(quotedIdentifier(name + "_printed")) AS SELECT * FROM "
        + quotedIdentifier(name))
  }

  /// Stores the rows of those tables that a statement joins: SQLite makes an index of a table's rows
  /// when it has to look some up, but not of columns.
  mutating func storeRows(joinedBy tokens: SQLTokens) {
    guard !unstoredTables.isEmpty else { return }
    for name in unstoredTables.sorted() where joins(name, tokens, seen: []) {
      unstoredTables.remove(name)
      guard let table = tables[name], let copy = connection.columnTables.tables[name]?.copy else {
        continue
      }
      lookups.forget()
      try? connection.write { try connection.store(copy, as: table) }
    }
  }

  /// Whether a table is one of several sources of a statement or of a query that it reads.
  private func joins(_ name: String, _ tokens: SQLTokens, seen: Set<String>) -> Bool {
    var reads = false
    for other in tokens.names where !seen.contains(other) {
      if other == name || other == name + "_printed" {
        reads = true
      } else if let view = views[other] {
        let text = SQLTokens(view.query.sql.bytes)
        if joins(name, text, seen: seen.union([other])) { return true }
        reads = reads || self.reads(name, text, seen: seen.union([other]))
      }
    }
    return reads && tokens.sources.count > 1
  }

  private func reads(_ name: String, _ tokens: SQLTokens, seen: Set<String>) -> Bool {
    tokens.names.contains { other in
      if other == name || other == name + "_printed" { return true }
      guard !seen.contains(other), let view = views[other] else { return false }
      return reads(name, SQLTokens(view.query.sql.bytes), seen: seen.union([other]))
    }
  }
  /// Lets a statement that groups the rows of one large table read the table's copy.
  ///
  /// - Returns: the name under which the copy stands until `hideColumnCopy`; nil when there is no
  ///   use for one.
  mutating func showColumnCopy(for sql: [UInt8]) -> String? {
    guard !connection.columnTables.tables.isEmpty, let name = copiedTable(in: sql),
      !unstoredTables.contains(name.lowercased())
    else { return nil }
    do {
      try connection.write {
        try connection.execute(
          "CREATE VIRTUAL TABLE temp.\(quotedIdentifier(name)) USING \(ColumnModule.name)")
      }
      return name
    } catch {
      return nil
    }
  }

  func hideColumnCopy(_ name: String?) {
    guard let name else { return }
    try? connection.write {
      try connection.execute("DROP TABLE temp.\(quotedIdentifier(name))")
    }
  }

  /// The only table that a statement with GROUP BY reads, when every column that it mentions was
  /// copied.
  private func copiedTable(in sql: [UInt8]) -> String? {
    let parser = SelectParser(sql)
    guard let select = try? parser.parse(0..<parser.tokens.count), select.commonTables.isEmpty,
      select.cores.count == 1, let core = select.cores.first, core.isGrouped,
      core.sources.count == 1, case .name(let name)? = core.sources.first?.kind,
      let (copy, _) = connection.columnTables.tables[name.lowercased()],
      let table = tables[name.lowercased()]
    else { return nil }
    let names = Set(parser.tokens.filter(\.isName).map { $0.text.lowercased() })
    // A subquery reads the same table again, and better from its own pages; so does a join.
    guard parser.tokens.count(where: { $0.isWord("from") }) == 1, !names.contains("rowid"),
      !parser.tokens.indices.contains(where: {
        parser.isSign($0, "*") && !parser.isSign($0 - 1, "(")
          && !(table.fields.indices.allSatisfy(copy.has))
      })
    else { return nil }
    for (index, field) in table.fields.enumerated()
    where names.contains(field.name.value.lowercased()) && !copy.has(index) {
      return nil
    }
    return name
  }
}

extension Connection {
  /// Puts the rows of a table that was read from columns into pages of its own.
  fileprivate func store(_ copy: ColumnCopy, as table: LoadedTable) throws {
    let name = quotedIdentifier(table.name)
    try execute("DROP TABLE main.\(name)")
    try execute(TableLoader(table).createStatement(table.name))
    sandbox.isOpen = true
    defer { sandbox.isOpen = false }
    let marks = table.fields.map { _ in "?" }.joined(separator: ", ")
    let insert = try Statement(self, "INSERT INTO main.\(name) VALUES (\(marks))")
    try execute("BEGIN")
    for row in 0..<copy.rowCount {
      for column in copy.columns.indices {
        copy.bind(row, column, to: insert.handle)
      }
      _ = try insert.step()
      insert.reset()
    }
    try execute("COMMIT")
  }
}

extension ColumnCopy {
  /// Binds a value to the parameter of its column.
  fileprivate func bind(_ row: Int, _ column: Int, to insert: OpaquePointer) {
    let parameter = Int32(column + 1)
    switch columns[column] {
    case .integers(let values) where values[row] != ColumnCopy.missingInteger:
      sqlite3_bind_int64(insert, parameter, values[row])
    case .reals(let values) where !values[row].isNaN:
      sqlite3_bind_double(insert, parameter, values[row])
    case .texts(let codes, let pool) where codes[row] >= 0:
      let text = pool.text(codes[row])
      text.withMemoryRebound(to: CChar.self) {
        // The pool's bytes stay where they are.
        _ = sqlite3_bind_text(insert, parameter, $0.baseAddress, Int32($0.count), nil)
      }
    default: sqlite3_bind_null(insert, parameter)
    }
  }
}

import Configuration

extension Store.State {
  /// Lets a statement that groups the rows of one large table read the table's copy.
  ///
  /// - Returns: the name under which the copy stands until `hideColumnCopy`; nil when there is no
  ///   use for one.
  mutating func showColumnCopy(for sql: [UInt8]) -> String? {
    guard !connection.columnTables.tables.isEmpty, let name = copiedTable(in: sql) else {
      return nil
    }
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

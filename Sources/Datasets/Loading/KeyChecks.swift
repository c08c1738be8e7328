import Configuration
import Diagnostics

/// What holds between the rows of a table and between tables: unique values, primary keys, foreign
/// keys. Judged on the corrected values; reported at the printed cells.
extension Store.State {
  func checkKeys(of resource: DataResource) throws(SQLiteError) -> DiagnosticList {
    guard let schema = resource.schema, let table = tables[resource.name.value.lowercased()] else {
      return DiagnosticList()
    }
    var diagnostics = DiagnosticList()
    let primary = schema.primaryKey.map(\.value)
    for field in schema.fields where field.constraints.isUnique && primary != [field.name.value] {
      diagnostics.append(contentsOf: try duplicates(in: table, [field.name.value], "unique-value"))
    }
    if !primary.isEmpty {
      diagnostics.append(contentsOf: try missingKeys(in: table, primary))
      diagnostics.append(contentsOf: try duplicates(in: table, primary, "primary-key"))
    }
    for key in schema.uniqueKeys where key.map(\.value) != primary {
      diagnostics.append(contentsOf: try duplicates(in: table, key.map(\.value), "unique-key"))
    }
    for key in schema.foreignKeys {
      diagnostics.append(contentsOf: try orphans(in: table, key))
    }
    return diagnostics
  }

  private func duplicates(
    in table: LoadedTable, _ columns: [String], _ code: String
  ) throws(SQLiteError) -> DiagnosticList {
    let list = columns.map(quotedIdentifier).joined(separator: ", ")
    let present = columns.map { "\(quotedIdentifier($0)) IS NOT NULL" }
    let rows = try connection.rows(
      "SELECT min(rowid), group_concat(rowid) FROM \(quotedIdentifier(table.name))"
        + " WHERE \(present.joined(separator: " AND ")) GROUP BY \(list) HAVING count(*) > 1"
        + " ORDER BY min(rowid) LIMIT \(CellProblems.shown)")
    var diagnostics = DiagnosticList()
    for row in rows {
      guard case .integer(let first) = row[0], case .text(let all) = row[1] else { continue }
      let ids = all.split(separator: ",").compactMap { Int($0) }.sorted()
      for id in ids.dropFirst().prefix(CellProblems.shown) {
        let value = columns.compactMap { column in
          table.field(column).flatMap { table.printed(row: id - 1, field: $0)?.text }
        }
        let what =
          columns.count == 1
          ? "column '\(columns[0])'"
          : "the key \(columns.map { "'\($0)'" }.joined(separator: ", "))"
        diagnostics.append(
          Diagnostic(
            .error, code, "\(what): '\(value.joined(separator: "', '"))' stands there before",
            at: span(table, id - 1, columns[0]),
            related: span(table, Int(first) - 1, columns[0]).map {
              [.init(message: "first here", span: $0)]
            } ?? []))
      }
    }
    return diagnostics
  }

  private func missingKeys(
    in table: LoadedTable, _ columns: [String]
  ) throws(SQLiteError) -> DiagnosticList {
    var diagnostics = DiagnosticList()
    for column in columns {
      guard let field = table.field(column), !table.fields[field].constraints.isRequired else {
        continue
      }
      let rows = try connection.rows(
        "SELECT rowid FROM \(quotedIdentifier(table.name)) WHERE \(quotedIdentifier(column))"
          + " IS NULL ORDER BY rowid LIMIT \(CellProblems.shown)")
      for row in rows {
        guard case .integer(let id) = row[0] else { continue }
        diagnostics.append(
          .error(
            "missing-value", "column '\(column)': the key has no value",
            at: span(table, Int(id) - 1, column)))
      }
    }
    return diagnostics
  }

  private func orphans(
    in table: LoadedTable, _ key: ForeignKey
  ) throws(SQLiteError) -> DiagnosticList {
    let target = key.resource?.value ?? table.name
    guard let other = tables[target.lowercased()], !isUnread(target) else {
      return DiagnosticList()
    }
    let columns = key.fields.map(\.value)
    let present = columns.map { "a.\(quotedIdentifier($0)) IS NOT NULL" }
    let equal = zip(key.referenced.map(\.value), columns).map {
      "b.\(quotedIdentifier($0)) = a.\(quotedIdentifier($1))"
    }
    let rows = try connection.rows(
      "SELECT a.rowid FROM \(quotedIdentifier(table.name)) AS a WHERE "
        + present.joined(separator: " AND ") + " AND NOT EXISTS (SELECT 1 FROM "
        + "\(quotedIdentifier(other.name)) AS b WHERE \(equal.joined(separator: " AND ")))"
        + " ORDER BY a.rowid LIMIT \(CellProblems.shown)")
    var diagnostics = DiagnosticList()
    for row in rows {
      guard case .integer(let id) = row[0] else { continue }
      let value = columns.compactMap { column in
        table.field(column).flatMap { table.printed(row: Int(id) - 1, field: $0)?.text }
      }.joined(separator: "', '")
      let names = key.referenced.map(\.value).joined(separator: ", ")
      var help: [String] = []
      if columns.count == 1 {
        let known = try connection.rows(
          "SELECT DISTINCT \(quotedIdentifier(key.referenced[0].value)) FROM "
            + "\(quotedIdentifier(other.name)) LIMIT 500")
        help =
          nearestName(to: value, in: known.map { $0[0].description }).map {
            ["did you mean '\($0)'?"]
          } ?? []
      }
      diagnostics.append(
        Diagnostic(
          .error, "foreign-key",
          (columns.count == 1
            ? "column '\(columns[0])'" : "columns '\(columns.joined(separator: "', '"))'")
            + ": '\(value)' does not stand in '\(other.name)' (\(names))",
          at: span(table, Int(id) - 1, columns[0]), help: help))
    }
    return diagnostics
  }

  private func span(_ table: LoadedTable, _ row: Int, _ column: String) -> SourceSpan? {
    table.field(column).flatMap { table.printed(row: row, field: $0)?.span }
      ?? table.span(row: row)
  }
}

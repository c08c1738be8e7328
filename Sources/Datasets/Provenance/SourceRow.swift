import Configuration
public import Diagnostics

/// A record of a data file that a row of a result shows.
public struct SourceRow: Hashable, Sendable {
  /// The table as SQL names it.
  public var table: String
  /// 1-based, without the header.
  public var row: Int
  /// The record in its file.
  public var span: SourceSpan
}

extension Store {
  /// The records that one row of a result stands on, as far as they can be told: those of each
  /// table of which the row shows enough stored columns to pick out one record. For aggregates and
  /// expressions there is none; then the result stands on the whole tables of its provenance.
  public func sourceRows(of result: ResultTable, row: Int) -> [SourceRow] {
    withState { $0.sourceRows(of: result, row: row) }
  }

  /// The cell of a data file behind a stored value, as printed.
  ///
  /// - Parameter row: 1-based, as in `SourceRow`.
  public func printedCell(
    table: String, row: Int, column: String
  ) -> (text: String, span: SourceSpan)? {
    withState { state in
      guard let loaded = state.table(table), let field = loaded.field(column) else { return nil }
      return loaded.printed(row: row - 1, field: field)
    }
  }
}

extension Store.State {
  func sourceRows(of result: ResultTable, row: Int) -> [SourceRow] {
    var shown: [String: [(column: String, value: CellValue)]] = [:]
    for (index, column) in result.columns.enumerated() {
      guard let origin = column.origin else { continue }
      shown[origin.table, default: []].append((origin.column, result[row, index]))
    }
    var rows: [SourceRow] = []
    for (name, cells) in shown.sorted(by: { $0.key < $1.key }) {
      guard let table = table(name) else { continue }
      let conditions = cells.map { "\(quotedIdentifier($0.column)) IS ?" }
      let found = try? connection.rows(
        "SELECT rowid FROM \(quotedIdentifier(name)) WHERE "
          + conditions.joined(separator: " AND ") + " LIMIT 2", cells.map(\.value))
      guard let found, found.count == 1, case .integer(let id) = found[0][0],
        let span = table.span(row: Int(id) - 1)
      else { continue }
      rows.append(SourceRow(table: name, row: Int(id), span: span))
    }
    return rows
  }
}

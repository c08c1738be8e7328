import Configuration
public import Diagnostics

/// Cells that break their schema, and what is computed from them: a draft marks it.
extension Store {
  /// The values of a result, by row and column, that stand on cells with errors.
  public func faults(in result: ResultTable, of query: Query) -> Set<FaultyValue> {
    withState { state in
      guard !state.faultyCells.isEmpty else { return [] }
      let tables = result.provenance.tables.filter {
        state.faultyCells[state.table($0)?.name.lowercased() ?? ""] != nil
      }
      guard !tables.isEmpty else { return [] }
      let lineage = state.lineage(of: query, giving: result)
      var found: Set<FaultyValue> = []
      for row in 0..<result.rowCount {
        for column in result.columns.indices {
          let places = lineage.records(row: row, column: column).compactMap {
            state.firstFault(in: $0)
          }
          guard let place = places.first else { continue }
          found.insert(FaultyValue(row: row, column: column, source: place))
        }
      }
      return found
    }
  }
}

/// A value of a result that stands on a cell with an error.
public struct FaultyValue: Hashable, Sendable {
  public var row: Int
  public var column: Int
  /// The first such cell.
  public var source: SourceSpan
}

extension Store.State {
  /// Keeps the place of what is wrong in a cell, or in a whole record.
  ///
  /// - Parameter isExcused: whether an erratum corrects the cell.
  mutating func noteFault(
    _ problem: CellProblems.Item, in table: LoadedTable, isExcused: (Int, Int) -> Bool
  ) {
    guard let row = problem.row else { return }
    let fields = problem.field.map { [$0] } ?? Array(table.fields.indices)
    for field in fields where !isExcused(row, field) {
      faultyCells[table.name.lowercased(), default: [:]][row, default: []].insert(field)
    }
  }

  fileprivate func firstFault(in records: Lineage.Records) -> SourceSpan? {
    guard let table = table(records.table), let faults = faultyCells[table.name.lowercased()] else {
      return nil
    }
    let fields = Set(records.columns.compactMap { table.field($0) })
    let rows = records.rows.map { $0.map { $0 - 1 } } ?? faults.keys.sorted()
    for row in rows {
      guard let field = faults[row]?.intersection(fields).min() else { continue }
      return table.printed(row: row, field: field)?.span ?? table.span(row: row)
    }
    return nil
  }
}

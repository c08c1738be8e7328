import Configuration

extension Store.State {
  /// Which cells of a result show a corrected value, as far as that is certain.
  ///
  /// SQLite tells the stored column behind a result's column, not the row. A cell is taken for the
  /// corrected one when the result also shows the key of its row, or when no other row of the table
  /// has that value in that column.
  func corrections(
    _ columns: [ResultColumn], _ values: ContiguousArray<CellValue>
  ) -> [Int: Erratum] {
    guard !corrections.isEmpty, !columns.isEmpty else { return [:] }
    var found: [Int: Erratum] = [:]
    let rowCount = values.count / columns.count
    for (index, column) in columns.enumerated() {
      guard let origin = column.origin, let table = tables[origin.table.lowercased()],
        let ofTable = corrections[origin.table.lowercased()]
      else { continue }
      for correction in ofTable
      where table.fields[correction.field].name.value == origin.column {
        let rows = rows(showing: correction, of: table, in: columns)
        for row in 0..<rowCount where values[row * columns.count + index] == correction.value {
          if rows(row, values) { found[row * columns.count + index] = correction.erratum }
        }
      }
    }
    return found
  }

  /// A test whether a row of the result belongs to the row that the correction changes.
  private func rows(
    showing correction: ErrataApplier.Correction, of table: LoadedTable, in columns: [ResultColumn]
  ) -> (Int, ContiguousArray<CellValue>) -> Bool {
    var wanted: [(column: Int, value: CellValue)] = []
    for part in correction.erratum.key {
      guard let field = table.field(part.column),
        let column = columns.firstIndex(where: {
          $0.origin?.table.lowercased() == table.name.lowercased()
            && $0.origin?.column == table.fields[field].name.value
        }),
        case .success(let value) = CellReader(
          table.fields[field], missingValues: table.missingValues
        ).read(Array(part.value.utf8))
      else {
        let isAlone = isAlone(correction, in: table)
        return { _, _ in isAlone }
      }
      wanted.append((column, value))
    }
    let width = columns.count
    return { row, values in
      wanted.allSatisfy { values[row * width + $0.column] == $0.value }
    }
  }

  private func isAlone(_ correction: ErrataApplier.Correction, in table: LoadedTable) -> Bool {
    let column = quotedIdentifier(table.fields[correction.field].name.value)
    let rows = try? connection.rows(
      "SELECT count(*) FROM \(quotedIdentifier(table.name)) WHERE \(column) IS ?",
      [correction.value])
    return rows?.first?.first == .integer(1)
  }
}

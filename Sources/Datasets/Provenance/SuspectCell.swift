import Configuration
public import Diagnostics

extension Store {
  /// The cells that a row of a check's result most likely accuses: of each record that can be told,
  /// that of the last stored column shown which is no part of its table's key; authors write the
  /// key first and the value in question behind it. A corrected cell is found in the errata.
  ///
  /// - Returns: at most one cell of each table, the likeliest first.
  public func suspects(of result: ResultTable, row: Int) -> [SuspectCell] {
    withState { $0.suspects(of: result, row: row) }
  }
}

/// A cell of a data file that a failed check points at.
public struct SuspectCell: Sendable, Equatable {
  public var table: String
  public var column: String
  /// As it stands in the file.
  public var text: String
  public var span: SourceSpan
  /// Whether it stands in the errata.
  public var isCorrection: Bool
}

extension Store.State {
  fileprivate func suspects(of result: ResultTable, row: Int) -> [SuspectCell] {
    let records = sourceRows(of: result, row: row)
    var found: [(cell: SuspectCell, isKey: Bool)] = []
    for column in result.columns.reversed() {
      guard let origin = column.origin, let table = table(origin.table),
        let record = records.first(where: { $0.table == origin.table }),
        let field = table.field(origin.column),
        let cell = cell(of: table, origin.table, record.row - 1, field)
      else { continue }
      let isKey = table.keyFields.contains(field)
      if let index = found.firstIndex(where: { $0.cell.table == origin.table }) {
        // Further to the left is better only when what was found is the key.
        if found[index].isKey { found[index] = (cell, isKey) }
      } else {
        found.append((cell, isKey))
      }
    }
    return found.filter { !$0.isKey }.map(\.cell) + found.filter(\.isKey).map(\.cell)
  }

  private func cell(
    of table: LoadedTable, _ name: String, _ row: Int, _ field: Int
  ) -> SuspectCell? {
    let column = table.fields[field].name.value
    let isPrinted = name.lowercased() != table.name.lowercased()
    let corrections = isPrinted ? [] : corrections[table.name.lowercased()] ?? []
    if let correction = corrections.first(where: { $0.row == row && $0.field == field }),
      let span = correction.spans["corrected"]
    {
      return SuspectCell(
        table: name, column: column, text: correction.erratum.corrected, span: span,
        isCorrection: true)
    }
    return table.printed(row: row, field: field).map {
      SuspectCell(table: name, column: column, text: $0.text, span: $0.span, isCorrection: false)
    }
  }
}

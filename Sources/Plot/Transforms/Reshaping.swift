/// Transforms that change which rows and columns there are.
enum Reshaping {
  /// Several columns as rows of a key and a value.
  static func fold(_ data: ChartData, _ fields: [String], names: [String]) -> ChartData {
    let (key, value) = (names.first ?? "key", names.count > 1 ? names[1] : "value")
    let rows = (0..<data.rowCount).flatMap { row in fields.map { _ in row } }
    let cells = fields.map { data.values($0) }
    return data.rows(rows)
      .with(key, rows.indices.map { .text(fields[$0 % fields.count]) })
      .with(value, rows.indices.map { cells[$0 % fields.count][rows[$0]] })
  }

  /// A row for each place of the lists that cells hold; shorter lists end in empty cells.
  static func flatten(_ data: ChartData, _ fields: [String], names: [String]) -> ChartData {
    let lists = fields.map { data.values($0).map { JSONRows.list($0) ?? [] } }
    var rows: [Int] = []
    var places: [Int] = []
    for row in 0..<data.rowCount {
      for place in 0..<(lists.map { $0[row].count }.max() ?? 0) {
        rows.append(row)
        places.append(place)
      }
    }
    var out = data.rows(rows)
    for (index, list) in lists.enumerated() {
      let cells = zip(rows, places).map { row, place in
        place < list[row].count ? list[row][place] : .null
      }
      out = out.with(index < names.count ? names[index] : fields[index], cells)
    }
    return out
  }

  /// Where each value starts and ends when those of a group are laid on each other.
  static func stack(_ data: ChartData, _ field: String, _ step: TransformSpec) -> ChartData {
    let values = data.values(field).map { $0.quantity ?? 0 }
    var starts = Array(repeating: ChartValue.null, count: data.rowCount)
    var ends = starts
    let keys = (step.sort ?? []).map { (data.values($0.field), $0.order == .descending) }
    let groups = data.groups(by: step.groupby ?? [])
    let largest = groups.map { $0.rows.reduce(0) { $0 + abs(values[$1]) } }.max() ?? 0
    for group in groups {
      let rows = group.rows.sorted { a, b in
        for (column, isDescending) in keys where column[a] != column[b] {
          return (column[a] < column[b]) != isDescending
        }
        return a < b
      }
      let total = rows.reduce(0) { $0 + abs(values[$1]) }
      let scale = step.offset == .normalize && total > 0 ? 1 / total : 1
      var up = step.offset == .center ? (largest - total) / 2 : 0
      var down = 0.0
      for row in rows {
        let length = values[row] * scale
        let base = length < 0 ? down : up
        if length < 0 { down += length } else { up += length }
        starts[row] = .number(base)
        ends[row] = .number(base + length)
      }
    }
    let names = step.names
    let first = names.first ?? field + "_start"
    return data.with(first, starts)
      .with(names.count > 1 ? names[1] : names.isEmpty ? field + "_end" : first + "_end", ends)
  }

  /// Rows that a group lacks for some key, with a stated value or one of the others.
  static func impute(
    _ data: ChartData, _ field: String, key: String, by fields: [String], method: String?,
    value: ChartValue
  ) -> ChartData {
    var keys: [ChartValue] = []
    var seen: Set<ChartValue> = []
    for cell in data.values(key) where seen.insert(cell).inserted { keys.append(cell) }
    let cells = data.values(field)
    let keyCells = data.values(key)
    var columns = data.columns
    func append(_ name: String, _ cell: ChartValue) {
      if let index = columns.firstIndex(where: { $0.name == name }) {
        columns[index].values.append(cell)
      }
    }
    var filled = cells
    var count = data.rowCount
    for group in data.groups(by: fields) {
      let known = group.rows.map { cells[$0] }.filter { $0 != .null }
      let operation = method.flatMap { AggregateOperation(rawValue: $0) }
      let substitute = operation.map { $0.value(of: known) } ?? value
      for row in group.rows where cells[row] == .null { filled[row] = substitute }
      let present = Set(group.rows.map { keyCells[$0] })
      for missing in keys where !present.contains(missing) {
        count += 1
        for column in data.columns where column.name != field {
          let place = fields.firstIndex(of: column.name)
          append(column.name, column.name == key ? missing : place.map { group.key[$0] } ?? .null)
        }
        filled.append(substitute)
      }
    }
    return ChartData(columns.filter { $0.name != field }, rowCount: count)
      .with(field, filled, like: field)
  }

  /// A column for each value of a field.
  static func pivot(_ data: ChartData, _ field: String, _ step: TransformSpec) -> ChartData {
    let groupby = step.groupby ?? []
    let groups = data.groups(by: groupby)
    let operation = step.op.flatMap { AggregateOperation(rawValue: $0) } ?? .sum
    var columns = groupby.enumerated().map { index, name in
      ChartColumn(name, values: groups.map { $0.key[index] })
    }
    let cells = data.values(field)
    let names = Set(cells).sorted { $0 < $1 }
    guard case .text(let value)? = step.value?.chartValue else { return data }
    let amounts = data.values(value)
    for name in names where name != .null {
      columns.append(
        ChartColumn(
          name.plainText,
          values: groups.map { group in
            operation.value(of: group.rows.filter { cells[$0] == name }.map { amounts[$0] })
          }))
    }
    return ChartData(columns, rowCount: groups.count)
  }

  /// Columns of another table, found by a key.
  static func lookup(
    _ data: ChartData, _ field: String, in table: ChartData, _ source: TransformSpec.Lookup,
    _ step: TransformSpec
  ) -> ChartData {
    var index: [ChartValue: Int] = [:]
    for (row, key) in table.values(source.key).enumerated() { index[key] = row }
    let rows = data.values(field).map { index[$0] }
    let fields = source.fields ?? table.columns.map(\.name)
    var out = data
    for (place, name) in fields.enumerated() {
      let cells = table.values(name)
      out = out.with(
        place < step.names.count ? step.names[place] : name,
        rows.map { $0.map { cells[$0] } ?? .null })
    }
    return out
  }
}

extension ChartData {
  /// Tables below each other, equal ones once, each with its number in a column; columns that one
  /// lacks are empty.
  static func stacked(_ tables: [ChartData], numberedIn name: String) -> ChartData {
    var different: [ChartData] = []
    var numbers: [Int] = []
    for (index, table) in tables.enumerated() where !different.contains(table) {
      different.append(table)
      numbers.append(index + 1)
    }
    var columns = [
      ChartColumn(
        name,
        values: zip(different, numbers).flatMap { table, number in
          Array(repeating: ChartValue.number(Double(number)), count: table.rowCount)
        })
    ]
    for column in different.flatMap(\.columns)
    where !columns.contains(where: { $0.name == column.name }) {
      columns.append(
        ChartColumn(
          column.name, title: column.title, unit: column.unit,
          values: different.flatMap { table in Array(table.values(column.name)) }))
    }
    return ChartData(columns, rowCount: columns[0].values.count)
  }
}

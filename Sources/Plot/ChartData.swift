/// A cell of a chart's data.
public enum ChartValue: Hashable, Sendable {
  case null
  case number(Double)
  case text(String)
  case bool(Bool)

  var number: Double? {
    if case .number(let value) = self, value.isFinite { value } else { nil }
  }
}

/// A named column; all columns of a chart are equally long.
public struct ChartColumn: Hashable, Sendable {
  public var name: String
  /// What axes and legends call it when the chart gives no title.
  public var title: String?
  /// Printed after the title.
  public var unit: String?
  public var values: ChartCells

  public init(
    _ name: String, title: String? = nil, unit: String? = nil, values: [ChartValue]
  ) {
    self.init(name, title: title, unit: unit, cells: ChartCells(values))
  }

  init(_ name: String, title: String? = nil, unit: String? = nil, cells: ChartCells) {
    self.name = name
    self.title = title
    self.unit = unit
    values = cells
  }
}

/// The rows that a chart draws.
public struct ChartData: Hashable, Sendable {
  public let columns: [ChartColumn]
  public let rowCount: Int

  public init(_ columns: [ChartColumn]) {
    self.columns = columns
    rowCount = columns.first?.values.count ?? 0
    precondition(
      columns.allSatisfy { $0.values.count == rowCount }, "columns of a chart are equally long")

  }

  /// Rows of named cells; a column stands where it is first met, and cells that a row lacks are
  /// null.
  init(rows: [[(String, ChartValue)]]) {
    var index: [String: Int] = [:]
    var columns: [ChartColumn] = []
    for (number, row) in rows.enumerated() {
      for (name, value) in row {
        let place: Int
        if let known = index[name] {
          place = known
        } else {
          place = columns.count
          index[name] = place
          columns.append(
            ChartColumn(name, cells: ChartCells(repeating: .null, count: rows.count)))
        }
        columns[place].values[number] = value
      }
    }
    self.columns = columns
    rowCount = rows.count
  }

  /// Columns that may be none at all, of a given number of rows.
  init(_ columns: [ChartColumn], rowCount: Int) {
    self.columns = columns
    self.rowCount = rowCount
  }

  subscript(name: String) -> ChartColumn? { columns.first { $0.name == name } }

  /// The values of a column; nulls when there is none.
  func values(_ name: String) -> ChartCells {
    self[name]?.values ?? ChartCells(repeating: .null, count: rowCount)
  }

  /// With a column of a name replaced or added.
  func with(
    _ name: String, _ values: some Sequence<ChartValue>, like source: String? = nil
  ) -> ChartData {
    let origin = source.flatMap { self[$0] }
    let cells = values as? ChartCells ?? ChartCells(values)
    let column = ChartColumn(name, title: origin?.title, unit: origin?.unit, cells: cells)
    var columns = columns
    if let index = columns.firstIndex(where: { $0.name == name }) {
      columns[index] = column
    } else {
      columns.append(column)
    }
    return ChartData(columns, rowCount: rowCount)
  }

  /// The rows of given numbers, in their order.
  func rows(_ indices: [Int]) -> ChartData {
    ChartData(
      columns.map { column in
        var out = column
        out.values = column.values.rows(indices)
        return out
      }, rowCount: indices.count)
  }

  /// Row numbers by the values of some columns, in order of first appearance; without a column, all
  /// rows are one group, even when there are none.
  func groups(by fields: [String]) -> [(key: [ChartValue], rows: [Int])] {
    guard !fields.isEmpty else { return [([], Array(0..<rowCount))] }
    let columns = fields.map { values($0) }
    var index: [[ChartValue]: Int] = [:]
    var groups: [(key: [ChartValue], rows: [Int])] = []
    for row in 0..<rowCount {
      let key = columns.map { $0[row] }
      if let known = index[key] {
        groups[known].rows.append(row)
      } else {
        index[key] = groups.count
        groups.append((key, [row]))
      }
    }
    return groups
  }
}

extension ChartValue {
  /// A list as a cell holds it: as JSON text, which `flatten` takes apart.
  static func list(_ values: [ChartValue]) -> ChartValue {
    .text(JSONTree.list(values.map(\.json)).compactText)
  }

  /// The order of values: empty, numbers, texts.
  static func < (a: ChartValue, b: ChartValue) -> Bool {
    switch (a, b) {
    case (.number(let x), .number(let y)): x < y
    case (.text(let x), .text(let y)): x.utf8.lexicographicallyPrecedes(y.utf8)
    default: a.rank == b.rank ? a.plainText < b.plainText : a.rank < b.rank
    }
  }

  private var rank: Int {
    switch self {
    case .null: 0
    case .number: 1
    case .bool: 2
    case .text: 3
    }
  }

  /// Milliseconds since 1970 of a number or a date as text.
  var moment: Double? {
    switch self {
    case .number(let number): CalendarDate.range.contains(number) ? number : nil
    case .text(let text): DateParser.milliseconds(text)
    case .null, .bool: nil
    }
  }
}

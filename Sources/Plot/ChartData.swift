/// A cell of a chart's data.
public enum ChartValue: Hashable, Sendable {
  case null
  case number(Double)
  case text(String)

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
  public var values: [ChartValue]

  public init(
    _ name: String, title: String? = nil, unit: String? = nil, values: [ChartValue]
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.values = values
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

  subscript(name: String) -> ChartColumn? { columns.first { $0.name == name } }
}

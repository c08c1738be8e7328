/// A stored column.
public struct ColumnOrigin: Hashable, Sendable, Comparable {
  /// The table as SQL names it; `NAME_printed` for values as printed.
  public var table: String
  public var column: String

  public init(table: String, column: String) {
    self.table = table
    self.column = column
  }

  public static func < (a: ColumnOrigin, b: ColumnOrigin) -> Bool {
    (a.table, a.column) < (b.table, b.column)
  }
}

/// A column of a query's result.
public struct ResultColumn: Hashable, Sendable {
  public var name: String
  /// The stored column that it shows unchanged, through views and subqueries; nil for expressions.
  public var origin: ColumnOrigin?
  /// Of the stored column, when there is one.
  public var title: String?
  public var unit: String?
  public var description: String?
  /// The most decimals that the source prints in the stored column; nil for expressions and text.
  public var decimals: Int?
}

/// What a result was computed from.
public struct Provenance: Hashable, Sendable {
  /// Every stored column that the statement reads, through all views, sorted.
  public var columns: [ColumnOrigin] = []
  /// The views that it reads, directly or through others, sorted.
  public var views: [String] = []
  /// The functions of the report (not SQLite's own) that it calls, sorted.
  public var functions: [String] = []

  public init() {}

  public var tables: [String] {
    columns.map(\.table).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

/// What the rows of a query have in common; thousands of results share one.
final class ResultHead: Sendable {
  let columns: [ResultColumn]
  let provenance: Provenance

  init(columns: [ResultColumn], provenance: Provenance) {
    (self.columns, self.provenance) = (columns, provenance)
  }
}

/// The rows that a query returned.
public struct ResultTable: Sendable {
  private let head: ResultHead
  public let rowCount: Int
  /// Row after row.
  private let values: ContiguousArray<CellValue>
  /// By row · columns + column: cells that show a corrected value.
  private let corrections: [Int: Erratum]

  public init(
    columns: [ResultColumn], values: ContiguousArray<CellValue>,
    provenance: Provenance = Provenance(), corrections: [Int: Erratum] = [:]
  ) {
    self.init(
      ResultHead(columns: columns, provenance: provenance), values: values,
      corrections: corrections)
  }

  init(
    _ head: ResultHead, values: ContiguousArray<CellValue>, corrections: [Int: Erratum]
  ) {
    let width = head.columns.count
    precondition(
      width == 0 ? values.isEmpty : values.count % width == 0,
      "a result has as many values in each row as columns")
    self.head = head
    self.values = values
    self.corrections = corrections
    rowCount = width == 0 ? 0 : values.count / width
  }

  public var columns: [ResultColumn] { head.columns }
  public var provenance: Provenance { head.provenance }

  public var isEmpty: Bool { rowCount == 0 }
  public var columnNames: [String] { columns.map(\.name) }

  public subscript(row: Int, column: Int) -> CellValue { values[row * columns.count + column] }

  public func row(_ index: Int) -> ArraySlice<CellValue> {
    ArraySlice(values[index * columns.count..<(index + 1) * columns.count])
  }

  public var rows: [ArraySlice<CellValue>] { (0..<rowCount).map(row) }

  /// The first column of that name; SQL's names do not tell capitals.
  public func columnIndex(_ name: String) -> Int? {
    columns.firstIndex { $0.name == name }
      ?? columns.firstIndex { $0.name.lowercased() == name.lowercased() }
  }

  public func values(ofColumn index: Int) -> [CellValue] {
    (0..<rowCount).map { self[$0, index] }
  }

  /// The correction that a cell shows, when it is certain that it shows one.
  public func erratum(row: Int, column: Int) -> Erratum? {
    corrections[row * columns.count + column]
  }

  /// All corrections that the result shows, by id, each once.
  public var errata: [Erratum] {
    Set(corrections.values).sorted { $0.id < $1.id }
  }
}

/// What the values of a result are computed from: stored columns, and records of data files.
public struct Lineage: Sendable, Equatable {
  /// Records of one table and the columns read there.
  public struct Records: Sendable, Hashable {
    /// As SQL names it; `NAME_printed` for values as printed.
    public var table: String
    /// Sorted; `*` stands for rows that are counted.
    public var columns: [String]
    /// 1-based, sorted; nil when it is only known that they are of this table.
    public var rows: [Int]?
  }

  /// For each column of the result the stored columns behind it, sorted.
  public let columns: [[ColumnOrigin]]
  /// For each column the functions of the report that it is computed with, sorted.
  public let functions: [[String]]
  /// For each row and column the records behind it by table; nil when they are not known.
  let rows: [[[String: Set<Int>]]]?

  /// The functions that some columns are computed with, sorted.
  public func functions(columns chosen: [Int]) -> [String] {
    Set(chosen.flatMap { functions[$0] }).sorted()
  }

  /// Whether the records behind each value are known, not only their tables.
  public var knowsRecords: Bool { rows != nil }

  /// The records that a value is computed from, by table in the order of their names; none for a
  /// value without data.
  public func records(row: Int, column: Int) -> [Records] {
    let origins = Dictionary(grouping: columns[column], by: \.table)
    let found = rows.map { $0[row][column] } ?? [:]
    // Of a union each row reads one side; of a left join some rows read none.
    let tables = rows == nil ? Set(origins.keys) : Set(found.keys)
    return tables.sorted().map { table in
      Records(
        table: table, columns: (origins[table] ?? []).map(\.column),
        rows: rows == nil ? nil : (found[table] ?? []).sorted())
    }
  }

  /// The records that a whole column is computed from.
  public func records(column: Int, rows chosen: [Int]) -> [Records] {
    let origins = Dictionary(grouping: columns[column], by: \.table)
    return origins.keys.sorted().map { table in
      var union: Set<Int> = []
      for row in chosen { union.formUnion(rows?[row][column][table] ?? []) }
      return Records(
        table: table, columns: (origins[table] ?? []).map(\.column),
        rows: rows == nil ? nil : union.sorted())
    }
  }

  /// The records that the columns named of some rows are computed from, each table once.
  public func records(columns chosen: [Int], rows: [Int]) -> [Records] {
    var merged: [String: Records] = [:]
    for column in chosen {
      for part in records(column: column, rows: rows) {
        guard var sum = merged[part.table] else {
          merged[part.table] = part
          continue
        }
        sum.columns = Set(sum.columns).union(part.columns).sorted()
        sum.rows = sum.rows.flatMap { a in part.rows.map { Set(a).union($0).sorted() } }
        merged[part.table] = sum
      }
    }
    return merged.keys.sorted().compactMap { merged[$0] }
  }
}

/// A large table once more, column by column: SQLite can then go through its rows group by group
/// without sorting them (see `ColumnModule`).
///
/// Texts are numbers into a list of the distinct ones, which is why a column with many different
/// texts, such as a name of every row, has no copy.
final class ColumnCopy {
  enum Column {
    /// `missingInteger` where there is no value.
    case integers(ContiguousArray<Int64>)
    /// Not a number where there is no value: files hold finite ones only.
    case reals(ContiguousArray<Double>)
    /// Numbers of texts, -1 where there is no value.
    case texts(ContiguousArray<Int32>, TextPool)
    case absent
  }

  /// Smaller files are read and sorted in no time.
  static let leastBytes = 2_000_000
  static let missingInteger = Int64.min

  let columns: [Column]
  let rowCount: Int
  /// Rows in the order of some columns, as asked for last.
  private var lastOrder: (terms: [Term], rows: ContiguousArray<Int32>)?

  /// A column that rows are ordered by.
  struct Term: Hashable {
    var column: Int
    var isDescending: Bool
  }

  init(columns: [Column], rowCount: Int) {
    self.columns = columns
    self.rowCount = rowCount
  }

  func has(_ column: Int) -> Bool {
    if case .absent = columns[column] { false } else { true }
  }

  /// Whether rows can be put in the order of a column by counting.
  func canOrder(by column: Int) -> Bool {
    switch columns[column] {
    case .texts: true
    case .integers(let values): Self.range(of: values) != nil
    case .reals, .absent: false
    }
  }

  /// The smallest value and how many there may be, when they are few; nil else.
  private static func range(of values: ContiguousArray<Int64>) -> (least: Int64, count: Int)? {
    var least = Int64.max
    var most = Int64.min
    for value in values where value != missingInteger {
      least = min(least, value)
      most = max(most, value)
    }
    guard least <= most else { return (0, 1) }
    let (width, overflow) = most.subtractingReportingOverflow(least)
    return overflow || width >= 1 << 17 ? nil : (least, Int(width) + 1)
  }

  /// The numbers of the rows in the order of `terms`, equal ones as in the file: as SQLite orders
  /// them, missing values first and texts by their bytes.
  func order(by terms: [Term]) -> ContiguousArray<Int32> {
    if let lastOrder, lastOrder.terms == terms { return lastOrder.rows }
    var rows = ContiguousArray((0..<rowCount).map { Int32($0) })
    // From the last column to the first, each time keeping the order there was.
    for term in terms.reversed() { Self.sort(&rows, by: keys(of: term)) }
    lastOrder = (terms, rows)
    return rows
  }

  /// For each row its rank in the order of a column, from 0.
  private func keys(of term: Term) -> (keys: ContiguousArray<Int32>, count: Int) {
    var keys: ContiguousArray<Int32>
    var count: Int
    switch columns[term.column] {
    case .texts(let codes, let pool):
      let ranks = pool.ranks
      keys = ContiguousArray(codes.map { $0 < 0 ? 0 : ranks[Int($0)] + 1 })
      count = ranks.count + 1
    case .integers(let values):
      guard let (least, width) = Self.range(of: values) else {
        preconditionFailure("only columns that canOrder(by:) accepts are ordered by")
      }
      keys = ContiguousArray(
        values.map { $0 == Self.missingInteger ? 0 : Int32($0 - least) + 1 })
      count = width + 1
    case .reals, .absent:
      preconditionFailure("only columns that canOrder(by:) accepts are ordered by")
    }
    if term.isDescending {
      let last = Int32(count - 1)
      for row in keys.indices { keys[row] = last - keys[row] }
    }
    return (keys, count)
  }

  /// The rows once more in another order, and only some columns: read one after the other they cost
  /// a fraction of what jumping from row to row would.
  ///
  /// - Parameter isWanted: whether a column is read.
  func gathered(in order: ContiguousArray<Int32>, _ isWanted: (Int) -> Bool) -> ColumnCopy {
    func gather<T>(_ values: ContiguousArray<T>) -> ContiguousArray<T> {
      ContiguousArray(unsafeUninitializedCapacity: order.count) { gathered, count in
        for (place, row) in order.enumerated() {
          gathered.initializeElement(at: place, to: values[Int(row)])
        }
        count = order.count
      }
    }
    let columns = columns.enumerated().map { index, column -> Column in
      guard isWanted(index) else { return .absent }
      return switch column {
      case .integers(let values): .integers(gather(values))
      case .reals(let values): .reals(gather(values))
      case .texts(let codes, let pool): .texts(gather(codes), pool)
      case .absent: .absent
      }
    }
    return ColumnCopy(columns: columns, rowCount: rowCount)
  }

  /// Counting sort.
  private static func sort(
    _ rows: inout ContiguousArray<Int32>, by ranked: (keys: ContiguousArray<Int32>, count: Int)
  ) {
    var places = ContiguousArray(repeating: Int32(0), count: ranked.count + 1)
    for key in ranked.keys { places[Int(key) + 1] += 1 }
    for key in 0..<ranked.count { places[key + 1] += places[key] }
    rows = ContiguousArray(unsafeUninitializedCapacity: rows.count) { sorted, count in
      for row in rows {
        let key = Int(ranked.keys[Int(row)])
        sorted.initializeElement(at: Int(places[key]), to: row)
        places[key] += 1
      }
      count = rows.count
    }
  }
}

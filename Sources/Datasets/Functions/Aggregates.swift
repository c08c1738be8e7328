#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Functions of groups of rows that SQLite lacks. All leave rows out in which an argument is missing
/// and give no value for an empty group.
///
/// To add one: write it here and put its name in `all`.
enum Aggregates {
  static let all: [SQLAggregate] = [
    median, standardDeviation, geometricMean, correlation, slope, intercept,
  ]

  /// The middle value, or the mean of the two in the middle.
  static let median = SQLAggregate("median", 1, signature: "median(x)") {
    (rows) throws(SQLFunction.Failure) in
    let sorted = rows.map { $0[0] }.sorted()
    guard !sorted.isEmpty else { return .null }
    let middle = sorted.count / 2
    return .real(
      sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2)
  }

  /// The sample standard deviation, with n - 1; no value for less than two rows.
  static let standardDeviation = SQLAggregate("stddev", 1, signature: "stddev(x)") {
    (rows) throws(SQLFunction.Failure) in
    guard rows.count > 1 else { return .null }
    let moments = Moments(rows.map { ($0[0], 0) })
    return .real((moments.xx / Double(rows.count - 1)).squareRoot())
  }

  static let geometricMean = SQLAggregate("geometric_mean", 1, signature: "geometric_mean(x)") {
    (rows) throws(SQLFunction.Failure) in
    guard !rows.isEmpty else { return .null }
    if let bad = rows.first(where: { $0[0] <= 0 }) {
      throw SQLFunction.Failure("geometric_mean takes positive numbers, got \(bad[0])")
    }
    return .real(exp(sum(rows.map { log($0[0]) }) / Double(rows.count)))
  }

  /// Pearson's coefficient; no value when x or y does not vary.
  static let correlation = SQLAggregate("correlation", 2, signature: "correlation(x, y)") {
    (rows) throws(SQLFunction.Failure) in
    let moments = Moments(rows.map { ($0[0], $0[1]) })
    guard moments.xx > 0, moments.yy > 0 else { return .null }
    return .real(moments.xy / (moments.xx * moments.yy).squareRoot())
  }

  /// Of the least-squares line of y over x; no value when x does not vary.
  static let slope = SQLAggregate("slope", 2, signature: "slope(x, y)") {
    (rows) throws(SQLFunction.Failure) in
    let moments = Moments(rows.map { ($0[0], $0[1]) })
    return moments.xx > 0 ? .real(moments.xy / moments.xx) : .null
  }

  static let intercept = SQLAggregate("intercept", 2, signature: "intercept(x, y)") {
    (rows) throws(SQLFunction.Failure) in
    let moments = Moments(rows.map { ($0[0], $0[1]) })
    guard moments.xx > 0 else { return .null }
    return .real(moments.meanY - moments.xy / moments.xx * moments.meanX)
  }

  /// Sums of products about the means. Values are sorted first, so that the rows' order cannot
  /// change the last bit.
  private struct Moments {
    var meanX = 0.0
    var meanY = 0.0
    var xx = 0.0
    var yy = 0.0
    var xy = 0.0

    init(_ points: [(Double, Double)]) {
      guard !points.isEmpty else { return }
      let sorted = points.sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
      meanX = sorted.reduce(0) { $0 + $1.0 } / Double(sorted.count)
      meanY = sorted.reduce(0) { $0 + $1.1 } / Double(sorted.count)
      for (x, y) in sorted {
        xx += (x - meanX) * (x - meanX)
        yy += (y - meanY) * (y - meanY)
        xy += (x - meanX) * (y - meanY)
      }
    }
  }

  private static func sum(_ values: [Double]) -> Double { values.sorted().reduce(0, +) }
}

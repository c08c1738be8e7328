import Languages

/// What can be computed of a column's values, in Vega-Lite's words.
public enum AggregateOperation: String, Decodable, Sendable, CaseIterable {
  case count, valid, missing, distinct, sum, product, mean, average, variance, variancep, stdev
  case stdevp, stderr, median, q1, q3, min, max, ci0, ci1, values

  /// Whether parts of it add up to the whole, so that bars of it may be stacked.
  var isSummative: Bool { [.count, .sum, .distinct, .valid, .missing].contains(self) }

  /// The value of a group's cells; null where there is none, as for the mean of nothing.
  ///
  /// Quartiles interpolate linearly (Hyndman and Fan's type 7); `stdev` and `variance` are of a
  /// sample; `ci0` and `ci1` bound the mean by 1.96 standard errors, where Vega resamples by chance.
  func value(of cells: [ChartValue]) -> ChartValue {
    let numbers = cells.compactMap(\.quantity)
    let result: Double?
    switch self {
    case .count, .values: result = Double(cells.count)
    case .valid: result = Double(cells.count { $0 != .null })
    case .missing: result = Double(cells.count { $0 == .null })
    case .distinct: result = Double(Set(cells).count)
    case .sum: result = numbers.reduce(0, +)
    case .product: result = numbers.isEmpty ? nil : numbers.reduce(1, *)
    case .mean, .average: result = Statistics.mean(numbers)
    case .variance: result = Statistics.variance(numbers, isSample: true)
    case .variancep: result = Statistics.variance(numbers, isSample: false)
    case .stdev: result = Statistics.variance(numbers, isSample: true)?.squareRoot()
    case .stdevp: result = Statistics.variance(numbers, isSample: false)?.squareRoot()
    case .stderr: result = Statistics.standardError(numbers)
    case .median: result = Statistics.quantile(numbers.sorted(), 0.5)
    case .q1: result = Statistics.quantile(numbers.sorted(), 0.25)
    case .q3: result = Statistics.quantile(numbers.sorted(), 0.75)
    case .min: result = numbers.min()
    case .max: result = numbers.max()
    case .ci0, .ci1:
      guard let mean = Statistics.mean(numbers) else { return .null }
      let reach = 1.96 * (Statistics.standardError(numbers) ?? 0)
      result = self == .ci0 ? mean - reach : mean + reach
    }
    return result.map { .number($0) } ?? .null
  }

  /// How a title names it: "Mean" of, "Count" of.
  func words(_ terms: Terms) -> String {
    zip(Self.allCases, terms.list(.aggregates)).first { $0.0 == self }?.1 ?? rawValue
  }
}

/// Moments and quantiles of numbers; nil for too few.
enum Statistics {
  static func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
  }

  static func variance(_ numbers: [Double], isSample: Bool) -> Double? {
    guard let mean = mean(numbers) else { return nil }
    let divisor = Double(numbers.count - (isSample ? 1 : 0))
    let sum = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return divisor > 0 ? sum / divisor : 0
  }

  static func standardError(_ numbers: [Double]) -> Double? {
    variance(numbers, isSample: true).map { ($0 / Double(numbers.count)).squareRoot() }
  }

  /// - Parameter sorted: ascending.
  static func quantile(_ sorted: [Double], _ share: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let place = Double(sorted.count - 1) * Swift.min(Swift.max(share, 0), 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return sorted[index] }
    return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
  }
}

extension ChartValue {
  /// The value as a number: of a number, a truth value, and a text that reads as one.
  var quantity: Double? {
    switch self {
    case .null: nil
    case .number(let number): number.isFinite ? number : nil
    case .bool(let flag): flag ? 1 : 0
    case .text(var text):
      text.withUTF8 { DecimalText.number($0) }.flatMap { $0.isFinite ? $0 : nil }
    }
  }
}

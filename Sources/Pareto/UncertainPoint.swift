#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A cost that is known as a normal distribution; without deviation it is certain.
public struct UncertainCost: Hashable, Sendable {
  public var mean: Double
  /// Standard deviation, at least 0.
  public var deviation: Double

  /// - Parameters:
  ///   - value: the mean in the units of the data.
  ///   - deviation: standard deviation in the same units.
  public init(_ value: Double, deviation: Double, _ objective: Objective) {
    precondition(deviation >= 0, "a standard deviation is at least zero")
    mean = objective.cost(value)
    self.deviation = deviation
  }

  /// The probability that the cost is at most `value`.
  func cumulative(_ value: Double) -> Double {
    deviation == 0 ? (mean <= value ? 1 : 0) : Self.cumulative((value - mean) / deviation)
  }

  /// The standard normal distribution function.
  static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  static func density(_ z: Double) -> Double { exp(-z * z / 2) / (2 * Double.pi).squareRoot() }

  /// Where the cost lies but for one case in a thousand million.
  var range: ClosedRange<Double> { mean - 6 * deviation...mean + 6 * deviation }
}

/// A point of two costs, independent of each other and of all other points.
public struct UncertainPoint: Hashable, Sendable {
  public var x: UncertainCost
  public var y: UncertainCost

  public init(x: UncertainCost, y: UncertainCost) {
    self.x = x
    self.y = y
  }

  var isCertain: Bool { x.deviation == 0 && y.deviation == 0 }
}

import Foundation

/// Densities, cumulative probabilities and quantiles of the normal, log-normal and uniform
/// distributions, with Vega's names; its samples are by chance, which no report is.
enum ProbabilityFunctions {
  static let all: [String: ExpressionFunctions.Function] = [
    "densityNormal": normal { exp(-0.5 * $0 * $0) / (2 * Double.pi).squareRoot() / $1 },
    "cumulativeNormal": normal { z, _ in cumulative(z) },
    "quantileNormal": {
      let (mean, deviation) = moments($0)
      return .number(mean + deviation * quantile($0.number(0)))
    },
    "densityLogNormal": { arguments in
      let (mean, deviation) = moments(arguments)
      let x = arguments.number(0)
      guard x > 0 else { return .number(0) }
      let z = (log(x) - mean) / deviation
      return .number(exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() / deviation / x)
    },
    "cumulativeLogNormal": {
      let (mean, deviation) = moments($0)
      let x = $0.number(0)
      return .number(x > 0 ? cumulative((log(x) - mean) / deviation) : 0)
    },
    "quantileLogNormal": {
      let (mean, deviation) = moments($0)
      return .number(exp(mean + deviation * quantile($0.number(0))))
    },
    "densityUniform": {
      let (low, high) = bounds($0)
      return .number((low...high).contains($0.number(0)) ? 1 / (high - low) : 0)
    },
    "cumulativeUniform": {
      let (low, high) = bounds($0)
      return .number(min(max(($0.number(0) - low) / (high - low), 0), 1))
    },
    "quantileUniform": {
      let (low, high) = bounds($0)
      let share = $0.number(0)
      return .number((0...1).contains(share) ? low + share * (high - low) : .nan)
    },
  ]

  private static func normal(
    _ function: @escaping @Sendable (_ z: Double, _ deviation: Double) -> Double
  ) -> ExpressionFunctions.Function {
    {
      let (mean, deviation) = moments($0)
      return .number(function(($0.number(0) - mean) / deviation, deviation))
    }
  }

  /// Mean and standard deviation, 0 and 1 unless given.
  private static func moments(_ arguments: [ExpressionValue]) -> (Double, Double) {
    (
      arguments.count > 1 ? arguments.number(1) : 0, arguments.count > 2 ? arguments.number(2) : 1
    )
  }

  /// Both ends: one argument is the upper one.
  private static func bounds(_ arguments: [ExpressionValue]) -> (low: Double, high: Double) {
    let ends = arguments.dropFirst().map(\.number)
    let (low, high) =
      ends.count > 1 ? (ends[0], ends[1]) : ends.count == 1 ? (0, ends[0]) : (0, 1)
    return low < high ? (low, high) : (low, low.nextUp)
  }

  private static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// Of the standard normal distribution: Acklam's rational approximation (2003), made exact to the
  /// last digits by a step of Halley's.
  private static func quantile(_ share: Double) -> Double {
    guard share > 0, share < 1 else {
      return share == 0 ? -.infinity : share == 1 ? .infinity : .nan
    }
    let a = [
      -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.383577518672690e2,
      -3.066479806614716e1, 2.506628277459239,
    ]
    let b = [
      -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1,
      -1.328068155288572e1, 1,
    ]
    let c = [
      -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734,
      4.374664141464968, 2.938163982698783,
    ]
    let d = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1]
    func polynomial(_ weights: [Double], _ x: Double) -> Double {
      weights.reduce(0) { $0 * x + $1 }
    }
    let least = 0.02425
    var z: Double
    if share < least || share > 1 - least {
      let q = (-2 * log(min(share, 1 - share))).squareRoot()
      z = polynomial(c, q) / polynomial(d, q)
      if share > 0.5 { z = -z }
    } else {
      let q = share - 0.5
      z = polynomial(a, q * q) * q / polynomial(b, q * q)
    }
    let error = cumulative(z) - share
    let step = error * (2 * Double.pi).squareRoot() * exp(z * z / 2)
    z -= step / (1 + z * step / 2)
    return z
  }
}

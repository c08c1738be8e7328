import Foundation

/// Logarithms and powers that are exact at powers of ten, which ticks rely on.
enum LogMath {
  static func log10(_ value: Double) -> Double { Foundation.log10(value) }

  static func power10(_ exponent: Int) -> Double {
    // pow(10, -1) is exact in no binary format; parsing the literal gives the nearest double.
    Double("1e\(exponent)") ?? Foundation.pow(10, Double(exponent))
  }

  static func pow10(_ exponent: Double) -> Double {
    exponent == exponent.rounded() && abs(exponent) < 300
      ? power10(Int(exponent)) : Foundation.pow(10, exponent)
  }
}

extension LogMath {
  /// The logarithm to some base, exact at its powers where that is ten or two.
  static func log(_ value: Double, base: Double) -> Double {
    base == 10
      ? log10(value) : base == 2 ? log2(value) : Foundation.log(value) / Foundation.log(base)
  }

  static func power(_ exponent: Double, base: Double) -> Double {
    base == 10 ? pow10(exponent) : Foundation.pow(base, exponent)
  }

  /// Logarithmic far from zero and linear near it (Webber, 2013).
  static func symlog(_ value: Double, constant: Double) -> Double {
    let magnitude = log1p(abs(value) / constant)
    return value < 0 ? -magnitude : magnitude
  }

  static func signedPower(_ value: Double, _ exponent: Double) -> Double {
    value < 0 ? -pow(-value, exponent) : pow(value, exponent)
  }
}

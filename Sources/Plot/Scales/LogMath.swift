import Foundation

/// Logarithms that are exact at powers of ten, which ticks rely on.
enum LogMath {
  static func log10(_ value: Double) -> Double { Foundation.log10(value) }

  static func power10(_ exponent: Int) -> Double {
    // pow(10, -1) is exact in no binary format; parsing the literal gives the nearest double.
    Double("1e\(exponent)") ?? Foundation.pow(10, Double(exponent))
  }

  static func pow10(_ exponent: Double) -> Double { Foundation.pow(10, exponent) }
}

/// An exact fraction, for exponents of units: square roots halve them.
public struct Rational: Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral {
  public let numerator: Int
  /// Positive, with no common divisor with the numerator.
  public let denominator: Int

  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator != 0, "a fraction has no zero below its line")
    var a = abs(numerator)
    var b = abs(denominator)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = denominator < 0 ? -max(a, 1) : max(a, 1)
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  public init(integerLiteral value: Int) { self.init(value) }

  /// The fraction with a small denominator that the number is, if it is one.
  public init?(exactly value: Double) {
    for denominator in 1...12 {
      let scaled = value * Double(denominator)
      guard abs(scaled) < 1e6 else { return nil }
      if abs(scaled - scaled.rounded()) < 1e-12 {
        self.init(Int(scaled.rounded()), denominator)
        return
      }
    }
    return nil
  }

  public var doubleValue: Double { Double(numerator) / Double(denominator) }

  public static func < (a: Rational, b: Rational) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }
  public static func + (a: Rational, b: Rational) -> Rational {
    Rational(
      a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  public static func += (a: inout Rational, b: Rational) { a = a + b }
  public static func * (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  public static prefix func - (a: Rational) -> Rational {
    Rational(-a.numerator, a.denominator)
  }

  /// `²`, `⁻¹`, `^(1/2)`.
  var superscript: String {
    guard denominator == 1 else { return "^(\(numerator)/\(denominator))" }
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return (numerator < 0 ? "⁻" : "")
      + String(String(abs(numerator)).map { digits[$0.wholeNumberValue ?? 0] })
  }
}

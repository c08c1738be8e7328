import Foundation

/// Decimal digits of a non-negative number as JavaScript and d3-format make them.
enum DecimalDigits {
  /// `toFixed`: ties of the exact value go up.
  static func fixed(_ value: Double, _ places: Int) -> String {
    guard value < 1e21 else { return shortest(value) }
    return String(format: "%.\(places)f", untied(value, places))
  }

  /// `toExponential`: 1.25e+3.
  static func exponential(_ value: Double, _ places: Int) -> String {
    let (digits, exponent) = parts(value, significant: places + 1)
    let mantissa = digits.count > 1 ? String(digits.prefix(1)) + "." + digits.dropFirst() : digits
    return mantissa + (exponent < 0 ? "e-" : "e+") + String(abs(exponent))
  }

  /// `toPrecision`: an exponent below 1e-6 and where digits would be zeros before the point.
  static func precise(_ value: Double, _ significant: Int) -> String {
    let (_, exponent) = parts(value, significant: significant)
    if exponent < -6 || exponent >= significant { return exponential(value, significant - 1) }
    return fixed(value, significant - 1 - exponent)
  }

  /// Significant digits without an exponent.
  static func rounded(_ value: Double, _ significant: Int) -> String {
    let (digits, exponent) = parts(value, significant: significant)
    if exponent < 0 { return "0." + zeros(-exponent - 1) + digits }
    if digits.count > exponent + 1 {
      return String(digits.prefix(exponent + 1)) + "." + digits.dropFirst(exponent + 1)
    }
    return digits + zeros(exponent + 1 - digits.count)
  }

  /// Significant digits in units of a power of ten that has an SI prefix.
  static func prefixed(_ value: Double, _ significant: Int) -> (text: String, power: Int) {
    let (digits, exponent) = parts(value, significant: significant)
    let power = prefixPower(exponent)
    let whole = exponent - power + 1
    if whole == digits.count { return (digits, power) }
    if whole > digits.count { return (digits + zeros(whole - digits.count), power) }
    if whole > 0 { return (String(digits.prefix(whole)) + "." + digits.dropFirst(whole), power) }
    let few = parts(value, significant: max(1, significant + whole - 1)).digits
    return ("0." + zeros(-whole) + few, power)
  }

  /// The multiple of three at or below an exponent that has an SI prefix.
  static func prefixPower(_ exponent: Int) -> Int {
    min(max(Int((Double(exponent) / 3).rounded(.down)), -8), 8) * 3
  }

  /// The power of ten of the first digit.
  static func exponent(_ value: Double) -> Int {
    value == 0 ? 0 : parts(abs(value), significant: 15).exponent
  }

  /// Without zeros at the end behind the point; before an exponent or a suffix, too.
  static func trimmed(_ text: String) -> String {
    let mantissa = text.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "," }
    guard mantissa.contains(".") else { return text }
    var digits = mantissa
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return String(digits) + text.dropFirst(mantissa.count)
  }

  /// A number as JavaScript's `String(value)` writes it.
  static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity" }
    let magnitude = abs(value)
    if magnitude == 0 { return "0" }
    if magnitude >= 1e21 || magnitude < 1e-6 {
      var text = magnitude.description
      if !text.contains("e") { text = String(format: "%.17g", magnitude) }
      let pieces = text.split(separator: "e")
      let mantissa = trimmed(String(pieces[0]))
      let power = pieces.count > 1 ? Int(pieces[1]) ?? 0 : 0
      return (value < 0 ? "-" : "") + mantissa + (power < 0 ? "e-" : "e+") + String(abs(power))
    }
    let text = value.description
    guard text.contains("e") else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    let places = magnitude >= 1 ? 0 : 25
    return trimmed(String(format: "%.\(places)f", value))
  }

  private static func parts(
    _ value: Double, significant: Int
  ) -> (digits: String, exponent: Int) {
    var text = String(format: "%.\(significant - 1)e", value)
    if value > 0, let power = Int(text.split(separator: "e").last ?? "") {
      // The tie is judged at the last digit that is kept.
      let places = significant - 1 - power
      if places >= 0, places < 300 {
        text = String(format: "%.\(significant - 1)e", untied(value, places))
      }
    }
    let pieces = text.split(separator: "e")
    return (pieces[0].filter { $0 != "." }, Int(pieces[1]) ?? 0)
  }

  /// A number that C's round-half-even rounds as JavaScript's round-half-up.
  private static func untied(_ value: Double, _ places: Int) -> Double {
    guard value > 0, value < 1e15, places < 40 else { return value }
    let long = String(format: "%.\(places + 25)f", value)
    let tail = long.utf8.suffix(25)
    let isTie =
      tail.first == UInt8(ascii: "5") && tail.dropFirst().allSatisfy { $0 == UInt8(ascii: "0") }
    return isTie ? value.nextUp : value
  }

  private static func zeros(_ count: Int) -> String {
    String(repeating: "0", count: max(0, count))
  }
}

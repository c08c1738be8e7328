import Foundation

/// Writes numbers as d3-format does, as far as charts need it: `[,][.precision][~][fde%gs]`.
public struct NumberFormat: Hashable, Sendable {
  public enum Kind: Character, Sendable {
    case fixed = "f"
    case integer = "d"
    case exponent = "e"
    case percent = "%"
    /// Significant digits.
    case general = "g"
    /// Significant digits with an SI prefix.
    case si = "s"
  }

  public var kind: Kind
  public var precision: Int?
  public var groups = false
  public var trims = false

  public init(_ kind: Kind, precision: Int? = nil) {
    self.kind = kind
    self.precision = precision
  }

  /// Nil when the text is no format.
  public init?(_ text: String) {
    var rest = text[...]
    self.init(.general)
    if rest.first == "," {
      groups = true
      rest.removeFirst()
    }
    if rest.first == "." {
      rest.removeFirst()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let value = Int(digits), value <= 15 else { return nil }
      precision = value
      rest = rest.dropFirst(digits.count)
    }
    if rest.first == "~" {
      trims = true
      rest.removeFirst()
    }
    guard let letter = rest.first else { return }
    guard rest.count == 1, let kind = Kind(rawValue: letter) else { return nil }
    self.kind = kind
  }

  public func text(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    var body: String
    switch kind {
    case .fixed: body = fixed(value, precision ?? 6)
    case .integer: body = fixed(value, 0)
    case .percent: body = fixed(value * 100, precision ?? 0) + "%"
    case .exponent: body = String(format: "%.\(precision ?? 6)e", value)
    case .general: body = Self.significant(value, precision ?? 6)
    case .si:
      let power = value == 0 ? 0 : Int((log10(abs(value)) / 3).rounded(.down))
      let step = min(max(power, -5), 5)
      let prefixes = ["f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P"]
      body = Self.significant(value / pow(1000, Double(step)), precision ?? 3) + prefixes[step + 5]
    }
    if trims || kind == .general || kind == .si { body = Self.trimmed(body) }
    if groups { body = Self.grouped(body) }
    return Self.withMinus(body)
  }

  private func fixed(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  /// The shortest text for a tick whose neighbours are a step away: no more decimals than the step
  /// needs, groups of thousands from 10 000.
  static func tick(_ value: Double, step: Double) -> String {
    let decimals = step > 0 ? min(max(0, Int((-log10(step) - 1e-9).rounded(.up))), 12) : 0
    // A step of 0.25 has two decimals though its logarithm says one.
    let scaled = step * pow(10, Double(decimals))
    let extra = abs(scaled - scaled.rounded()) > 1e-6 ? 1 : 0
    let magnitude = abs(value)
    if magnitude >= 1e9 || (magnitude != 0 && magnitude < 1e-5) {
      return withMinus(trimmed(significant(value, 6)))
    }
    let body = String(format: "%.\(decimals + extra)f", value)
    return withMinus(magnitude >= 10_000 ? grouped(body) : body)
  }

  /// A tick that stands alone, as those of a log axis do.
  static func tick(_ value: Double) -> String {
    value >= 10_000 && value < 1e9 ? withMinus(grouped(plain(value))) : plain(value)
  }

  /// A power of ten with a raised exponent: 10⁻⁶.
  static func power(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return "10" + (exponent < 0 ? "⁻" : "")
      + String(String(abs(exponent)).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  /// A number as prose would have it: at most four significant digits.
  static func plain(_ value: Double) -> String {
    withMinus(trimmed(significant(value, abs(value) >= 1000 ? 6 : 4)))
  }

  private static func significant(_ value: Double, _ digits: Int) -> String {
    guard value != 0 else { return "0" }
    let exponent = Int(log10(abs(value)).rounded(.down))
    if exponent < -5 || exponent > 14 { return String(format: "%.\(max(digits - 1, 0))e", value) }
    return String(format: "%.\(max(0, digits - 1 - exponent))f", value)
  }

  private static func trimmed(_ text: String) -> String {
    guard text.contains("."), !text.contains("e") else { return text }
    let unit = text.last.map { $0.isNumber ? "" : String($0) } ?? ""
    var digits = text.dropLast(unit.count)
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return digits + unit
  }

  private static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0.isNumber || $0 == "-" }
    let sign = whole.first == "-" ? "-" : ""
    let digits = Array(whole.dropFirst(sign.count))
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += "," }
      out.append(digit)
    }
    return sign + out + text.dropFirst(whole.count)
  }

  /// A true minus sign, and none before a zero.
  private static func withMinus(_ text: String) -> String {
    guard text.hasPrefix("-") else { return text }
    let rest = text.dropFirst()
    return rest.contains { ("1"..."9").contains($0) } ? "−" + rest : String(rest)
  }
}

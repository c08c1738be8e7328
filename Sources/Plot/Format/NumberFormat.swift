/// Writes numbers as d3-format 3 does: `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
///
/// Digits are those of the number's exact binary value, ties away from zero, as in JavaScript's
/// `toFixed`, `toExponential` and `toPrecision`, so that a chart's labels equal Vega's. Numbers in
/// prose follow a rule of their own: they round the decimal form that the author sees.
public struct NumberFormat: Hashable, Sendable {
  public enum Kind: Character, Sendable {
    case fixed = "f"
    case integer = "d"
    case exponent = "e"
    case percent = "%"
    /// Significant digits, with an exponent for the very large and small.
    case general = "g"
    /// Significant digits with an SI prefix.
    case si = "s"
    /// Significant digits, never an exponent.
    case rounded = "r"
    /// Significant digits of a percentage.
    case roundedPercent = "p"
    case binary = "b"
    case octal = "o"
    case hexadecimal = "x"
    case upperHexadecimal = "X"
    /// As many digits as the number has, at most 12: the format without a letter.
    case shortest = " "
  }

  public enum Sign: Character, Sendable {
    case minus = "-"
    case plus = "+"
    case parentheses = "("
    case space = " "
  }

  public enum Alignment: Character, Sendable {
    case right = ">"
    case left = "<"
    case center = "^"
    case afterSign = "="
  }

  public var kind: Kind
  /// Digits behind the point, or significant ones; 6 when nil, 12 for the shortest form.
  public var precision: Int?
  /// Commas between thousands.
  public var groups = false
  /// Whether trailing zeros behind the point go.
  public var trims = false
  public var sign = Sign.minus
  /// `$` before the number, or `#` for `0x`.
  public var symbol: Character?
  public var fill: Character = " "
  public var alignment = Alignment.right
  /// Zeros between sign and number up to the width.
  public var padsWithZeros = false
  public var width = 0

  /// - Parameter precision: of `general`, a number so made loses its trailing zeros.
  public init(_ kind: Kind, precision: Int? = nil) {
    self.kind = kind
    self.precision = precision
    trims = kind == .general || kind == .shortest
  }

  /// Nil when the text is no format.
  public init?(_ text: String) {
    var rest = Array(text)[...]
    self.init(.shortest)
    trims = false
    if rest.count > 1, let alignment = Alignment(rawValue: rest[rest.startIndex + 1]) {
      fill = rest[rest.startIndex]
      self.alignment = alignment
      rest = rest.dropFirst(2)
    } else if let first = rest.first, let alignment = Alignment(rawValue: first) {
      self.alignment = alignment
      rest = rest.dropFirst()
    }
    if let first = rest.first, let sign = Sign(rawValue: first) {
      self.sign = sign
      rest = rest.dropFirst()
    }
    if rest.first == "$" || rest.first == "#" {
      symbol = rest.first
      rest = rest.dropFirst()
    }
    if rest.first == "0" {
      padsWithZeros = true
      rest = rest.dropFirst()
    }
    let columns = rest.prefix { $0.isASCII && $0.isNumber }
    if !columns.isEmpty {
      guard let value = Int(String(columns)), value <= 100 else { return nil }
      width = value
      rest = rest.dropFirst(columns.count)
    }
    if rest.first == "," {
      groups = true
      rest = rest.dropFirst()
    }
    if rest.first == "." {
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard let value = Int(String(digits)), value <= 21 else { return nil }
      precision = value
      rest = rest.dropFirst(digits.count + 1)
    }
    if rest.first == "~" {
      trims = true
      rest = rest.dropFirst()
    }
    guard let letter = rest.first else {
      trims = true
      return
    }
    if rest.count == 1, letter == "n" {
      groups = true
      kind = .general
      return
    }
    guard rest.count == 1, letter != " ", let kind = Kind(rawValue: letter) else { return nil }
    self.kind = kind
  }

  /// The number with a true minus sign; "–" for what is no finite number.
  public func text(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    var suffix = ""
    var body = digits(abs(value), suffix: &suffix)
    if trims || kind == .shortest { body = DecimalDigits.trimmed(body) }
    let isZero = !body.prefix { $0 != "e" }.contains { $0 != "0" && $0 != "." }
    let isNegative = value < 0 && !(isZero && sign != .plus)
    var prefix = isNegative ? (sign == .parentheses ? "(" : "−") : positiveSign
    if symbol == "$" { prefix += "$" }
    if symbol == "#", let base { prefix += base }
    if isNegative, sign == .parentheses { suffix += ")" }
    // Only the whole part is grouped and padded.
    let whole = body.prefix { $0.isASCII && ($0.isNumber || $0.isLetter && kind.isHexadecimal) }
    suffix = body.dropFirst(whole.count) + suffix
    return padded(String(whole), prefix, suffix)
  }

  private var positiveSign: String {
    switch sign {
    case .plus: "+"
    case .space: " "
    case .minus, .parentheses: ""
    }
  }

  private var base: String? {
    switch kind {
    case .binary: "0b"
    case .octal: "0o"
    case .hexadecimal, .upperHexadecimal: "0x"
    default: nil
    }
  }

  private func digits(_ value: Double, suffix: inout String) -> String {
    let places = min(max(precision ?? 6, 0), 20)
    let significant = min(max(precision ?? 6, 1), 21)
    switch kind {
    case .fixed: return DecimalDigits.fixed(value, places)
    case .integer: return DecimalDigits.fixed(value, 0)
    case .exponent: return DecimalDigits.exponential(value, places)
    case .percent:
      suffix = "%"
      return DecimalDigits.fixed(value * 100, places)
    case .general: return DecimalDigits.precise(value, significant)
    case .shortest: return DecimalDigits.precise(value, precision.map { max($0, 1) } ?? 12)
    case .rounded: return DecimalDigits.rounded(value, significant)
    case .roundedPercent:
      suffix = "%"
      return DecimalDigits.rounded(value * 100, significant)
    case .si:
      let (text, power) = DecimalDigits.prefixed(value, significant)
      suffix = Self.prefix(power)
      return text
    case .binary: return Self.whole(value, radix: 2)
    case .octal: return Self.whole(value, radix: 8)
    case .hexadecimal: return Self.whole(value, radix: 16)
    case .upperHexadecimal: return Self.whole(value, radix: 16).uppercased()
    }
  }

  private static func whole(_ value: Double, radix: Int) -> String {
    Int(exactly: value.rounded()).map { String($0, radix: radix) }
      ?? DecimalDigits.fixed(value, 0)
  }

  /// The SI prefix of a power of ten that is a multiple of three.
  static func prefix(_ power: Int) -> String {
    ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"][
      min(max(power / 3 + 8, 0), 16)]
  }

  private func padded(_ whole: String, _ prefix: String, _ suffix: String) -> String {
    var whole = whole
    if groups, !padsWithZeros { whole = Numerals.grouped(whole) }
    let length = prefix.count + whole.count + suffix.count
    let padding = String(
      repeating: padsWithZeros ? "0" : fill, count: max(0, width - length))
    if groups, padsWithZeros { return prefix + Numerals.grouped(padding + whole) + suffix }
    if padsWithZeros { return prefix + padding + whole + suffix }
    switch alignment {
    case .left: return prefix + whole + suffix + padding
    case .afterSign: return prefix + padding + whole + suffix
    case .center:
      let half = padding.count / 2
      return String(padding.prefix(half)) + prefix + whole + suffix + padding.dropFirst(half)
    case .right: return padding + prefix + whole + suffix
    }
  }
}

extension NumberFormat.Kind {
  fileprivate var isHexadecimal: Bool { self == .hexadecimal || self == .upperHexadecimal }
}

import Diagnostics
import Plot

/// How a number is printed: `.2f`, `,d`, `+.1f`, `.1%`, `.3e`, `.3g`; empty for the natural form.
///
/// The words are those of Python's and D3's format strings, of which this is the part that prints
/// numbers for people: sign, thousands, digits and kind.
public struct NumberFormat: Hashable, Sendable {
  public enum Kind: Character, Hashable, Sendable {
    /// As many digits as the number needs.
    case natural = "n"
    /// A fixed number of digits behind the point.
    case fixed = "f"
    /// A whole number; a broken one is an error of the author.
    case whole = "d"
    /// A power of ten: 1.25 × 10³.
    case exponent = "e"
    /// A fixed number of significant digits.
    case significant = "g"
    /// A fraction as a percentage.
    case percent = "%"
  }

  public var kind: Kind
  /// Digits behind the point, or significant ones for `g`.
  public var digits: Int?
  public var groupsThousands: Bool
  public var showsPlus: Bool

  public static let natural = NumberFormat(
    kind: .natural, digits: nil, groupsThousands: false, showsPlus: false)

  public init(kind: Kind, digits: Int?, groupsThousands: Bool, showsPlus: Bool) {
    self.kind = kind
    self.digits = digits
    self.groupsThousands = groupsThousands
    self.showsPlus = showsPlus
  }

  /// Reads a format, or nil when it is none.
  public init?(_ text: String) {
    self = .natural
    var rest = text[...]
    if rest.first == "+" {
      showsPlus = true
      rest.removeFirst()
    }
    if rest.first == "," {
      groupsThousands = true
      rest.removeFirst()
    }
    if rest.first == "." {
      rest.removeFirst()
      let number = rest.prefix { $0.isNumber }
      guard let value = Int(number), value <= 17 else { return nil }
      digits = value
      rest = rest.dropFirst(number.count)
    }
    guard let last = rest.first else {
      guard digits == nil else { return nil }
      return
    }
    guard rest.count == 1, let kind = Kind(rawValue: last), kind != .whole || digits == nil else {
      return nil
    }
    self.kind = kind
  }

  /// The formats there are, for help texts.
  static let help =
    "write a format as .2f (digits), d (whole), ,d (thousands), .3g (significant), .1e, .1% or +.1f"

  /// The number as printed, with a true minus sign.
  ///
  /// Rounding is to the nearest, halves away from zero, of the shortest decimal form of the number:
  /// 2.675 is printed as 2.68 although its binary form is a little less.
  public func string(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "−∞" : "∞" }
    let text: String
    switch kind {
    case .natural: text = Decimal(abs(value)).rounded(significant: 15).plain()
    case .fixed: text = Decimal(abs(value)).rounded(places: digits ?? 6).plain(places: digits ?? 6)
    case .whole: text = Decimal(abs(value)).rounded(places: 0).plain(places: 0)
    case .percent:
      text = Decimal(abs(value), shiftedBy: 2).rounded(places: digits ?? 0)
        .plain(places: digits ?? 0)
    case .significant:
      let rounded = Decimal(abs(value)).rounded(significant: digits ?? 6)
      text = rounded.plain(places: max(0, (digits ?? 6) - rounded.pointPosition))
    case .exponent:
      let rounded = Decimal(abs(value)).rounded(significant: (digits ?? 6) + 1)
      text = rounded.mantissa(places: digits ?? 6)
    }
    let isZero = !text.utf8.contains { (0x31...0x39).contains($0) }
    let sign = value < 0 && !isZero ? "−" : showsPlus && !isZero ? "+" : ""
    let suffix =
      kind == .exponent
      ? " × 10" + Numerals.raised(Decimal(abs(value)).exponentAfterRounding(digits ?? 6)) : ""
    return sign + (groupsThousands ? Numerals.grouped(text) : text) + suffix
      + (kind == .percent ? "%" : "")
  }

  /// Digits behind the point that the format prints; nil when the number decides.
  public var fractionDigits: Int? {
    switch kind {
    case .fixed: digits ?? 6
    case .whole: 0
    case .percent: digits ?? 0
    case .natural, .exponent, .significant: nil
    }
  }

  /// How many significant digits the natural form of a number has.
  static func naturalDigits(_ value: Double) -> Int {
    Decimal(abs(value)).rounded(significant: 15).count
  }
}

/// The shortest decimal form of a non-negative number, digit by digit.
private struct Decimal {
  /// Significant digits without leading zeros; empty for zero.
  private var digits: [UInt8]
  /// The value is 0.digits × 10^pointPosition.
  private(set) var pointPosition: Int

  init(_ value: Double, shiftedBy shift: Int = 0) {
    var digits: [UInt8] = []
    // What Swift writes has 17 digits at most, besides zeros.
    digits.reserveCapacity(24)
    var point: Int?
    var exponent = 0
    var rest = value.description[...]
    while let byte = rest.utf8.popFirst() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        exponent = Int(rest) ?? 0
        rest = ""
      default: digits.append(byte - UInt8(ascii: "0"))
      }
    }
    let position = (point ?? digits.count) + exponent + shift
    let zeros = digits.prefix { $0 == 0 }.count
    if zeros > 0 { digits.removeFirst(zeros) }
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    pointPosition = self.digits.isEmpty ? 0 : position - zeros
  }

  var count: Int { digits.count }

  func rounded(places: Int) -> Decimal { rounded(keeping: pointPosition + places) }
  func rounded(significant count: Int) -> Decimal { rounded(keeping: max(1, count)) }

  private func rounded(keeping count: Int) -> Decimal {
    guard count < digits.count else { return self }
    var copy = self
    guard count >= 0 else {
      copy.digits = []
      copy.pointPosition = 0
      return copy
    }
    let roundsUp = digits[count] >= 5
    copy.digits = Array(digits[..<count])
    if roundsUp {
      var index = count - 1
      while index >= 0, copy.digits[index] == 9 {
        copy.digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        copy.digits[index] += 1
      } else {
        copy.digits.insert(1, at: 0)
        copy.pointPosition += 1
      }
    }
    while copy.digits.last == 0 { copy.digits.removeLast() }
    if copy.digits.isEmpty { copy.pointPosition = 0 }
    return copy
  }

  /// Without an exponent; with exactly `places` digits behind the point when given.
  func plain(places: Int? = nil) -> String {
    func digit(_ position: Int) -> UInt8 {
      UInt8(ascii: "0") + (digits.indices.contains(position) ? digits[position] : 0)
    }
    let needed = max(0, places ?? digits.count - pointPosition)
    var text: [UInt8] = []
    text.reserveCapacity(max(pointPosition, 1) + 1 + needed)
    for position in 0..<max(pointPosition, 0) { text.append(digit(position)) }
    if text.isEmpty { text.append(UInt8(ascii: "0")) }
    if needed > 0 {
      text.append(UInt8(ascii: "."))
      for place in 0..<needed { text.append(digit(pointPosition + place)) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  func mantissa(places: Int) -> String {
    var copy = self
    if !digits.isEmpty { copy.pointPosition = 1 }
    return copy.plain(places: places)
  }

  func exponentAfterRounding(_ places: Int) -> Int {
    let rounded = rounded(significant: places + 1)
    return rounded.digits.isEmpty ? 0 : rounded.pointPosition - 1
  }
}

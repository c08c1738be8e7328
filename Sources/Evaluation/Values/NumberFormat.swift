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

/// The shortest decimal form of a non-negative number: 0.significand × 10^pointPosition, so 71.4 is
/// 714 with its point behind two digits.
private struct Decimal {
  /// Without zeros at its end; 17 digits tell every number from its neighbours.
  private var significand: UInt64 = 0
  /// How many digits the significand has; none for zero.
  private(set) var count = 0
  private(set) var pointPosition = 0

  private static let powers: [UInt64] = (0...19).map { (0..<$0).reduce(1) { ten, _ in ten * 10 } }

  init(_ value: Double, shiftedBy shift: Int = 0) {
    var text = value.description
    var exponent = shift
    text.withUTF8 { bytes in
      var hasPoint = false
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "."): hasPoint = true
        case UInt8(ascii: "e"):
          exponent += Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)) ?? 0
          return
        default:
          significand = significand * 10 + UInt64(byte - UInt8(ascii: "0"))
          if hasPoint { exponent -= 1 }
        }
      }
    }
    normalise(exponent: exponent)
  }

  /// - Parameter exponent: the power of ten that the significand is to be taken times.
  private mutating func normalise(exponent: Int) {
    guard significand > 0 else {
      self = Decimal()
      return
    }
    var exponent = exponent
    while significand % 10 == 0 { (significand, exponent) = (significand / 10, exponent + 1) }
    count = Self.powers.firstIndex { $0 > significand } ?? Self.powers.count
    pointPosition = count + exponent
  }

  private init() {}

  func rounded(places: Int) -> Decimal { rounded(keeping: pointPosition + places) }
  func rounded(significant count: Int) -> Decimal { rounded(keeping: max(1, count)) }

  private func rounded(keeping kept: Int) -> Decimal {
    guard kept < count else { return self }
    guard kept >= 0 else { return Decimal() }
    let step = Self.powers[count - kept]
    var copy = self
    copy.significand = significand / step + (significand % step >= step / 2 ? 1 : 0)
    copy.normalise(exponent: pointPosition - kept)
    return copy
  }

  /// Without an exponent; with exactly `places` digits behind the point when given.
  func plain(places: Int? = nil) -> String {
    let fraction = max(0, places ?? count - pointPosition)
    let whole = max(pointPosition, 1)
    let length = whole + (fraction > 0 ? 1 + fraction : 0)
    return String(unsafeUninitializedCapacity: length) { text in
      for place in 0..<length where place != whole {
        // Places of digits count from the point: 0 is the first behind it.
        let position = place - whole + (place > whole ? -1 : 0) + pointPosition
        text[place] = UInt8(ascii: "0") + digit(position)
      }
      if fraction > 0 { text[whole] = UInt8(ascii: ".") }
      return length
    }
  }

  /// The digit at a position of the significand, 0 for the first; 0 outside.
  private func digit(_ position: Int) -> UInt8 {
    guard position >= 0, position < count else { return 0 }
    return UInt8(significand / Self.powers[count - 1 - position] % 10)
  }

  func mantissa(places: Int) -> String {
    var copy = self
    if count > 0 { copy.pointPosition = 1 }
    return copy.plain(places: places)
  }

  func exponentAfterRounding(_ places: Int) -> Int {
    let rounded = rounded(significant: places + 1)
    return rounded.count == 0 ? 0 : rounded.pointPosition - 1
  }
}

/// The marks that numbers are printed with in a language: 2,280.5 in English, 2.280,5 in German.
///
/// Formats make numerals with a point and commas; `written` dresses them for readers, and `numeral`
/// reads what authors typed. Data, SQL and the lock keep to the point.
public struct NumberMarks: Hashable, Sendable {
  /// Where a sign stands that belongs to a number, and whether a narrow space parts them.
  public enum SignPlace: Hashable, Sendable { case before, beforeSpaced, behind, behindSpaced }

  /// Before the digits of a fraction.
  public var decimal: Character
  /// Between groups of three digits; nil when digits are never grouped.
  public var group: Character?
  /// The fewest digits before the decimal mark that are grouped: 5 leaves 2280 whole.
  public var leastGrouped: Int
  public var percent: SignPlace
  public var currency: SignPlace

  public init(
    decimal: Character, group: Character?, leastGrouped: Int = 4, percent: SignPlace = .behind,
    currency: SignPlace = .before
  ) {
    (self.decimal, self.group, self.leastGrouped) = (decimal, group, leastGrouped)
    (self.percent, self.currency) = (percent, currency)
  }

  public static let english = NumberMarks(decimal: ".", group: ",")

  /// Fixed in width and never at a line's end: between digits and before signs, where CLDR has any
  /// space that does not break.
  public static let narrowSpace: Character = "\u{202F}"

  // MARK: Writing

  /// A numeral, or a text with several such as a range, made by a number format: with the marks of
  /// the language in place of the point and the commas.
  public func written(_ numeral: String) -> String {
    guard self != .english else { return numeral }
    let bytes = Array(numeral.utf8)
    var out = ""
    var at = 0
    var copied = 0
    func isDigit(_ index: Int) -> Bool {
      index < bytes.count && (0x30...0x39).contains(bytes[index])
    }
    while at < bytes.count {
      guard isDigit(at) else {
        at += 1
        continue
      }
      let start = at
      var whole: [Character] = []
      var isGrouped = false
      while isDigit(at) || at < bytes.count && bytes[at] == UInt8(ascii: ",") && isDigit(at + 1) {
        if isDigit(at) {
          whole.append(Character(Unicode.Scalar(bytes[at])))
        } else {
          isGrouped = true
        }
        at += 1
      }
      var fraction = ""
      if at < bytes.count, bytes[at] == UInt8(ascii: "."), isDigit(at + 1) {
        at += 1
        while isDigit(at) {
          fraction.unicodeScalars.append(Unicode.Scalar(bytes[at]))
          at += 1
        }
      }
      out += String(decoding: bytes[copied..<start], as: UTF8.self)
      var digits = isGrouped ? grouped(whole) : String(whole)
      if !fraction.isEmpty { digits += String(decimal) + fraction }
      if at < bytes.count, bytes[at] == UInt8(ascii: "%") {
        at += 1
        digits = placing("%", percent, beside: digits)
      }
      if out.last == "$", currency != .before {
        out.removeLast()
        digits = placing("$", currency, beside: digits)
      }
      out += digits
      copied = at
    }
    return out + String(decoding: bytes[copied...], as: UTF8.self)
  }

  /// A number with a sign such as % or € where the language has it; a minus stays first.
  public func placing(_ sign: String, _ place: SignPlace, beside number: String) -> String {
    let minus = number.prefix { $0 == "−" || $0 == "+" }
    let digits = number.dropFirst(minus.count)
    return switch place {
    case .before: minus + sign + digits
    case .beforeSpaced: minus + sign + String(Self.narrowSpace) + digits
    case .behind: number + sign
    case .behindSpaced: number + String(Self.narrowSpace) + sign
    }
  }

  private func grouped(_ digits: [Character]) -> String {
    guard let group, digits.count >= leastGrouped else { return String(digits) }
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out.append(group) }
      out.append(digit)
    }
    return out
  }
}

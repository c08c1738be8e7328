/// Reading numbers as they stand in texts.
extension NumberMarks {
  /// The unsigned number at a place of a text.
  public struct Numeral: Equatable, Sendable {
    /// The scalars that it takes.
    public var range: Range<Int>
    /// With a point, without groups: "2280.5".
    public var plain: String
    /// Digits behind the decimal mark.
    public var decimals: Int
    /// What stands between its groups of digits; nil when it has none.
    public var separator: Unicode.Scalar?
    /// Whether a point or comma and more digits follow that are not of this number in these marks:
    /// it is written with the marks of another language.
    public var isForeign: Bool
  }

  /// The longest number that begins with the digit at `start`.
  ///
  /// Groups of digits may also be parted by any narrow or unbreakable space and by apostrophes, as
  /// long as these are not the decimal mark; all have three digits, or two as in India.
  public func numeral(in text: [Unicode.Scalar], at start: Int) -> Numeral {
    func isDigit(_ index: Int) -> Bool { index < text.count && Self.isDigit(text[index]) }
    func digits(from index: Int) -> Int {
      var end = index
      while isDigit(end) { end += 1 }
      return end
    }
    var end = digits(from: start)
    var separator: Unicode.Scalar?
    if end - start <= 3, end < text.count, separates(text[end]) {
      let sign = text[end]
      var at = end
      // What stands behind groups of two is one of them only when three digits end the number.
      while at < text.count, text[at] == sign, isDigit(at + 1) {
        let next = digits(from: at + 1)
        guard (2...3).contains(next - at - 1) else { break }
        at = next
        if isDigit(at - 3) {
          end = at
          separator = sign
        }
      }
    }
    var plain = text[start..<end].filter(Self.isDigit)
    var decimals = 0
    if end < text.count, String(text[end]) == String(decimal), isDigit(end + 1) {
      let last = digits(from: end + 1)
      plain.append(".")
      plain += text[(end + 1)..<last]
      decimals = last - end - 1
      end = last
    }
    let isForeign = end < text.count && (text[end] == "." || text[end] == ",") && isDigit(end + 1)
    return Numeral(
      range: start..<end, plain: String(String.UnicodeScalarView(plain)), decimals: decimals,
      separator: separator, isForeign: isForeign)
  }

  /// A text with every number in it as data have them: "2.280,5 €" in German as "2280.5 €".
  public func plain(_ text: String) -> String {
    guard self != .english else { return text }
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var at = 0
    while at < scalars.count {
      guard Self.isDigit(scalars[at]) else {
        out.append(scalars[at])
        at += 1
        continue
      }
      let numeral = numeral(in: scalars, at: at)
      out.append(contentsOf: numeral.plain.unicodeScalars)
      at = numeral.range.upperBound
    }
    return String(out)
  }

  /// The marks with point and comma exchanged, in which a foreign number may make sense.
  public var exchanged: NumberMarks {
    decimal == "."
      ? NumberMarks(decimal: ",", group: ".") : NumberMarks(decimal: ".", group: ",")
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func separates(_ scalar: Unicode.Scalar) -> Bool {
    if let group, String(group) == String(scalar) { return true }
    let others: [Unicode.Scalar] = ["\u{202F}", "\u{2009}", "\u{A0}", "’", "'"]
    return others.contains(scalar) && String(scalar) != String(decimal)
  }
}

/// How digits are grouped and raised, in charts and in prose alike.
public enum Numerals {
  /// A decimal numeral with commas between its thousands; digits behind the point stay.
  public static func grouped(_ numeral: String) -> String {
    let whole = numeral.prefix { $0 != "." }
    var out = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out + numeral.dropFirst(whole.count)
  }

  /// A whole number in raised digits, as an exponent: ⁻⁶.
  public static func raised(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (number < 0 ? "⁻" : "")
      + String(String(abs(number)).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}

/// Numbers as letters: of rows of equations, of items of lists, of parts.
public enum LetterNumeral {
  /// a … z, aa, ab …
  ///
  /// - Precondition: the value is positive.
  public static func lowercase(_ value: Int) -> String {
    precondition(value > 0, "letters have no zero")
    var rest = value
    var text = ""
    while rest > 0 {
      rest -= 1
      text = String(UnicodeScalar(UInt8(97 + rest % 26))) + text
      rest /= 26
    }
    return text
  }
}

/// Numbers of parts, of front matter pages and of inner lists.
public enum RomanNumeral {
  private static let signs: [(Int, String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]

  /// - Precondition: the value is positive.
  public static func lowercase(_ value: Int) -> String {
    precondition(value > 0, "Roman numerals have no zero")
    var rest = value
    var text = ""
    for (amount, sign) in signs {
      while rest >= amount {
        text += sign
        rest -= amount
      }
    }
    return text
  }
}

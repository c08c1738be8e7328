extension Terms {
  public static let english = Terms(language: "en")

  /// The languages that have words of their own.
  public static let languages = ["ar", "de", "en", "es", "fa", "fr", "he", "it", "nl", "pt"]

  /// The text of a term, as it is.
  public subscript(_ term: Term) -> String {
    guard let text = Phrases.of(code).texts[term] else {
      preconditionFailure("a language has a text for each term")
    }
    return text
  }

  /// The text of a term with what it is said about.
  public func callAsFunction(_ term: Term, _ arguments: String...) -> String {
    filled(self[term], with: arguments)
  }

  /// The parts of a list of words.
  public func list(_ term: Term) -> [String] {
    self[term].split(separator: "|").map(String.init)
  }

  /// "1 chart", "3 charts".
  ///
  /// - Parameter written: the number as it is printed, when that differs.
  public func count(_ number: Int, _ term: Term, written: String? = nil) -> String {
    filled(plural(number, among: list(term)), with: [written ?? String(number)])
  }

  /// The form of several that goes with a number (CLDR, plural rules): one form for all numbers;
  /// two for one and for others; five for one, two, few, many and others.
  public func plural(_ number: Int, among forms: [String]) -> String {
    switch forms.count {
    case 1: forms[0]
    case 2: forms[number == 1 || number == 0 && code == "fr" ? 0 : 1]
    default:
      switch (number, number % 100) {
      case (1, _): forms[0]
      case (2, _): forms[1]
      case (_, 3...10): forms[2]
      case (_, 11...99): forms[3]
      default: forms[4]
      }
    }
  }

  /// "2nd" in English, "2" where the texts add what makes it the second.
  public func ordinal(_ number: Int) -> String {
    guard code == "en" else { return String(number) }
    let suffix =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(suffix)"
  }

  private func filled(_ text: String, with arguments: [String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var out = ""
    var rest = text[...]
    // In one pass, for an argument may have braces of its own.
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      let index = name == "n" ? 0 : (Int(name) ?? 0) - 1
      precondition(arguments.indices.contains(index), "a text says '{\(name)}' of nothing")
      out += arguments[index]
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}

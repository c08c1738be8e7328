/// Whether words say already what a column is measured in, so that its heading need not.
struct HeadingUnit {
  private let unit: String

  init(_ unit: String) { self.unit = unit }

  /// Whether one of some texts names the unit: "Cost (EUR)" and "scores in per cent" do.
  func isNamed(in texts: [String]) -> Bool {
    let names = Self.synonyms.first { $0.contains(unit) } ?? [unit]
    return texts.contains { text in names.contains { Self.contains($0, in: text) } }
  }

  /// Short names stand as they are, between what is no letter; longer ones in the plural and in
  /// capitals, too: "Tokens".
  private static func contains(_ name: String, in text: String) -> Bool {
    let isWord = name.count > 3 && name.allSatisfy(\.isLetter)
    let (text, name) = isWord ? (text.lowercased(), name.lowercased()) : (text, name)
    var rest = text[...]
    while let range = rest.firstRange(of: name) {
      let before = text[..<range.lowerBound].last
      let behind = text[range.upperBound...].prefix(while: \.isLetter)
      let begins =
        !(name.first?.isLetter ?? false)
        || !(before.map { $0.isLetter || "'’".contains($0) } ?? false)
      let ends =
        behind.isEmpty || !(name.last?.isLetter ?? false)
        || isWord && Self.plurals.contains(String(behind))
      if begins, ends { return true }
      rest = text[range.upperBound...]
    }
    return false
  }

  private static let plurals: Set = ["s", "es", "n", "en", "er"]

  private static let synonyms: [[String]] = [
    [
      "%", "per cent", "percent", "Prozent", "pour cent", "por ciento", "por cento", "per cento",
      "procent",
    ],
    ["s", "second", "Sekunde", "seconde", "segundo", "secondo"], ["h", "hour", "Stunde", "heure"],
    ["€", "EUR", "Euro"], ["$", "USD", "dollar"], ["£", "GBP", "pound"],
    ["kWh", "kW·h", "kilowatt-hour", "kilowatt hour", "Kilowattstunde", "kilowattheure"],
  ]
}

/// The marks of languages, by the Unicode CLDR 48 (symbols and patterns of the digits 0–9).
extension NumberMarks {
  /// - Parameter language: a BCP 47 tag: "de", "pt-PT". The English marks stand for languages that
  ///   have the same, or no entry here.
  public init(language: String) {
    var subtags = language.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    while !subtags.isEmpty {
      if let pattern = Self.patterns[subtags.joined(separator: "-")] {
        self = NumberMarks(pattern: pattern)
        return
      }
      subtags.removeLast()
    }
    self = .english
  }

  /// From four parts: one thousand and a half; the fewest digits that are grouped; 1 %; 1 €.
  private init(pattern: String) {
    let parts = pattern.split(separator: " ").map { $0.replacing("_", with: " ") }
    let signs = parts[0].filter { !$0.isNumber }.map { $0 == " " ? Self.narrowSpace : $0 }
    self.init(
      decimal: signs[1], group: signs[0], leastGrouped: parts[1] == "5" ? 5 : 4,
      percent: Self.place(of: "%", in: String(parts[2])),
      currency: Self.place(of: "€", in: String(parts[3])))
  }

  private static func place(of sign: Character, in sample: String) -> SignPlace {
    let isSpaced = sample.contains(" ")
    return sample.first == sign
      ? (isSpaced ? .beforeSpaced : .before) : (isSpaced ? .behindSpaced : .behind)
  }

  /// A space is written `_`, and printed as the narrow one; so is a straight apostrophe as a
  /// typographic one.
  private static let patterns: [String: String] = [
    "af": "1_000,5 4 1% €1", "ar": "1,000.5 4 1% 1_€", "az": "1.000,5 4 1% 1_€",
    "be": "1_000,5 5 1_% 1_€", "bg": "1_000,5 5 1% 1_€", "bs": "1.000,5 4 1% 1_€",
    "ca": "1.000,5 4 1_% 1_€", "cs": "1_000,5 4 1_% 1_€", "da": "1.000,5 4 1_% 1_€",
    "de": "1.000,5 4 1_% 1_€", "de-at": "1_000,5 4 1_% €_1", "de-ch": "1’000.5 4 1% €_1",
    "de-li": "1’000.5 4 1% €_1", "el": "1.000,5 4 1% 1_€", "es": "1.000,5 5 1_% 1_€",
    "es-419": "1,000.5 4 1% €1", "es-ar": "1.000,5 4 1% €_1", "es-bo": "1.000,5 4 1% €1",
    "es-bz": "1,000.5 4 1% €1", "es-cl": "1.000,5 4 1% €1", "es-co": "1.000,5 4 1% €_1",
    "es-cr": "1_000,5 4 1% €1", "es-cu": "1,000.5 4 1% €1", "es-do": "1,000.5 4 1% €1",
    "es-ec": "1.000,5 4 1% €1", "es-gt": "1,000.5 4 1% €1", "es-hn": "1,000.5 4 1% €1",
    "es-mx": "1,000.5 4 1% €1", "es-ni": "1,000.5 4 1% €1", "es-pa": "1,000.5 4 1% €1",
    "es-pe": "1,000.5 4 1% €_1", "es-pr": "1,000.5 4 1% €1", "es-py": "1.000,5 4 1% €_1",
    "es-sv": "1,000.5 4 1% €1", "es-us": "1,000.5 4 1% €1", "es-uy": "1.000,5 4 1% €_1",
    "es-ve": "1.000,5 4 1% €1", "et": "1_000,5 5 1% 1_€", "eu": "1.000,5 4 %_1 1_€",
    "fa": "1,000.5 4 1% €_1", "fi": "1_000,5 4 1_% 1_€", "fr": "1_000,5 4 1_% 1_€",
    "fr-ch": "1_000,5 4 1% 1_€", "fr-lu": "1.000,5 4 1_% 1_€", "fr-ma": "1.000,5 4 1_% 1_€",
    "gl": "1.000,5 4 1_% 1_€", "he": "1,000.5 4 1% 1_€", "hr": "1.000,5 4 1_% 1_€",
    "hu": "1_000,5 5 1% 1_€", "hy": "1_000,5 5 1% 1_€", "id": "1.000,5 4 1% €1",
    "is": "1.000,5 4 1% 1_€", "it": "1.000,5 5 1% 1_€", "it-ch": "1’000.5 5 1% €1",
    "ka": "1_000,5 5 1% 1_€", "kk": "1_000,5 4 1% 1_€", "lt": "1_000,5 4 1_% 1_€",
    "lv": "1_000,5 5 1% 1_€", "mk": "1.000,5 4 1_% 1_€", "nb": "1_000,5 4 1_% 1_€",
    "nl": "1.000,5 4 1% €_1", "nn": "1_000,5 4 1_% 1_€", "no": "1_000,5 4 1_% 1_€",
    "pl": "1_000,5 5 1% 1_€", "pt": "1.000,5 4 1% €_1", "pt-ao": "1_000,5 4 1% 1_€",
    "pt-ch": "1_000,5 5 1% 1_€", "pt-pt": "1_000,5 5 1% 1_€", "ro": "1.000,5 4 1_% 1_€",
    "ru": "1_000,5 4 1_% 1_€", "sk": "1_000,5 4 1_% 1_€", "sl": "1.000,5 5 1_% 1_€",
    "sq": "1_000,5 5 1% 1_€", "sr": "1.000,5 4 1% 1_€", "sv": "1_000,5 4 1_% 1_€",
    "tr": "1.000,5 4 %1 €1", "uk": "1_000,5 4 1% 1_€", "uz": "1_000,5 4 1% 1_€",
    "vi": "1.000,5 4 1% 1_€",
  ]
}

/// The characters that commands without arguments stand for, and the classes of characters that
/// are typed directly.
enum SymbolTable {
  /// A character with its class, as a command or a typed character makes it.
  struct Entry: Hashable, Sendable {
    var scalar: Unicode.Scalar
    var mathClass: MathClass
    var isNegated = false
  }

  /// By command, without the backslash.
  static let byName: [String: Entry] = {
    var table: [String: Entry] = [:]
    for (mathClass, data) in classes {
      for (name, character) in pairs(data) {
        table[name] = Entry(
          scalar: character.first!, mathClass: mathClass, isNegated: character.count > 1)
      }
    }
    return table
  }()

  static let largeOperators: [String: LargeOperator] = {
    var table: [String: LargeOperator] = [:]
    for (name, character) in pairs(largeOperatorData) {
      table[name] = LargeOperator(character.first!, command: name, placement: .displayLimits)
    }
    for (name, character) in pairs(integralData) {
      table[name] = LargeOperator(character.first!, command: name, placement: .noLimits)
    }
    table["smallint"] = LargeOperator(
      "∫", command: "smallint", placement: .noLimits, grows: false)
    return table
  }()

  /// By command: the word and where its scripts go.
  static let namedOperators: [String: (word: String, placement: LimitsPlacement)] = {
    var table: [String: (word: String, placement: LimitsPlacement)] = [:]
    for name in namedOperatorData.split(whereSeparator: \.isWhitespace) {
      table[String(name)] = (String(name), .noLimits)
    }
    // A name whose word differs is followed by the word, which has a `-` where it is spaced.
    let words = namedLimitOperatorData.split(whereSeparator: \.isWhitespace).map(String.init)
    var index = 0
    while index < words.count {
      let next = index + 1 < words.count ? words[index + 1] : ""
      let isSpaced = next.utf8.contains(UInt8(ascii: "-"))
      table[words[index]] = (isSpaced ? next : words[index], .displayLimits)
      index += isSpaced ? 2 : 1
    }
    return table
  }()

  static let negations: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    let characters = negationData.split(whereSeparator: \.isWhitespace)
    for index in stride(from: 0, to: characters.count - 1, by: 2) {
      table[characters[index].unicodeScalars.first!] = characters[index + 1].unicodeScalars.first!
    }
    return table
  }()

  /// Classes of characters that are typed directly, beyond ASCII.
  private static let byScalar: [Unicode.Scalar: Entry] = {
    var table: [Unicode.Scalar: Entry] = [:]
    for (mathClass, data) in classes {
      for (_, character) in pairs(data)
      where character.count == 1 && character.first!.value >= 0x80 {
        let scalar = character.first!
        if table[scalar] == nil { table[scalar] = Entry(scalar: scalar, mathClass: mathClass) }
      }
    }
    for (scalar, entry) in overrides { table[scalar] = entry }
    return table
  }()

  /// Large operators that are typed directly.
  static let largeOperatorByScalar: [Unicode.Scalar: LargeOperator] = {
    var table: [Unicode.Scalar: LargeOperator] = [:]
    for data in [largeOperatorData, integralData] {
      for (name, character) in pairs(data) {
        let scalar = character.first!
        if table[scalar] == nil, byScalar[scalar] == nil { table[scalar] = largeOperators[name] }
      }
    }
    table["∫"] = largeOperators["int"]
    return table
  }()

  /// The symbol that a typed character makes in math, or nil when it has a meaning of its own to
  /// TeX or none at all.
  static func typed(_ scalar: Unicode.Scalar) -> Entry? {
    scalar.value < 0x80 ? ascii(scalar) : byScalar[scalar] ?? guess(scalar)
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> Entry? {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "/", "@", ".", "\"", "|":
      Entry(scalar: scalar, mathClass: .ordinary)
    case "`": Entry(scalar: "‘", mathClass: .ordinary)
    case "+": Entry(scalar: "+", mathClass: .binary)
    case "-": Entry(scalar: "−", mathClass: .binary)
    case "*": Entry(scalar: "∗", mathClass: .binary)
    case "=", "<", ">", ":": Entry(scalar: scalar, mathClass: .relation)
    case "(", "[": Entry(scalar: scalar, mathClass: .opening)
    case ")", "]", "!", "?": Entry(scalar: scalar, mathClass: .closing)
    case ",", ";": Entry(scalar: scalar, mathClass: .punctuation)
    default: nil
    }
  }

  /// A character outside of the tables: arrows and operators by their block, all else is a letter.
  private static func guess(_ scalar: Unicode.Scalar) -> Entry {
    let mathClass: MathClass =
      switch scalar.value {
      case 0x2190...0x21FF, 0x27F0...0x27FF, 0x2900...0x297F, 0x2B00...0x2B4F: .relation
      case 0x223C...0x228B, 0x228F...0x2292, 0x22A2...0x22B8, 0x22C8, 0x22CD, 0x22D0, 0x22D1,
        0x22D4...0x22FF, 0x2A66...0x2AF0:
        .relation
      case 0x2212...0x2219, 0x228C...0x228E, 0x2293...0x22A1, 0x22BA...0x22BD, 0x22C4...0x22D3,
        0x2A22...0x2A65:
        .binary
      case 0x2983, 0x2985, 0x2987, 0x2989, 0x298B, 0x298D, 0x298F, 0x2991, 0x2993, 0x2995,
        0x27E6, 0x27E8, 0x27EA, 0x27EC, 0x27EE:
        .opening
      case 0x2984, 0x2986, 0x2988, 0x298A, 0x298C, 0x298E, 0x2990, 0x2992, 0x2994, 0x2996,
        0x27E7, 0x27E9, 0x27EB, 0x27ED, 0x27EF:
        .closing
      default: .ordinary
      }
    return Entry(scalar: scalar, mathClass: mathClass)
  }

  /// Characters whose name in TeX belongs to another class than the typed character, and look-alikes
  /// that are set as the mathematical character.
  private static let overrides: [(Unicode.Scalar, Entry)] = [
    ("·", Entry(scalar: "⋅", mathClass: .binary)), ("⋅", Entry(scalar: "⋅", mathClass: .binary)),
    ("−", Entry(scalar: "−", mathClass: .binary)), ("∗", Entry(scalar: "∗", mathClass: .binary)),
    ("†", Entry(scalar: "†", mathClass: .binary)), ("‡", Entry(scalar: "‡", mathClass: .binary)),
    ("⊥", Entry(scalar: "⊥", mathClass: .ordinary)),
    ("‖", Entry(scalar: "‖", mathClass: .ordinary)),
    ("⊲", Entry(scalar: "⊲", mathClass: .relation)),
    ("⊳", Entry(scalar: "⊳", mathClass: .relation)),
    ("⊴", Entry(scalar: "⊴", mathClass: .relation)),
    ("⊵", Entry(scalar: "⊵", mathClass: .relation)),
    ("△", Entry(scalar: "△", mathClass: .ordinary)), ("•", Entry(scalar: "∙", mathClass: .binary)),
    ("–", Entry(scalar: "−", mathClass: .binary)), ("…", Entry(scalar: "…", mathClass: .inner)),
    ("∕", Entry(scalar: "/", mathClass: .ordinary)),
    ("∣", Entry(scalar: "∣", mathClass: .relation)),
    ("µ", Entry(scalar: "μ", mathClass: .ordinary)),
    ("Ω", Entry(scalar: "Ω", mathClass: .ordinary)),
    ("⋮", Entry(scalar: "⋮", mathClass: .ordinary)), ("‼", Entry(scalar: "‼", mathClass: .closing)),
  ]

  private static let classes: [(MathClass, String)] = [
    (.ordinary, ordinaryData), (.binary, binaryData), (.relation, relationData),
    (.punctuation, punctuationData), (.inner, innerData), (.opening, openingData),
    (.closing, closingData),
  ]

  private static func pairs(_ data: String) -> [(String, String.UnicodeScalarView)] {
    let words = data.split(whereSeparator: \.isWhitespace)
    precondition(words.count.isMultiple(of: 2), "symbol data is pairs of a name and a character")
    return stride(from: 0, to: words.count, by: 2).map { index in
      (String(words[index]), String(words[index + 1]).unicodeScalars)
    }
  }
}

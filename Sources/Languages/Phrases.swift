/// The texts of one language for all terms.
///
/// Written as lines `term: text`; a line that ends with a backslash goes on in the next.
struct Phrases: Hashable, Sendable {
  let texts: [Term: String]

  /// - Precondition: each line names a term, and each term has a line: a language is whole.
  init(_ lines: String) {
    var texts: [Term: String] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let term = Term(rawValue: String(parts[0])) else {
        preconditionFailure("a line of a language begins with a term: \(line)")
      }
      texts[term] = String(parts[1].drop { $0 == " " })
    }
    for term in Term.allCases {
      precondition(texts[term] != nil, "a language has a text for '\(term.rawValue)'")
    }
    self.texts = texts
  }

  /// The texts of a language by its code; English for languages without texts.
  static func of(_ code: String) -> Phrases {
    switch code {
    case "de": german
    case "fr": french
    case "es": spanish
    case "it": italian
    case "nl": dutch
    case "pt": portuguese
    case "ar": arabic
    case "he": hebrew
    case "fa": persian
    default: english
    }
  }
}

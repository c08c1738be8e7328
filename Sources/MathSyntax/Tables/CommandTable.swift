import Diagnostics

/// What a command stands for.
enum CommandMeaning: Sendable {
  case symbol(SymbolTable.Entry)
  case largeOperator(LargeOperator)
  case namedOperator(String, LimitsPlacement)
  case construct(Construct)
  case macro(Macro)
  case expander(ExpanderCommand)
  /// Known in words only: an accent, or a character with its text.
  case textAccent(Unicode.Scalar)
  case textSymbol(String)
}

/// Every command that formulas may use.
enum CommandTable {
  static let meanings: [String: CommandMeaning] = {
    var table: [String: CommandMeaning] = [:]
    for (name, text) in textSymbols { table[name] = .textSymbol(text) }
    for (name, scalar) in textAccents { table[name] = .textAccent(scalar) }
    for (name, entry) in SymbolTable.byName { table[name] = .symbol(entry) }
    for (name, sign) in SymbolTable.largeOperators { table[name] = .largeOperator(sign) }
    for (name, word) in SymbolTable.namedOperators {
      table[name] = .namedOperator(word.word, word.placement)
    }
    for (name, construct) in constructs { table[name] = .construct(construct) }
    for (name, command) in expanderCommands { table[name] = .expander(command) }
    let colors = colorCommands.map { ($0.name, "\\textcolor{##\($0.hex)}{#1}") }
    for (name, body) in macros + colors {
      let (tokens, count) = Macro.parameterized(Macro.tokens(of: body))
      table[name] = .macro(Macro(body: tokens, argumentCount: count))
    }
    return table
  }()

  /// The names that authors may use, sorted.
  static let names: [String] =
    meanings.keys.filter { !$0.utf8.contains(UInt8(ascii: "@")) }.sorted()

  /// The known name that an unknown one is most likely meant to be.
  static func nearest(to name: String, besides own: [String]) -> String? {
    // The search ignores case and takes the first of equals, so names of the same case go first.
    let (length, limit) = (name.utf8.count, max(1, (name.utf8.count + 1) / 3))
    let all = (own + names).filter { abs($0.utf8.count - length) <= limit }
    return nearestName(
      to: name,
      in: all.filter { $0.first == name.first } + all.filter { $0.first != name.first })
  }

  /// Whether a command has a syntax of its own, so that redefining it by accident would break
  /// other formulas.
  static func isConstruct(_ name: String) -> Bool {
    if case .construct = meanings[name] { true } else { false }
  }

  /// Commands whose name as a word means another thing than in math.
  static func textSymbol(_ name: String) -> String? {
    if let text = textSymbolsByName[name] { return text }
    if case .symbol(let entry) = meanings[name], worksInText.contains(name) {
      return String(entry.scalar)
    }
    return nil
  }

  static func textAccent(_ name: String) -> Unicode.Scalar? { textAccentsByName[name] }

  private static let textSymbolsByName = Dictionary(
    textSymbols, uniquingKeysWith: { first, _ in first })
  private static let textAccentsByName = Dictionary(
    textAccents, uniquingKeysWith: { first, _ in first })

  /// Symbols of math that are as good in words.
  private static let worksInText: Set<String> = [
    "#", "%", "$", "_", "&", "S", "P", "dag", "ddag", "pounds", "yen", "degree", "copyright",
    "circledR", "checkmark", "maltese", "ldots", "dots", "lbrack", "rbrack", "{", "}", "euro",
    "sect", "permil", "micro", "vdots",
  ]
}

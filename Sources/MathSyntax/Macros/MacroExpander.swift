import Diagnostics

/// TeX's mouth and gullet: reads tokens, replaces macros by their bodies, and carries out
/// definitions, so that the parser sees only characters and commands with a meaning of their own.
///
/// Source: The TeXbook, chapter 20.
struct MacroExpander {
  private(set) var lexer: MathLexer
  /// Tokens to be read before the lexer goes on; the last one is next.
  private var pending: [MathToken] = []
  private(set) var macros: [String: Macro]
  /// What `\gdef` and definitions outside of groups set: they outlive the formula.
  private(set) var globals: [String: Macro] = [:]
  /// For each open group, the meanings to restore at its end.
  private var saved: [[(name: String, macro: Macro?)]] = []
  /// Where the last token that was read ends, in bytes; white space does not count.
  private(set) var readEnd: Int32 = 0
  private var expansionCount = 0
  private var tokenCount = 0
  private let limits: MathLimits
  let span: SourceSpan
  /// Whether words are being read, for `\TextOrMath`.
  var isInText = false

  init(_ tex: ArraySlice<UInt8>, span: SourceSpan, macros: MacroTable, limits: MathLimits) {
    lexer = MathLexer(tex)
    self.span = span
    self.macros = macros.macros
    self.limits = limits
  }

  // MARK: Raw tokens

  /// The next token, unexpanded.
  mutating func next() -> MathToken {
    tokenCount += 1
    let token = pending.popLast() ?? lexer.next()
    if token.kind != .space { readEnd = token.end }
    return token
  }

  mutating func peek() -> MathToken {
    if let token = pending.last { return token }
    let token = lexer.next()
    pending.append(token)
    return token
  }

  mutating func push(_ token: MathToken) { pending.append(token) }

  /// Puts tokens in front of the rest.
  mutating func push(_ tokens: some BidirectionalCollection<MathToken>) {
    pending.append(contentsOf: tokens.reversed())
  }

  mutating func skipSpaces() {
    while peek().kind == .space { _ = next() }
  }

  /// The text of `\verb`, read raw; nil when it has no end or came out of a macro.
  mutating func verbatim(after command: MathToken) -> String? {
    if pending.contains(where: { $0.start < command.end }) { return nil }
    if let first = pending.last { lexer.rewind(to: Int(first.start)) }
    pending.removeAll()
    return lexer.verbatim()
  }

  // MARK: Expansion

  /// The next token that is no macro, after expansion; it stays to be read.
  mutating func peekExpanded() throws(Diagnostic) -> MathToken {
    while true {
      let token = peek()
      guard token.kind == .command, !token.isFrozen, try expand(token) else {
        if tokenCount > limits.tokens { throw .tooManyTokens(limits.tokens, at: span) }
        return token
      }
    }
  }

  mutating func nextExpanded() throws(Diagnostic) -> MathToken {
    _ = try peekExpanded()
    return next()
  }

  mutating func peekExpandedSkippingSpaces() throws(Diagnostic) -> MathToken {
    while true {
      let token = try peekExpanded()
      if token.kind != .space { return token }
      _ = next()
    }
  }

  /// Replaces the next token, `token`, once.
  ///
  /// - Returns: false when it is no macro; then it is left in place.
  private mutating func expand(_ token: MathToken) throws(Diagnostic) -> Bool {
    if let macro = macros[token.name] {
      _ = next()
      try expand(macro, calledBy: token)
      return true
    }
    switch CommandTable.meanings[token.name] {
    case .macro(let macro):
      _ = next()
      try expand(macro, calledBy: token)
    case .expander(let primitive):
      _ = next()
      try countExpansion(token)
      try perform(primitive, calledBy: token)
    default: return false
    }
    return true
  }

  /// Expands the next token if it is a macro.
  mutating func expandOnce() throws(Diagnostic) {
    let token = peek()
    if token.kind == .command, !token.isFrozen { _ = try expand(token) }
  }

  private mutating func countExpansion(_ token: MathToken) throws(Diagnostic) {
    expansionCount += 1
    if expansionCount > limits.expansions {
      throw .tooManyExpansions(limits.expansions, at: span(of: token))
    }
  }

  private mutating func expand(_ macro: Macro, calledBy call: MathToken) throws(Diagnostic) {
    try countExpansion(call)
    let arguments = try arguments(of: macro, calledBy: call)
    if tokenCount + pending.count > limits.tokens {
      throw .tooManyTokens(limits.tokens, at: span(of: call))
    }
    // The body stands where the call stands; arguments keep their own places.
    for token in macro.body.reversed() {
      if token.kind == .parameter {
        let index = Int(token.scalar.value) - 0x31
        guard arguments.indices.contains(index) else { continue }
        pending.append(contentsOf: arguments[index].reversed())
      } else {
        var placed = token
        (placed.start, placed.end) = (call.start, call.end)
        pending.append(placed)
      }
    }
  }

  // MARK: Arguments

  private mutating func arguments(
    of macro: Macro, calledBy call: MathToken
  ) throws(Diagnostic) -> [[MathToken]] {
    for wanted in macro.prefix where !next().matches(wanted) {
      throw .usedAgainstDefinition(call.text, at: span(of: call))
    }
    var arguments: [[MathToken]] = []
    for (index, delimiter) in macro.delimiters.enumerated() {
      if index == 0, let defaultArgument = macro.defaultArgument {
        arguments.append(try bracketedTokens(of: call) ?? defaultArgument)
      } else if delimiter.isEmpty {
        arguments.append(try argumentTokens(of: call))
      } else {
        arguments.append(try tokens(upTo: delimiter, of: call))
      }
    }
    return arguments
  }

  /// One argument without its braces: a braced group, or a single token.
  mutating func argumentTokens(of call: MathToken) throws(Diagnostic) -> [MathToken] {
    skipSpaces()
    let first = next()
    if first.kind == .end { throw .missingArgument(of: call.text, at: span(of: call)) }
    if first.isCharacter("}") {
      push(first)
      throw .missingArgument(of: call.text, at: span(of: call))
    }
    guard first.isCharacter("{") else { return [first] }
    var tokens: [MathToken] = []
    var depth = 1
    while true {
      let token = next()
      if token.kind == .end { throw .unclosedBrace(at: span(of: first)) }
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") {
        depth -= 1
        if depth == 0 { return tokens }
      }
      tokens.append(token)
    }
  }

  /// `[…]` without its brackets, or nil when there is none.
  mutating func bracketedTokens(of call: MathToken) throws(Diagnostic) -> [MathToken]? {
    skipSpaces()
    guard peek().isCharacter("[") else { return nil }
    _ = next()
    return try tokens(upTo: [.character("]", 0, 0)], of: call)
  }

  /// Everything up to a delimiter outside of braces; the delimiter is taken too.
  private mutating func tokens(
    upTo delimiter: [MathToken], of call: MathToken
  ) throws(Diagnostic) -> [MathToken] {
    var tokens: [MathToken] = []
    var depth = 0
    while true {
      let token = next()
      if token.kind == .end {
        throw .missingDelimiter(
          delimiter.map(\.text).joined(), after: call.text, at: span(of: call))
      }
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      tokens.append(token)
      guard depth == 0, tokens.count >= delimiter.count else { continue }
      if zip(tokens.suffix(delimiter.count), delimiter).allSatisfy({ $0.matches($1) }) {
        tokens.removeLast(delimiter.count)
        return stripBraces(tokens)
      }
    }
  }

  /// A delimited argument that is wholly one group loses its braces.
  private func stripBraces(_ tokens: [MathToken]) -> [MathToken] {
    guard tokens.count >= 2, tokens[0].isCharacter("{"), tokens[tokens.count - 1].isCharacter("}")
    else { return tokens }
    var depth = 0
    for token in tokens.dropLast() {
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      if depth == 0 { return tokens }
    }
    return Array(tokens[1..<(tokens.count - 1)])
  }

  // MARK: Meanings

  /// Whether a command means anything now.
  func isDefined(_ name: String) -> Bool {
    macros[name] != nil || CommandTable.meanings[name] != nil
  }

  mutating func define(_ name: String, as macro: Macro?, isGlobal: Bool) {
    if isGlobal {
      for index in saved.indices { saved[index].removeAll { $0.name == name } }
    } else if !saved.isEmpty {
      saved[saved.count - 1].append((name, macros[name]))
    }
    macros[name] = macro
    if isGlobal || saved.isEmpty { globals[name] = macro }
  }

  mutating func beginGroup() { saved.append([]) }

  mutating func endGroup() {
    guard let changes = saved.popLast() else { return }
    for change in changes.reversed() { macros[change.name] = change.macro }
  }

  func span(of token: MathToken) -> SourceSpan { span.slice(Int(token.start), Int(token.end)) }
}

extension Diagnostic {
  static func missingArgument(of command: String, at span: SourceSpan) -> Diagnostic {
    .error("math-missing-argument", "'\(command)' lacks an argument", at: span)
  }

  static func unclosedBrace(at span: SourceSpan) -> Diagnostic {
    .error("math-unclosed-brace", "'{' is never closed", at: span)
  }

  fileprivate static func tooManyTokens(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-limit", "the formula has more than \(limit) tokens after expansion", at: span,
      help: "a macro that doubles its argument grows fast; split the formula")
  }

  fileprivate static func tooManyExpansions(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-limit", "more than \(limit) macros are expanded in this formula", at: span,
      help: "a macro that calls itself never ends")
  }

  fileprivate static func usedAgainstDefinition(_ name: String, at span: SourceSpan) -> Diagnostic {
    .error("math-macro-use", "the use of '\(name)' does not match its definition", at: span)
  }

  fileprivate static func missingDelimiter(
    _ delimiter: String, after name: String, at span: SourceSpan
  ) -> Diagnostic {
    .error(
      "math-missing-delimiter", "'\(delimiter)' is missing after '\(name)'", at: span)
  }
}

import Diagnostics

/// Commands that the expander carries out itself.
enum ExpanderCommand: Sendable {
  case newCommand, renewCommand, provideCommand
  case declareOperator
  case def(isGlobal: Bool, expandsBody: Bool)
  case letMeaning, futureLet, global, prefix
  case expandAfter, noExpand
  case ifNextCharacter, textOrMath, character
  case declareDelimiters
  /// Takes and drops its arguments.
  case ignoreArguments(Int)
}

extension MacroExpander {
  mutating func perform(
    _ command: ExpanderCommand, calledBy call: MathToken, isGlobal: Bool = false
  ) throws(Diagnostic) {
    switch command {
    case .newCommand, .renewCommand, .provideCommand:
      try newCommand(command, calledBy: call, isGlobal: isGlobal)
    case .declareOperator: try declareOperator(calledBy: call)
    case .declareDelimiters: try declareDelimiters(calledBy: call)
    case .def(let global, let expandsBody):
      try def(calledBy: call, isGlobal: isGlobal || global, expandsBody: expandsBody)
    case .letMeaning: try letMeaning(calledBy: call, isGlobal: isGlobal)
    case .futureLet: try futureLet(calledBy: call, isGlobal: isGlobal)
    case .global, .prefix: try prefixed(command, calledBy: call, isGlobal: isGlobal)
    case .expandAfter:
      let first = next()
      try expandOnce()
      push(first)
    case .noExpand:
      var token = next()
      token.isFrozen = true
      push(token)
    case .ifNextCharacter:
      let wanted = try argumentTokens(of: call)
      let (yes, no) = (try argumentTokens(of: call), try argumentTokens(of: call))
      skipSpaces()
      push(wanted.count == 1 && peek().matches(wanted[0]) ? yes : no)
    case .textOrMath:
      let (text, math) = (try argumentTokens(of: call), try argumentTokens(of: call))
      push(isInText ? text : math)
    case .character: try character(calledBy: call)
    case .ignoreArguments(let count):
      for _ in 0..<count { _ = try argumentTokens(of: call) }
    }
  }

  /// `\newcommand{\name}[2][default]{body}`.
  private mutating func newCommand(
    _ command: ExpanderCommand, calledBy call: MathToken, isGlobal: Bool
  ) throws(Diagnostic) {
    skipSpaces()
    if peek().isCharacter("*") { _ = next() }
    let name = try commandName(calledBy: call)
    var count = 0
    var defaultArgument: [MathToken]?
    if let tokens = try bracketedTokens(of: call) {
      let text = tokens.map(\.text).joined().filter { $0 != " " }
      guard let number = Int(text), (0...9).contains(number) else {
        throw .wrongArgumentCount(text, at: span(of: tokens.first ?? call))
      }
      count = number
      if count > 0 { defaultArgument = try bracketedTokens(of: call) }
    }
    let (body, highest) = Macro.parameterized(try argumentTokens(of: call))
    if highest > count {
      throw .undeclaredParameter(highest, of: name.text, at: span(of: call))
    }
    switch command {
    case .newCommand:
      if isAuthorDefined(name.name) || CommandTable.isConstruct(name.name) {
        throw .alreadyDefined(name.text, at: span(of: name))
      }
    case .renewCommand:
      if !isDefined(name.name) { throw .notYetDefined(name.text, at: span(of: name)) }
    default:
      if isDefined(name.name) { return }
    }
    define(
      name.name,
      as: Macro(body: body, argumentCount: count, defaultArgument: defaultArgument),
      isGlobal: isGlobal)
  }

  private func isAuthorDefined(_ name: String) -> Bool { macros[name] != nil }

  /// `\DeclareMathOperator*{\name}{word}`.
  private mutating func declareOperator(calledBy call: MathToken) throws(Diagnostic) {
    skipSpaces()
    let hasStar = peek().isCharacter("*")
    if hasStar { _ = next() }
    let name = try commandName(calledBy: call)
    let word = try argumentTokens(of: call)
    let opening = Macro.tokens(of: hasStar ? "\\operatorname*{" : "\\operatorname{")
    define(
      name.name,
      as: Macro(body: opening + word + Macro.tokens(of: "}"), argumentCount: 0), isGlobal: false)
  }

  /// `\DeclarePairedDelimiter{\abs}{\lvert}{\rvert}` of mathtools: `\abs{x}`, `\abs*{x}` growing,
  /// `\abs[\big]{x}` is read as growing too.
  private mutating func declareDelimiters(calledBy call: MathToken) throws(Diagnostic) {
    let name = try commandName(calledBy: call)
    let (left, right) = (try argumentTokens(of: call), try argumentTokens(of: call))
    let argument = MathToken(kind: .parameter, scalar: "1", name: "", start: 0, end: 0)
    let fixed = "report@fixed@" + name.name
    let growing = "report@growing@" + name.name
    define(
      fixed, as: Macro(body: left + [argument] + right, argumentCount: 1), isGlobal: false)
    define(
      growing,
      as: Macro(
        body: Macro.tokens(of: "\\left") + left + [argument] + Macro.tokens(of: "\\right") + right,
        argumentCount: 1), isGlobal: false)
    define(
      name.name,
      as: Macro(
        body: Macro.tokens(of: "\\@ifstar{\\\(growing)}{\\\(fixed)}"), argumentCount: 0),
      isGlobal: false)
  }

  /// `\def\name#1,#2{body}`.
  private mutating func def(
    calledBy call: MathToken, isGlobal: Bool, expandsBody: Bool
  ) throws(Diagnostic) {
    let name = try commandName(calledBy: call)
    var prefix: [MathToken] = []
    var delimiters: [[MathToken]] = []
    while !peek().isCharacter("{") {
      let token = next()
      if token.kind == .end { throw .missingArgument(of: call.text, at: span(of: call)) }
      if token.isCharacter("#") {
        let digit = next()
        guard digit.kind == .character, digit.scalar.value == UInt32(0x31 + delimiters.count)
        else { throw .wrongParameter(at: span(of: token)) }
        delimiters.append([])
      } else if delimiters.isEmpty {
        prefix.append(token)
      } else {
        delimiters[delimiters.count - 1].append(token)
      }
    }
    var (body, highest) = Macro.parameterized(try argumentTokens(of: call))
    if highest > delimiters.count {
      throw .undeclaredParameter(highest, of: name.text, at: span(of: call))
    }
    if expandsBody { body = try expandFully(body) }
    var macro = Macro(body: body, argumentCount: 0)
    macro.prefix = prefix
    macro.delimiters = delimiters
    define(name.name, as: macro, isGlobal: isGlobal)
  }

  /// `\let\name=\other`: the meaning that the other has now.
  private mutating func letMeaning(
    calledBy call: MathToken, isGlobal: Bool
  ) throws(Diagnostic) {
    let name = try commandName(calledBy: call)
    skipSpaces()
    if peek().isCharacter("=") {
      _ = next()
      if peek().kind == .space { _ = next() }
    }
    define(name.name, as: meaning(of: next()), isGlobal: isGlobal)
  }

  /// `\futurelet\name\first\second`: `\let\name=\second`, then both go on.
  private mutating func futureLet(
    calledBy call: MathToken, isGlobal: Bool
  ) throws(Diagnostic) {
    let name = try commandName(calledBy: call)
    let (first, second) = (next(), next())
    define(name.name, as: meaning(of: second), isGlobal: isGlobal)
    push(second)
    push(first)
  }

  private func meaning(of token: MathToken) -> Macro? {
    if token.kind == .end { return nil }
    if token.kind == .command, let macro = macros[token.name] { return macro }
    var frozen = token
    if token.kind == .command {
      if case .macro(let macro) = CommandTable.meanings[token.name] { return macro }
      frozen.isFrozen = CommandTable.meanings[token.name] != nil
    }
    return Macro(body: [frozen], argumentCount: 0)
  }

  /// `\global` and `\long` before a definition.
  private mutating func prefixed(
    _ command: ExpanderCommand, calledBy call: MathToken, isGlobal: Bool
  ) throws(Diagnostic) {
    var isGlobal = isGlobal
    if case .global = command { isGlobal = true }
    skipSpaces()
    let token = next()
    guard case .expander(let definition) = CommandTable.meanings[token.name] else {
      throw .expectedDefinition(after: call.text, at: span(of: call))
    }
    try perform(definition, calledBy: token, isGlobal: isGlobal)
  }

  /// The command that a definition names, in braces or not.
  private mutating func commandName(calledBy call: MathToken) throws(Diagnostic) -> MathToken {
    let tokens = try argumentTokens(of: call).filter { $0.kind != .space }
    guard tokens.count == 1, tokens[0].kind == .command else {
      throw .expectedCommandName(after: call.text, at: span(of: tokens.first ?? call))
    }
    return tokens[0]
  }

  /// Expands everything in a list, as `\edef` does with its body.
  private mutating func expandFully(_ tokens: [MathToken]) throws(Diagnostic) -> [MathToken] {
    let end = MathToken(
      kind: .end, isFrozen: true, scalar: "\0", name: "edef", start: 0, end: 0)
    push(end)
    push(tokens)
    var expanded: [MathToken] = []
    while true {
      let token = try nextExpanded()
      if token.kind == .end { return expanded }
      expanded.append(token)
    }
  }

  /// `\char"263A`, `\char'101`, `\char65`, `` \char`A ``.
  private mutating func character(calledBy call: MathToken) throws(Diagnostic) {
    skipSpaces()
    var radix: UInt32 = 10
    if peek().isCharacter("\"") { radix = 16 } else if peek().isCharacter("'") { radix = 8 }
    if peek().isCharacter("`") {
      _ = next()
      let token = next()
      if token.kind == .end { throw .missingArgument(of: call.text, at: span(of: call)) }
      let scalar = token.kind == .command ? token.name.unicodeScalars.first ?? "\\" : token.scalar
      return pushLiteral(scalar, for: call)
    }
    if radix != 10 { _ = next() }
    var value: UInt32 = 0
    var digits = 0
    while peek().kind == .character, let digit = peek().scalar.digit(in: radix) {
      value = min(value * radix + digit, 0x11_0000)
      digits += 1
      _ = next()
    }
    guard digits > 0, let scalar = Unicode.Scalar(value) else {
      throw .wrongCharacterCode(at: span(of: call))
    }
    pushLiteral(scalar, for: call)
  }

  /// The character itself, whatever it means to TeX.
  private mutating func pushLiteral(_ scalar: Unicode.Scalar, for call: MathToken) {
    var token = MathToken.command(
      "report@char" + String(scalar), Int(call.start), Int(call.end))
    token.isFrozen = true
    push(token)
  }
}

extension Unicode.Scalar {
  fileprivate func digit(in radix: UInt32) -> UInt32? {
    let digit: UInt32
    switch self {
    case "0"..."9": digit = value - 0x30
    case "a"..."f": digit = value - 0x61 + 10
    case "A"..."F": digit = value - 0x41 + 10
    default: return nil
    }
    return digit < radix ? digit : nil
  }
}

extension Diagnostic {
  fileprivate static func wrongArgumentCount(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-definition", "'\(text)' is no number of arguments", at: span,
      help: "a command takes 0 to 9 arguments")
  }

  fileprivate static func undeclaredParameter(
    _ number: Int, of name: String, at span: SourceSpan
  ) -> Diagnostic {
    .error(
      "math-definition", "the body of '\(name)' uses '#\(number)', which is not declared", at: span)
  }

  fileprivate static func wrongParameter(at span: SourceSpan) -> Diagnostic {
    .error("math-definition", "parameters are numbered '#1', '#2' … in order", at: span)
  }

  fileprivate static func alreadyDefined(_ name: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-definition", "'\(name)' is already defined", at: span,
      help: "use '\\renewcommand' to change it")
  }

  fileprivate static func notYetDefined(_ name: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-definition", "'\(name)' is not defined yet", at: span, help: "use '\\newcommand'")
  }

  fileprivate static func expectedDefinition(after name: String, at span: SourceSpan) -> Diagnostic
  {
    .error("math-definition", "'\(name)' must stand before a definition", at: span)
  }

  fileprivate static func expectedCommandName(
    after name: String, at span: SourceSpan
  ) -> Diagnostic {
    .error("math-definition", "'\(name)' must be followed by a command name", at: span)
  }

  fileprivate static func wrongCharacterCode(at span: SourceSpan) -> Diagnostic {
    .error("math-character-code", "'\\char' is followed by no valid character code", at: span)
  }
}

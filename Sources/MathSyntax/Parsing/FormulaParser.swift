import Diagnostics

/// The parser of one formula: TeX's stomach, up to math lists.
///
/// Each family of constructs has its file: `FormulaParser+Fractions`, `+Delimiters`, `+Arrays` …
struct FormulaParser {
  var source: MacroExpander
  var diagnostics = DiagnosticList()
  let display: Bool
  private let limits: MathLimits
  private var depth = 0
  /// Lists that `&` and `\\` end.
  var arrayDepth = 0
  /// Lists that `\middle` ends.
  var fenceDepth = 0
  /// The columns and rows of the array being read, for commands that belong to it.
  var rowMarks = RowMarks()

  init(
    _ tex: ArraySlice<UInt8>, span: SourceSpan, display: Bool, macros: MacroTable,
    limits: MathLimits
  ) {
    source = MacroExpander(tex, span: span, macros: macros, limits: limits)
    self.display = display
    self.limits = limits
  }

  /// What ends a list.
  enum Terminator: Equatable {
    case end, brace, bracket, right, cell, endGroup, dollar, parenthesis
  }

  mutating func parseFormula() throws(Diagnostic) -> MathList {
    let list = try parseList(until: .end)
    let token = try source.peekExpanded()
    guard token.kind == .end else { throw unexpected(token) }
    return MathList(list.nodes, span: source.span)
  }

  // MARK: Lists

  /// Nodes up to what ends the list, which is left in place.
  mutating func parseList(until terminator: Terminator) throws(Diagnostic) -> MathList {
    try enter()
    defer { depth -= 1 }
    let first = try source.peekExpandedSkippingSpaces()
    var nodes: [MathNode] = []
    while true {
      let token = try source.peekExpandedSkippingSpaces()
      if ends(token, terminator) { break }
      if token.kind == .command, case .construct(.infix(let infix)) = meaning(of: token) {
        _ = source.next()
        let fraction = try parseInfix(
          infix, over: list(nodes, from: first), calledBy: token, until: terminator)
        nodes = [fraction]
        break
      }
      if let node = try parseAtom(until: terminator) { nodes.append(node) }
    }
    return list(nodes, from: first)
  }

  private mutating func enter() throws(Diagnostic) {
    depth += 1
    if depth > limits.nesting { throw .nestedTooDeeply(limits.nesting, at: source.span) }
  }

  private func list(_ nodes: [MathNode], from token: MathToken) -> MathList {
    guard let first = nodes.first, let last = nodes.last else {
      return MathList([], span: source.span.slice(Int(token.start), Int(token.start)))
    }
    return MathList(nodes, span: first.span.union(last.span))
  }

  private func ends(_ token: MathToken, _ terminator: Terminator) -> Bool {
    switch token.kind {
    case .end: return true
    case .character:
      switch token.scalar {
      case "}": return true
      case "&": return true
      case "$": return true
      case "]": return terminator == .bracket
      default: return false
      }
    case .command:
      guard !token.isFrozen || !token.name.hasPrefix("report@") else { return false }
      switch token.name {
      case "right", "end", "endgroup", ")", "middle": return true
      case "\\", "cr", "tabularnewline": return arrayDepth > 0
      case "hline", "hdashline", "toprule", "midrule", "bottomrule", "cline", "cmidrule",
        "intertext", "shortintertext":
        return arrayDepth > 0 && terminator == .cell
      default: return false
      }
    default: return false
    }
  }

  // MARK: Atoms

  /// A nucleus with its scripts; nil for commands that leave nothing behind.
  mutating func parseAtom(until terminator: Terminator) throws(Diagnostic) -> MathNode? {
    let token = try source.peekExpandedSkippingSpaces()
    let isScriptOnNothing = isScriptToken(token)
    let base = isScriptOnNothing ? nil : try parseNucleus(until: terminator, joinsDigits: true)
    if !isScriptOnNothing, base == nil { return nil }
    return try parseScripts(on: base, from: token)
  }

  func meaning(of token: MathToken) -> CommandMeaning? { CommandTable.meanings[token.name] }

  /// One element without scripts.
  ///
  /// - Parameter joinsDigits: whether digits that follow belong to it: not in `\frac12`.
  mutating func parseNucleus(
    until terminator: Terminator, joinsDigits: Bool
  ) throws(Diagnostic) -> MathNode? {
    let token = try source.peekExpandedSkippingSpaces()
    switch token.kind {
    case .character: return try parseCharacter(joinsDigits: joinsDigits)
    case .command: return try parseCommand(until: terminator)
    case .end: return nil
    case .space, .parameter:
      _ = source.next()
      return nil
    }
  }

  private mutating func parseCharacter(joinsDigits: Bool) throws(Diagnostic) -> MathNode? {
    let token = source.next()
    let span = source.span(of: token)
    switch token.scalar {
    case "{": return try parseBraces(openedBy: token)
    case "0"..."9": return number(from: token, joinsDigits: joinsDigits)
    case ".":
      if joinsDigits, isDigit(source.peek()) { return number(from: token, joinsDigits: true) }
    case "~": return MathNode(.space(.em(0.25)), span: span)
    case "#", "$", "%", "&", "\\", "}", "^", "_", "'":
      source.push(token)
      throw unexpected(token)
    default: break
    }
    if let sign = SymbolTable.largeOperatorByScalar[token.scalar] {
      return MathNode(.largeOperator(sign), span: span)
    }
    guard let entry = SymbolTable.typed(token.scalar) else {
      diagnostics.append(.unusableCharacter(token.scalar, at: span))
      return nil
    }
    return MathNode(
      .symbol(MathSymbol(entry.scalar, entry.mathClass, command: nil)), span: span)
  }

  func isDigit(_ token: MathToken) -> Bool {
    token.kind == .character && ("0"..."9").contains(token.scalar)
  }

  /// `12`, `3.14`: a point belongs to the number when a digit follows it.
  private mutating func number(from first: MathToken, joinsDigits: Bool) -> MathNode {
    var text = String(first.scalar)
    var last = first
    var hasPoint = first.scalar == "."
    while joinsDigits {
      let token = source.peek()
      if isDigit(token) {
        last = source.next()
      } else if token.isCharacter("."), !hasPoint {
        let point = source.next()
        guard isDigit(source.peek()) else {
          source.push(point)
          break
        }
        hasPoint = true
        last = point
      } else {
        break
      }
      text.unicodeScalars.append(last.scalar)
    }
    return MathNode(.number(text), span: source.span(of: first).union(source.span(of: last)))
  }

  private mutating func parseBraces(openedBy open: MathToken) throws(Diagnostic) -> MathNode {
    source.beginGroup()
    let outerArray = arrayDepth
    arrayDepth = 0
    let outerFence = fenceDepth
    fenceDepth = 0
    let list = try parseList(until: .brace)
    let close = try source.peekExpanded()
    guard close.isCharacter("}") else {
      throw close.kind == .end ? .unclosedBrace(at: source.span(of: open)) : unexpected(close)
    }
    (arrayDepth, fenceDepth) = (outerArray, outerFence)
    source.endGroup()
    _ = source.next()
    return MathNode(
      .group(.ordinary, list), span: source.span(of: open).union(source.span(of: close)))
  }

  // MARK: Arguments

  /// An argument: a braced list, or the single element that follows.
  mutating func parseArgument(of call: MathToken) throws(Diagnostic) -> MathList {
    let token = try source.peekExpandedSkippingSpaces()
    let isRaised = token.kind == .character && Self.unicodeScripts[token.scalar] != nil
    guard token.kind != .end, !token.isCharacter("}"), !token.isCharacter("&"),
      isRaised || !isScriptToken(token) || token.isCharacter("'")
    else { throw .missingArgument(of: call.text, at: source.span(of: call)) }
    if isRaised {
      let node = try parseScripts(on: nil, from: token)
      return MathList(node.map { [$0] } ?? [], span: source.span(of: token))
    }
    if token.isCharacter("'") {
      _ = source.next()
      let span = source.span(of: token)
      return MathList([MathNode(.symbol(MathSymbol("′", .ordinary)), span: span)], span: span)
    }
    try enter()
    defer { depth -= 1 }
    guard let node = try parseNucleus(until: .brace, joinsDigits: false) else {
      return MathList([], span: source.span(of: token))
    }
    if case .group(.ordinary, let list) = node.kind, token.isCharacter("{") { return list }
    return MathList([node], span: node.span)
  }

  /// `[…]` as a list, or nil when there is none.
  mutating func parseBracketed(of call: MathToken) throws(Diagnostic) -> MathList? {
    guard try source.peekExpandedSkippingSpaces().isCharacter("[") else { return nil }
    let open = source.next()
    let list = try parseList(until: .bracket)
    guard try source.peekExpanded().isCharacter("]") else {
      throw .unclosedBracket(of: call.text, at: source.span(of: open))
    }
    _ = source.next()
    return list
  }

  /// The rest of the group, for `\displaystyle` and its kin.
  mutating func parseRest(until terminator: Terminator) throws(Diagnostic) -> MathList {
    try enter()
    defer { depth -= 1 }
    let first = try source.peekExpandedSkippingSpaces()
    var nodes: [MathNode] = []
    while true {
      let token = try source.peekExpandedSkippingSpaces()
      if ends(token, terminator) { break }
      if token.kind == .command, case .construct(.infix) = meaning(of: token) { break }
      if let node = try parseAtom(until: terminator) { nodes.append(node) }
    }
    return list(nodes, from: first)
  }

  // MARK: Errors

  func unexpected(_ token: MathToken) -> Diagnostic {
    let span = source.span(of: token)
    switch token.text {
    case "}": return .error("math-unexpected", "'}' closes nothing", at: span)
    case "&":
      return .error(
        "math-unexpected", "'&' stands outside of any environment", at: span,
        help: "wrap the rows in '\\begin{aligned} … \\end{aligned}'; '\\&' is the sign")
    case "$":
      return .error(
        "math-unexpected", "'$' inside of a formula", at: span, help: "'\\$' is the sign")
    case "#":
      return .error(
        "math-unexpected", "'#' outside of a definition", at: span, help: "'\\#' is the sign")
    case "\\right":
      return .error("math-unexpected", "'\\right' without '\\left'", at: span)
    case "\\middle":
      return .error("math-unexpected", "'\\middle' outside of '\\left … \\right'", at: span)
    case "\\end":
      return .error("math-unexpected", "'\\end' without '\\begin'", at: span)
    default:
      return .error("math-unexpected", "'\(token.text)' is not expected here", at: span)
    }
  }
}

extension Diagnostic {
  fileprivate static func unclosedBracket(of command: String, at span: SourceSpan) -> Diagnostic {
    .error("math-unclosed-bracket", "'[' after '\(command)' is never closed", at: span)
  }

  fileprivate static func nestedTooDeeply(_ limit: Int, at span: SourceSpan) -> Diagnostic {
    .error("math-limit", "the formula nests more than \(limit) levels deep", at: span)
  }

  fileprivate static func unusableCharacter(
    _ scalar: Unicode.Scalar, at span: SourceSpan
  ) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return .error("math-character", "character U+\(code) has no meaning in math", at: span)
  }
}

import Diagnostics

/// `\left … \right`, `\big`, and Dirac's brackets.
extension FormulaParser {
  mutating func parseDelimiters(
    _ construct: Construct, calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode? {
    switch construct {
    case .left: return try parseFence(openedBy: call)
    case .bigDelimiter(let size, let mathClass):
      let delimiter = try nextDelimiter(after: call)
      let end = source.span(of: call)
      return MathNode(.bigDelimiter(size: size, mathClass, delimiter), span: end)
    case .braket(let left, let right, let growing, let splitting):
      return try parseBraket(
        left: left, right: right, growing: growing, splitting: splitting, calledBy: call)
    default: throw unexpected(call)
    }
  }

  private mutating func parseFence(openedBy call: MathToken) throws(Diagnostic) -> MathNode {
    let left = try nextDelimiter(after: call)
    var parts: [MathList] = []
    var middles: [Delimiter] = []
    source.beginGroup()
    fenceDepth += 1
    let outerArray = arrayDepth
    arrayDepth = 0
    while true {
      parts.append(try parseList(until: .right))
      let token = try source.peekExpanded()
      if token.isCommand("middle") {
        _ = source.next()
        middles.append(try nextDelimiter(after: token))
        continue
      }
      guard token.isCommand("right") else {
        throw token.kind == .end || token.isCharacter("}") || token.isCharacter("&")
          ? .unclosedFence(at: source.span(of: call)) : unexpected(token)
      }
      fenceDepth -= 1
      arrayDepth = outerArray
      source.endGroup()
      _ = source.next()
      let right = try nextDelimiter(after: token)
      return MathNode(
        .delimited(Delimited(left: left, right: right, parts: parts, middles: middles)),
        span: span(from: call))
    }
  }

  /// The delimiter after `\left`, `\big` …; braces around it are forgiven.
  mutating func nextDelimiter(after call: MathToken) throws(Diagnostic) -> Delimiter {
    let token = try source.peekExpandedSkippingSpaces()
    if token.isCharacter("{") {
      let tokens = try source.argumentTokens(of: call).filter { $0.kind != .space }
      guard tokens.count == 1 else {
        throw .notADelimiter("{…}", at: source.span(of: token))
      }
      source.push(tokens[0])
      return try nextDelimiter(after: call)
    }
    if token.kind == .end { throw .missingArgument(of: call.text, at: source.span(of: call)) }
    _ = source.next()
    if token.isCharacter(".") { return .none }
    guard let scalar = delimiterScalar(token) else {
      throw .notADelimiter(token.text, at: source.span(of: token))
    }
    return Delimiter(scalar)
  }

  func delimiterScalar(_ token: MathToken) -> Unicode.Scalar? {
    if token.kind == .command {
      switch token.name {
      case "|", "Vert": return "‖"
      case "{": return "{"
      case "}": return "}"
      case "vert": return "|"
      case "backslash": return "\\"
      case "lt": return "⟨"
      case "gt": return "⟩"
      default: break
      }
      guard case .symbol(let entry) = meaning(of: token) else { return nil }
      return Self.delimiters.contains(entry.scalar) ? entry.scalar : nil
    }
    guard token.kind == .character else { return nil }
    switch token.scalar {
    case "<", "〈": return "⟨"
    case ">", "〉": return "⟩"
    case "∣": return "|"
    case "∥": return "‖"
    default: return Self.delimiters.contains(token.scalar) ? token.scalar : nil
    }
  }

  private static let delimiters: Set<Unicode.Scalar> = [
    "(", ")", "[", "]", "{", "}", "|", "‖", "/", "\\", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋", "⟮", "⟯",
    "⎰", "⎱", "⌜", "⌝", "⌞", "⌟", "⟦", "⟧", "⦃", "⦄", "⟪", "⟫", "↑", "↓", "↕", "⇑", "⇓", "⇕",
    "∣", "∥", "⦇", "⦈", "⟅", "⟆", "√",
  ]

  /// `\braket{a|b}`: Dirac's brackets; `|` in the growing ones grows too.
  private mutating func parseBraket(
    left: Unicode.Scalar, right: Unicode.Scalar, growing: Bool, splitting: Bool,
    calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode {
    let inner = try parseArgument(of: call)
    let place = span(from: call, to: inner)
    var parts = [MathList([], span: inner.span)]
    var middles: [Delimiter] = []
    for node in inner.nodes {
      if splitting, case .symbol(let symbol) = node.kind,
        symbol.scalar == "|" || symbol.scalar == "‖", right != "}" || middles.isEmpty
      {
        middles.append(Delimiter(symbol.scalar))
        parts.append(MathList([], span: inner.span))
      } else {
        parts[parts.count - 1].nodes.append(node)
      }
    }
    if growing {
      if right == "}" {
        parts = padded(parts, space: MathNode(.space(.mu(5)), span: place))
      }
      return MathNode(
        .delimited(
          Delimited(
            left: Delimiter(left), right: Delimiter(right), parts: parts, middles: middles)),
        span: place)
    }
    var nodes = [MathNode(.symbol(MathSymbol(left, .opening)), span: place)]
    if right == "}" {
      nodes.append(MathNode(.space(.mu(3)), span: place))
    }
    for (index, part) in parts.enumerated() {
      if index > 0 {
        nodes.append(
          MathNode(.symbol(MathSymbol(middles[index - 1].scalar!, .relation)), span: place))
      }
      nodes += part.nodes
    }
    if right == "}" { nodes.append(MathNode(.space(.mu(3)), span: place)) }
    nodes.append(MathNode(.symbol(MathSymbol(right, .closing)), span: place))
    return MathNode(.group(.ordinary, MathList(nodes, span: place)), span: place)
  }

  private func padded(_ parts: [MathList], space: MathNode) -> [MathList] {
    parts.enumerated().map { index, part in
      var part = part
      if index > 0 { part.nodes.insert(space, at: 0) }
      if index < parts.count - 1 { part.nodes.append(space) }
      return part
    }
  }
}

extension Diagnostic {
  static func notADelimiter(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-delimiter", "'\(text)' is no delimiter", at: span,
      help: "delimiters are ( ) [ ] \\{ \\} | \\| / \\langle \\lfloor \\lceil … and '.' for none")
  }

  fileprivate static func unclosedFence(at span: SourceSpan) -> Diagnostic {
    .error(
      "math-unclosed-fence", "'\\left' without '\\right'", at: span,
      help: "'\\right.' closes without a visible delimiter")
  }
}

import Diagnostics

/// Accents, marks over and under, stacks, extensible arrows, negation, dots.
extension FormulaParser {
  mutating func parseMark(
    _ construct: Construct, calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode? {
    switch construct {
    case .accent(let scalar, let isWide, let isBelow):
      let base = try parseArgument(of: call)
      return MathNode(
        .accent(
          Accent(
            command: call.name, scalar: scalar, isWide: isWide, isBelow: isBelow, base: base)),
        span: span(from: call, to: base))
    case .overUnder(let mark, let isBelow):
      let base = try parseArgument(of: call)
      return MathNode(
        .overUnder(OverUnder(mark, isBelow: isBelow, base: base)), span: span(from: call, to: base))
    case .overset, .underset, .stackrel: return try parseStack(construct, calledBy: call)
    case .overUnderSet:
      let (over, under) = (try parseArgument(of: call), try parseArgument(of: call))
      let base = try parseArgument(of: call)
      return MathNode(
        .stack(Stack(base: base, over: over, under: under, mathClass: mathClass(of: base))),
        span: span(from: call, to: over, under, base))
    case .sideset: return try parseSideset(calledBy: call)
    case .prescript: return try parsePrescript(calledBy: call)
    case .arrow(let scalar):
      let below = try parseBracketed(of: call)
      let above = try parseArgument(of: call)
      return MathNode(
        .extensibleArrow(
          ExtensibleArrow(command: call.name, scalar: scalar, above: above, below: below)),
        span: span(from: call, to: above))
    case .not: return try parseNegation(calledBy: call)
    default: return try parseDots(calledBy: call)
    }
  }

  private mutating func parseStack(
    _ construct: Construct, calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode {
    let mark = try parseArgument(of: call)
    let base = try parseArgument(of: call)
    var stack = Stack(base: base, over: nil, under: nil, mathClass: mathClass(of: base))
    switch construct {
    case .underset: stack.under = mark
    case .stackrel:
      stack.over = mark
      stack.mathClass = .relation
    default: stack.over = mark
    }
    return MathNode(.stack(stack), span: span(from: call, to: mark, base))
  }

  /// The class of a list of one symbol; else an ordinary one (amsmath's `\binrel@`).
  private func mathClass(of list: MathList) -> MathClass {
    switch list.onlyNode?.kind {
    case .symbol(let symbol): symbol.mathClass
    case .extensibleArrow: .relation
    case .group(let mathClass, _): mathClass
    case .largeOperator, .operatorName: .largeOperator
    case .stack(let stack): stack.mathClass
    default: .ordinary
    }
  }

  /// `\sideset{_a^b}{_c^d}\sum`: scripts at the four corners of an operator.
  private mutating func parseSideset(calledBy call: MathToken) throws(Diagnostic) -> MathNode {
    let (left, right) = (try parseArgument(of: call), try parseArgument(of: call))
    guard let base = try parseNucleus(until: .brace, joinsDigits: false) else {
      throw .missingArgument(of: call.text, at: source.span(of: call))
    }
    let place = span(from: call, to: left, right).union(base.span)
    var scripted = base
    if case .scripts(let scripts) = right.nodes.first?.kind, right.nodes.count == 1 {
      if case .largeOperator(var sign) = base.kind {
        sign.placement = .noLimits
        scripted.kind = .largeOperator(sign)
      }
      scripted = MathNode(
        .scripts(Scripts(base: scripted, sub: scripts.sub, sup: scripts.sup)), span: place)
    }
    // The left scripts stand as high as the right ones.
    var corners = left.nodes
    if case .scripts(var scripts) = corners.first?.kind, scripts.base == nil {
      let strut = MathNode(
        .extent(.phantom(keepsWidth: false, keepsHeight: true), MathList([base], span: place)),
        span: place)
      scripts.base = strut
      corners[0].kind = .scripts(scripts)
    }
    let body = MathList(corners + [scripted], span: place)
    return MathNode(
      .operatorName(OperatorName(name: body.plainText, body: body, placement: .displayLimits)),
      span: place)
  }

  /// `\prescript{sup}{sub}{base}` of mathtools.
  private mutating func parsePrescript(calledBy call: MathToken) throws(Diagnostic) -> MathNode {
    let (sup, sub) = (try parseArgument(of: call), try parseArgument(of: call))
    let base = try parseArgument(of: call)
    let place = span(from: call, to: sup, sub, base)
    let scripts = MathNode(
      .scripts(
        Scripts(
          base: nil, sub: sub.isEmpty ? nil : sub, sup: sup.isEmpty ? nil : sup)), span: place)
    return MathNode(
      .group(.ordinary, MathList([scripts] + base.nodes, span: place)), span: place)
  }

  /// `\not` with the relation after it.
  private mutating func parseNegation(calledBy call: MathToken) throws(Diagnostic) -> MathNode? {
    let token = try source.peekExpandedSkippingSpaces()
    let slash = MathNode(
      .symbol(MathSymbol("\u{338}", .relation, command: "not")), span: source.span(of: call))
    guard token.kind != .end, !token.isCharacter("}"), !token.isCharacter("&"),
      !isScriptToken(token)
    else { return slash }
    let list = try parseArgument(of: call)
    guard case .symbol(var symbol) = list.onlyNode?.kind else {
      return MathNode(
        .group(.relation, MathList([slash] + list.nodes, span: slash.span.union(list.span))),
        span: span(from: call, to: list))
    }
    if let negated = SymbolTable.negations[symbol.scalar] {
      symbol.scalar = negated
    } else {
      symbol.isNegated = true
    }
    return MathNode(.symbol(symbol), span: span(from: call, to: list))
  }

  /// `\dots`: low before a comma or at the end, raised before an operator (amsmath).
  private mutating func parseDots(calledBy call: MathToken) throws(Diagnostic) -> MathNode {
    let next = try source.peekExpandedSkippingSpaces()
    var isRaised = false
    switch next.kind {
    case .character:
      if let entry = SymbolTable.typed(next.scalar) {
        isRaised = entry.mathClass == .binary || entry.mathClass == .relation
      }
    case .command:
      switch meaning(of: next) {
      case .symbol(let entry):
        isRaised = entry.mathClass == .binary || entry.mathClass == .relation
      case .largeOperator: isRaised = true
      case .construct(.not), .construct(.arrow): isRaised = true
      default: break
      }
    default: break
    }
    return MathNode(
      .symbol(MathSymbol(isRaised ? "⋯" : "…", .inner, command: call.name)),
      span: source.span(of: call))
  }
}

import Diagnostics

/// Subscripts, superscripts, primes and limits.
extension FormulaParser {
  func isScriptToken(_ token: MathToken) -> Bool {
    guard token.kind == .character else {
      if token.kind == .command, case .construct(.limits) = meaning(of: token) { return true }
      return false
    }
    switch token.scalar {
    case "^", "_", "'", "’": return true
    default: return token.scalar.value >= 0x80 && Self.unicodeScripts[token.scalar] != nil
    }
  }

  mutating func parseScripts(
    on base: MathNode?, from first: MathToken
  ) throws(Diagnostic) -> MathNode? {
    var base = base
    var sub: MathList?
    var sup: MathList?
    var primes: [MathNode] = []
    var end = source.span(of: first)
    scripts: while true {
      let token = try source.peekExpandedSkippingSpaces()
      let span = source.span(of: token)
      if token.kind == .command {
        guard case .construct(.limits(let placement)) = meaning(of: token) else { break }
        _ = source.next()
        guard let operatorNode = base, let placed = place(operatorNode, placement) else {
          throw .limitsWithoutOperator(token.text, at: span)
        }
        base = placed
        continue
      }
      guard token.kind == .character else { break }
      switch token.scalar {
      case "^":
        _ = source.next()
        if sup != nil { throw .doubleScript("superscript", at: span) }
        let list = try parseArgument(of: token)
        sup = list
        end = end.union(self.span(from: token, to: list))
      case "_":
        _ = source.next()
        if sub != nil { throw .doubleScript("subscript", at: span) }
        let list = try parseArgument(of: token)
        sub = list
        end = end.union(self.span(from: token, to: list))
      case "'", "’":
        if sup != nil { throw .doubleScript("superscript", at: span) }
        _ = source.next()
        primes.append(
          MathNode(.symbol(MathSymbol("′", .ordinary, command: "prime")), span: span))
        end = end.union(span)
      default:
        if let accent = Self.combiningAccent(token.scalar), let node = base {
          _ = source.next()
          base = MathNode(
            .accent(
              Accent(
                command: "", scalar: token.scalar, isBelow: accent.isBelow,
                base: MathList([node], span: node.span))), span: node.span.union(span))
          continue
        }
        guard let script = Self.unicodeScripts[token.scalar] else { break scripts }
        let list = try parseUnicodeScripts(isSuperscript: script.isSuperscript)
        if script.isSuperscript {
          if sup != nil { throw .doubleScript("superscript", at: span) }
          sup = list
        } else {
          if sub != nil { throw .doubleScript("subscript", at: span) }
          sub = list
        }
        end = end.union(list.span)
      }
    }
    if !primes.isEmpty {
      let nodes = primes + (sup?.nodes ?? [])
      sup = MathList(nodes, span: nodes[0].span.union(nodes[nodes.count - 1].span))
    }
    guard sub != nil || sup != nil else { return base }
    let start = base?.span ?? source.span(of: first)
    return MathNode(.scripts(Scripts(base: base, sub: sub, sup: sup)), span: start.union(end))
  }

  /// The operator with another placement of its limits; nil when it is none.
  private func place(_ node: MathNode, _ placement: LimitsPlacement) -> MathNode? {
    var node = node
    switch node.kind {
    case .largeOperator(var sign):
      sign.placement = placement
      node.kind = .largeOperator(sign)
    case .operatorName(var name):
      name.placement = placement
      node.kind = .operatorName(name)
    case .group(.largeOperator, let list):
      node.kind = .operatorName(
        OperatorName(name: list.plainText, body: list, placement: placement))
    case .overUnder, .stack: return node
    default: return nil
    }
    return node
  }

  private mutating func parseUnicodeScripts(
    isSuperscript: Bool
  ) throws(Diagnostic) -> MathList {
    var nodes: [MathNode] = []
    while true {
      let token = source.peek()
      guard token.kind == .character, let script = Self.unicodeScripts[token.scalar],
        script.isSuperscript == isSuperscript
      else { break }
      _ = source.next()
      let span = source.span(of: token)
      if ("0"..."9").contains(script.scalar) {
        if case .number(let text) = nodes.last?.kind {
          nodes[nodes.count - 1] = MathNode(
            .number(text + String(script.scalar)), span: nodes[nodes.count - 1].span.union(span))
        } else {
          nodes.append(MathNode(.number(String(script.scalar)), span: span))
        }
      } else if let entry = SymbolTable.typed(script.scalar) {
        nodes.append(MathNode(.symbol(MathSymbol(entry.scalar, entry.mathClass)), span: span))
      }
    }
    return MathList(nodes, span: nodes[0].span.union(nodes[nodes.count - 1].span))
  }

  private static func combiningAccent(_ scalar: Unicode.Scalar) -> (isBelow: Bool, Void)? {
    switch scalar.value {
    case 0x300...0x314, 0x20D0, 0x20D1, 0x20D6, 0x20D7, 0x20DB, 0x20DC: (false, ())
    case 0x316...0x319, 0x323...0x333: (true, ())
    default: nil
    }
  }

  /// Characters of Unicode that are scripts already.
  static let unicodeScripts: [Unicode.Scalar: (scalar: Unicode.Scalar, isSuperscript: Bool)] = {
    var table: [Unicode.Scalar: (scalar: Unicode.Scalar, isSuperscript: Bool)] = [:]
    let superscripts = Array(
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿᵃᵇᶜᵈᵉᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᵠᵡ".unicodeScalars)
    let plainSuperscripts = Array(
      "0123456789+-=()inabcdeghjklmoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδϕχ".unicodeScalars)
    let subscripts = Array("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ".unicodeScalars)
    let plainSubscripts = Array("0123456789+-=()aehijklmnoprstuvxβγρϕχ".unicodeScalars)
    precondition(
      superscripts.count == plainSuperscripts.count && subscripts.count == plainSubscripts.count,
      "each script character has its plain character")
    for (script, plain) in zip(superscripts, plainSuperscripts) { table[script] = (plain, true) }
    for (script, plain) in zip(subscripts, plainSubscripts) { table[script] = (plain, false) }
    return table
  }()
}

extension Diagnostic {
  fileprivate static func doubleScript(_ kind: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-double-script", "a second \(kind) on the same base", at: span,
      help: "put braces around the base with its first \(kind)")
  }

  fileprivate static func limitsWithoutOperator(
    _ command: String, at span: SourceSpan
  ) -> Diagnostic {
    .error(
      "math-limits", "'\(command)' must follow an operator", at: span,
      help: "'\\mathop{…}' makes an operator of anything")
  }
}

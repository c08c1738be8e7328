import Diagnostics

/// White space and the lengths that commands take.
extension FormulaParser {
  mutating func parseSpace(
    _ construct: Construct, calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode? {
    let span = source.span(of: call)
    switch construct {
    case .space(let length): return MathNode(.space(length), span: span)
    case .spaceArgument:
      source.skipSpaces()
      if source.peek().isCharacter("*") { _ = source.next() }
      let tokens = try expandedArgument(of: call)
      return MathNode(.space(try length(of: tokens, calledBy: call)), span: span)
    case .kern: return MathNode(.space(try parseLength(calledBy: call)), span: span)
    case .breakMark(let allowed):
      if call.name.hasSuffix("linebreak") { _ = try source.bracketedTokens(of: call) }
      return MathNode(.breakMark(allowed: allowed), span: span)
    case .lineBreak: return MathNode(.lineBreak, span: span)
    default: return nil
    }
  }

  /// An argument with its macros expanded, as tokens.
  mutating func expandedArgument(of call: MathToken) throws(Diagnostic) -> [MathToken] {
    let tokens = try source.argumentTokens(of: call)
    guard tokens.contains(where: { $0.kind == .command }) else { return tokens }
    let end = MathToken(
      kind: .end, isFrozen: true, scalar: "\0", name: "argument", start: call.start, end: call.end)
    source.push(end)
    source.push(tokens)
    var expanded: [MathToken] = []
    while true {
      let token = try source.nextExpanded()
      if token.kind == .end { return expanded }
      expanded.append(token)
    }
  }

  /// A length without braces, as after `\kern`; in braces too. `plus` and `minus` parts are read
  /// and dropped.
  mutating func parseLength(calledBy call: MathToken) throws(Diagnostic) -> MathLength {
    if try source.peekExpandedSkippingSpaces().isCharacter("{") {
      return try length(of: try expandedArgument(of: call), calledBy: call)
    }
    var tokens: [MathToken] = []
    var letters = 0
    while letters < 2 {
      let token = try source.peekExpanded()
      guard token.kind == .character || token.kind == .space else { break }
      if token.kind == .character {
        let isLetter = ("a"..."z").contains(token.scalar)
        guard isLetter || isDigit(token) || "+-−.,".unicodeScalars.contains(token.scalar) else {
          break
        }
        if isLetter { letters += 1 }
      } else if letters > 0 {
        break
      }
      tokens.append(source.next())
    }
    let length = try length(of: tokens, calledBy: call)
    try skipStretch()
    return length
  }

  /// `plus 1mu minus 2mu` after a glue's width.
  private mutating func skipStretch() throws(Diagnostic) {
    for word in ["plus", "minus"] {
      var taken: [MathToken] = []
      source.skipSpaces()
      for scalar in word.unicodeScalars where source.peek().isCharacter(scalar) {
        taken.append(source.next())
      }
      guard taken.count == word.unicodeScalars.count else {
        source.push(taken)
        continue
      }
      var letters = 0
      while letters < 2, source.peek().kind == .character || source.peek().kind == .space {
        let token = source.next()
        if ("a"..."z").contains(token.scalar) { letters += 1 }
      }
    }
  }

  /// Reads `-2.5 pt` from tokens.
  func length(of tokens: [MathToken], calledBy call: MathToken) throws(Diagnostic) -> MathLength {
    var number = ""
    var unit = ""
    for token in tokens where token.kind == .character {
      switch token.scalar {
      case "0"..."9", ".": number.unicodeScalars.append(token.scalar)
      case ",": number += "."
      case "-", "−": number = number.hasPrefix("-") ? String(number.dropFirst()) : "-" + number
      case "+": break
      case "a"..."z": unit.unicodeScalars.append(token.scalar)
      default: unit += "?"
      }
    }
    if let command = tokens.first(where: { $0.kind == .command }) { unit += command.text }
    if unit.hasPrefix("true") { unit.removeFirst(4) }
    let place = tokens.first.map { source.span(of: $0) } ?? source.span(of: call)
    guard let value = Double(number), value.isFinite, abs(value) < 100_000 else {
      throw .notALength(tokens.map(\.text).joined(), of: call.text, at: place)
    }
    if unit.isEmpty, value == 0 { return .zero }
    switch unit {
    case "em": return MathLength(value, .em)
    case "ex": return MathLength(value, .ex)
    case "mu": return MathLength(value, .mu)
    default:
      guard let factor = Self.pointsPerUnit[unit] else {
        throw .unknownUnit(unit, at: place)
      }
      return MathLength(value * factor, .points)
    }
  }

  /// TeX's units (The TeXbook, chapter 10) in PostScript points.
  private static let pointsPerUnit: [String: Double] = {
    let texPoint = 72 / 72.27
    return [
      "pt": texPoint, "bp": 1, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12 * texPoint,
      "dd": 1238.0 / 1157 * texPoint, "cc": 14856.0 / 1157 * texPoint,
      "sp": texPoint / 65536, "nd": 685.0 / 642 * texPoint, "nc": 1370.0 / 107 * texPoint,
      "px": 0.75,
    ]
  }()
}

extension Diagnostic {
  fileprivate static func notALength(
    _ text: String, of command: String, at span: SourceSpan
  ) -> Diagnostic {
    .error(
      "math-length", "'\(text)' is no length for '\(command)'", at: span,
      help: "a length is a number and a unit, such as 2pt, 0.5em or 3mu")
  }

  fileprivate static func unknownUnit(_ unit: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-length", unit.isEmpty ? "the length has no unit" : "unknown unit '\(unit)'", at: span,
      help: "units are em, ex, mu, pt, bp, mm, cm, in, pc, dd, cc, sp")
  }
}

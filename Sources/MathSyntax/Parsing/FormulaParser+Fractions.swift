import Diagnostics

/// Fractions, binomials, roots.
extension FormulaParser {
  mutating func parseFraction(
    _ construct: Construct, calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode? {
    switch construct {
    case .fraction(let style):
      let (over, under) = (try parseArgument(of: call), try parseArgument(of: call))
      return MathNode(
        .fraction(Fraction(numerator: over, denominator: under, style: style)),
        span: span(from: call, to: over, under))
    case .binomial(let style):
      let (over, under) = (try parseArgument(of: call), try parseArgument(of: call))
      return MathNode(
        .fraction(
          Fraction(
            numerator: over, denominator: under, bar: .none, left: Delimiter("("),
            right: Delimiter(")"), style: style)), span: span(from: call, to: over, under))
    case .continuedFraction:
      var place = Fraction.Continued.center
      if let tokens = try source.bracketedTokens(of: call), let letter = tokens.first {
        place = letter.isCharacter("l") ? .left : letter.isCharacter("r") ? .right : .center
      }
      let (over, under) = (try parseArgument(of: call), try parseArgument(of: call))
      return MathNode(
        .fraction(
          Fraction(numerator: over, denominator: under, style: .display, continued: place)),
        span: span(from: call, to: over, under))
    case .generalFraction: return try parseGeneralFraction(calledBy: call)
    default:
      let degree = try parseBracketed(of: call)
      let radicand = try parseArgument(of: call)
      return MathNode(
        .radical(degree: degree, radicand: radicand), span: span(from: call, to: radicand))
    }
  }

  /// `\genfrac{left}{right}{thickness}{style 0–3}{numerator}{denominator}`.
  private mutating func parseGeneralFraction(
    calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode {
    let left = try delimiterArgument(of: call)
    let right = try delimiterArgument(of: call)
    var bar = Fraction.Bar.normal
    let thickness = try source.argumentTokens(of: call).filter { $0.kind != .space }
    if !thickness.isEmpty {
      let length = try length(of: thickness, calledBy: call)
      bar = length.value == 0 ? .none : .thickness(length)
    }
    let digit = try source.argumentTokens(of: call).first
    let styles: [MathStyleName] = [.display, .text, .script, .scriptScript]
    var style: MathStyleName?
    if let digit, digit.kind == .character, ("0"..."3").contains(digit.scalar) {
      style = styles[Int(digit.scalar.value) - 0x30]
    }
    let (over, under) = (try parseArgument(of: call), try parseArgument(of: call))
    return MathNode(
      .fraction(
        Fraction(
          numerator: over, denominator: under, bar: bar, left: left, right: right, style: style)),
      span: span(from: call, to: over, under))
  }

  /// A delimiter in braces or not; nil for `{}` and `.`.
  private mutating func delimiterArgument(of call: MathToken) throws(Diagnostic) -> Delimiter? {
    let tokens = try source.argumentTokens(of: call).filter { $0.kind != .space }
    guard let token = tokens.first, !token.isCharacter(".") else { return nil }
    guard let scalar = delimiterScalar(token) else {
      throw .notADelimiter(token.text, at: source.span(of: token))
    }
    return Delimiter(scalar)
  }

  /// What follows an operator such as `\over`, with the list before it.
  mutating func parseInfix(
    _ infix: Infix, over numerator: MathList, calledBy call: MathToken,
    until terminator: Terminator
  ) throws(Diagnostic) -> MathNode {
    var bar = infix.bar
    var left = infix.left.map { Delimiter($0) }
    var right = infix.right.map { Delimiter($0) }
    if infix.takesDelimiters {
      left = try nextDelimiter(after: call)
      right = try nextDelimiter(after: call)
    }
    if infix.takesThickness { bar = .thickness(try parseLength(calledBy: call)) }
    let denominator = try parseRest(until: terminator)
    let token = try source.peekExpandedSkippingSpaces()
    if token.kind == .command, case .construct(.infix) = meaning(of: token) {
      throw .twoInfixes(call.text, token.text, at: source.span(of: token))
    }
    return MathNode(
      .fraction(
        Fraction(
          numerator: numerator, denominator: denominator, bar: bar, left: left, right: right)),
      span: numerator.span.union(span(from: call, to: denominator)))
  }
}

extension Diagnostic {
  fileprivate static func twoInfixes(
    _ first: String, _ second: String, at span: SourceSpan
  ) -> Diagnostic {
    .error(
      "math-two-infixes", "'\(first)' and '\(second)' in one group", at: span,
      help: "put braces around the inner one, or use '\\frac'")
  }
}

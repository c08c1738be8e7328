import Diagnostics

/// Classes, alphabets, styles and sizes.
extension FormulaParser {
  mutating func parseFont(
    _ construct: Construct, calledBy call: MathToken, until terminator: Terminator
  ) throws(Diagnostic) -> MathNode? {
    switch construct {
    case .classed(let mathClass):
      let list = try parseArgument(of: call)
      return MathNode(.group(mathClass, list), span: span(from: call, to: list))
    case .operatorWithLimits:
      let list = try parseArgument(of: call)
      return MathNode(
        .operatorName(
          OperatorName(name: list.plainText, body: list, placement: .displayLimits)),
        span: span(from: call, to: list))
    case .operatorName: return try parseOperatorName(calledBy: call)
    case .alphabet(let alphabet):
      let list = try parseArgument(of: call)
      return MathNode(.alphabet(alphabet, list), span: span(from: call, to: list))
    case .alphabetSwitch(let alphabet):
      let list = try parseRest(until: terminator)
      return MathNode(.alphabet(alphabet, list), span: span(from: call, to: list))
    case .style(let style):
      let list = try parseRest(until: terminator)
      return MathNode(.style(style, list), span: span(from: call, to: list))
    case .size(let factor):
      let list = try parseRest(until: terminator)
      return MathNode(.sized(factor, list), span: span(from: call, to: list))
    default:
      let (display, text) = (try parseArgument(of: call), try parseArgument(of: call))
      let (script, scriptScript) = (try parseArgument(of: call), try parseArgument(of: call))
      return MathNode(
        .choice(display, text, script, scriptScript), span: span(from: call, to: scriptScript))
    }
  }

  /// `\operatorname*{arg\,max}`: upright letters; `-` and `*` are the characters of words.
  private mutating func parseOperatorName(
    calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode {
    var placement = LimitsPlacement.noLimits
    source.skipSpaces()
    if source.peek().isCharacter("*") {
      _ = source.next()
      placement = .displayLimits
    }
    if call.name == "operatornamewithlimits" { placement = .displayLimits }
    var body = try parseArgument(of: call)
    body.nodes = body.nodes.map { node in
      guard case .symbol(var symbol) = node.kind else { return node }
      if symbol.scalar == "−" { symbol.scalar = "-" }
      if symbol.scalar == "∗" { symbol.scalar = "*" }
      symbol.mathClass = .ordinary
      return MathNode(.symbol(symbol), span: node.span)
    }
    let place = span(from: call, to: body)
    let letters = MathNode(.alphabet(.roman, body), span: body.span)
    return MathNode(
      .operatorName(
        OperatorName(
          name: body.plainText, body: MathList([letters], span: body.span),
          placement: placement)), span: place)
  }
}

import Diagnostics

/// Colours, frames, strokes, phantoms and raised boxes.
extension FormulaParser {
  mutating func parseBox(
    _ construct: Construct, calledBy call: MathToken, until terminator: Terminator
  ) throws(Diagnostic) -> MathNode? {
    let place = source.span(of: call)
    switch construct {
    case .colorSwitch:
      let color = try parseColor(of: call)
      let list = try parseRest(until: terminator)
      return MathNode(.colored(color, list), span: span(from: call, to: list))
    case .textColor:
      let color = try parseColor(of: call)
      let list = try parseArgument(of: call)
      return MathNode(.colored(color, list), span: span(from: call, to: list))
    case .colorBox:
      let fill = try parseColor(of: call)
      let list = try textAsList(of: call)
      return MathNode(.enclosure(.colorBox(fill: fill, border: nil), list), span: place)
    case .framedColorBox:
      let (border, fill) = (try parseColor(of: call), try parseColor(of: call))
      let list = try textAsList(of: call)
      return MathNode(.enclosure(.colorBox(fill: fill, border: border), list), span: place)
    case .enclosure(let enclosure):
      let list = try parseArgument(of: call)
      return MathNode(.enclosure(enclosure, list), span: span(from: call, to: list))
    case .cancelTo:
      let (value, list) = (try parseArgument(of: call), try parseArgument(of: call))
      let crossed = MathNode(.enclosure(.cancelArrow, list), span: place)
      return MathNode(
        .scripts(Scripts(base: crossed, sub: nil, sup: value)),
        span: span(from: call, to: value, list))
    case .phantom(let width, let height):
      let list = try parseArgument(of: call)
      return MathNode(
        .extent(.phantom(keepsWidth: width, keepsHeight: height), list),
        span: span(from: call, to: list))
    case .smash: return try parseSmash(calledBy: call)
    case .lap(let side, let isText):
      let list = isText ? try textAsList(of: call) : try parseArgument(of: call)
      return MathNode(.extent(.lap(side), list), span: span(from: call, to: list))
    case .raiseBox:
      let height = try length(of: try expandedArgument(of: call), calledBy: call)
      while try source.bracketedTokens(of: call) != nil {}
      let list = try textAsList(of: call)
      return MathNode(.raised(height, list), span: place)
    case .center:
      let list = try parseArgument(of: call)
      return MathNode(.centered(list), span: span(from: call, to: list))
    case .rule: return try parseRule(calledBy: call)
    default:
      return MathNode(
        .rule(width: .zero, height: .em(1), shift: .em(-0.3)), span: place)
    }
  }

  /// `\smash[tb]{…}`.
  private mutating func parseSmash(calledBy call: MathToken) throws(Diagnostic) -> MathNode {
    var (top, bottom) = (true, true)
    if let tokens = try source.bracketedTokens(of: call) {
      (top, bottom) = (false, false)
      for token in tokens {
        if token.isCharacter("t") { top = true } else if token.isCharacter("b") { bottom = true }
      }
    }
    let list = try parseArgument(of: call)
    return MathNode(
      .extent(.smash(top: top, bottom: bottom), list), span: span(from: call, to: list))
  }

  /// `\rule[shift]{width}{height}`.
  private mutating func parseRule(calledBy call: MathToken) throws(Diagnostic) -> MathNode {
    var shift = MathLength.zero
    if let tokens = try source.bracketedTokens(of: call) {
      shift = try length(of: tokens, calledBy: call)
    }
    let width = try length(of: try expandedArgument(of: call), calledBy: call)
    let height = try length(of: try expandedArgument(of: call), calledBy: call)
    return MathNode(
      .rule(width: width, height: height, shift: shift), span: source.span(of: call))
  }

  /// A text argument as a list of one text node.
  private mutating func textAsList(of call: MathToken) throws(Diagnostic) -> MathList {
    let text = try parseTextArgument(of: call, font: MathTextFont())
    let place = source.span(of: call)
    return MathList([MathNode(.text(text), span: place)], span: place)
  }

  /// A colour by name, `#rgb`, `#rrggbb` or `[model]{values}`.
  private mutating func parseColor(of call: MathToken) throws(Diagnostic) -> MathColor {
    var model = ""
    if let tokens = try source.bracketedTokens(of: call) { model = tokens.map(\.text).joined() }
    let tokens = try expandedArgument(of: call)
    let text = tokens.map(\.text).joined().filter { $0 != " " }
    guard let color = ColorNames.color(text, model: model) else {
      let place = tokens.first.map { source.span(of: $0) } ?? source.span(of: call)
      throw .unknownColor(text, at: place)
    }
    return color
  }
}

extension Diagnostic {
  fileprivate static func unknownColor(_ name: String, at span: SourceSpan) -> Diagnostic {
    let near = nearestName(to: name, in: ColorNames.names)
    return Diagnostic(
      .error, "math-unknown-color", "unknown colour '\(name)'", at: span,
      help: (near.map { ["did you mean '\($0)'?"] } ?? [])
        + ["a colour is a CSS name, '#rgb' or '#rrggbb'"])
  }
}

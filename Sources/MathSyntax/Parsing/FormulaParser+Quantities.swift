import Diagnostics

/// siunitx's `\num{12345.6e3}`, `\qty{3}{\kilo\gram}`, `\unit{m.s^{-1}}`, `\ang{30}`.
extension FormulaParser {
  mutating func parseQuantity(
    _ construct: Construct, calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode? {
    let place = source.span(of: call)
    _ = try source.bracketedTokens(of: call)
    var nodes: [MathNode] = []
    switch construct {
    case .number: nodes = try number(of: call)
    case .unit: nodes = try unit(of: call)
    case .angle: nodes = try angle(of: call)
    default:
      nodes = try number(of: call)
      let unit = try unit(of: call)
      if !unit.isEmpty {
        nodes.append(MathNode(.space(.mu(3)), span: place))
        nodes += unit
      }
    }
    return MathNode(.group(.ordinary, MathList(nodes, span: place)), span: place)
  }

  /// Degrees, or `degrees;minutes;seconds`.
  private mutating func angle(of call: MathToken) throws(Diagnostic) -> [MathNode] {
    let place = source.span(of: call)
    let tokens = try expandedArgument(of: call)
    let parts = tokens.split(
      maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: { $0.isCharacter(";") })
    var nodes: [MathNode] = []
    for (part, sign) in zip(parts, ["°", "′", "″"] as [Unicode.Scalar]) where !part.isEmpty {
      nodes += try number(Array(part), of: call)
      nodes.append(MathNode(.symbol(MathSymbol(sign, .ordinary)), span: place))
    }
    return nodes
  }

  private mutating func number(of call: MathToken) throws(Diagnostic) -> [MathNode] {
    try number(try expandedArgument(of: call), of: call)
  }

  /// Digits in groups of three with thin spaces, `e` as a power of ten, `+-` as ±.
  private mutating func number(
    _ tokens: [MathToken], of call: MathToken
  ) throws(Diagnostic) -> [MathNode] {
    let place = tokens.first.map { source.span(of: $0) } ?? source.span(of: call)
    let text = tokens.map(\.text).joined().filter { $0 != " " }
    var nodes: [MathNode] = []
    var rest = Substring(text.replacing("+-", with: "±").replacing("\\pm", with: "±"))
    func symbol(_ scalar: Unicode.Scalar, _ mathClass: MathClass) {
      nodes.append(MathNode(.symbol(MathSymbol(scalar, mathClass)), span: place))
    }
    while let first = rest.unicodeScalars.first {
      switch first {
      case "0"..."9", ".", ",":
        let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "," }
        rest = rest.dropFirst(digits.count)
        nodes += grouped(String(digits).replacing(",", with: "."), place)
      case "-", "−", "+":
        rest.removeFirst()
        symbol(first == "+" ? "+" : "−", .ordinary)
      case "±":
        rest.removeFirst()
        symbol("±", .binary)
      case "(", ")", "/", "<", ">", "=", "~":
        rest.removeFirst()
        symbol(first, .ordinary)
      case "x", "×":
        rest.removeFirst()
        symbol("×", .binary)
      case "e", "E", "d", "D":
        rest.removeFirst()
        let exponent = rest.prefix { $0.isNumber || $0 == "-" || $0 == "+" }
        rest = rest.dropFirst(exponent.count)
        if !nodes.isEmpty { symbol("×", .binary) }
        var sup =
          exponent.hasPrefix("-")
          ? [MathNode(.symbol(MathSymbol("−", .ordinary)), span: place)] : []
        sup.append(
          MathNode(.number(String(exponent.filter(\.isNumber))), span: place))
        nodes.append(
          MathNode(
            .scripts(
              Scripts(
                base: MathNode(.number("10"), span: place), sub: nil,
                sup: MathList(sup, span: place))), span: place))
      default: throw .notANumber(text, at: place)
      }
    }
    return nodes
  }

  /// Groups of three from the decimal point on, when there are five digits or more.
  private func grouped(_ digits: String, _ place: SourceSpan) -> [MathNode] {
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = Array(parts[0])
    let fraction = parts.count > 1 ? Array(parts[1]) : []
    var groups: [String] = []
    if whole.count > 4 {
      var end = whole.count % 3
      if end > 0 { groups.append(String(whole[0..<end])) }
      while end < whole.count {
        groups.append(String(whole[end..<(end + 3)]))
        end += 3
      }
    } else {
      groups.append(String(whole))
    }
    if parts.count > 1 {
      if fraction.count > 4 {
        var start = 0
        while start < fraction.count {
          let end = min(start + 3, fraction.count)
          let piece = String(fraction[start..<end])
          if start == 0 { groups[groups.count - 1] += "." + piece } else { groups.append(piece) }
          start = end
        }
      } else {
        groups[groups.count - 1] += "." + String(fraction)
      }
    }
    var nodes: [MathNode] = []
    for (index, group) in groups.enumerated() {
      if index > 0 { nodes.append(MathNode(.space(.mu(3)), span: place)) }
      nodes.append(MathNode(.number(group), span: place))
    }
    return nodes
  }

  /// A unit as upright letters: `\kilo\gram\per\second` or `kg.m/s^2`.
  private mutating func unit(of call: MathToken) throws(Diagnostic) -> [MathNode] {
    let tokens = try source.argumentTokens(of: call)
    let place = tokens.first.map { source.span(of: $0) } ?? source.span(of: call)
    var builder = UnitBuilder(place: place)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      switch token.kind {
      case .command:
        guard builder.append(command: token.name) else {
          let near = nearestName(to: token.name, in: UnitBuilder.commandNames)
          throw .unknownQuantityUnit(token.text, near: near, at: source.span(of: token))
        }
        if token.name == "tothe" || token.name == "raiseto" {
          builder.setPower(group(in: tokens, from: &index))
        }
      case .character where token.scalar == "^":
        builder.setPower(group(in: tokens, from: &index))
      case .character where token.scalar == "_":
        _ = group(in: tokens, from: &index)
      case .character: builder.append(character: token.scalar)
      default: builder.separate()
      }
    }
    return builder.nodes()
  }

  private func group(in tokens: [MathToken], from index: inout Int) -> String {
    guard index < tokens.count else { return "" }
    guard tokens[index].isCharacter("{") else {
      index += 1
      return tokens[index - 1].text
    }
    var text = ""
    index += 1
    while index < tokens.count, !tokens[index].isCharacter("}") {
      text += tokens[index].text
      index += 1
    }
    index += 1
    return text
  }
}

extension Diagnostic {
  fileprivate static func notANumber(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-number", "'\(text)' is no number", at: span,
      help: "a number is digits with a point, a sign, and an exponent: -1.5e3")
  }

  fileprivate static func unknownQuantityUnit(
    _ name: String, near: String?, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, "math-unknown-unit", "unknown unit '\(name)'", at: span,
      help: near.map { ["did you mean '\\\($0)'?"] } ?? [])
  }
}

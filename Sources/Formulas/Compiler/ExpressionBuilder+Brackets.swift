import Diagnostics
import MathSyntax

extension ExpressionBuilder {
  private static let closings: [Unicode.Scalar: Set<Unicode.Scalar>] = [
    "(": [")"], "[": ["]"], "{": ["}"], "⌊": ["⌋"], "⌈": ["⌉"], "|": ["|"], "∣": ["∣"],
    "❲": ["❳"],
  ]

  /// A bracket written without `\left`: grouping, absolute value, floor or ceiling, with a power on
  /// the closing one.
  mutating func bracketed(
    _ cursor: inout NodeCursor, opening: Unicode.Scalar, node: MathNode
  ) -> Expression? {
    guard let closings = Self.closings[opening],
      let (inner, close) = cursor.takeBracketed(closing: closings)
    else { return fail(node, "is not closed") }
    guard let value = bracketValue(opening, inner, span: node.span.union(close.span)) else {
      return nil
    }
    guard case .scripts(let scripts) = close.kind else { return value }
    return power(of: value, scripts, span: node.span.union(close.span), node: close)
  }

  /// `\left( … \right)` and its kin.
  mutating func delimited(_ delimited: Delimited, _ node: MathNode) -> Expression? {
    guard delimited.middles.isEmpty, let opening = delimited.left.scalar,
      let closing = delimited.right.scalar, Self.closings[opening]?.contains(closing) == true
    else { return fail(node, "has brackets that do not belong together") }
    return bracketValue(opening, delimited.parts[0], span: node.span)
  }

  private mutating func bracketValue(
    _ opening: Unicode.Scalar, _ inner: MathList, span: SourceSpan
  ) -> Expression? {
    guard let value = expression(of: inner) else { return nil }
    switch opening {
    case "|", "∣": return Expression(.function(.absolute, [value]), span: span)
    case "⌊": return Expression(.function(.floor, [value]), span: span)
    case "⌈": return Expression(.function(.ceiling, [value]), span: span)
    default: return Expression(value.kind, span: span)
    }
  }

  private mutating func power(
    of value: Expression, _ scripts: Scripts, span: SourceSpan, node: MathNode
  ) -> Expression? {
    guard scripts.sub == nil, let sup = scripts.sup else {
      return fail(node, "has a subscript that is no name")
    }
    guard let exponent = expression(of: sup) else { return nil }
    return Expression(.power(value, exponent: exponent), span: span)
  }

  /// The arguments in the parentheses at the cursor, split at commas; nil when there are none.
  mutating func argumentLists(_ cursor: inout NodeCursor) -> [MathList]? {
    guard let node = cursor.node else { return nil }
    let inner: MathList
    switch node.kind {
    case .delimited(let delimited)
    where delimited.left.scalar == "(" || delimited.left.scalar == "{"
      || delimited.left.scalar == "[":
      guard delimited.middles.isEmpty else { return nil }
      cursor.advance()
      inner = delimited.parts[0]
    case .symbol(let symbol) where ["(", "{", "["].contains(symbol.scalar):
      guard let closings = Self.closings[symbol.scalar],
        let (list, close) = cursor.takeBracketed(closing: closings)
      else { return nil }
      if case .scripts = close.kind {
        _ = fail(close, "is the power of a call", help: "put the call into brackets: (f(x))^2")
        return nil
      }
      inner = list
    default: return nil
    }
    return inner.splitAtCommas
  }

  /// A formula called with the arguments after its name.
  mutating func call(
    _ formula: Formula, _ node: MathNode, _ cursor: inout NodeCursor
  ) -> Expression? {
    let count = diagnostics.all.count
    guard let lists = argumentLists(&cursor) else {
      if diagnostics.all.count == count {
        _ = fail(node, "is a formula and needs its arguments in parentheses")
      }
      return nil
    }
    var given: [Expression] = []
    for list in lists {
      guard let value = expression(of: list) else { return nil }
      given.append(value)
    }
    let span = node.span.union(given.last?.span ?? node.span)
    if given.count == formula.parameters.count {
      return Expression(.apply(formula, given), span: span)
    }
    guard !formula.symbolParameters.isEmpty, given.count == formula.symbolParameters.count else {
      let wanted =
        formula.symbolParameters.isEmpty
        ? formula.parameters.map(\.name)
        : formula.symbolParameters.map { formula.parameters[$0].name }
      return fail(
        at: node.span, "formula-call",
        "'\(formula.name)' takes \(wanted.joined(separator: ", ")), got \(given.count) arguments")
    }
    // The other quantities are the same here as there: the caller has to declare them.
    var arguments: [Expression] = []
    for (position, parameter) in formula.parameters.enumerated() {
      if let place = formula.symbolParameters.firstIndex(of: position) {
        arguments.append(given[place])
      } else if let own = scope.parameters.firstIndex(where: { $0.name == parameter.name }) {
        arguments.append(Expression(.parameter(own), span: node.span))
      } else {
        return fail(
          at: node.span, "formula-call",
          "'\(formula.name)' depends on '\(parameter.symbol)', which is not declared here",
          help: "declare \(parameter.symbol) under 'where'")
      }
    }
    return Expression(.apply(formula, arguments), span: span)
  }
}

extension MathList {
  /// The lists between the commas; none for an empty list.
  fileprivate var splitAtCommas: [MathList] {
    guard !nodes.isEmpty else { return [] }
    var parts: [[MathNode]] = [[]]
    for node in nodes {
      if case .symbol(let symbol) = node.kind, symbol.scalar == "," || symbol.scalar == ";" {
        parts.append([])
      } else {
        parts[parts.count - 1].append(node)
      }
    }
    return parts.map { part in
      guard let first = part.first, let last = part.last else { return MathList(span: span) }
      return MathList(part, span: first.span.union(last.span))
    }
  }
}

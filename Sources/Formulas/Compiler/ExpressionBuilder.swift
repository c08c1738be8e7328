import Diagnostics
import MathSyntax

/// Reads a math list as an expression: what it prints is what it computes.
///
/// What has no single reading is an error at its token. The rules where TeX is loose:
/// a name before parentheses is a call when it names a formula, else a product; a sum takes the
/// whole product that follows; `a/bc` and `\log ab` are refused. See docs/formulas.md.
struct ExpressionBuilder {
  /// What names can mean.
  struct Scope {
    var parameters: [FormulaParameter]
    var formulas: FormulaLibrary
  }

  let scope: Scope
  var diagnostics = DiagnosticList()
  /// Names of the indices of the sums around, outermost first.
  var indexNames: [String] = []

  init(scope: Scope) { self.scope = scope }

  /// The expression of a list, or nil with a diagnostic.
  mutating func expression(of list: MathList) -> Expression? {
    var cursor = NodeCursor(list)
    guard let result = sum(&cursor) else { return nil }
    guard cursor.atEnd else {
      return fail(cursor.node, "stands where the formula should end")
    }
    return result
  }

  // MARK: Sums and products

  mutating func sum(_ cursor: inout NodeCursor) -> Expression? {
    guard var result = signed(&cursor) else { return nil }
    while let operation = cursor.symbol(in: ["+", "-", "−", "±", "∓"]) {
      guard operation != "±", operation != "∓" else {
        return fail(cursor.node, "has two values")
      }
      cursor.advance()
      guard let right = term(&cursor) else { return nil }
      let span = result.span.union(right.span)
      result = Expression(
        operation == "+" ? .add(result, right) : .subtract(result, right), span: span)
    }
    return result
  }

  private mutating func signed(_ cursor: inout NodeCursor) -> Expression? {
    guard let sign = cursor.symbol(in: ["+", "-", "−"]) else { return term(&cursor) }
    let start = cursor.node?.span
    cursor.advance()
    guard let operand = term(&cursor) else { return nil }
    guard sign != "+" else { return operand }
    return Expression(.negate(operand), span: start?.union(operand.span) ?? operand.span)
  }

  /// A product, with or without signs between its factors.
  mutating func term(_ cursor: inout NodeCursor) -> Expression? {
    // |a|b|c| may be |a|·b·|c| or the absolute value of a|b|c.
    var hasBars = cursor.atBar
    var afterBars = hasBars
    guard var result = singleFactor(&cursor) else { return nil }
    var afterSlash = false
    while true {
      let atBar = cursor.atBar
      defer {
        afterBars = atBar
        hasBars = hasBars || atBar
      }
      if cursor.symbol(in: ["·", "⋅", "×", "∗", "*"]) != nil {
        cursor.advance()
        guard let right = singleFactor(&cursor) else { return nil }
        result = Expression(.multiply(result, right), span: result.span.union(right.span))
        afterSlash = false
      } else if cursor.symbol(in: ["/", "÷", "∕"]) != nil {
        cursor.advance()
        guard let right = singleFactor(&cursor) else { return nil }
        result = Expression(.divide(result, right), span: result.span.union(right.span))
        afterSlash = true
      } else if cursor.startsFactor || atBar {
        if atBar, hasBars, !afterBars {
          return fail(
            cursor.node, "may open an absolute value or close one",
            help: "write \\left| … \\right|, or \\cdot between the factors")
        }
        if afterSlash {
          return fail(
            cursor.node, "may or may not belong to the divisor before it",
            help: "write \\frac{…}{…}, or put parentheses round the divisor")
        }
        if case .number = cursor.node?.kind, case .number = result.kind {
          return fail(cursor.node, "stands right after a number", help: "write \\cdot between them")
        }
        guard let right = singleFactor(&cursor) else { return nil }
        result = Expression(.multiply(result, right), span: result.span.union(right.span))
      } else {
        return result
      }
    }
  }

  // MARK: Factors

  /// One factor with its power.
  mutating func singleFactor(_ cursor: inout NodeCursor) -> Expression? {
    guard let node = cursor.node else {
      return fail(at: cursor.end, "missing-operand", "an operand is missing here")
    }
    switch node.kind {
    case .symbol(let symbol) where symbol.opensGroup:
      return bracketed(&cursor, opening: symbol.scalar, node: node)
    case .symbol(let symbol) where symbol.scalar == "%":
      cursor.advance()
      return Expression(.percent, span: node.span)
    case .bigDelimiter(_, let mathClass, let delimiter)
    where mathClass == .opening || delimiter.scalar == "|":
      return bracketed(&cursor, opening: delimiter.scalar ?? "(", node: node)
    case .largeOperator, .operatorName: return operatorTerm(&cursor, node: node)
    case .scripts(let scripts): return scripted(scripts, node: node, &cursor)
    default:
      cursor.advance()
      return atom(node, followedBy: &cursor)
    }
  }

  /// A node that is complete by itself; a name may take the parentheses after it as a call.
  private mutating func atom(
    _ node: MathNode, followedBy cursor: inout NodeCursor
  ) -> Expression? {
    switch node.kind {
    case .number(let digits): return number(digits, node)
    case .fraction(let fraction): return quotient(fraction, node)
    case .radical(let degree, let radicand):
      guard let x = expression(of: radicand) else { return nil }
      guard let degree else { return Expression(.root(degree: nil, x), span: node.span) }
      guard let n = expression(of: degree) else { return nil }
      return Expression(.root(degree: n, x), span: node.span)
    case .delimited(let delimited): return self.delimited(delimited, node)
    case .array(let array): return cases(array, node)
    case .group(_, let list) where SymbolName.of(node) == nil:
      guard !list.isEmpty else { return fail(node, "is empty and has no value") }
      return expression(of: list)
    case .alphabet(_, let list) where SymbolName.of(node) == nil: return expression(of: list)
    case .overUnder(let mark) where mark.takesLabel: return expression(of: mark.base)
    case .enclosure(.box, let list), .enclosure(.colorBox, let list): return expression(of: list)
    default:
      guard let name = SymbolName.of(node) else { return fail(node, "cannot be evaluated") }
      return named(name, node, &cursor)
    }
  }

  private mutating func number(_ digits: String, _ node: MathNode) -> Expression? {
    guard let value = Double(digits.hasPrefix(".") ? "0" + digits : digits) else {
      return fail(node, "is no number")
    }
    return Expression(.number(value), span: node.span)
  }

  private mutating func quotient(_ fraction: Fraction, _ node: MathNode) -> Expression? {
    if case .none = fraction.bar {
      return fail(node, "stacks two parts without dividing them")
    }
    let above = expression(of: fraction.numerator)
    let below = expression(of: fraction.denominator)
    guard let above, let below else { return nil }
    return Expression(.divide(above, below), span: node.span)
  }

  /// What a name stands for: an index, a parameter, a formula called with what follows, or π and e.
  private mutating func named(
    _ name: String, _ node: MathNode, _ cursor: inout NodeCursor
  ) -> Expression? {
    if let depth = indexNames.lastIndex(of: name) {
      return Expression(.index(depth), span: node.span)
    }
    if let position = scope.parameters.firstIndex(where: { $0.name == name }) {
      return Expression(.parameter(position), span: node.span)
    }
    if let formula = scope.formulas.formula(called: name) {
      return call(formula, node, &cursor)
    }
    if name == "pi" { return Expression(.number(.pi), span: node.span) }
    if case .alphabet(.roman, _) = node.kind, name == "e" {
      return Expression(.number(exponential(1)), span: node.span)
    }
    return unknown(name, node)
  }

  mutating func unknown(_ name: String, _ node: MathNode) -> Expression? {
    let help: [String]
    if name == "e" {
      help = ["write \\exp(x) or \\mathrm{e}^x, or declare e under 'where'"]
    } else if let near = nearestName(
      to: name, in: scope.parameters.map(\.name) + scope.formulas.callNames)
    {
      help = ["did you mean '\(near)'?"]
    } else {
      help = ["declare it under 'where'"]
    }
    diagnostics.append(
      Diagnostic(
        .error, "formula-symbol", "'\(name)' is not declared in 'where'", at: node.span,
        help: help))
    return nil
  }

  // MARK: Scripts

  /// A base with scripts: a subscripted name, a power, or an operator with bounds.
  private mutating func scripted(
    _ scripts: Scripts, node: MathNode, _ cursor: inout NodeCursor
  ) -> Expression? {
    guard let base = scripts.base else { return fail(node, "has scripts but no base") }
    switch base.kind {
    case .largeOperator, .operatorName: return operatorTerm(&cursor, node: node)
    case .symbol(let symbol) where symbol.mathClass == .closing || symbol.scalar == "|":
      return fail(node, "closes something that was not opened")
    default: break
    }
    cursor.advance()
    let (mark, rest) = scripts.sup.map(SymbolName.splitMarks) ?? (nil, [])
    guard let value = subscripted(base, sub: scripts.sub, mark: mark, node, &cursor) else {
      return nil
    }
    guard let sup = scripts.sup, !rest.isEmpty else { return value }
    let power = MathList(rest, span: sup.span)
    guard let exponent = expression(of: power) else { return nil }
    return Expression(.power(value, exponent: exponent), span: node.span)
  }

  /// The quantity that a base with a subscript and primes names.
  private mutating func subscripted(
    _ base: MathNode, sub: MathList?, mark: String?, _ node: MathNode,
    _ cursor: inout NodeCursor
  ) -> Expression? {
    guard sub != nil || mark != nil else { return atom(base, followedBy: &cursor) }
    let bare = MathNode(.scripts(Scripts(base: base, sub: sub, sup: nil)), span: node.span)
    let name = (sub == nil ? SymbolName.of(base) : SymbolName.of(bare)).map {
      mark == nil ? $0 : "\($0)_\(mark ?? "")"
    }
    if let name, isDeclared(name) { return named(name, node, &cursor) }
    // `n_i` where n is a schedule: its value in layer i.
    if mark == nil, let sub, let baseName = SymbolName.of(base),
      let position = scope.parameters.firstIndex(where: {
        $0.name == baseName && $0.indexUnit != nil
      })
    {
      guard let index = expression(of: sub) else { return nil }
      return Expression(.element(parameter: position, index: index), span: node.span)
    }
    guard let name else { return fail(node, "has a subscript that is no name") }
    return unknown(name, node)
  }

  private func isDeclared(_ name: String) -> Bool {
    indexNames.contains(name) || scope.parameters.contains { $0.name == name }
      || scope.formulas.formula(called: name) != nil
  }

  // MARK: Failing

  mutating func fail(_ node: MathNode?, _ message: String, help: String? = nil) -> Expression? {
    guard let node else { return nil }
    let text = MathList([node], span: node.span).plainText
    let what = text.isEmpty ? "this" : "'\(text)'"
    return fail(at: node.span, "formula-syntax", "\(what) \(message)", help: help)
  }

  mutating func fail(
    at span: SourceSpan, _ code: String, _ message: String, help: String? = nil
  ) -> Expression? {
    diagnostics.append(
      Diagnostic(.error, code, message, at: span, help: help.map { [$0] } ?? []))
    return nil
  }
}

extension MathSymbol {
  /// Whether it opens a bracket; a bar does where a factor may start.
  var opensGroup: Bool { mathClass == .opening || scalar == "|" || scalar == "∣" }
}

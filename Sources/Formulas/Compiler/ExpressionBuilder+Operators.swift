import Diagnostics
import MathSyntax

extension ExpressionBuilder {
  /// `\sum_{i=1}^{T} …`, `\max(a, b)`, `\log_2 x`, `\operatorname{name}(…)`.
  mutating func operatorTerm(_ cursor: inout NodeCursor, node: MathNode) -> Expression? {
    var base = node
    var sub: MathList?
    var sup: MathList?
    if case .scripts(let scripts) = node.kind, let inner = scripts.base {
      base = inner
      sub = scripts.sub
      sup = scripts.sup
    }
    cursor.advance()
    switch base.kind {
    case .largeOperator(let sign):
      guard sign.scalar == "∑" || sign.scalar == "∏" else {
        return fail(base, "cannot be evaluated")
      }
      return series(sign.scalar == "∑" ? .sum : .product, sub, sup, node, &cursor)
    case .operatorName(let name): return wordOperator(name, sub, sup, node, base, &cursor)
    default: return fail(node, "cannot be evaluated")
    }
  }

  private mutating func series(
    _ operation: Expression.Series.Operation, _ sub: MathList?, _ sup: MathList?,
    _ node: MathNode, _ cursor: inout NodeCursor
  ) -> Expression? {
    guard let sub, let sup, let (name, fromList) = lowerBound(sub) else {
      return fail(
        node, "needs an index with both bounds",
        help: "write them as \\\(operation == .sum ? "sum" : "prod")_{i=1}^{n}")
    }
    let from = expression(of: fromList)
    let to = expression(of: sup)
    guard let from, let to else { return nil }
    indexNames.append(name)
    defer { indexNames.removeLast() }
    guard let body = seriesBody(&cursor) else { return nil }
    let series = Expression.Series(operation: operation, from: from, to: to, body: body)
    return Expression(.series(series), span: node.span.union(body.span))
  }

  /// The product that follows, up to the next plus or minus, as a sum is read in print.
  private mutating func seriesBody(_ cursor: inout NodeCursor) -> Expression? {
    guard cursor.startsFactor else {
      return fail(at: cursor.end, "missing-operand", "the terms of the sum are missing here")
    }
    return term(&cursor)
  }

  /// `i = 1` under the sign.
  private func lowerBound(_ list: MathList) -> (name: String, from: MathList)? {
    let equals = list.nodes.firstIndex {
      if case .symbol(let symbol) = $0.kind { symbol.scalar == "=" } else { false }
    }
    guard let equals, equals > 0, equals + 1 < list.nodes.count else { return nil }
    let names = list.nodes[..<equals].filter { if case .space = $0.kind { false } else { true } }
    guard names.count == 1, let name = SymbolName.of(names[0]) else { return nil }
    let rest = Array(list.nodes[(equals + 1)...])
    return (name, MathList(rest, span: rest[0].span.union(rest[rest.count - 1].span)))
  }

  private mutating func wordOperator(
    _ name: OperatorName, _ sub: MathList?, _ sup: MathList?, _ node: MathNode, _ base: MathNode,
    _ cursor: inout NodeCursor
  ) -> Expression? {
    guard let function = BuiltinFunction(operatorName: name.name) else {
      return operatorByName(node, base, sub, sup, &cursor)
    }
    if sup != nil {
      return fail(
        node, "has a power on the operator", help: "write the power behind: (\\log x)^2")
    }
    if sub != nil, name.name != "log" {
      return fail(node, "has a subscript that cannot be evaluated")
    }
    guard let operands = self.operands(of: function, name.name, node, &cursor) else { return nil }
    let span = node.span.union(operands[operands.count - 1].span)
    guard let sub else { return Expression(.function(function, operands), span: span) }
    guard let radix = expression(of: sub) else { return nil }
    switch radix.kind {
    case .number(2): return Expression(.function(.binaryLogarithm, operands), span: span)
    case .number(10): return Expression(.function(.decimalLogarithm, operands), span: span)
    default: return Expression(.logarithm(base: radix, operands[0]), span: span)
    }
  }

  /// `\operatorname{x}`: a parameter or a formula of that name.
  private mutating func operatorByName(
    _ node: MathNode, _ base: MathNode, _ sub: MathList?, _ sup: MathList?,
    _ cursor: inout NodeCursor
  ) -> Expression? {
    let bare = MathNode(.scripts(Scripts(base: base, sub: sub, sup: nil)), span: node.span)
    guard let name = sub == nil ? SymbolName.of(base) : SymbolName.of(bare) else {
      return fail(node, "cannot be evaluated")
    }
    let value: Expression?
    if let position = scope.parameters.firstIndex(where: { $0.name == name }) {
      value = Expression(.parameter(position), span: node.span)
    } else if let formula = scope.formulas.formula(called: name) {
      value = call(formula, node, &cursor)
    } else {
      value = unknown(name, node)
    }
    guard let value, let sup else { return value }
    guard let exponent = expression(of: sup) else { return nil }
    return Expression(.power(value, exponent: exponent), span: node.span)
  }

  /// The arguments of a word operator: in brackets, or one factor that nothing follows.
  private mutating func operands(
    of function: BuiltinFunction, _ name: String, _ node: MathNode, _ cursor: inout NodeCursor
  ) -> [Expression]? {
    if let lists = argumentLists(&cursor) {
      var operands: [Expression] = []
      for list in lists {
        guard let operand = expression(of: list) else { return nil }
        operands.append(operand)
      }
      guard function.argumentCounts.contains(operands.count) else {
        _ = fail(node, "does not take \(operands.count) arguments")
        return nil
      }
      return operands
    }
    guard cursor.startsFactor, let operand = singleFactor(&cursor) else {
      _ = fail(at: cursor.end, "missing-operand", "the argument of \\\(name) is missing here")
      return nil
    }
    if cursor.startsFactor {
      _ = fail(
        cursor.node, "may or may not belong to \\\(name)",
        help: "put the argument of \\\(name) into parentheses")
      return nil
    }
    return [operand]
  }

  /// `cases`: a value and a condition in each row, the last one without a condition or `otherwise`.
  mutating func cases(_ array: MathArray, _ node: MathNode) -> Expression? {
    guard ["cases", "dcases", "rcases"].contains(array.name) else {
      return fail(
        at: node.span, "formula-syntax", "'\(array.name)' holds several values",
        help: "only 'cases' can be evaluated")
    }
    var branches: [Expression.Branch] = []
    for row in array.rows where !row.cells.allSatisfy({ NodeCursor($0).atEnd }) {
      guard row.cells.count <= 2, let value = expression(of: row.cells[0].withoutFinalComma) else {
        return nil
      }
      if row.cells.count < 2 || row.cells[1].saysOtherwise {
        branches.append(Expression.Branch(value: value, condition: nil))
        continue
      }
      guard let condition = condition(row.cells[1].withoutWords) else { return nil }
      branches.append(Expression.Branch(value: value, condition: condition))
    }
    guard !branches.isEmpty else { return fail(node, "has no case") }
    return Expression(.cases(branches), span: node.span)
  }

  private mutating func condition(_ list: MathList) -> Expression.Condition? {
    var cursor = NodeCursor(list)
    guard let first = sum(&cursor) else { return nil }
    var rest: [(comparison: Expression.Condition.Comparison, operand: Expression)] = []
    while let comparison = cursor.comparison {
      cursor.advance()
      guard let operand = sum(&cursor) else { return nil }
      rest.append((comparison, operand))
    }
    guard cursor.atEnd, !rest.isEmpty else {
      _ = fail(
        at: list.span, "formula-syntax", "a condition compares two values",
        help: "write it as n \\le k, or \\text{otherwise}")
      return nil
    }
    return Expression.Condition(first: first, rest: rest, span: list.span)
  }
}

extension NodeCursor {
  /// The comparison sign at the cursor.
  fileprivate var comparison: Expression.Condition.Comparison? {
    guard case .symbol(let symbol) = node?.kind else { return nil }
    switch symbol.scalar {
    case "=": return symbol.isNegated ? .notEqual : .equal
    case "≠": return .notEqual
    case "<": return .less
    case ">": return .greater
    case "≤", "⩽", "≦": return .lessOrEqual
    case "≥", "⩾", "≧": return .greaterOrEqual
    default: return nil
    }
  }
}

extension MathList {
  /// Whether it is one of the words for "in all other cases".
  fileprivate var saysOtherwise: Bool {
    let words = ["otherwise", "else", "sonst"]
    return nodes.contains { node in
      guard case .text(let text) = node.kind else { return false }
      return words.contains { text.words.lowercased().contains($0) }
    }
  }

  /// Without words such as `\text{if }` before a condition.
  fileprivate var withoutWords: MathList {
    MathList(
      nodes.filter { if case .text = $0.kind { false } else { true } }, span: span
    ).withoutFinalComma
  }

  /// Without the comma that may end a cell.
  fileprivate var withoutFinalComma: MathList {
    var kept = nodes
    while let last = kept.last {
      switch last.kind {
      case .space: kept.removeLast()
      case .symbol(let symbol) where symbol.mathClass == .punctuation: kept.removeLast()
      default: return MathList(kept, span: span)
      }
    }
    return MathList(kept, span: span)
  }
}

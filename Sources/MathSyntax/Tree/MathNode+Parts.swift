public import Diagnostics

extension MathList {
  /// The labels that `\ref` and `\eqref` name anywhere in the formula, in reading order.
  public var references: [(label: String, span: SourceSpan)] {
    var found: [(label: String, span: SourceSpan)] = []
    collectReferences(&found)
    return found
  }

  private func collectReferences(_ found: inout [(label: String, span: SourceSpan)]) {
    for node in nodes {
      if case .reference(let label, _) = node.kind { found.append((label, node.span)) }
      node.forEachPart { $0.collectReferences(&found) }
    }
  }
}

extension MathNode {
  /// Calls a function with each list that is a direct part of the node, in reading order.
  public func forEachPart(_ body: (MathList) -> Void) {
    switch kind {
    case .symbol, .number, .largeOperator, .space, .rule, .bigDelimiter, .breakMark, .lineBreak,
      .label, .reference, .error:
      break
    case .operatorName(let name): body(name.body)
    case .scripts(let scripts):
      if let base = scripts.base { body(MathList([base], span: base.span)) }
      if let sub = scripts.sub { body(sub) }
      if let sup = scripts.sup { body(sup) }
    case .fraction(let fraction):
      body(fraction.numerator)
      body(fraction.denominator)
    case .radical(let degree, let radicand):
      if let degree { body(degree) }
      body(radicand)
    case .delimited(let group): group.parts.forEach(body)
    case .accent(let accent): body(accent.base)
    case .overUnder(let mark): body(mark.base)
    case .stack(let stack):
      body(stack.base)
      if let over = stack.over { body(over) }
      if let under = stack.under { body(under) }
    case .extensibleArrow(let arrow):
      body(arrow.above)
      if let below = arrow.below { body(below) }
    case .array(let array):
      for row in array.rows {
        row.textAbove?.forEachFormula(body)
        row.cells.forEach(body)
        row.tag?.forEachFormula(body)
      }
    case .text(let text): text.forEachFormula(body)
    case .tag(let text, _): text?.forEachFormula(body)
    case .group(_, let list), .alphabet(_, let list), .style(_, let list), .sized(_, let list),
      .colored(_, let list), .enclosure(_, let list), .extent(_, let list), .raised(_, let list),
      .centered(let list), .link(_, let list):
      body(list)
    case .choice(let display, let text, let script, let scriptScript):
      [display, text, script, scriptScript].forEach(body)
    }
  }
}

extension MathText {
  fileprivate func forEachFormula(_ body: (MathList) -> Void) {
    for case .math(let list) in pieces { body(list) }
  }
}

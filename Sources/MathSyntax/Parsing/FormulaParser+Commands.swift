import Diagnostics

/// One command: what it stands for, or the family of constructs that reads it.
extension FormulaParser {
  /// - Returns: nil for commands that leave nothing behind.
  mutating func parseCommand(until terminator: Terminator) throws(Diagnostic) -> MathNode? {
    let call = source.next()
    let span = source.span(of: call)
    if call.isFrozen, call.name.hasPrefix("report@char") {
      let scalar = call.name.unicodeScalars.last!
      let entry =
        SymbolTable.typed(scalar) ?? SymbolTable.Entry(scalar: scalar, mathClass: .ordinary)
      return MathNode(.symbol(MathSymbol(entry.scalar, entry.mathClass)), span: span)
    }
    switch meaning(of: call) {
    case .symbol(let entry):
      return MathNode(
        .symbol(
          MathSymbol(
            entry.scalar, entry.mathClass, command: call.name, isNegated: entry.isNegated)),
        span: span)
    case .largeOperator(let sign): return MathNode(.largeOperator(sign), span: span)
    case .namedOperator(let word, let placement):
      return MathNode(
        .operatorName(operatorName(word, placement: placement, span: span)), span: span)
    case .construct(let construct):
      return try parse(construct, calledBy: call, until: terminator)
    case .textSymbol(let text):
      return MathNode(.text(MathText([.words(text, MathTextFont())])), span: span)
    case .textAccent(let scalar):
      let base = try parseArgument(of: call)
      return MathNode(
        .accent(
          Accent(
            command: call.name, scalar: scalar, isBelow: (0x323...0x333).contains(scalar.value),
            base: base)), span: span.union(base.span))
    case .macro, .expander, nil:
      // A macro with a mistake in its body would name it at each expansion.
      let problem = unknownCommand(call)
      if diagnostics.all.last != problem { diagnostics.append(problem) }
      return MathNode(.error(call.text), span: span)
    }
  }

  private func operatorName(
    _ word: String, placement: LimitsPlacement, span: SourceSpan
  ) -> OperatorName {
    var nodes: [MathNode] = []
    for scalar in word.unicodeScalars {
      nodes.append(
        MathNode(
          scalar == "-" ? .space(.mu(3)) : .symbol(MathSymbol(scalar, .ordinary)), span: span))
    }
    let letters = MathNode(.alphabet(.roman, MathList(nodes, span: span)), span: span)
    return OperatorName(
      name: String(word.map { $0 == "-" ? " " : $0 }), body: MathList([letters], span: span),
      placement: placement)
  }

  func unknownCommand(_ call: MathToken) -> Diagnostic {
    let near = CommandTable.nearest(to: call.name, besides: source.macros.keys.sorted())
    return Diagnostic(
      .error, "math-unknown-command", "unknown command '\(call.text)'",
      at: source.span(of: call), help: near.map { ["did you mean '\\\($0)'?"] } ?? [])
  }

  private mutating func parse(
    _ construct: Construct, calledBy call: MathToken, until terminator: Terminator
  ) throws(Diagnostic) -> MathNode? {
    switch construct {
    case .fraction, .binomial, .continuedFraction, .generalFraction, .root:
      return try parseFraction(construct, calledBy: call)
    case .left, .bigDelimiter, .braket:
      return try parseDelimiters(construct, calledBy: call)
    case .accent, .overUnder, .overset, .underset, .stackrel, .overUnderSet, .sideset, .prescript,
      .arrow, .not, .dots:
      return try parseMark(construct, calledBy: call)
    case .classed, .operatorName, .operatorWithLimits, .alphabet, .alphabetSwitch, .style, .size,
      .choice:
      return try parseFont(construct, calledBy: call, until: terminator)
    case .text, .fixedText, .verbatim, .mathInText, .framedText:
      return try parseWords(construct, calledBy: call)
    case .colorSwitch, .textColor, .colorBox, .framedColorBox, .enclosure, .cancelTo, .phantom,
      .smash, .lap, .raiseBox, .center, .rule, .strut:
      return try parseBox(construct, calledBy: call, until: terminator)
    case .space, .spaceArgument, .kern, .breakMark, .lineBreak, .relax:
      return try parseSpace(construct, calledBy: call)
    case .begin, .beginGroup, .rowEnd, .horizontalLine, .partialLine, .interText, .substack,
      .multicolumn, .tag, .noTag,
      .label, .reference, .link, .url, .annotated:
      return try parseStructure(construct, calledBy: call)
    case .number, .quantity, .unit, .angle: return try parseQuantity(construct, calledBy: call)
    case .infix, .limits, .primes, .right, .middle, .end, .endGroup:
      throw unexpected(call)
    }
  }

  /// From the call to the end of what was read after it, closing braces included.
  func span(from call: MathToken, to lists: MathList?...) -> SourceSpan {
    let own = source.span(of: call).union(
      source.span.slice(Int(call.start), max(Int(call.start), Int(source.readEnd))))
    return lists.reduce(own) { span, list in list.map { span.union($0.span) } ?? span }
  }
}

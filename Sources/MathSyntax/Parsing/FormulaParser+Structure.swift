import Diagnostics

/// Groups, environments, tags, labels and links.
extension FormulaParser {
  mutating func parseStructure(
    _ construct: Construct, calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode? {
    let place = source.span(of: call)
    switch construct {
    case .begin: return try parseEnvironment(calledBy: call)
    case .beginGroup: return try parseNamedGroup(calledBy: call)
    case .rowEnd:
      // Outside of any environment a forced line end.
      if source.peek().isCharacter("*") { _ = source.next() }
      _ = try rowGap(calledBy: call)
      return MathNode(.lineBreak, span: place)
    case .horizontalLine, .partialLine, .interText:
      throw .lineOutsideArray(call.text, at: place)
    case .multicolumn: throw .multicolumnMisplaced(at: place)
    case .substack: return try parseSubstack(calledBy: call)
    case .tag: return try parseTag(calledBy: call)
    case .noTag:
      rowMarks.isNumbered = false
      return arrayDepth > 0 ? nil : MathNode(.tag(nil, parenthesized: true), span: place)
    case .label:
      let name = try labelName(of: call)
      let whole = span(from: call)
      guard !name.isEmpty else { throw .emptyLabel(call.text, at: whole) }
      if rowMarks.label != nil { throw .secondLabel(at: whole) }
      (rowMarks.label, rowMarks.labelSpan) = (name, whole)
      return arrayDepth > 0 ? nil : MathNode(.label(name), span: whole)
    case .reference(let parenthesized):
      let name = try labelName(of: call)
      let whole = span(from: call)
      guard !name.isEmpty else { throw .emptyLabel(call.text, at: whole) }
      return MathNode(.reference(name, parenthesized: parenthesized), span: whole)
    case .link:
      let url = try rawArgument(of: call)
      let list = try parseArgument(of: call)
      return MathNode(.link(url: url, list), span: span(from: call, to: list))
    case .url:
      let url = try rawArgument(of: call)
      let text = MathNode(
        .text(MathText([.words(url, MathTextFont(family: .typewriter))])), span: place)
      return MathNode(.link(url: url, MathList([text], span: place)), span: place)
    default:
      _ = try source.argumentTokens(of: call)
      let list = try parseArgument(of: call)
      return MathNode(.group(.ordinary, list), span: span(from: call, to: list))
    }
  }

  /// The name of a label as the document has it: LaTeX's `eq:loss` is `eq-loss`.
  private mutating func labelName(of call: MathToken) throws(Diagnostic) -> String {
    MathParser.labelName(try source.argumentTokens(of: call).map(\.text).joined())
  }

  /// An argument as the author typed it, `\%` and `\#` unescaped.
  private mutating func rawArgument(of call: MathToken) throws(Diagnostic) -> String {
    try source.argumentTokens(of: call).map { token in
      token.kind == .command && token.name.unicodeScalars.count == 1
        && !("a"..."z").contains(token.name.unicodeScalars.first!) ? token.name : token.text
    }.joined()
  }

  private mutating func parseNamedGroup(calledBy call: MathToken) throws(Diagnostic) -> MathNode {
    source.beginGroup()
    let list = try parseList(until: .endGroup)
    let close = try source.peekExpanded()
    guard close.isCommand("endgroup") else {
      throw close.kind == .end
        ? .unclosedGroup(at: source.span(of: call)) : unexpected(close)
    }
    source.endGroup()
    _ = source.next()
    return MathNode(
      .group(.ordinary, list), span: source.span(of: call).union(source.span(of: close)))
  }

  /// `\tag{1}` in parentheses, `\tag*{A}` without.
  private mutating func parseTag(calledBy call: MathToken) throws(Diagnostic) -> MathNode? {
    let place = source.span(of: call)
    var isParenthesized = true
    source.skipSpaces()
    if source.peek().isCharacter("*") {
      _ = source.next()
      isParenthesized = false
    }
    let text = try parseTextArgument(of: call, font: MathTextFont())
    guard display else { throw .tagOutsideDisplay(at: place) }
    if rowMarks.tag != nil { throw .secondTag(at: place) }
    rowMarks.tag = text
    rowMarks.tagIsParenthesized = isParenthesized
    return arrayDepth > 0 ? nil : MathNode(.tag(text, parenthesized: isParenthesized), span: place)
  }
}

extension Diagnostic {
  fileprivate static func lineOutsideArray(_ name: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-misplaced", "'\(name)' may only stand at the start of a row", at: span,
      help: "in an environment, after '\\\\' or at its beginning")
  }

  fileprivate static func multicolumnMisplaced(at span: SourceSpan) -> Diagnostic {
    .error("math-misplaced", "'\\multicolumn' must stand at the start of a cell", at: span)
  }

  fileprivate static func unclosedGroup(at span: SourceSpan) -> Diagnostic {
    .error("math-unclosed-group", "'\\begingroup' without '\\endgroup'", at: span)
  }

  fileprivate static func tagOutsideDisplay(at span: SourceSpan) -> Diagnostic {
    .error(
      "math-tag", "'\\tag' works only in a display", at: span,
      help: "write the formula between '$$'")
  }

  fileprivate static func emptyLabel(_ command: String, at span: SourceSpan) -> Diagnostic {
    .error("math-label", "'\(command)' names no label", at: span)
  }

  fileprivate static func secondLabel(at span: SourceSpan) -> Diagnostic {
    .error("math-label", "a second '\\label' in one row", at: span)
  }

  fileprivate static func secondTag(at span: SourceSpan) -> Diagnostic {
    .error("math-tag", "a second '\\tag' in one row", at: span)
  }
}

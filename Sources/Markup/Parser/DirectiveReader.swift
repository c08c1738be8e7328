import Diagnostics

/// Reads fenced blocks: plain code, formulas, and directives.
struct DirectiveReader {
  let context: ParseContext

  /// Languages whose second word is always a directive, with the mark of their option lines.
  static let optionMarks: [String: [UInt8]] = [
    "sql": Array("--|".utf8), "math": Array("%|".utf8), reviewLanguage: [],
  ]
  /// The language of blocks that the report writes itself: their whole text is options.
  private static let reviewLanguage = "report"
  /// In other languages a second word is common (`js title`), so only these are directives there;
  /// evaluation then says which language they want.
  private static let directiveNames: Set<String> = ["query", "table", "plot", "check", "formula"]

  /// The blocks that a fenced or indented code node stands for: one, save where a directive is not
  /// closed before the next one opens.
  func read(_ node: CmarkNode) -> [Block<Parsed>] {
    let span = context.span(of: node)
    if let display = context.displays[node.startLine] { return [displayBlock(display)] }
    let body = bodyText(node)
    guard node.isFenced else { return [.code(codeBlock(nil, body, Attributes(), span))] }
    warnUnclosed(node, span)
    return blocks(infoString(span), body, span)
  }

  private func blocks(_ info: SpannedText, _ body: SpannedText, _ span: SourceSpan)
    -> [Block<Parsed>]
  {
    guard let opening = opensDirective(info), let next = nextFence(in: body) else {
      return [block(info, body, span)]
    }
    reportUnclosed(SourceSpan(file: span.file, start: Int(span.start), end: opening), before: next)
    // What stands between them is not this block's, as far as anyone can tell.
    let inside = body.slice(0..<next.line)
    let end = inside.bytes.firstRange(of: [0x0A, 0x0A])?.lowerBound ?? inside.bytes.count
    let place = SourceSpan(
      file: span.file, start: Int(next.info.span.start), end: Int(span.end))
    let rest = body.slice(next.body..<body.bytes.count)
    return [block(info, inside.slice(0..<end), span)] + blocks(next.info, rest, place)
  }

  private func block(_ info: SpannedText, _ body: SpannedText, _ span: SourceSpan)
    -> Block<Parsed>
  {
    var found = DiagnosticList()
    var result = AttributeReader.readWords(info, into: &found)
    guard let language = result.words.first?.text else {
      return .code(codeBlock(nil, body, result.attributes, span))
    }
    result.words.removeFirst()
    if let name = result.words.first, isDirective(name.text, in: language) {
      context.diagnostics.append(contentsOf: found)
      return .embed(directive(language, result, body, span))
    }
    if language == "math" {
      context.diagnostics.append(contentsOf: found)
      let math = context.parseMath(body, isDisplay: true)
      return .math(
        DisplayMath(tex: body, math: math, label: result.attributes.label, span: span))
    }
    return .code(codeBlock(language, body, result.attributes, span))
  }

  func isDirective(_ name: String, in language: String) -> Bool {
    guard Self.optionMarks[language] != nil, !context.isReadme else {
      return Self.directiveNames.contains(name)
    }
    return name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F }
  }

  private func directive(
    _ language: String, _ info: AttributeReader.Result, _ text: SpannedText, _ span: SourceSpan
  ) -> DirectiveCall {
    var (options, body) =
      language == Self.reviewLanguage
      ? (text, SpannedText(file: text.file))
      : splitOptions(text, mark: Self.optionMarks[language] ?? [])
    // What is missing from no options at all is missing behind the directive's name.
    if options.isEmpty { options.append([], at: Int(info.words[0].span.end)) }
    for extra in info.words.dropFirst(2) {
      context.diagnostics.append(
        .error(
          "invalid-info-string", "'\(extra.text)' is neither a name nor an attribute",
          at: extra.span, help: "write 'LANGUAGE DIRECTIVE NAME #label key=value'"))
    }
    return DirectiveCall(
      language: language, name: info.words[0].text, nameSpan: info.words[0].span,
      argument: info.words.count > 1 ? info.words[1] : nil, label: info.attributes.label,
      attributes: info.attributes, options: options, body: body, span: span)
  }

  /// The option lines at the top of a body, without their comment mark, and the rest.
  private func splitOptions(_ text: SpannedText, mark: [UInt8])
    -> (options: SpannedText, body: SpannedText)
  {
    var options = SpannedText(file: text.file)
    var start = 0
    let bytes = text.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var i = start
      while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
      guard !mark.isEmpty, bytes[i..<end].starts(with: mark) else { break }
      i += mark.count
      if i < end, bytes[i] == 0x20 { i += 1 }
      options.append(bytes[i..<end], at: text.sourceOffset(i))
      options.appendNewline()
      start = min(end + 1, bytes.count)
    }
    var body = SpannedText(file: text.file)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      body.append(bytes[start..<end], at: text.sourceOffset(start))
      if end < bytes.count { body.appendNewline() }
      start = end + 1
    }
    return (options, body)
  }

  /// The text after the fence on its line.
  private func infoString(_ span: SourceSpan) -> SpannedText {
    let source = context.source
    var start = Int(span.start)
    let fence = start < source.count ? source[start] : 0
    while start < source.count, source[start] == fence { start += 1 }
    var end = start
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    return SpannedText(context.span(start..<end), in: context.file)
  }

  /// The code, line by line: each is the tail of its line in the source, after the marks of the
  /// blocks around it.
  private func bodyText(_ node: CmarkNode) -> SpannedText {
    var text = SpannedText(file: context.file.id)
    let literal = node.codeLiteral
    var line = node.startLine + (node.isFenced ? 1 : 0)
    var start = 0
    while start < literal.count {
      var end = start
      while end < literal.count, literal[end] != 0x0A { end += 1 }
      var sourceEnd = context.file.offset(ofLine: line + 1)
      let sourceStart = context.file.offset(ofLine: line)
      while sourceEnd > sourceStart,
        context.source[sourceEnd - 1] == 0x0A || context.source[sourceEnd - 1] == 0x0D
      {
        sourceEnd -= 1
      }
      text.append(Array(literal[start..<end]), at: max(sourceStart, sourceEnd - (end - start)))
      if end + 1 < literal.count { text.appendNewline() }
      start = end + 1
      line += 1
    }
    return text
  }

  private func codeBlock(
    _ language: String?, _ body: SpannedText, _ attributes: Attributes, _ span: SourceSpan
  ) -> CodeBlock {
    AttributeNames.code.check(attributes, at: span, context)
    return CodeBlock(language: language, text: body.text, attributes: attributes, span: span)
  }

  private func displayBlock(_ display: SourcePreparation.Display) -> Block<Parsed> {
    let rest = SpannedText(context.span(display.rest), in: context.file)
    let blank = rest.bytes.prefix { $0 == 0x20 || $0 == 0x09 }.count
    var label: Label?
    if let result = AttributeReader.readBraces(rest, at: blank, into: &context.diagnostics) {
      label = result.attributes.label
    } else if blank < rest.bytes.count {
      context.diagnostics.append(
        .error(
          "text-after-math", "only '{#eq-label}' may follow the closing '$$' on its line",
          at: rest.span(blank..<rest.bytes.count), help: "put the text on the next line"))
    }
    let math = context.parseMath(display.tex, isDisplay: true)
    return .math(
      DisplayMath(tex: display.tex, math: math, label: label, span: context.span(display.span)))
  }
}

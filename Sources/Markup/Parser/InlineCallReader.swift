import Diagnostics

/// Reads `` `{value .2f unit="×"} expression` `` and `` `{check} expression` ``.
struct InlineCallReader {
  let context: ParseContext

  private static let names = ["value", "check"]

  /// - Parameter run: the code without backticks, which starts with `{`.
  /// - Returns: nil when it is ordinary code.
  func call(in run: TextRun, span: SourceSpan) -> InlineCall? {
    let bytes = run.bytes
    guard let close = closingBrace(bytes) else { return nil }
    // Most have a name alone.
    if bytes[1..<close].elementsEqual("value".utf8) {
      return expression(of: "value", in: run, from: close + 1, span).map {
        .value(ValueCall(format: "", attributes: Attributes(), expression: $0, span: span))
      }
    }
    let head = run.spanned(1..<close, file: context.file.id)
    var found = DiagnosticList()
    let info = AttributeReader.readWords(head, into: &found)
    guard let name = info.words.first else { return nil }
    guard Self.names.contains(name.text) else {
      diagnoseMisspelling(name, hasBody: close + 1 < bytes.count)
      return nil
    }
    context.diagnostics.append(contentsOf: found)
    guard let expression = expression(of: name.text, in: run, from: close + 1, span) else {
      return nil
    }
    if name.text == "check" { return .check(expression: expression, span: span) }
    // `.2f` reads as a class.
    let formats = info.attributes.classes.map { "." + $0 } + info.words.dropFirst().map(\.text)
    if formats.count > 1 {
      context.diagnostics.append(
        .error(
          "invalid-format", "'\(formats[1])' is a second format", at: head.span,
          help: "write one format and key=value pairs"))
    }
    var attributes = info.attributes
    attributes.classes = []
    return .value(
      ValueCall(
        format: formats.first ?? "", attributes: attributes, expression: expression, span: span))
  }

  /// What stands behind the braces, without the spaces around it; nil, with an error, when nothing
  /// does.
  private func expression(
    of name: String, in run: TextRun, from start: Int, _ span: SourceSpan
  ) -> SpannedText? {
    let bytes = run.bytes
    var (start, end) = (start, bytes.count)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    if start < end { return run.spanned(start..<end, file: context.file.id) }
    context.diagnostics.append(
      .error(
        "empty-call", "'{\(name)}' has no expression", at: span,
        help: "write `{\(name)} expression`"))
    return nil
  }

  private func closingBrace(_ bytes: [UInt8]) -> Int? {
    var isQuoted = false
    for i in bytes.indices.dropFirst() {
      if bytes[i] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[i] == UInt8(ascii: "}"), !isQuoted { return i }
    }
    return nil
  }

  private func diagnoseMisspelling(_ name: DirectiveCall.Word, hasBody: Bool) {
    guard hasBody, let near = nearestName(to: name.text, in: Self.names) else { return }
    context.diagnostics.append(
      .error(
        "unknown-call", "there is no inline call '\(name.text)'", at: name.span,
        help: "did you mean '\(near)'?"))
  }
}

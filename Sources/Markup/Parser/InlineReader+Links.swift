import Diagnostics

extension InlineReader {
  mutating func link(_ node: CmarkNode) -> Inline<Parsed> {
    let url = node.url
    var start = cursor.offset
    if isAutolink(node, url) {
      let link = autolink(node, url)
      if Self.isCall(url), let span = link.span { context.reportUnreadCall(at: span) }
      return link
    }
    while start < cursor.limit, cursor.source[start] != 0x5B { start += 1 }
    cursor.offset = min(start + 1, cursor.limit)
    let content = inlines(of: node)
    let target = skipTail()
    let span = context.span(start..<max(start, cursor.offset))
    if let call = call(node, url, target, content, span) { return .embed(call) }
    if Self.isCall(url) { context.reportUnreadCall(at: span) }
    let destination: Link<Parsed>.Destination =
      url.hasPrefix("#") ? .anchor(String(url.dropFirst())) : .url(url)
    return .link(Link(destination, title: node.linkTitle, content: content, span: span))
  }

  mutating func image(_ node: CmarkNode) -> Piece {
    var start = cursor.offset
    while start + 1 < cursor.limit, cursor.source[start] != 0x21 || cursor.source[start + 1] != 0x5B
    {
      start += 1
    }
    cursor.offset = min(start + 2, cursor.limit)
    let caption = inlines(of: node)
    _ = skipTail()
    let span = context.span(min(start, cursor.offset)..<cursor.offset)
    let image = ImageReference(
      source: node.url, alt: caption.plainText(), title: node.linkTitle, span: span)
    return .image(image, caption: caption, attributes: Attributes())
  }

  /// `[1.93×](value:…)` and `[text](<claim:…>)`.
  private func call(
    _ node: CmarkNode, _ url: String, _ target: Range<Int>?, _ content: [Inline<Parsed>],
    _ span: SourceSpan
  ) -> InlineCall? {
    let isValue = url.hasPrefix("value:")
    guard isValue || url.hasPrefix("claim:"), let target else { return nil }
    var inside = SourceCursor(
      source: cursor.source, offset: target.lowerBound, limit: target.upperBound)
    var text = TextRun()
    let literal = Array(url.utf8)
    _ = literal.withUnsafeBufferPointer { inside.take($0, into: &text) }
    let expression = text.spanned(6..<literal.count, file: context.file.id)
    return isValue
      ? .pinned(content: content, expression: expression, span: span)
      : .claim(content: content, expression: expression, span: span)
  }

  private static func isCall(_ url: String) -> Bool {
    url.hasPrefix("value:") || url.hasPrefix("claim:")
  }

  /// Whether the link has no brackets: `https://…` or `<https://…>` in the text.
  private func isAutolink(_ node: CmarkNode, _ url: String) -> Bool {
    guard let child = node.firstChild, child.next == nil, child.kind == .text,
      cursor.offset >= cursor.limit || cursor.source[cursor.offset] != 0x5B
    else { return false }
    let text = String(decoding: child.literal, as: UTF8.self)
    return url == text || url == "http://" + text || url == "https://" + text
      || url == "mailto:" + text
  }

  private mutating func autolink(_ node: CmarkNode, _ url: String) -> Inline<Parsed> {
    var run = TextRun()
    var start = cursor.offset
    if let child = node.firstChild { start = cursor.take(child.literal, into: &run).lowerBound }
    if start > 0, cursor.source[start - 1] == 0x3C, cursor.offset < cursor.limit,
      cursor.source[cursor.offset] == 0x3E
    {
      start -= 1
      cursor.offset += 1
    }
    var content: [Inline<Parsed>] = []
    TextReader.read(run, style: .verbatim, context: context, appendingTo: &content)
    return .link(Link(.url(url), content: content, span: context.span(start..<cursor.offset)))
  }

  /// Moves past `](…)`, `][…]` or `]` after a link's text.
  ///
  /// - Returns: the range of the destination, when one stands there.
  private mutating func skipTail() -> Range<Int>? {
    cursor.skip(past: 0x5D)
    guard cursor.offset < cursor.limit else { return nil }
    switch cursor.source[cursor.offset] {
    case 0x28: return skipDestination()
    case 0x5B:
      cursor.skip(past: 0x5D)
      return nil
    default: return nil
    }
  }

  private mutating func skipDestination() -> Range<Int>? {
    let source = cursor.source
    var i = cursor.offset + 1
    skipSpace(&i)
    let range: Range<Int>
    if i < cursor.limit, source[i] == 0x3C {
      let start = i + 1
      i = start
      if isCall(at: start),
        let end = ExpressionMask.destinationEnd(in: source, from: start, limit: cursor.limit)
      {
        i = end
      } else {
        while i < cursor.limit, source[i] != 0x3E { i += source[i] == 0x5C ? 2 : 1 }
      }
      range = start..<min(i, cursor.limit)
      i += 1
    } else {
      let start = i
      var depth = 0
      scan: while i < cursor.limit {
        switch source[i] {
        case 0x5C: i += 1
        case 0x28: depth += 1
        case 0x29 where depth == 0: break scan
        case 0x29: depth -= 1
        case 0x20, 0x0A: break scan
        default: break
        }
        i += 1
      }
      range = start..<min(i, cursor.limit)
    }
    skipSpace(&i)
    if i < cursor.limit, let quote = [0x22: 0x22, 0x27: 0x27, 0x28: 0x29][Int(source[i])] {
      i += 1
      while i < cursor.limit, Int(source[i]) != quote { i += source[i] == 0x5C ? 2 : 1 }
      i += 1
      skipSpace(&i)
    }
    guard i < cursor.limit, source[i] == 0x29 else { return nil }
    cursor.offset = i + 1
    return range
  }

  private func isCall(at start: Int) -> Bool {
    let rest = cursor.source[min(start, cursor.limit)..<cursor.limit]
    return rest.starts(with: "claim:".utf8) || rest.starts(with: "value:".utf8)
  }

  private func skipSpace(_ i: inout Int) {
    while i < cursor.limit, [0x20, 0x09, 0x0A, 0x0D].contains(cursor.source[i]) { i += 1 }
  }
}

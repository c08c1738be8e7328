import Diagnostics

/// Reads the inlines of one leaf block, with their places in the source.
struct InlineReader {
  let context: ParseContext
  var cursor: SourceCursor
  /// A bar inside a table cell is written `\|`.
  var isInCell = false
  private var depth = 0
  private var run = TextRun()

  init(context: ParseContext, cursor: SourceCursor) {
    self.context = context
    self.cursor = cursor
  }

  /// The pieces of a node's children; raw text is still to be read.
  mutating func pieces(of parent: CmarkNode) -> [Piece] {
    let outer = run
    run = TextRun()
    defer { run = outer }
    var out: [Piece] = []
    if depth >= ParseContext.depthLimit {
      context.warnDepth(at: context.span(cursor.offset..<cursor.offset + 1))
      for leaf in parent.leaves { read(leaf, into: &out) }
    } else {
      depth += 1
      var child = parent.firstChild
      while let node = child {
        read(node, into: &out)
        child = node.next
      }
      depth -= 1
    }
    flush(&out)
    AttributeAttachment.attach(in: &out, context: context)
    return out
  }

  mutating func inlines(of parent: CmarkNode) -> [Inline<Parsed>] {
    Self.inlines(pieces(of: parent), context: context)
  }

  static func inlines(_ pieces: [Piece], context: ParseContext) -> [Inline<Parsed>] {
    let reader = HTMLInlines(context: context, style: .markdown)
    guard pieces.contains(where: \.isTag) else {
      var out: [Inline<Parsed>] = []
      out.reserveCapacity(pieces.count)
      for piece in pieces { reader.read(.piece(piece), into: &out) }
      return out
    }
    var builder = HTMLTreeBuilder(context: context)
    for piece in pieces { builder.add(piece) }
    return reader.read(builder.finish())
  }

  private mutating func flush(_ out: inout [Piece]) {
    guard !run.isEmpty else { return }
    out.append(.text(run))
    run = TextRun()
  }

  private mutating func read(_ node: CmarkNode, into out: inout [Piece]) {
    let kind = node.kind
    switch kind {
    case .text:
      cursor.take(node.literal, into: &run)
      return
    case .softBreak:
      let range = cursor.skipLine()
      run.append(byte: 0x0A, from: range)
      return
    default: flush(&out)
    }
    switch kind {
    case .lineBreak: out.append(.inline(.lineBreak(context.span(cursor.skipLine()))))
    case .codeSpan: out.append(.inline(code(node)))
    case .math: out.append(math(node))
    case .htmlInline:
      var raw = TextRun()
      cursor.take(node.literal, into: &raw)
      out += HTMLTokenizer.pieces(of: raw, file: context.file.id)
    case .emphasis: out.append(.inline(delimited(node, marks: "*_", count: 1, Inline.emphasis)))
    case .strong: out.append(.inline(delimited(node, marks: "*_", count: 2, Inline.strong)))
    case .strikethrough: out.append(.inline(strikethrough(node)))
    case .link: out.append(.inline(link(node)))
    case .image: out.append(image(node))
    case .footnoteReference: out.append(.inline(footnote(node)))
    default: out += pieces(of: node)
    }
  }

  private mutating func delimited(
    _ node: CmarkNode, marks: String, count: Int,
    _ make: ([Inline<Parsed>], SourceSpan) -> Inline<Parsed>
  ) -> Inline<Parsed> {
    let marks = Array(marks.utf8)
    var start = cursor.offset
    while start < cursor.limit, !marks.contains(cursor.source[start]) { start += 1 }
    guard start + count <= cursor.limit else {
      let from = cursor.offset
      let content = inlines(of: node)
      return make(content, context.span(from..<cursor.offset))
    }
    let mark = cursor.source[start]
    cursor.offset = start + count
    let content = inlines(of: node)
    _ = cursor.skip(mark, count: count)
    return make(content, context.span(start..<cursor.offset))
  }

  private mutating func strikethrough(_ node: CmarkNode) -> Inline<Parsed> {
    var at = cursor.offset
    while at < cursor.limit, cursor.source[at] != 0x7E { at += 1 }
    let isDouble = at + 1 < cursor.limit && cursor.source[at + 1] == 0x7E
    return delimited(node, marks: "~", count: isDouble ? 2 : 1, Inline.strikethrough)
  }

  private mutating func math(_ node: CmarkNode) -> Piece {
    var raw = TextRun()
    let range = cursor.take(node.literal, into: &raw)
    let span = context.span(range)
    guard let match = DollarMath.match(in: raw.bytes, at: 0) else { return .text(raw) }
    let tex = raw.spanned(match.content, file: context.file.id)
    let list = context.parseMath(tex, isDisplay: match.isDisplay)
    return match.isDisplay
      ? .display(DisplayMath(tex: tex, math: list, span: span))
      : .inline(.math(InlineMath(tex: tex, math: list, span: span)))
  }

  private mutating func footnote(_ node: CmarkNode) -> Inline<Parsed> {
    var start = cursor.offset
    while start + 1 < cursor.limit, cursor.source[start] != 0x5B || cursor.source[start + 1] != 0x5E
    {
      start += 1
    }
    cursor.offset = min(start, cursor.limit)
    cursor.skip(past: 0x5D)
    let span = context.span(min(start, cursor.offset)..<cursor.offset)
    guard let definition = node.footnoteDefinition, var reference = context.footnotes[definition]
    else {
      return .text("[^" + String(decoding: node.literal, as: UTF8.self) + "]", span)
    }
    reference.span = span
    return .footnote(reference)
  }

  private mutating func code(_ node: CmarkNode) -> Inline<Parsed> {
    let (run, range) = takeCode(node)
    let span = context.span(range)
    if run.bytes.first == UInt8(ascii: "{"),
      let call = InlineCallReader(context: context).call(in: run, span: span)
    {
      return .embed(call)
    }
    return .code(String(decoding: run.bytes, as: UTF8.self), span)
  }

  /// The code between its backticks, as cmark reads it: line ends are spaces, one space at both
  /// ends goes.
  private mutating func takeCode(_ node: CmarkNode) -> (run: TextRun, range: Range<Int>) {
    let source = cursor.source
    var start = cursor.offset
    while start < cursor.limit, source[start] != 0x60 { start += 1 }
    var open = start
    while open < cursor.limit, source[open] == 0x60 { open += 1 }
    let count = open - start
    var run = TextRun()
    var i = open
    while i < cursor.limit {
      if source[i] == 0x60 {
        var end = i
        while end < cursor.limit, source[end] == 0x60 { end += 1 }
        if end - i == count {
          cursor.offset = end
          return (stripped(run, to: node.literal.count), start..<end)
        }
        run.append(UnsafeBufferPointer(rebasing: source[i..<end]), at: i)
        i = end
      } else if source[i] == 0x0A {
        var end = i + 1
        while end < cursor.limit, [0x20, 0x09, 0x3E].contains(source[end]) { end += 1 }
        run.append(byte: 0x20, from: i..<end)
        i = end
      } else if isInCell, source[i] == 0x5C, i + 1 < cursor.limit, source[i + 1] == 0x7C {
        run.append(byte: 0x7C, from: i..<i + 2)
        i += 2
      } else if source[i] == 0x0D {
        i += 1
      } else {
        let start = i
        repeat { i += 1 } while i < cursor.limit && !Self.isSpecialInCode(source[i])
        run.append(UnsafeBufferPointer(rebasing: source[start..<i]), at: start)
      }
    }
    run = TextRun()
    let range = cursor.take(node.literal, into: &run)
    return (run, range)
  }

  /// Backticks, line ends, backslashes before bars.
  private static func isSpecialInCode(_ byte: UInt8) -> Bool {
    byte == 0x60 || byte == 0x0A || byte == 0x0D || byte == 0x5C
  }

  private func stripped(_ run: TextRun, to count: Int) -> TextRun {
    guard run.bytes.count == count + 2, run.bytes.first == 0x20, run.bytes.last == 0x20 else {
      return run
    }
    return run.slice(1..<count + 1)
  }
}

import Diagnostics

/// Reads the alerts of code hosts: a quote whose first line is `[!NOTE]`.
struct CalloutReader {
  let context: ParseContext

  /// - Returns: nil when the quote is no alert.
  func read(_ node: CmarkNode, blocks: BlockReader, depth: Int) -> Block<Parsed>? {
    guard let first = node.firstChild, first.kind == .paragraph,
      let text = first.firstChild, text.kind == .text
    else { return nil }
    guard let kind = kind(text.literal) else {
      warnUnknownKind(text)
      return nil
    }
    var reader = InlineReader(context: context, cursor: context.cursor(over: first))
    var (line, rest) = splitFirstLine(reader.pieces(of: first))
    if case .text(let run)? = line.first {
      var start = run.bytes.firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? 0
      while start < run.bytes.count, run.bytes[start] == 0x20 { start += 1 }
      line[0] = .text(run.slice(start..<run.bytes.count))
    }
    let span = context.span(of: node)
    var inner =
      rest.isEmpty
      ? [] : ParagraphReader(context: context).read(rest, span: context.span(of: first))
    var children: [CmarkNode] = []
    var next = first.next
    while let child = next {
      children.append(child)
      next = child.next
    }
    inner += blocks.blocks(children, depth: depth + 1)
    let title = InlineReader.inlines(line, context: context)
    return .callout(Callout(kind: kind, title: title, blocks: inner, span: span))
  }

  private func kind(_ literal: UnsafeBufferPointer<UInt8>) -> Callout<Parsed>.Kind? {
    guard literal.starts(with: "[!".utf8),
      let close = literal.firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let name = String(decoding: literal[2..<close], as: UTF8.self).lowercased()
    return Callout.Kind(rawValue: name)
  }

  /// `[!WARN]`, which stays text.
  private func warnUnknownKind(_ text: CmarkNode) {
    let literal = text.literal
    guard !context.isReadme, literal.starts(with: "[!".utf8), literal.last == UInt8(ascii: "]"),
      literal.count > 3
    else { return }
    let name = String(decoding: literal[2..<(literal.count - 1)], as: UTF8.self)
    guard name.allSatisfy(\.isLetter) else { return }
    context.diagnostics.append(
      Diagnostic(
        .warning, "unknown-callout", "there is no callout '\(name)'", at: context.span(of: text),
        help: helpForUnknown(
          name, among: Callout<Parsed>.Kind.allCases.map { $0.rawValue.uppercased() },
          called: "callouts", of: "the")))
  }

  private func splitFirstLine(_ pieces: [Piece]) -> (line: [Piece], rest: [Piece]) {
    var line: [Piece] = []
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let run):
        guard let end = run.bytes.firstIndex(of: 0x0A) else { break }
        line.append(.text(run.slice(0..<end)))
        var rest = Array(pieces[(index + 1)...])
        if end + 1 < run.bytes.count {
          rest.insert(.text(run.slice(end + 1..<run.bytes.count)), at: 0)
        }
        return (line, rest)
      case .inline(.lineBreak): return (line, Array(pieces[(index + 1)...]))
      default: break
      }
      line.append(piece)
    }
    return (line, [])
  }
}

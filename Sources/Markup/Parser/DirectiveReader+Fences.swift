import Diagnostics

// Fences that are not closed where their author meant them to be.
extension DirectiveReader {
  /// A line in the text of a block that would open another one.
  struct Fence {
    /// Where the line starts, and where the text after it does.
    var line, body: Int
    var mark: String
    var info: SpannedText
  }

  /// Where the name of a directive ends in the line that opens it; nil for other code.
  func opensDirective(_ info: SpannedText) -> Int? {
    let words = info.bytes.split(separator: 0x20, maxSplits: 2)
    guard words.count >= 2 else { return nil }
    let language = String(decoding: words[0], as: UTF8.self)
    guard Self.optionMarks[language] != nil,
      isDirective(String(decoding: words[1], as: UTF8.self), in: language)
    else { return nil }
    return info.sourceOffset(words[1].endIndex)
  }

  /// The first line of a body that opens a directive.
  func nextFence(in body: SpannedText) -> Fence? {
    let bytes = body.bytes
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end].drop { $0 == 0x20 }
      if let byte = line.first, byte == 0x60 || byte == 0x7E {
        let mark = line.prefix { $0 == byte }
        let info = body.slice(mark.endIndex..<end)
        if mark.count >= 3, opensDirective(info) != nil {
          return Fence(
            line: start, body: min(end + 1, bytes.count),
            mark: String(decoding: mark, as: UTF8.self), info: info)
        }
      }
      start = end + 1
    }
    return nil
  }

  func reportUnclosed(_ opening: SourceSpan, before next: Fence) {
    context.diagnostics.append(
      Diagnostic(
        .error, "unclosed-fence", "the block that starts here is not closed", at: opening,
        help: ["put '\(next.mark)' on a line after its text"],
        related: [
          Diagnostic.Related(message: "the next block opens here", span: next.info.span)
        ]))
  }

  /// A fence without its closing line takes in the rest of the chapter.
  func warnUnclosed(_ node: CmarkNode, _ span: SourceSpan) {
    let source = context.source
    let start = Int(span.start)
    guard start < source.count else { return }
    let mark = source[start]
    var count = 0
    while start + count < source.count, source[start + count] == mark { count += 1 }
    if node.endLine > node.startLine {
      let lineStart = context.file.offset(ofLine: node.endLine)
      let line = source[lineStart..<context.file.offset(ofLine: node.endLine + 1)]
      let rest = line.drop { [0x20, 0x09, 0x3E].contains($0) }
      let closing = rest.prefix { $0 == mark }
      let isBlank = rest.dropFirst(closing.count).allSatisfy {
        [0x20, 0x09, 0x0A, 0x0D].contains($0)
      }
      if closing.count >= count, isBlank { return }
    }
    let fence = String(repeating: Character(Unicode.Scalar(mark)), count: count)
    context.diagnostics.append(
      .warning(
        "unclosed-fence", "the code block that starts here is not closed",
        at: context.span(start..<start + count), help: "put '\(fence)' on a line after its text"))
  }
}

import Diagnostics

/// Leads the text of an option that is folded over lines back to its places in the chapter.
///
///     --| alt: >-
///     --|   Words of one line
///     --|   and of the next.
enum FoldedText {
  private static let prefixes = [Array("--|".utf8), Array("%|".utf8)]

  /// The text with a segment for each of its lines; nil when it is written otherwise than folded
  /// (YAML 1.2, section 8.1.3), such as with escapes.
  ///
  /// - Parameter span: from the indicator `>` to the end of the last line.
  static func spanned(_ text: String, at span: SourceSpan, in file: SourceFile) -> SpannedText? {
    let value = Array(text.utf8)
    let source = file.bytes
    guard span.range.lowerBound < source.count, source[span.range.lowerBound] == UInt8(ascii: ">"),
      let header = source[span.range.lowerBound...].firstIndex(of: 0x0A)
    else { return nil }
    var result = SpannedText(file: span.file)
    var at = lineStart(after: header, in: source)
    var start = 0
    for index in value.indices {
      guard at < source.count else { return nil }
      if value[index] == source[at] {
        at += 1
        continue
      }
      // The end of a line is folded to a blank.
      guard value[index] == UInt8(ascii: " "), source[at] == 0x0A else { return nil }
      result.append(value[start..<index], at: at - (index - start))
      result.appendBlank()
      start = index + 1
      at = lineStart(after: at, in: source)
    }
    result.append(value[start...], at: at - (value.count - start))
    return result
  }

  /// Where the words of the next line begin, behind the mark of a comment and the indent.
  private static func lineStart(after newline: Int, in source: [UInt8]) -> Int {
    var at = newline + 1
    func skipBlanks() { while at < source.count, source[at] == UInt8(ascii: " ") { at += 1 } }
    skipBlanks()
    if let prefix = prefixes.first(where: { source[at...].starts(with: $0) }) {
      at += prefix.count
      skipBlanks()
    }
    return at
  }
}

extension SpannedText {
  /// Adds the blank that a line end is folded to: it maps to the end of what came before.
  fileprivate mutating func appendBlank() { append(unwritten: " ", at: Int(span.end)) }
}

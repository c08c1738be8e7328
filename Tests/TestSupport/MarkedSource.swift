public import Diagnostics

/// Source text in which `⟦` and `⟧` mark the place that a diagnostic should name, so that nobody
/// counts columns.
public struct MarkedSource: Sendable {
  /// The text without marks.
  public let text: String
  /// The marked byte ranges, in order.
  public let ranges: [Range<Int>]

  public init(_ marked: String) {
    var text = ""
    var ranges: [Range<Int>] = []
    var start = 0
    for character in marked {
      switch character {
      case "⟦": start = text.utf8.count
      case "⟧": ranges.append(start..<text.utf8.count)
      default: text.append(character)
      }
    }
    self.text = text
    self.ranges = ranges
  }

  /// Takes the text into a source map as a file.
  public func file(_ path: String = "chapter.md", in sources: SourceMap) -> SourceFile {
    sources.add(path: path, text: text)
  }
}

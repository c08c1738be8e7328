import Diagnostics
import Synchronization

/// A data file as the CSV reader sees it.
///
/// It joins the source map only when something in it is pointed at: a large file's line table costs
/// more than reading its values. Tables of other formats come here as CSV text, each cell of which
/// knows its place in the original.
final class DataFile: Sendable {
  /// As diagnostics print it; with `#` and the table's name when the file holds several.
  let path: String
  /// The file alone.
  let filePath: String
  /// CSV.
  let bytes: [UInt8]
  /// The file itself, for its hash.
  let original: [UInt8]
  /// Whether quotes tell text from numbers, as in formats with types: then "12" is no number and ""
  /// is no missing value.
  let isTyped: Bool
  /// The way back to the original, when `bytes` is not it.
  private let text: SpannedText?
  private let sources: SourceMap
  private let registered = Mutex<SourceFile?>(nil)

  /// A file that is CSV.
  ///
  /// - Parameters:
  ///   - table: the resource's name when another is read from the same file.
  ///   - original: the file before it was decoded to UTF-8.
  init(
    path: String, table: String? = nil, bytes: [UInt8], original: [UInt8]? = nil,
    sources: SourceMap
  ) {
    self.path = table.map { "\(path)#\($0)" } ?? path
    filePath = path
    self.bytes = bytes
    self.original = original ?? bytes
    isTyped = false
    text = nil
    self.sources = sources
  }

  /// A table that was converted.
  ///
  /// - Parameters:
  ///   - table: its name in a file of several.
  ///   - text: CSV with the places of its cells in the original; nil when the original is no text,
  ///     then places are those in the CSV.
  init(
    path: String, table: String? = nil, csv: [UInt8], text: SpannedText?, original: [UInt8],
    sources: SourceMap
  ) {
    self.path = table.map { "\(path)#\($0)" } ?? path
    filePath = path
    bytes = csv
    self.original = original
    isTyped = true
    self.text = text
    self.sources = sources
  }

  func span(_ start: Int, _ end: Int) -> SourceSpan {
    if let text { return text.span(start..<max(start, end)) }
    return SourceSpan(file: source.id, start: start, end: end)
  }

  private var source: SourceFile {
    registered.withLock { file in
      if let file { return file }
      // CSV that was made of another format stands in no file.
      let added = sources.add(path: isTyped ? path : filePath, bytes: bytes)
      file = added
      return added
    }
  }
}

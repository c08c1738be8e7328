import Synchronization

/// Names one file of a `SourceMap`. Small, so that every node of a tree can carry it.
public struct FileID: Hashable, Sendable, Comparable {
  public let rawValue: Int32

  public init(rawValue: Int32) { self.rawValue = rawValue }

  public static func < (a: FileID, b: FileID) -> Bool { a.rawValue < b.rawValue }
}

/// The bytes of a text file with a table of its lines.
///
/// Positions are byte offsets; lines and columns are 1-based, columns count Unicode scalars so that
/// an editor finds them.
public final class SourceFile: Sendable {
  public let id: FileID
  /// The path as diagnostics print it, relative to the project.
  public let path: String
  public let bytes: [UInt8]
  /// Found when somebody asks for a line: most files are never pointed at, and data files are large.
  private let foundLineStarts = Mutex<[Int]?>(nil)

  init(id: FileID, path: String, bytes: [UInt8]) {
    self.id = id
    self.path = path
    self.bytes = bytes
  }

  private var lineStarts: [Int] {
    foundLineStarts.withLock { found in
      if let found { return found }
      var starts = [0]
      for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
      found = starts
      return starts
    }
  }

  /// Where findings about the file as a whole have their place.
  public var start: SourceSpan { SourceSpan(file: id, start: 0, end: 0) }

  /// The number of lines; a file that ends in a newline has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// The 1-based line that holds the byte at `offset`.
  public func line(at offset: Int) -> Int {
    let lineStarts = lineStarts
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The 1-based column, in Unicode scalars, of the byte at `offset`.
  public func column(at offset: Int) -> Int {
    let start = lineStarts[line(at: offset) - 1]
    let end = min(offset, bytes.count)
    guard start < end else { return 1 }
    return 1 + bytes[start..<end].count { $0 & 0xC0 != 0x80 }
  }

  /// The byte offset where a 1-based line starts; the end of the file past the last line.
  public func offset(ofLine line: Int) -> Int {
    line - 1 < lineStarts.count ? lineStarts[max(0, line - 1)] : bytes.count
  }

  /// The byte offset of a 1-based line and 1-based column in bytes, kept within the line.
  public func offset(ofLine line: Int, byteColumn column: Int) -> Int {
    min(offset(ofLine: line) + max(0, column - 1), offset(ofLine: line) + byteCount(ofLine: line))
  }

  /// The text of a 1-based line without its line end.
  public func text(ofLine line: Int) -> String {
    let start = offset(ofLine: line)
    return String(decoding: bytes[start..<start + byteCount(ofLine: line)], as: UTF8.self)
  }

  /// The text that a span of this file covers.
  public func text(of span: SourceSpan) -> String {
    let start = min(max(0, Int(span.start)), bytes.count)
    let end = min(max(start, Int(span.end)), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func byteCount(ofLine line: Int) -> Int {
    let start = offset(ofLine: line)
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return max(0, end - start)
  }
}

/// A range of bytes in one source file. Twelve bytes, no reference: every node carries one.
public struct SourceSpan: Hashable, Sendable {
  public var file: FileID
  /// Byte offsets, `start` included, `end` not.
  public var start: Int32
  public var end: Int32

  public init(file: FileID, start: Int, end: Int) {
    self.file = file
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: max(start, end))
  }

  public init(file: FileID, _ range: Range<Int>) {
    self.init(file: file, start: range.lowerBound, end: range.upperBound)
  }

  public var range: Range<Int> { Int(start)..<Int(end) }

  /// The part of this span between two byte offsets relative to its start.
  public func slice(_ from: Int, _ to: Int) -> SourceSpan {
    SourceSpan(
      file: file, start: min(Int(start) + from, Int(end)), end: min(Int(start) + to, Int(end)))
  }

  /// The smallest span that covers both. Both must lie in the same file.
  public func union(_ other: SourceSpan) -> SourceSpan {
    precondition(file == other.file, "a span lies in one file")
    return SourceSpan(
      file: file, start: Int(min(start, other.start)), end: Int(max(end, other.end)))
  }
}

/// Text lifted out of a source file, each byte of which still knows its place there.
///
/// The lines of a directive's body, of its options (without their `--|`) or of a formula inside a
/// block quote are not one contiguous range of the file; a table of segments maps offsets back, so
/// that a YAML mark, SQLite's error offset or a TeX position lands in the right column.
public struct SpannedText: Sendable, Hashable {
  private struct Segment: Sendable, Hashable {
    var textStart: Int
    var sourceStart: Int
    var count: Int
  }

  public let file: FileID
  /// UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var segments = ShortList<Segment>()

  public init(file: FileID) { self.file = file }

  /// A whole file.
  public init(_ source: SourceFile) {
    file = source.id
    append(source.bytes, at: 0)
  }

  /// The text of a contiguous span.
  public init(_ span: SourceSpan, in source: SourceFile) {
    file = span.file
    append(source.bytes[span.range], at: Int(span.start))
  }

  /// Adds bytes that stand at `sourceStart` in the file.
  public mutating func append(_ added: ArraySlice<UInt8>, at sourceStart: Int) {
    segments.append(
      Segment(textStart: bytes.count, sourceStart: sourceStart, count: added.count))
    bytes.append(contentsOf: added)
  }

  public mutating func append(_ added: [UInt8], at sourceStart: Int) {
    append(added[...], at: sourceStart)
  }

  /// Adds words that do not stand in the file: all of them map to one place there.
  public mutating func append(unwritten words: String, at sourceStart: Int) {
    segments.append(Segment(textStart: bytes.count, sourceStart: sourceStart, count: 0))
    var words = words
    words.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Makes room for a number of bytes, in a number of parts.
  public mutating func reserveCapacity(_ count: Int, parts: Int) {
    bytes.reserveCapacity(count)
    segments.reserveCapacity(parts)
  }

  /// Adds a byte that stands nowhere in the source (a newline between lifted lines): it maps to the
  /// end of what came before.
  public mutating func appendNewline() { bytes.append(0x0A) }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
  public var isEmpty: Bool { bytes.isEmpty }

  /// The byte offset in the file of a byte offset in the text.
  public func sourceOffset(_ offset: Int) -> Int {
    guard !segments.isEmpty else { return 0 }
    let segment = segments[index(at: offset)]
    return segment.sourceStart + min(max(0, offset - segment.textStart), segment.count)
  }

  /// The segment that holds a byte of the text.
  private func index(at offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].textStart <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The place in the file of a range of bytes of the text.
  public func span(_ range: Range<Int>) -> SourceSpan {
    let start = sourceOffset(range.lowerBound)
    let end = range.isEmpty ? start : sourceOffset(range.upperBound - 1) + 1
    return SourceSpan(file: file, start: start, end: max(start, end))
  }

  /// The place of the whole text.
  public var span: SourceSpan { span(0..<bytes.count) }

  /// A part of this text that keeps its places.
  public func slice(_ range: Range<Int>) -> SpannedText {
    var part = SpannedText(file: file)
    part.append(range, of: self)
    if part.segments.isEmpty { part.append([], at: sourceOffset(range.lowerBound)) }
    return part
  }

  /// Adds a part of another text of the same file, which keeps its places.
  public mutating func append(_ range: Range<Int>, of other: SpannedText) {
    for index in other.index(at: range.lowerBound)..<other.segments.count {
      let segment = other.segments[index]
      guard segment.textStart < range.upperBound else { break }
      let end =
        index + 1 < other.segments.count ? other.segments[index + 1].textStart : other.bytes.count
      let from = max(segment.textStart, range.lowerBound)
      let to = min(end, range.upperBound)
      guard from < to else { continue }
      let standing = max(from, min(to, segment.textStart + segment.count))
      append(other.bytes[from..<standing], at: segment.sourceStart + from - segment.textStart)
      bytes.append(contentsOf: other.bytes[standing..<to])
    }
  }
}

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
  private var segments: [Segment] = []

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
  public mutating func append(_ added: some Collection<UInt8>, at sourceStart: Int) {
    segments.append(
      Segment(textStart: bytes.count, sourceStart: sourceStart, count: added.count))
    bytes.append(contentsOf: added)
  }

  /// Adds a byte that stands nowhere in the source (a newline between lifted lines): it maps to the
  /// end of what came before.
  public mutating func appendNewline() { bytes.append(0x0A) }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
  public var isEmpty: Bool { bytes.isEmpty }

  /// The byte offset in the file of a byte offset in the text.
  public func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = segments.count
    guard high > 0 else { return 0 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].textStart <= offset { low = middle } else { high = middle }
    }
    let segment = segments[low]
    return segment.sourceStart + min(max(0, offset - segment.textStart), segment.count)
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
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1].textStart : bytes.count
      let from = max(segment.textStart, range.lowerBound)
      let to = min(end, range.upperBound)
      guard from < to else { continue }
      let standing = max(from, min(to, segment.textStart + segment.count))
      part.append(bytes[from..<standing], at: segment.sourceStart + from - segment.textStart)
      part.bytes.append(contentsOf: bytes[standing..<to])
    }
    if part.segments.isEmpty { part.append([], at: sourceOffset(range.lowerBound)) }
    return part
  }
}

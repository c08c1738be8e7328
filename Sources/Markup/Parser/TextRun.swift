import Diagnostics

/// A stretch of running text as the parser saw it, each byte of which knows its place in the file.
///
/// Like `SpannedText`, but decoded: one character may come from several bytes of source (`&amp;`,
/// `\*`). A line end of the source is `\n`.
struct TextRun {
  private struct Piece {
    var textStart: Int
    var count: Int
    var sourceStart: Int
    var sourceCount: Int
  }

  private(set) var bytes: [UInt8] = []
  private var pieces = ShortList<Piece>()

  var isEmpty: Bool { bytes.isEmpty }

  /// Adds bytes that stand as they are at `sourceStart`.
  mutating func append(_ added: UnsafeBufferPointer<UInt8>, at sourceStart: Int) {
    note(added.count, from: sourceStart..<sourceStart + added.count)
    bytes.append(contentsOf: added)
  }

  /// Adds bytes that were written as another text, at `source`.
  mutating func append(_ added: ArraySlice<UInt8>, from source: Range<Int>) {
    note(added.count, from: source)
    bytes.append(contentsOf: added)
  }

  mutating func append(_ added: [UInt8], from source: Range<Int>) {
    append(added[...], from: source)
  }

  /// Adds one byte that was written as another text.
  mutating func append(byte: UInt8, from source: Range<Int>) {
    note(1, from: source)
    bytes.append(byte)
  }

  private mutating func note(_ count: Int, from source: Range<Int>) {
    if let last = pieces.last, last.count == last.sourceCount, count == source.count,
      last.sourceStart + last.count == source.lowerBound
    {
      pieces[pieces.count - 1].count += count
      pieces[pieces.count - 1].sourceCount += count
    } else {
      pieces.append(
        Piece(
          textStart: bytes.count, count: count, sourceStart: source.lowerBound,
          sourceCount: source.count))
    }
  }

  mutating func append(_ other: TextRun) {
    for piece in other.pieces {
      append(
        other.bytes[piece.textStart..<piece.textStart + piece.count],
        from: piece.sourceStart..<piece.sourceStart + piece.sourceCount)
    }
  }

  /// The file range of a range of bytes of the text.
  func source(_ range: Range<Int>) -> Range<Int> {
    guard !pieces.isEmpty else { return 0..<0 }
    let first = pieces[index(at: range.lowerBound)]
    var start = first.sourceStart
    let into = range.lowerBound - first.textStart
    if first.count == first.sourceCount {
      start += into
    } else if into >= first.count {
      start += first.sourceCount
    }
    guard !range.isEmpty else { return start..<start }
    let last = pieces[index(at: range.upperBound - 1)]
    let end =
      last.count == last.sourceCount
      ? last.sourceStart + range.upperBound - last.textStart
      : last.sourceStart + last.sourceCount
    return start..<max(start, end)
  }

  func source() -> Range<Int> { source(0..<bytes.count) }

  /// A part of the run, with the places of its bytes.
  func slice(_ range: Range<Int>) -> TextRun {
    var part = TextRun()
    for piece in pieces {
      let from = max(piece.textStart, range.lowerBound)
      let to = min(piece.textStart + piece.count, range.upperBound)
      guard from < to else { continue }
      let isWhole = piece.count == piece.sourceCount
      let start = isWhole ? piece.sourceStart + from - piece.textStart : piece.sourceStart
      part.append(
        bytes[from..<to], from: start..<start + (isWhole ? to - from : piece.sourceCount))
    }
    return part
  }

  /// The same text as a directive's body or a formula carries it.
  func spanned(_ range: Range<Int>, file: FileID) -> SpannedText {
    var text = SpannedText(file: file)
    for piece in pieces {
      let from = max(piece.textStart, range.lowerBound)
      let to = min(piece.textStart + piece.count, range.upperBound)
      guard from < to else { continue }
      let isWhole = piece.count == piece.sourceCount
      text.append(
        bytes[from..<to],
        at: isWhole ? piece.sourceStart + from - piece.textStart : piece.sourceStart)
    }
    return text
  }

  private func index(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].textStart <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

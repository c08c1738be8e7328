/// Finds in the source what cmark hands out decoded.
///
/// cmark's columns are wrong after `\|`, round autolinks and on continuation lines of lists and
/// quotes. Inlines come in reading order, so their places are found by looking on from the last
/// one: the first place at which the source can be read as the literal.
struct SourceCursor {
  let source: UnsafeBufferPointer<UInt8>
  /// Everything before was already read.
  var offset: Int
  /// The end of the block or table cell.
  var limit: Int

  /// Takes the next place that reads as `literal`, and adds it to a run.
  ///
  /// - Returns: the range in the source; empty, at the cursor, when nothing reads so.
  @discardableResult
  mutating func take(_ literal: UnsafeBufferPointer<UInt8>, into run: inout TextRun)
    -> Range<Int>
  {
    guard let first = literal.first else { return offset..<offset }
    var start = offset
    while start < limit {
      let byte = source[start]
      if byte == first || byte == 0x5C || byte == 0x26 || byte == 0,
        let end = match(literal, at: start, into: &run)
      {
        offset = end
        return start..<end
      }
      start += 1
    }
    run.append(Array(literal), from: offset..<offset)
    return offset..<offset
  }

  /// Moves past the next occurrence of a byte; stays when there is none.
  ///
  /// - Returns: where it stands.
  @discardableResult
  mutating func skip(past byte: UInt8) -> Int {
    var i = offset
    while i < limit, source[i] != byte { i += 1 }
    guard i < limit else { return offset }
    offset = i + 1
    return i
  }

  /// Moves past `count` bytes if they are all `byte`.
  mutating func skip(_ byte: UInt8, count: Int) -> Bool {
    guard offset + count <= limit else { return false }
    for i in offset..<offset + count where source[i] != byte { return false }
    offset += count
    return true
  }

  /// Moves to the start of the next line, over indentation and quote marks.
  mutating func skipLine() -> Range<Int> {
    let start = offset
    skip(past: 0x0A)
    let end = offset
    while offset < limit, source[offset] == 0x20 || source[offset] == 0x09 || source[offset] == 0x3E
    {
      offset += 1
    }
    return start..<end
  }

  private func match(
    _ literal: UnsafeBufferPointer<UInt8>, at start: Int, into run: inout TextRun
  ) -> Int? {
    if start + literal.count <= limit, isEqual(literal, at: start) {
      run.append(literal, at: start)
      return start + literal.count
    }
    var found = TextRun()
    var i = 0
    var s = start
    while i < literal.count {
      guard s < limit else { return nil }
      let byte = source[s]
      if byte == 0x26, let reference = CharacterReference.decode(in: prefix, at: s),
        literal[i...].starts(with: reference.text)
      {
        found.append(reference.text, from: s..<reference.end)
        i += reference.text.count
        s = reference.end
      } else if byte == 0x5C, s + 1 < limit, source[s + 1] == literal[i], isPunctuation(literal[i])
      {
        found.append(byte: literal[i], from: s..<s + 2)
        i += 1
        s += 2
      } else if byte == literal[i] {
        found.append(byte: byte, from: s..<s + 1)
        i += 1
        s += 1
        if byte == 0x0A { s = skipPrefix(from: s, before: i < literal.count ? literal[i] : 0) }
      } else if byte == 0x0D {
        s += 1
      } else if byte == 0, literal[i...].starts(with: [0xEF, 0xBF, 0xBD]) {
        found.append([0xEF, 0xBF, 0xBD], from: s..<s + 1)
        i += 3
        s += 1
      } else {
        return nil
      }
    }
    run.append(found)
    return s
  }

  private var prefix: Slice<UnsafeBufferPointer<UInt8>> { source[0..<limit] }

  private func isEqual(_ literal: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for i in 0..<literal.count where literal[i] != source[start + i] { return false }
    return true
  }

  /// The marks of the blocks around a continuation line are not part of its text.
  private func skipPrefix(from start: Int, before next: UInt8) -> Int {
    var s = start
    while s < limit, source[s] != next,
      source[s] == 0x20 || source[s] == 0x09 || source[s] == 0x3E
    {
      s += 1
    }
    return s
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}

import CUnicode
import Graphics

/// Cuts text into words and spaces.
///
/// ASCII goes by bytes. Other text is looked at for its special spaces, and scripts that write
/// without spaces are cut at ICU's line-break opportunities (UAX #14).
extension ParagraphBuilder {
  /// - Parameter levels: bidirectional levels of the range's bytes, nil in plain paragraphs.
  mutating func addText(
    _ range: Range<Int>, _ style: Int, of bytes: UnsafeBufferPointer<UInt8>, levels: [UInt8]?,
    _ shaper: inout Shaper
  ) {
    let keeps = styles[style].style.keepsSpaces
    var i = range.lowerBound
    let end = range.upperBound
    while i < end {
      if bytes[i] <= 0x20 {
        addSpace(
          style, keeps: keeps, level: levels?[i - range.lowerBound] ?? 0,
          penalty: keeps ? 0 : tie(before: i + 1, end, of: bytes, style))
        i += 1
        continue
      }
      let start = i
      var high: UInt8 = 0
      while i < end, bytes[i] > 0x20 {
        high |= bytes[i]
        i += 1
      }
      if high < 0x80, levels == nil {
        addPiece(start..<i, style, of: bytes, level: 0, &shaper)
      } else {
        addSpecial(start..<i, style, of: bytes, levels: levels, from: range.lowerBound, &shaper)
      }
    }
  }

  /// What ending a line at a space costs, whose next byte is at `place`: "Figure 3" stays together,
  /// in ragged text (cells, captions) if it can, as do "18 MWh" and "18 / MWh"; "192 tokens" if
  /// that is not dear. Brackets and
  /// marks that stand apart, as in French, stay with their text (UAX #14, rules LB13 and LB14).
  private func tie(
    before place: Int, _ end: Int, of bytes: UnsafeBufferPointer<UInt8>, _ style: Int
  ) -> Float {
    let never: Float = 10_000
    switch touchingScalar {
    case 0x28, 0x5B, 0x7B: return never
    case 0xAB where isFrench(style): return never
    default: break
    }
    var place = place
    while place < end, bytes[place] <= 0x20 { place += 1 }
    guard place < end else { return 0 }
    let next = bytes[place]
    let strong = options.isJustified ? never : 1000
    let followsDigit = touchingScalar >= 0x30 && touchingScalar <= 0x39
    if followsDigit || followsNumber, UnitNames.begin(at: place, end, of: bytes) { return strong }
    switch next {
    case 0x30...0x39: return followsCapital ? strong : 0
    case 0x61...0x7A: return followsDigit ? 120 : 0
    case 0x2F:
      // "18 / MWh"
      return followsDigit && place + 1 < end && bytes[place + 1] <= 0x20 ? strong : 0
    case 0x29, 0x5D, 0x7D: return never
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F:
      // Not before ".NET" or ":warning:".
      return place + 1 == end || bytes[place + 1] <= 0x21 ? never : 0
    case 0xC2:
      return place + 1 < end && bytes[place + 1] == 0xBB && isFrench(style) ? never : 0
    default: return 0
    }
  }

  private func isFrench(_ style: Int) -> Bool {
    styles[style].style.language.split(separator: "-").first?.lowercased() == "fr"
  }

  /// A piece that is shaped as one word.
  private mutating func addPiece(
    _ range: Range<Int>, _ style: Int, of bytes: UnsafeBufferPointer<UInt8>, level: UInt8,
    _ shaper: inout Shaper
  ) {
    if touchingScalar != 0 {
      let first = scalar(in: bytes, at: range.lowerBound).value
      if mayBreak(touchingScalar, first) { addBoundary() }
    }
    let index = shaper.word(
      UnsafeBufferPointer(rebasing: bytes[range]), style: styles[style].shaping,
      isRightToLeft: level & 1 == 1)
    addWord(index, style, level: level, &shaper)
    touch(scalar(in: bytes, before: range.upperBound))
    let first = bytes[range.lowerBound]
    followsCapital = first >= 0x41 && first <= 0x5A
    let last = bytes[range.upperBound - 1]
    // A stroke that stands alone belongs to the unit behind it.
    followsNumber = last >= 0x30 && last <= 0x39 || last == 0x2F && range.count == 1
  }

  /// A stretch without ASCII spaces that holds other characters than ASCII.
  private mutating func addSpecial(
    _ range: Range<Int>, _ style: Int, of bytes: UnsafeBufferPointer<UInt8>, levels: [UInt8]?,
    from origin: Int, _ shaper: inout Shaper
  ) {
    var start = range.lowerBound
    var i = start
    var needsICU = false
    func level(_ at: Int) -> UInt8 { levels?[at - origin] ?? 0 }
    func flush(_ end: Int, _ builder: inout ParagraphBuilder, _ shaper: inout Shaper) {
      if start < end {
        if needsICU {
          builder.addWithoutSpaces(
            start..<end, style, of: bytes, level: level(start), &shaper)
        } else {
          builder.addPiece(start..<end, style, of: bytes, level: level(start), &shaper)
        }
      }
      needsICU = false
    }
    while i < range.upperBound {
      let (value, length) = scalar(in: bytes, at: i)
      switch value {
      case 0xA0, 0x202F:
        flush(i, &self, &shaper)
        addNoBreakSpace(style, level: level(i))
        start = i + length
      case 0x200B:
        flush(i, &self, &shaper)
        addBoundary()
        start = i + length
      case 0x3000, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F:
        // Spaces of a width of their own: shaped as glyphs, a line may end after them.
        flush(i + length, &self, &shaper)
        addBoundary()
        start = i + length
      case 0x2028, 0x2029, 0x85:
        flush(i, &self, &shaper)
        addSpace(style, keeps: false, level: level(i))
        start = i + length
      default:
        if levels != nil, i > start, level(i) != level(start) {
          flush(i, &self, &shaper)
          start = i
        }
        if Self.isWrittenWithoutSpaces(value) { needsICU = true }
      }
      i += length
    }
    flush(range.upperBound, &self, &shaper)
  }

  /// Chinese, Japanese, Thai and their like, and emoji: a word for each piece between two of ICU's
  /// opportunities, with a little stretch between ideographs.
  private mutating func addWithoutSpaces(
    _ range: Range<Int>, _ style: Int, of bytes: UnsafeBufferPointer<UInt8>, level: UInt8,
    _ shaper: inout Shaper
  ) {
    guard let base = bytes.baseAddress else { return }
    var offsets = [Int32](repeating: 0, count: range.count + 1)
    var mandatory = [UInt8](repeating: 0, count: range.count + 1)
    let language = styles[style].style.language
    let count = (base + range.lowerBound).withMemoryRebound(to: CChar.self, capacity: range.count) {
      report_line_breaks(
        $0, Int32(range.count), language, &offsets, &mandatory, Int32(offsets.count))
    }
    var start = range.lowerBound
    var ends = offsets.prefix(max(0, Int(count))).map { range.lowerBound + Int($0) }
    if ends.last != range.upperBound { ends.append(range.upperBound) }
    for end in ends where end > start {
      if start > range.lowerBound {
        let before = scalar(in: bytes, before: start)
        let after = scalar(in: bytes, at: start).value
        let isIdeographic = Self.isIdeographic(before) || Self.isIdeographic(after)
        touch(0)
        addBoundary(stretches: isIdeographic ? styles[style].size * 0.1 : 0)
      }
      addPiece(start..<end, style, of: bytes, level: level, &shaper)
      start = end
    }
  }

  /// Whether a line may end between two characters that touch across a change of style.
  private func mayBreak(_ before: UInt32, _ after: UInt32) -> Bool {
    if before < 0x80, after < 0x80 {
      // As inside words: after a hyphen or slash that a letter follows.
      let isLetter = after | 0x20 >= 0x61 && after | 0x20 <= 0x7A
      return (before == 0x2D || before == 0x2F) && isLetter
    }
    if before == 0x2014 || before == 0x2013 && !(after >= 0x30 && after <= 0x39) {
      return after != 0x2C && after != 0x2E
    }
    guard Self.isWrittenWithoutSpaces(before) || Self.isWrittenWithoutSpaces(after),
      let a = Unicode.Scalar(before), let b = Unicode.Scalar(after)
    else { return false }
    let pair = Array(String(String.UnicodeScalarView([a, b])).utf8)
    var offsets: [Int32] = [0, 0, 0]
    var mandatory: [UInt8] = [0, 0, 0]
    let count = pair.withUnsafeBytes {
      report_line_breaks(
        $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32(pair.count), "en", &offsets,
        &mandatory, 3)
    }
    return count == 2
  }

  /// Scripts whose lines may end inside a stretch without spaces, and emoji.
  private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFFEF, 0x1B000...0x1B2FF,
      0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Han, kana, Hangul and their punctuation.
  private static func isIdeographic(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

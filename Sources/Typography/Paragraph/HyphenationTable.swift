/// Where words may be broken, found once for each distinct word.
struct HyphenationTable {
  struct Break {
    /// Byte offset in the word.
    var offset: Int
    /// A hyphen appears at the line's end.
    var isHyphen: Bool
  }

  private struct Key: Hashable {
    var language: String
    var word: [UInt8]
    var hyphenates: Bool
  }

  private var known: [Key: [Break]] = [:]
  private var hyphenators: [String: Hyphenator?] = [:]

  mutating func breaks(in word: UnsafeBufferPointer<UInt8>, style: TextStyle) -> [Break] {
    if word.count < 5, word.allSatisfy({ $0 < 0x80 && $0 != 0x2D && $0 != 0x2F }) { return [] }
    let key = Key(language: style.language, word: Array(word), hyphenates: style.hyphenates)
    if let found = known[key] { return found }
    let found = find(word, style)
    known[key] = found
    return found
  }

  private mutating func find(_ word: UnsafeBufferPointer<UInt8>, _ style: TextStyle) -> [Break] {
    var breaks: [Break] = []
    let isPlain = word.allSatisfy { $0 >= 0x41 && $0 <= 0x7A || $0 < 0x2D }
    if !isPlain {
      breaks = UnicodeText.breaks(word, language: style.language).map {
        Break(offset: $0, isHyphen: false)
      }
      if Array(word).isURL { breaks = Self.urlBreaks(word) }
    }
    if style.hyphenates {
      breaks += hyphens(word, style.language)
      breaks.sort { ($0.offset, $0.isHyphen ? 1 : 0) < ($1.offset, $1.isHyphen ? 1 : 0) }
      var kept: [Break] = []
      for point in breaks where kept.last?.offset != point.offset { kept.append(point) }
      breaks = kept
    }
    return breaks
  }

  /// After slashes and before dots and the like, as The Chicago Manual of Style (14.18) has it.
  private static func urlBreaks(_ word: UnsafeBufferPointer<UInt8>) -> [Break] {
    var breaks: [Break] = []
    for at in 1..<word.count - 1 {
      let isAfter = word[at - 1] == 0x2F && word[at] != 0x2F
      let isBefore = [0x2E, 0x2D, 0x5F, 0x3F, 0x3D, 0x26, 0x23, 0x25].contains(word[at])
      if isAfter || isBefore { breaks.append(Break(offset: at, isHyphen: false)) }
    }
    return breaks
  }

  private mutating func hyphens(_ word: UnsafeBufferPointer<UInt8>, _ language: String) -> [Break] {
    let hyphenator: Hyphenator?
    if let known = hyphenators[language] {
      hyphenator = known
    } else {
      hyphenator = Hyphenator(language: language)
      hyphenators[language] = .some(hyphenator)
    }
    guard let hyphenator else { return [] }
    var breaks: [Break] = []
    var start = 0
    while start < word.count {
      guard isLetter(word[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < word.count, isLetter(word[end]) { end += 1 }
      let lower = Array(
        String(decoding: word[start..<end], as: UTF8.self).lowercased().utf8)
      if lower.count == end - start {
        breaks += hyphenator.points(in: lower).map { Break(offset: start + $0, isHyphen: true) }
      }
      start = end
    }
    return breaks
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}

extension [UInt8] {
  fileprivate var isURL: Bool {
    starts(with: Array("http://".utf8)) || starts(with: Array("https://".utf8))
      || starts(with: Array("www.".utf8))
  }
}

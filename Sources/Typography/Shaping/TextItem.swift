import CUnicode
import Graphics

/// A stretch of a word that one face draws in one script and direction.
struct TextItem {
  var bytes: Range<Int>
  var font: FontID
  var script: UInt32
  var isRightToLeft: Bool
  /// Size of the glyphs relative to the style's.
  var scale: Float = 1
  /// Drawn in place of the bytes: capitals for made-up small capitals.
  var replacement: [UInt8]?
  /// Whether glyphs that the face lacks are left out (joiners and modifiers of an emoji).
  var hidesMissing = false
  /// Glyphs of the colour pictures that stand for the bytes; empty for text.
  var emoji: [UInt32] = []
}

extension Shaper {
  /// Splits a word into items: one for almost every word; more where scripts mix or a font lacks
  /// characters.
  mutating func items(
    of text: UnsafeBufferPointer<UInt8>, _ style: Prepared, style id: Int32
  ) -> [TextItem] {
    let isRightToLeft = id & 1 == 1
    let isASCII = !text.contains { $0 >= 0x80 }
    if style.scalesCapitals { return capitals(of: text, style) }
    if isASCII {
      return [
        TextItem(
          bytes: 0..<text.count, font: style.font, script: isRightToLeft ? 0 : tag("Latn"),
          isRightToLeft: isRightToLeft)
      ]
    }
    var items: [TextItem] = []
    for part in emojiAndText(of: text) {
      if !part.emoji.isEmpty {
        items.append(
          TextItem(
            bytes: part.bytes, font: style.font, script: 0, isRightToLeft: isRightToLeft,
            emoji: part.emoji))
        continue
      }
      for run in scriptRuns(text, part.bytes) {
        chooseFonts(run.bytes, run.script, of: text, style, id, &items)
      }
    }
    return items
  }

  /// Stretches of one script; characters common to scripts go with what precedes them.
  private func scriptRuns(
    _ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>
  ) -> [(bytes: Range<Int>, script: UInt32)] {
    var runs: [(bytes: Range<Int>, script: UInt32)] = []
    var i = bytes.lowerBound
    while i < bytes.upperBound {
      let (value, length) = scalar(in: text, at: i)
      let script = report_script(value)
      let isCommon = script == tag("Zyyy") || script == tag("Zinh") || script == tag("Zzzz")
      if let last = runs.last, isCommon || last.script == script || last.script == 0 {
        runs[runs.count - 1].bytes = last.bytes.lowerBound..<(i + length)
        if last.script == 0, !isCommon { runs[runs.count - 1].script = script }
      } else {
        runs.append((i..<(i + length), isCommon ? 0 : script))
      }
      i += length
    }
    return runs
  }

  /// The style's own face when it has every character, else one fallback face for all of them,
  /// else face by face for each grapheme cluster.
  private mutating func chooseFonts(
    _ bytes: Range<Int>, _ script: UInt32, of text: UnsafeBufferPointer<UInt8>, _ style: Prepared,
    _ id: Int32, _ items: inout [TextItem]
  ) {
    let isRightToLeft = id & 1 == 1
    func item(_ bytes: Range<Int>, _ font: FontID, hides: Bool = false) -> TextItem {
      TextItem(
        bytes: bytes, font: font, script: script, isRightToLeft: isRightToLeft,
        hidesMissing: hides)
    }
    let lacksAlphabet =
      script == tag("Grek") && bytes.count > 3 && style.face.glyph(for: "ά") == nil
    if !lacksAlphabet, covers(style.face, bytes, of: text) {
      items.append(item(bytes, style.font, hides: true))
      return
    }
    let wanted = styles[Int(id >> 1)]
    var chain: [FontID] = []
    var absent: [String] = []
    for candidate in FontFallback.chain(
      script: script, family: wanted.family, weight: wanted.weight, isItalic: wanted.isItalic,
      language: wanted.language)
    {
      switch candidate {
      case .math: chain.append(fonts.font(.math))
      case .file(let index):
        if let font = fonts.fallback(index) {
          chain.append(font)
        } else if let package = FontFolders.package(of: FontFallback.files[index].name) {
          absent.append(package)
        }
      }
    }
    // A face with the Greek letters of formulas alone would set every other word of a sentence.
    var candidates = lacksAlphabet ? chain + [style.font] : [style.font] + chain
    // Letters of one script should come from one face, the marks between them from where they are;
    // symbols among Latin words need not.
    if script != 0, script != tag("Latn"),
      let font = candidates.first(where: { covers(fonts.face($0), bytes, of: text, only: script) })
    {
      if covers(fonts.face(font), bytes, of: text) {
        items.append(item(bytes, font, hides: true))
        return
      }
      candidates.insert(font, at: 0)
    }
    for cluster in graphemes(bytes, of: text) {
      let font = candidates.first { covers(fonts.face($0), cluster, of: text) }
      if font == nil {
        recordMissing(scalar(in: text, at: cluster.lowerBound).value, package: absent.first)
      }
      let chosen = font ?? style.font
      if font != nil, let last = items.last, last.font == chosen, last.hidesMissing,
        last.bytes.upperBound == cluster.lowerBound, last.script == script
      {
        items[items.count - 1].bytes = last.bytes.lowerBound..<cluster.upperBound
      } else {
        items.append(item(cluster, chosen, hides: font != nil))
      }
    }
  }

  /// Whether a face has a glyph for each character that shows.
  ///
  /// - Parameter only: looks at the letters of this script alone.
  private func covers(
    _ face: FontFace, _ bytes: Range<Int>, of text: UnsafeBufferPointer<UInt8>, only: UInt32? = nil
  ) -> Bool {
    var i = bytes.lowerBound
    while i < bytes.upperBound {
      let (value, length) = scalar(in: text, at: i)
      if let only, report_script(value) != only {
        i += length
        continue
      }
      if !Self.mayHide(value), let scalar = Unicode.Scalar(value), face.glyph(for: scalar) == nil {
        return false
      }
      i += length
    }
    return true
  }

  /// Characters that only modify others: joiners, variation selectors, skin tones, tags.
  private static func mayHide(_ value: UInt32) -> Bool {
    switch value {
    case 0x200B...0x200F, 0x2060...0x2064, 0x202A...0x202E, 0x2066...0x2069, 0xFE00...0xFE0F,
      0xFEFF, 0x1F3FB...0x1F3FF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  func graphemes(
    _ bytes: Range<Int>, of text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    guard let base = text.baseAddress else { return [] }
    var offsets = [Int32](repeating: 0, count: bytes.count + 1)
    let count = (base + bytes.lowerBound).withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      report_grapheme_breaks($0, Int32(bytes.count), &offsets, Int32(offsets.count))
    }
    var clusters: [Range<Int>] = []
    var start = bytes.lowerBound
    for offset in offsets.prefix(max(0, Int(count))) {
      let end = bytes.lowerBound + Int(offset)
      if end > start { clusters.append(start..<end) }
      start = end
    }
    if start < bytes.upperBound { clusters.append(start..<bytes.upperBound) }
    return clusters
  }

  /// Small capitals for a face that has none: capitals at four fifths, lower case by lower case.
  private func capitals(of text: UnsafeBufferPointer<UInt8>, _ style: Prepared) -> [TextItem] {
    var items: [TextItem] = []
    var i = 0
    while i < text.count {
      let (first, _) = scalar(in: text, at: i)
      let isSmall = Self.capital(of: first) != nil
      var replacement: [UInt8] = []
      let start = i
      while i < text.count {
        let (value, length) = scalar(in: text, at: i)
        let capital = Self.capital(of: value)
        if (capital != nil) != isSmall { break }
        if let capital, let scalar = Unicode.Scalar(capital) {
          replacement.append(contentsOf: Array(String(Character(scalar)).utf8))
        }
        i += length
      }
      items.append(
        TextItem(
          bytes: start..<i, font: style.font, script: tag("Latn"), isRightToLeft: false,
          scale: isSmall ? 0.8 : 1, replacement: isSmall ? replacement : nil))
    }
    return items
  }

  /// The capital of a letter of ASCII or Latin-1, which is as long in UTF-8.
  private static func capital(of value: UInt32) -> UInt32? {
    switch value {
    case 0x61...0x7A, 0xE0...0xF6, 0xF8...0xFE: value - 0x20
    default: nil
    }
  }
}

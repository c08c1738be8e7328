import Graphics

/// The ligatures that have a character of their own, U+FB00 to U+FB04.
///
/// Cairo believes a font that says a glyph is U+FB01, and wraps each "fi" in a mark that says
/// otherwise; readers such as poppler lose what follows such a mark in its paragraph. So the glyphs
/// are drawn as what the font calls them, and the font's table of texts says "fi" in their place.
enum LigatureText {
  /// By the last digit of the character.
  private static let texts = ["ff", "fi", "fl", "ffi", "ffl"].map { Array($0.utf8) }

  /// The character of a text, nil when there is none.
  static func character(of text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard (2...3).contains(text.count), text.first == UInt8(ascii: "f"),
      let index = texts.firstIndex(where: { $0.elementsEqual(text) })
    else { return nil }
    return Unicode.Scalar(0xFB00 + UInt32(index))
  }

  /// A table of texts (ISO 32000-1, 9.10.3) as cairo writes it, with the letters of each ligature;
  /// nil when it names none.
  static func spelled(_ table: [UInt8]) -> [UInt8]? {
    var out: [UInt8] = []
    var copied = 0
    var at = 0
    let key = Array("<fb0".utf8)
    while at + 6 <= table.count {
      let digit = Int(table[at + 4]) - 0x30
      guard table[at..<at + 4].elementsEqual(key), texts.indices.contains(digit),
        table[at + 5] == UInt8(ascii: ">")
      else {
        at += 1
        continue
      }
      out += table[copied...at]
      // Letters of two digits.
      for letter in texts[digit] { out += ("00" + String(letter, radix: 16)).utf8 }
      copied = at + 5
      at = copied
    }
    guard copied > 0 else { return nil }
    return out + table[copied...]
  }
}

extension GlyphRun {
  /// The run with the characters that cairo takes its glyphs for: U+FB01 for "fi" where the font has
  /// it, a plain space for one that does not break.
  ///
  /// - Parameter isGlyph: whether the font shows a character by a glyph.
  func withCharactersOfGlyphs(_ isGlyph: (UInt32, Unicode.Scalar) -> Bool) -> GlyphRun {
    var found: [(cluster: Int, byte: Int, text: [UInt8])] = []
    var (byte, glyph) = (0, 0)
    for (index, cluster) in clusters.enumerated() {
      let count = Int(cluster.bytes)
      if count == 2 || count == 3 {
        let slice = text[byte..<byte + count]
        if slice.elementsEqual([0xC2, 0xA0]) {
          found.append((index, byte, [0x20]))
        } else if cluster.glyphs == 1, !isRightToLeft,
          let character = LigatureText.character(of: slice), isGlyph(glyphs[glyph].id, character)
        {
          found.append((index, byte, Array(String(character).utf8)))
        }
      }
      byte += count
      glyph += Int(cluster.glyphs)
    }
    guard !found.isEmpty else { return self }
    var run = self
    for (cluster, byte, text) in found.reversed() {
      run.text.replaceSubrange(byte..<byte + Int(clusters[cluster].bytes), with: text)
      run.clusters[cluster].bytes = UInt16(text.count)
    }
    return run
  }
}

import CHarfBuzz
import Graphics

/// A stretch of a shaped word in one font: ranges into the pools of the cache.
struct ShapedPiece {
  var font: FontID
  var glyphs: Range<Int>
}

/// A word as HarfBuzz shaped it. Lengths are in em of its style's size.
struct ShapedWord {
  var pieces: Range<Int>
  var width: Float
}

/// One shaped glyph: its id, advance and offset in em, and where its cluster starts in the word.
struct ShapedGlyph {
  var id: UInt32
  var advance, dx, dy: Float
  var cluster: UInt16
}

/// Shapes words once: 96 of 100 words of running text have been shaped before.
///
/// Keys are the shaping-relevant part of a style and the word's bytes, in an open-addressing table;
/// values are ranges into pooled arrays.
struct WordCache {
  /// What of a style changes glyphs.
  struct Face: Hashable {
    var font: FontID
    var family: FontFamily
    var weight: FontWeight
    var isItalic: Bool
    var features: TextFeatures
    var language: String
  }

  private struct Entry {
    var hash: UInt64
    var face: Int32
    var key: Range<Int>
    var word: Int32
  }

  let fonts: FontLibrary
  private(set) var glyphs = ContiguousArray<ShapedGlyph>()
  private(set) var pieces = ContiguousArray<ShapedPiece>()
  private(set) var words = ContiguousArray<ShapedWord>()
  private(set) var missing: [Unicode.Scalar: Int] = [:]
  private var faces: [Face] = []
  private var keys = ContiguousArray<UInt8>()
  private var entries = ContiguousArray<Entry>()
  private var table = ContiguousArray<Int32>(repeating: -1, count: 1 << 12)
  private var buffer: HarfBuzzBuffer

  init(fonts: FontLibrary) {
    self.fonts = fonts
    buffer = HarfBuzzBuffer()
  }

  /// The id of what matters for shaping in a style.
  mutating func face(of style: TextStyle) -> Int32 {
    let face = Face(
      font: fonts.font(style.family, weight: style.weight, italic: style.isItalic),
      family: style.family, weight: style.weight, isItalic: style.isItalic,
      features: style.features, language: style.language)
    if let at = faces.firstIndex(of: face) { return Int32(at) }
    faces.append(face)
    return Int32(faces.count - 1)
  }

  /// The index in `words` of a word in a face.
  mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, face: Int32) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(UInt32(bitPattern: face))
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 29
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] >= 0 {
      let entry = entries[Int(table[slot])]
      if entry.hash == hash, entry.face == face, entry.key.count == bytes.count,
        keys.withUnsafeBufferPointer({ keys in
          bytes.elementsEqual(UnsafeBufferPointer(rebasing: keys[entry.key]))
        })
      {
        return Int(entry.word)
      }
      slot = (slot + 1) & (table.count - 1)
    }
    let word = shape(bytes, faces[Int(face)])
    let start = keys.count
    keys.append(contentsOf: bytes)
    entries.append(
      Entry(hash: hash, face: face, key: start..<keys.count, word: Int32(word)))
    table[slot] = Int32(entries.count - 1)
    if entries.count * 2 > table.count { grow() }
    return word
  }

  private mutating func grow() {
    table = ContiguousArray(repeating: -1, count: table.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(index)
    }
  }

  /// Shapes a word that was not met before, in as many fonts as its characters need.
  private mutating func shape(_ bytes: UnsafeBufferPointer<UInt8>, _ face: Face) -> Int {
    let firstPiece = pieces.count
    var width: Float = 0
    for (font, range) in fontRuns(bytes, face) {
      let start = glyphs.count
      let fontFace = fonts.face(font)
      let scale = 1 / Float(fontFace.unitsPerEm)
      buffer.shape(bytes, range, with: fontFace, features: face.features, language: face.language) {
        info, position in
        glyphs.append(
          ShapedGlyph(
            id: info.codepoint, advance: Float(position.x_advance) * scale,
            dx: Float(position.x_offset) * scale, dy: Float(position.y_offset) * scale,
            cluster: UInt16(info.cluster)))
      }
      for glyph in glyphs[start...] { width += glyph.advance }
      pieces.append(ShapedPiece(font: font, glyphs: start..<glyphs.count))
    }
    words.append(ShapedWord(pieces: firstPiece..<pieces.count, width: width))
    return words.count - 1
  }

  /// Splits a word where its characters need another font than the style's.
  private mutating func fontRuns(_ bytes: UnsafeBufferPointer<UInt8>, _ face: Face)
    -> [(FontID, Range<Int>)]
  {
    if bytes.allSatisfy({ $0 < 0x80 }) { return [(face.font, 0..<bytes.count)] }
    var runs: [(FontID, Range<Int>)] = []
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let length = UTF8.width(scalar)
      let isMark =
        scalar.properties.canonicalCombiningClass != .notReordered
        || scalar.properties.isVariationSelector || scalar == "\u{200D}"
      let font =
        isMark && !runs.isEmpty
        ? runs[runs.count - 1].0
        : self.font(for: scalar, face)
      if let last = runs.last, last.0 == font {
        runs[runs.count - 1].1 = last.1.lowerBound..<(offset + length)
      } else {
        runs.append((font, offset..<(offset + length)))
      }
      offset += length
    }
    return runs
  }

  private mutating func font(for scalar: Unicode.Scalar, _ face: Face) -> FontID {
    if fonts.face(face.font).glyph(for: scalar) != nil { return face.font }
    let chain = FontFallback.chain(
      script: UnicodeText.script(of: scalar), family: face.family, weight: face.weight,
      isItalic: face.isItalic, language: face.language)
    for candidate in chain {
      let id: FontID? =
        switch candidate {
        case .math: fonts.font(.math)
        case .file(let index): fonts.fallback(index)
        }
      if let id, fonts.face(id).glyph(for: scalar) != nil { return id }
    }
    missing[scalar, default: 0] += 1
    return face.font
  }
}

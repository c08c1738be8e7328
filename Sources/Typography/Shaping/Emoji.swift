import CHarfBuzz
import CUnicode
import Graphics

/// Where an emoji's picture stands, in em of the text.
struct EmojiBox {
  /// From one character to the next.
  var advance: Float
  var left: Double
  /// Of the picture, which is drawn with its own proportions.
  var width, height: Double
  /// How far it reaches below the baseline.
  var depth: Double

  /// In running text a little larger than a capital; in code exactly two columns.
  ///
  /// - Parameter column: of a fixed-width face, in em; nil in prose.
  init(column: Double?) {
    let advance = column.map { 2 * $0 } ?? 1.18
    let width = min(1.06, advance * 0.92)
    self.advance = Float(advance)
    left = (advance - width) / 2
    self.width = width
    // Noto's pictures are 136 pixels wide and 128 high.
    height = width * 128 / 136
    depth = 0.155
  }
}

extension Shaper {
  /// Cuts a word that is not ASCII into emoji and what stands between them. A sequence (a family, a
  /// flag, a keycap, a skin tone) is one emoji where the face has a picture of it.
  mutating func emojiAndText(of text: UnsafeBufferPointer<UInt8>) -> [(
    bytes: Range<Int>, emoji: [UInt32]
  )] {
    guard Self.mayHoldEmoji(text) else { return [(0..<text.count, [])] }
    var parts: [(bytes: Range<Int>, emoji: [UInt32])] = []
    for cluster in graphemes(0..<text.count, of: text) {
      let emoji = Self.isEmoji(cluster, of: text) ? pictures(of: cluster, in: text) : []
      if emoji.isEmpty, let last = parts.last, last.emoji.isEmpty {
        parts[parts.count - 1].bytes = last.bytes.lowerBound..<cluster.upperBound
      } else {
        parts.append((cluster, emoji))
      }
    }
    return parts
  }

  /// The glyphs with pictures that the emoji face makes of a cluster; empty when it has none.
  private mutating func pictures(of cluster: Range<Int>, in text: UnsafeBufferPointer<UInt8>)
    -> [UInt32]
  {
    guard let face = fonts.emojiFace else {
      recordMissingEmoji()
      return []
    }
    buffer.shape(
      Array(text[cluster]), 0..<cluster.count, face: face, script: 0, isRightToLeft: false,
      language: nil, features: [])
    let glyphs = buffer.glyphs.filter { fonts.emojiPicture($0) != nil }
    return glyphs
  }

  /// Adds segments for an emoji: a blank of the text's own face that carries the characters, so
  /// that the run of text goes on and a copy gives them back, and the picture.
  mutating func addEmoji(_ item: TextItem, _ prepared: Prepared, at x: Float) -> Float {
    let face = prepared.face
    let isMono = prepared.isMono
    let box = EmojiBox(column: isMono ? face.advance(face.glyph(for: "0") ?? 0) : nil)
    // A space of a width of its own is another glyph than the space between words, whose text
    // must stay a space.
    let blank = face.glyph(for: "\u{2003}") ?? face.glyph(for: "\u{A0}") ?? 0
    var width: Float = 0
    for (index, emoji) in item.emoji.enumerated() {
      let isFirst = index == 0
      cache.segments.append(
        WordSegment(
          font: item.font, isRightToLeft: item.isRightToLeft, scale: 1, x: x + width,
          width: box.advance, firstGlyph: Int32(cache.glyphs.count), glyphCount: isFirst ? 1 : 0,
          firstCluster: Int32(cache.clusters.count), clusterCount: isFirst ? 1 : 0,
          firstByte: Int32(item.bytes.lowerBound), byteCount: isFirst ? Int32(item.bytes.count) : 0,
          emoji: emoji))
      if isFirst {
        cache.glyphs.append(Glyph(id: blank, x: 0))
        cache.clusters.append(TextCluster(bytes: item.bytes.count, glyphs: 1))
      }
      width += box.advance
    }
    return width
  }

  private static func mayHoldEmoji(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = 0
    while i < text.count {
      let (value, length) = scalar(in: text, at: i)
      if value == 0xFE0F || value >= 0x231A && report_is_emoji_presentation(value) != 0 {
        return true
      }
      i += length
    }
    return false
  }

  /// Whether a cluster asks to be shown as a picture: by its first character, or by the variation
  /// selector for that (UTS #51, ED-8 and ED-9).
  private static func isEmoji(_ cluster: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    var i = cluster.lowerBound
    let (first, length) = scalar(in: text, at: i)
    i += length
    var isPicture = report_is_emoji_presentation(first) != 0
    if i < cluster.upperBound, scalar(in: text, at: i).value == 0xFE0E { isPicture = false }
    while i < cluster.upperBound, !isPicture {
      let (value, length) = scalar(in: text, at: i)
      isPicture = value == 0xFE0F
      i += length
    }
    return isPicture
  }
}

extension FontFace {
  /// The PNG that a face of bitmaps has for a glyph.
  func picture(of glyph: UInt32) -> ImageResource? {
    guard let blob = hb_ot_color_glyph_reference_png(font, glyph) else { return nil }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(blob, &length), length > 0 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: data, count: Int(length))
    return ImageResource(
      name: "emoji \(glyph)", format: .png, bytes: Array(bytes),
      naturalSize: Size(width: 102, height: 96))
  }
}

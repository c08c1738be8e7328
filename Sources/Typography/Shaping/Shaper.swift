import CHarfBuzz
import Graphics

/// Shapes words with HarfBuzz and remembers them.
///
/// A word is what stands between spaces, in one style. Its kerning with the space is given up for
/// the cache; punctuation is shaped together with its word. Everything is in em, so one entry
/// serves all sizes.
struct Shaper {
  let fonts: FontLibrary
  var cache = WordCache()
  private(set) var styles: [ShapingStyle] = []
  private var styleIDs: [ShapingStyle: Int32] = [:]
  private var prepared: [Prepared] = []
  let buffer = ShapingBuffer()
  /// Scalars that no font had, with the number of distinct words that asked for them.
  private(set) var missing: [Unicode.Scalar: Int] = [:]
  /// Packages that would bring a font for a missing scalar.
  private(set) var packages: [Unicode.Scalar: String] = [:]
  /// Whether an emoji was met and the face of colour emoji is not installed.
  private(set) var lacksEmoji = false
  /// Languages whose patterns are not installed.
  private(set) var languagesWithoutPatterns: Set<String> = []

  /// Divisions that the author gives, by the first part of a language's tag.
  private var exceptions: [String: [[UInt8]: [Int]]] = [:]

  mutating func addExceptions(_ words: [String], language: String) {
    exceptions[HyphenationExceptions.code(language), default: [:]]
      .merge(HyphenationExceptions.table(words)) { $1 }
  }

  /// The author's divisions for words in a style.
  func exceptions(_ style: Int32) -> [[UInt8]: [Int]] {
    exceptions.isEmpty
      ? [:] : exceptions[HyphenationExceptions.code(styles[Int(style >> 1)].language)] ?? [:]
  }

  /// What a style comes to in HarfBuzz's and libhyphen's terms.
  struct Prepared {
    var font: FontID
    var face: FontFace
    var features: [hb_feature_t]
    var language: hb_language_t?
    var hyphenation: HyphenationDictionary?
    /// Whether small capitals have to be made from capitals.
    var scalesCapitals: Bool
    var isMono: Bool
  }

  init(fonts: FontLibrary) {
    self.fonts = fonts
  }

  /// The id of a shaping style; twice the index, so that the lowest bit is free for direction.
  mutating func id(of style: ShapingStyle) -> Int32 {
    if let known = styleIDs[style] { return known }
    let id = Int32(styles.count * 2)
    styles.append(style)
    styleIDs[style] = id
    let font = fonts.font(style.family, weight: style.weight, italic: style.isItalic)
    let face = fonts.face(font)
    var hyphenation: HyphenationDictionary?
    if style.hyphenates {
      hyphenation = HyphenationDictionary.of(style.language)
      if hyphenation == nil { languagesWithoutPatterns.insert(style.language) }
    }
    prepared.append(
      Prepared(
        font: font, face: face, features: style.harfBuzzFeatures,
        language: hb_language_from_string(style.language, -1), hyphenation: hyphenation,
        scalesCapitals: style.features.contains(.smallCaps) && !face.has(feature: "smcp"),
        isMono: style.family == .mono))
    return id
  }

  /// The cache index of a word.
  ///
  /// - Parameters:
  ///   - word: valid UTF-8, not empty, without spaces.
  ///   - style: of `id(of:)`.
  @inline(__always)
  mutating func word(
    _ word: UnsafeBufferPointer<UInt8>, style: Int32, isRightToLeft: Bool = false
  ) -> Int32 {
    let key = isRightToLeft ? style | 1 : style
    return cache.find(word, style: key) ?? shape(word, key: key)
  }

  /// The cache index of a piece of a word that is divided over two lines, shaped by itself.
  mutating func part(of index: Int32, _ range: Range<Int>) -> Int32 {
    let word = cache.words[Int(index)]
    let first = Int(word.firstByte)
    let piece = Array(cache.bytes[(first + range.lowerBound)..<(first + range.upperBound)])
    return piece.withUnsafeBufferPointer {
      cache.find($0, style: word.style) ?? shape($0, key: word.style)
    }
  }

  /// Shapes a word that the cache does not have.
  private mutating func shape(_ key: UnsafeBufferPointer<UInt8>, key style: Int32) -> Int32 {
    let prepared = prepared[Int(style >> 1)]
    let firstKeyByte = cache.bytes.count
    cache.bytes.append(contentsOf: key)
    var text = [UInt8](key)
    var softHyphens: [Int] = []
    var firstByte = firstKeyByte
    if Self.takeSoftHyphens(&text, &softHyphens) {
      firstByte = cache.bytes.count
      cache.bytes.append(contentsOf: text)
    }
    let firstSegment = cache.segments.count
    var width: Float = 0
    text.withUnsafeBufferPointer { text in
      for item in items(of: text, prepared, style: style) {
        width += add(item, of: text, prepared, at: width)
      }
    }
    let segmentCount = cache.segments.count - firstSegment
    let firstBreak = cache.breaks.count
    if style & 1 == 0 {
      addBreaks(
        of: text, softHyphens: softHyphens, segments: firstSegment..<cache.segments.count,
        width: width, style: style)
    }
    var word = ShapedWord(
      style: style, firstKeyByte: Int32(firstKeyByte), keyByteCount: Int32(key.count),
      firstByte: Int32(firstByte), byteCount: Int32(text.count),
      firstSegment: Int32(firstSegment), segmentCount: Int32(segmentCount),
      firstBreak: Int32(firstBreak), breakCount: Int32(cache.breaks.count - firstBreak),
      width: width, leftProtrusion: 0, rightProtrusion: 0)
    if style & 1 == 0, styles[Int(style >> 1)].family != .mono {
      setProtrusion(of: &word, text, prepared.face)
    }
    return cache.insert(word)
  }

  /// Shapes one item and adds it as a segment; returns its width in em.
  private mutating func add(
    _ item: TextItem, of text: UnsafeBufferPointer<UInt8>, _ prepared: Prepared, at x: Float
  ) -> Float {
    if !item.emoji.isEmpty { return addEmoji(item, prepared, at: x) }
    let face = item.font == prepared.font ? prepared.face : fonts.face(item.font)
    var segment = WordSegment(
      font: item.font, isRightToLeft: item.isRightToLeft, scale: item.scale, x: x, width: 0,
      firstGlyph: Int32(cache.glyphs.count), glyphCount: 0,
      firstCluster: Int32(cache.clusters.count), clusterCount: 0,
      firstByte: Int32(item.bytes.lowerBound), byteCount: Int32(item.bytes.count))
    let source = item.replacement ?? Array(text)
    let range = item.replacement == nil ? item.bytes : 0..<source.count
    buffer.shape(
      source, range, face: face, script: item.script, isRightToLeft: item.isRightToLeft,
      language: prepared.language, features: prepared.features)
    let hidesMissing = item.hidesMissing
    segment.width = buffer.collect(
      into: &cache.glyphs, &cache.clusters, range: range, face: face,
      isRightToLeft: item.isRightToLeft, hidesMissing: hidesMissing)
    segment.glyphCount = Int32(cache.glyphs.count) - segment.firstGlyph
    segment.clusterCount = Int32(cache.clusters.count) - segment.firstCluster
    segment.width *= item.scale
    if item.scale != 1 {
      for i in Int(segment.firstGlyph)..<cache.glyphs.count {
        cache.glyphs[i].x *= item.scale
        cache.glyphs[i].y *= item.scale
      }
    }
    cache.segments.append(segment)
    return segment.width
  }

  mutating func recordMissing(_ scalar: UInt32, package: String?) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    missing[scalar, default: 0] += 1
    packages[scalar] = package
  }

  mutating func recordMissingEmoji() { lacksEmoji = true }

  /// The width in em of a piece of a word, shaped by itself and not remembered.
  mutating func width(of piece: ArraySlice<UInt8>, style: Int32) -> Float {
    let prepared = prepared[Int(style >> 1)]
    let text = Array(piece)
    buffer.shape(
      text, 0..<text.count, face: prepared.face, script: 0, isRightToLeft: false,
      language: prepared.language, features: prepared.features)
    return buffer.width(face: prepared.face)
  }

  func hyphenation(_ style: Int32) -> HyphenationDictionary? {
    prepared[Int(style >> 1)].hyphenation
  }

  mutating func append(break place: WordBreak) { cache.breaks.append(place) }

  private func setProtrusion(of word: inout ShapedWord, _ text: [UInt8], _ face: FontFace) {
    text.withUnsafeBufferPointer { text in
      guard text.count > 0 else { return }
      let first = scalar(in: text, at: 0).value
      let last = scalar(in: text, before: text.count)
      func amount(_ share: Float, _ value: UInt32) -> Float {
        guard share > 0, let scalar = Unicode.Scalar(value), let glyph = face.glyph(for: scalar)
        else { return 0 }
        return share * Float(face.advance(glyph))
      }
      word.leftProtrusion = amount(Protrusion.left(first), first)
      word.rightProtrusion = amount(Protrusion.right(last), last)
    }
  }

  /// Takes U+00AD out of the text and notes where it stood.
  private static func takeSoftHyphens(_ text: inout [UInt8], _ places: inout [Int]) -> Bool {
    guard text.contains(0xC2) else { return false }
    var kept: [UInt8] = []
    var i = 0
    while i < text.count {
      if text[i] == 0xC2, i + 1 < text.count, text[i + 1] == 0xAD {
        if !kept.isEmpty { places.append(kept.count) }
        i += 2
      } else {
        kept.append(text[i])
        i += 1
      }
    }
    guard kept.count < text.count else { return false }
    text = kept
    return true
  }
}

import Graphics

/// Where a word may be divided: hyphenation points, its own hyphens, dashes, addresses, code.
///
/// For ASCII this follows UAX #14 by bytes (classes HY, BA, SY, NU); scripts without spaces are cut
/// into words by ICU before they come here.
extension Shaper {
  /// Appends the breaks of a word to the cache, by ascending place.
  mutating func addBreaks(
    of text: [UInt8], softHyphens: [Int], segments: Range<Int>, width: Float, style: Int32
  ) {
    guard text.count > 2 else { return }
    var places: [(byte: Int, kind: WordBreak.Kind, penalty: Int)] = softHyphens.map {
      ($0, .hyphenation, 0)
    }
    let isAddress = Self.isAddress(text)
    if isAddress {
      Self.addressBreaks(text, &places)
    } else if styles[Int(style >> 1)].family == .mono {
      Self.codeBreaks(text, &places)
    } else {
      Self.textBreaks(text, &places)
      if softHyphens.isEmpty, styles[Int(style >> 1)].hyphenates {
        Self.hyphenationPoints(
          text, hyphenation(style), exceptions(style), hasHyphen: !places.isEmpty, &places)
      }
    }
    guard !places.isEmpty else { return }
    places.sort { $0.byte < $1.byte }
    let borders = clusterBorders(segments)
    for place in places where place.byte > 0 && place.byte < text.count {
      let x: Float
      let restX: Float
      if let border = borders.first(where: { $0.byte == place.byte }) {
        x = border.endX
        restX = border.x
      } else {
        // Inside a ligature: both halves are shaped by themselves.
        x = self.width(of: text[..<place.byte], style: style)
        restX = width - self.width(of: text[place.byte...], style: style)
      }
      append(
        break: WordBreak(
          byte: Int32(place.byte), kind: place.kind, penalty: Int16(clamping: place.penalty), x: x,
          restX: restX))
    }
  }

  /// The byte offsets at which clusters begin, with their x and where a line that stops there ends,
  /// in em: without the kern between the glyphs on either side.
  func clusterBorders(_ segments: Range<Int>) -> [(byte: Int, x: Float, endX: Float)] {
    var borders: [(byte: Int, x: Float, endX: Float)] = []
    for s in segments {
      let segment = cache.segments[s]
      guard !segment.isRightToLeft else { continue }
      let face = fonts.face(segment.font)
      var byte = Int(segment.firstByte)
      let firstGlyph = Int(segment.firstGlyph)
      var glyph = firstGlyph
      let lastGlyph = glyph + Int(segment.glyphCount)
      for c in 0..<Int(segment.clusterCount) {
        let cluster = cache.clusters[Int(segment.firstCluster) + c]
        let x = glyph < lastGlyph ? cache.glyphs[glyph].x : segment.width
        var endX = x
        if glyph > firstGlyph {
          let previous = cache.glyphs[glyph - 1]
          endX = previous.x + Float(face.advance(previous.id)) * segment.scale
        }
        borders.append((byte, segment.x + x, segment.x + endX))
        byte += Int(cluster.bytes)
        glyph += Int(cluster.glyphs)
      }
    }
    return borders
  }

  private static func isAddress(_ text: [UInt8]) -> Bool {
    guard text.count > 6 else { return false }
    if text.starts(with: "www.".utf8) { return true }
    for i in 0..<(text.count - 2)
    where text[i] == UInt8(ascii: ":") && text[i + 1] == UInt8(ascii: "/")
      && text[i + 2] == UInt8(ascii: "/")
    {
      return true
    }
    return text.starts(with: "doi:".utf8)
  }

  /// After slashes and colons, before other punctuation (The Chicago Manual of Style, 7.46), never
  /// inside `//`, at least three bytes from either end.
  private static func addressBreaks(
    _ text: [UInt8], _ places: inout [(byte: Int, kind: WordBreak.Kind, penalty: Int)]
  ) {
    for i in 3..<max(3, text.count - 2) {
      let (before, after) = (text[i - 1], text[i])
      switch (before, after) {
      case (UInt8(ascii: "/"), UInt8(ascii: "/")), (UInt8(ascii: ":"), UInt8(ascii: "/")): continue
      case (_, UInt8(ascii: ")")), (_, UInt8(ascii: "]")), (_, UInt8(ascii: "}")): continue
      case (UInt8(ascii: "/"), _): places.append((i, .plain, 20))
      case (_, UInt8(ascii: ".")), (_, UInt8(ascii: "-")), (_, UInt8(ascii: "_")),
        (_, UInt8(ascii: "?")), (_, UInt8(ascii: "&")), (_, UInt8(ascii: "=")),
        (_, UInt8(ascii: "%")), (_, UInt8(ascii: "#")), (_, UInt8(ascii: "~")):
        places.append((i, .plain, 60))
      default: break
      }
    }
  }

  /// After the punctuation of paths and names, and between words in camel case.
  private static func codeBreaks(
    _ text: [UInt8], _ places: inout [(byte: Int, kind: WordBreak.Kind, penalty: Int)]
  ) {
    guard text.count > 6 else { return }
    for i in 2..<(text.count - 1) {
      let (before, after) = (text[i - 1], text[i])
      switch before {
      case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ","),
        UInt8(ascii: "("), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "|"),
        UInt8(ascii: ";"):
        if after != before, isWordByte(after) { places.append((i, .plain, 150)) }
      default:
        if after == UInt8(ascii: "."), isWordByte(before), isWordByte(text[i + 1]) {
          places.append((i, .plain, 150))
        } else if isLower(before), isUpper(after), i > 3, i < text.count - 3 {
          places.append((i, .plain, 400))
        }
      }
    }
  }

  /// After hyphens between letters, dashes and slashes.
  private static func textBreaks(
    _ text: [UInt8], _ places: inout [(byte: Int, kind: WordBreak.Kind, penalty: Int)]
  ) {
    var i = 1
    while i < text.count - 1 {
      let (byte, after) = (text[i], text[i + 1])
      switch byte {
      case UInt8(ascii: "-"):
        let doubled = text[i - 1] == byte || after == byte
        if doubled, after != byte, i > 1 {
          places.append((i + 1, .explicitHyphen, 0))
        } else if !doubled, isLetter(after), isWordByte(text[i - 1]) || text[i - 1] >= 0x80 {
          places.append((i + 1, .explicitHyphen, 0))
        }
      case UInt8(ascii: "/"):
        if isLetter(after), isLetter(text[i - 1]), i >= 3, text.count - i > 3 {
          places.append((i + 1, .plain, 100))
        }
      case UInt8(ascii: "|"):
        if after != byte { places.append((i + 1, .plain, 100)) }
      case 0x80, 0x90, 0x93, 0x94:
        // U+2010 hyphen, U+2013 en dash and U+2014 em dash: E2 80 xx.
        if i >= 2, text[i - 1] == 0x80, text[i - 2] == 0xE2, byte >= 0x90 {
          let isHyphen = byte == 0x90
          if i > 2, !(byte == 0x93 && isDigit(after)) {
            places.append((i + 1, isHyphen ? .explicitHyphen : .plain, 0))
          }
        }
      default: break
      }
      i += 1
    }
  }

  /// Divides the stretches of letters in a word by the language's patterns.
  ///
  /// Names in mixed case, words with digits, short words in capitals and short parts of hyphenated
  /// compounds stay whole.
  private static func hyphenationPoints(
    _ text: [UInt8], _ dictionary: HyphenationDictionary?, _ exceptions: [[UInt8]: [Int]],
    hasHyphen: Bool,
    _ places: inout [(byte: Int, kind: WordBreak.Kind, penalty: Int)]
  ) {
    var i = 0
    while i < text.count {
      guard isLetter(text[i]) || text[i] >= 0xC3 && text[i] < 0xE0 else {
        if isDigit(text[i]) { return }
        i += 1
        continue
      }
      let start = i
      var word: [UInt8] = []
      var capitals = 0
      var letters = 0
      while i < text.count {
        let byte = text[i]
        if isUpper(byte) {
          if i > start { capitals += 1 }
          word.append(byte | 0x20)
          letters += 1
        } else if isLower(byte) {
          word.append(byte)
          letters += 1
        } else if byte >= 0xC3, byte < 0xE0, i + 1 < text.count {
          word.append(byte)
          // Latin-1 capitals to small letters, so that Österreich meets its patterns.
          let second = text[i + 1]
          let isCapital = byte == 0xC3 && second >= 0x80 && second < 0x9F
          if isCapital, i > start { capitals += 1 }
          word.append(isCapital ? second + 0x20 : second)
          letters += 1
          i += 1
        } else {
          break
        }
        i += 1
      }
      let isWhole = start == 0 || !isDigit(text[start - 1])
      if isWhole, let points = exceptions[word] {
        places += points.map { (start + $0, .hyphenation, 0) }
      } else if isWhole, letters >= (hasHyphen ? 10 : 5),
        // Acronyms are shorter than words that are shouted.
        capitals == 0 || capitals == letters - 1 && letters >= 8,
        i == text.count || !isDigit(text[i]), let dictionary
      {
        for point in dictionary.points(word) {
          places.append((start + point, .hyphenation, 0))
        }
      }
    }
  }

  private static func isLower(_ b: UInt8) -> Bool { b >= 0x61 && b <= 0x7A }
  private static func isUpper(_ b: UInt8) -> Bool { b >= 0x41 && b <= 0x5A }
  private static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }
  private static func isLetter(_ b: UInt8) -> Bool { isLower(b | 0x20) }
  private static func isWordByte(_ b: UInt8) -> Bool { isLetter(b) || isDigit(b) || b >= 0x80 }
}

import CUnicode
import Graphics

/// The bidirectional levels of a paragraph (UAX #9), by ICU. Only paragraphs that hold
/// right-to-left text need them.
struct BidiLevels {
  private var levels: [UInt8]
  /// Where each content item starts in `levels`.
  private var starts: [Int]
  private var lengths: [Int]
  /// The paragraph's own level: 1 when its first strong character runs right to left.
  let base: UInt8

  var isRightToLeft: Bool { base == 1 }

  init(_ content: ParagraphContent) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var lengths: [Int] = []
    for item in content.items {
      starts.append(bytes.count)
      switch item {
      case .text(let range, _): bytes.append(contentsOf: content.utf8[range])
      case .box: bytes.append(contentsOf: [0xEF, 0xBF, 0xBC])  // U+FFFC, object replacement
      case .glue, .lineBreak: bytes.append(0x20)
      default: break
      }
      lengths.append(bytes.count - starts[starts.count - 1])
    }
    var levels = [UInt8](repeating: 0, count: bytes.count + 1)
    let failed = bytes.withUnsafeBytes {
      report_bidi_levels(
        $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count), 2, &levels)
    }
    precondition(failed == 0, "ICU orders any text; error \(failed)")
    base = bytes.withUnsafeBufferPointer(Self.firstStrongIsRightToLeft) == true ? 1 : 0
    levels[bytes.count] = base
    (self.levels, self.starts, self.lengths) = (levels, starts, lengths)
  }

  /// Of the bytes of a text item.
  func text(_ item: Int) -> [UInt8] {
    Array(levels[starts[item]..<(starts[item] + lengths[item])])
  }

  /// Of an item that is one object.
  func object(_ item: Int) -> UInt8 { lengths[item] > 0 ? levels[starts[item]] : base }

  /// Rules P2 and P3: what is isolated does not count. Nil when there is no strong character.
  static func firstStrongIsRightToLeft(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    var i = 0
    var depth = 0
    while i < bytes.count {
      let (value, length) = scalar(in: bytes, at: i)
      switch value {
      case 0x2066...0x2068: depth += 1
      case 0x2069: depth = max(0, depth - 1)
      default: break
      }
      guard depth == 0 else {
        i += length
        continue
      }
      // The marks that stand for a letter of their direction.
      if value == 0x200F || value == 0x061C { return true }
      if value == 0x200E { return false }
      // Letters, by ICU's categories 1 to 5 (Lu, Ll, Lt, Lm, Lo): digits are not strong.
      if (1...5).contains(report_general_category(value)) {
        return ParagraphBuilder.isRightToLeft(value)
      }
      i += length
    }
    return nil
  }
}

/// Which way text runs.
public enum TextDirection {
  /// Whether a paragraph that begins with this text runs right to left: by its first strong
  /// character (UAX #9, rules P2 and P3).
  public static func isRightToLeft(_ text: String) -> Bool { startsRightToLeft(text) ?? false }

  /// The same for a part of a paragraph; nil when what follows decides.
  public static func startsRightToLeft(_ text: String) -> Bool? {
    var text = text
    return text.withUTF8 { BidiLevels.firstStrongIsRightToLeft($0) }
  }

  /// Whether a text with Latin names and words in it runs right to left: more than a third of its
  /// letters do.
  public static func isMostlyRightToLeft(_ text: String) -> Bool {
    var (reversed, latin) = (0, 0)
    for scalar in text.unicodeScalars {
      if ParagraphBuilder.isRightToLeft(scalar.value) {
        reversed += 1
      } else if (0x61...0x7A).contains(scalar.value | 0x20) {
        latin += 1
      }
    }
    return 2 * reversed > latin
  }

  /// Whether a language is written from right to left.
  ///
  /// - Parameter language: a BCP 47 tag; a script in it counts more than the language's usual one.
  public static func isRightToLeft(language: String) -> Bool {
    let parts = language.lowercased().split(separator: "-").map(String.init)
    if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
      return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"].contains(script)
    }
    return ["ar", "he", "iw", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "nqo", "syr", "arc"]
      .contains(parts.first ?? "")
  }

  /// U+200F: makes the paragraph that it begins run right to left, and shows nothing.
  public static let mark = "\u{200F}"
}

extension ParagraphBuilder {
  /// Whether any text runs right to left.
  static func needsBidi(_ content: ParagraphContent) -> Bool {
    content.utf8.withUnsafeBufferPointer { bytes in
      for i in bytes.indices where bytes[i] >= 0xD6 {
        let value = scalar(in: bytes, at: i).value
        if bytes[i] & 0xC0 != 0x80, isRightToLeft(value) { return true }
      }
      return false
    }
  }

  /// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms; the right-to-left mark.
  static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
      0x200F:
      true
    default: false
    }
  }
}

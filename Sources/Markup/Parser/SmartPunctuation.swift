/// The quotation marks of a language, as UTF-8.
public struct QuoteMarks: Sendable, Equatable {
  var openDouble: [UInt8]
  var closeDouble: [UInt8]
  var openSingle: [UInt8]
  var closeSingle: [UInt8]
  /// Whether a space stands before the high marks, which must not be parted from their word.
  let spacesHighMarks: Bool

  /// - Parameter language: a BCP 47 tag; languages not listed take the English marks.
  public init(language: String) {
    let parts = language.lowercased().split(separator: "-").map(String.init)
    spacesHighMarks = parts.first == "fr"
    let marks: (String, String, String, String) =
      switch parts.first {
      case "de" where parts.contains("ch"): ("«", "»", "‹", "›")
      case "de", "cs", "sk", "sl", "is", "et", "lt": ("„", "“", "‚", "‘")
      case "fr": ("«\u{A0}", "\u{A0}»", "“", "”")
      case "it", "es", "pt", "ru", "uk", "el", "no", "nb", "ca": ("«", "»", "“", "”")
      case "pl", "hu", "ro": ("„", "”", "‚", "’")
      case "sv", "fi": ("”", "”", "’", "’")
      case "da": ("»", "«", "›", "‹")
      default: ("“", "”", "‘", "’")
      }
    openDouble = Array(marks.0.utf8)
    closeDouble = Array(marks.1.utf8)
    openSingle = Array(marks.2.utf8)
    closeSingle = Array(marks.3.utf8)
  }

  /// Text between the double marks.
  public func quoted(_ text: String) -> String {
    String(decoding: openDouble + text.utf8 + closeDouble, as: UTF8.self)
  }
}

/// Typographic quotes, dashes and ellipses for what authors type on a keyboard.
enum SmartPunctuation {
  /// The text for the character at `i`, and how many bytes of the source text it stands for; nil to
  /// keep it.
  ///
  /// - Parameter previous: the scalar before, 0 at the start of a block.
  static func replacement(
    in bytes: [UInt8], at i: Int, after previous: UInt32, quotes: QuoteMarks
  ) -> (text: [UInt8], count: Int)? {
    switch bytes[i] {
    case UInt8(ascii: "\""):
      let opens = isOpening(previous) && !isSpace(next(bytes, i + 1) ?? 0)
      return (opens ? quotes.openDouble : quotes.closeDouble, 1)
    case UInt8(ascii: "'"):
      let next = next(bytes, i + 1) ?? 0
      if isDecade(bytes, i + 1) || isWord(previous) && isWord(next) {
        return (Array("’".utf8), 1)
      }
      let opens = isOpening(previous) && !isSpace(next)
      return (opens ? quotes.openSingle : quotes.closeSingle, 1)
    case UInt8(ascii: "-"): return dash(in: bytes, at: i, after: previous)
    case UInt8(ascii: "."):
      guard i + 2 < bytes.count, bytes[i + 1] == bytes[i], bytes[i + 2] == bytes[i] else {
        return nil
      }
      return (Array("…".utf8), 3)
    default: return nil
    }
  }

  /// Makes the spaces before `: ; ! ?` and inside of `« »` such that no line ends there: a thin one,
  /// wide before the colon (Imprimerie nationale, Lexique des règles typographiques).
  static func keepHighMarks(in text: inout [UInt8]) {
    for i in text.indices.reversed() where text[i] == 0x20 {
      if i > 1, text[i - 1] == 0xAB, text[i - 2] == 0xC2 {
        text.replaceSubrange(i...i, with: Array("\u{A0}".utf8))
        continue
      }
      guard i + 1 < text.count else { continue }
      switch text[i + 1] {
      case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
        text.replaceSubrange(i...i, with: Array("\u{202F}".utf8))
      case UInt8(ascii: ":"): text.replaceSubrange(i...i, with: Array("\u{A0}".utf8))
      case 0xC2 where i + 2 < text.count && text[i + 2] == 0xBB:
        text.replaceSubrange(i...i, with: Array("\u{A0}".utf8))
      default: continue
      }
    }
  }

  private static func dash(in bytes: [UInt8], at i: Int, after previous: UInt32)
    -> (text: [UInt8], count: Int)?
  {
    var count = 0
    while i + count < bytes.count, bytes[i + count] == UInt8(ascii: "-") { count += 1 }
    let next = next(bytes, i + count) ?? 0x20
    switch count {
    // `--strict` in a sentence is an option of a program.
    case 2: return isOpening(previous) && isWord(next) ? nil : (Array("–".utf8), 2)
    case 3: return (Array("—".utf8), 3)
    default: return nil
    }
  }

  private static func next(_ bytes: [UInt8], _ i: Int) -> UInt32? {
    i < bytes.count ? UInt32(bytes[i]) : nil
  }

  /// `'90s`
  private static func isDecade(_ bytes: [UInt8], _ i: Int) -> Bool {
    i + 2 < bytes.count && isDigit(bytes[i]) && isDigit(bytes[i + 1])
      && bytes[i + 2] == UInt8(ascii: "s")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x2010...0x206F, 0xA0...0xBF: false
    default: scalar >= 0x80
    }
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || scalar == 0x0A || scalar == 0x09 || scalar == 0xA0
  }

  /// Whether a quote after this scalar opens.
  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0, 0x28, 0x5B, 0x7B, 0x3C, 0x2F, 0x2013, 0x2014, 0x201C, 0x2018, 0x201E, 0x201A, 0xAB:
      true
    default: isSpace(scalar)
    }
  }
}

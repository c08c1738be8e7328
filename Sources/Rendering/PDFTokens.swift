/// A token of a content stream; strings are passed over, their text being in no known code.
enum PDFToken: Hashable {
  case name(String)
  case number(String)
  case string
  /// Brackets of arrays and dictionaries.
  case bracket
  /// An operator, or `true`, `false` and `null`.
  case word(String)
}

/// Splits a content stream into tokens (ISO 32000-1, 7.2 and 7.3).
struct PDFTokens {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> PDFToken? {
    skipSpace()
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "/"):
      at += 1
      return .name(regular())
    case UInt8(ascii: "("):
      skipString()
      return .string
    case UInt8(ascii: "<"):
      if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "<") {
        at += 2
        return .bracket
      }
      while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
      at += 1
      return .string
    case UInt8(ascii: ">"):
      at += at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: ">") ? 2 : 1
      return .bracket
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: ")"):
      at += 1
      return .bracket
    case let byte:
      let isNumber = Self.isDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
      return isNumber ? .number(regular()) : .word(regular())
    }
  }

  /// Passes over the bytes of a picture in the stream, up to the end of its `EI`.
  mutating func skipInlineImage() {
    while at + 3 < bytes.count {
      let isEnd =
        Self.isSpace(bytes[at]) && bytes[at + 1] == UInt8(ascii: "E")
        && bytes[at + 2] == UInt8(ascii: "I") && Self.isSpace(bytes[at + 3])
      at += 1
      if isEnd { break }
    }
    at = min(bytes.count, at + 2)
  }

  private mutating func regular() -> String {
    let start = at
    while at < bytes.count, !Self.isSpace(bytes[at]), !PDFDictionary.isDelimiter(bytes[at]) {
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "%") {
        while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
      } else if Self.isSpace(bytes[at]) {
        at += 1
      } else {
        return
      }
    }
  }

  /// A string in parentheses, which nest.
  private mutating func skipString() {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      at += 1
      if depth == 0 { return }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSpace(_ byte: UInt8) -> Bool {
    [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte)
  }
}

/// Cuts the bytes of a formula into tokens, with TeX's rules for spaces after commands, comments
/// and control symbols. `@` counts as a letter in command names.
struct MathLexer: Sendable {
  private let bytes: ArraySlice<UInt8>
  private let origin: Int
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    origin = bytes.startIndex
    position = bytes.startIndex
  }

  /// The next token; `.end` again and again when there is none.
  mutating func next() -> MathToken {
    let start = position
    guard position < bytes.endIndex else {
      return MathToken(
        kind: .end, scalar: "\0", name: "", start: offset(start), end: offset(start))
    }
    switch bytes[position] {
    case UInt8(ascii: " "), 0x09, 0x0A, 0x0D: return space(from: start)
    case UInt8(ascii: "%"):
      skipComment()
      return next()
    case UInt8(ascii: "\\"): return command(from: start)
    default:
      let scalar = scalar()
      // A byte order mark and zero width marks from copied text mean nothing.
      if scalar.value == 0xFEFF || (0x200B...0x200F).contains(scalar.value) { return next() }
      if scalar.value == 0xA0 {
        return .command("nobreakspace", start - origin, position - origin)
      }
      if (0x2000...0x200A).contains(scalar.value) || scalar.value == 0x202F {
        return .command(" ", start - origin, position - origin)
      }
      return .character(scalar, start - origin, position - origin)
    }
  }

  /// `\verb` takes raw characters up to its closing mark: the text, or nil when it has none.
  mutating func verbatim() -> String? {
    if position < bytes.endIndex, bytes[position] == UInt8(ascii: "*") { position += 1 }
    guard position < bytes.endIndex else { return nil }
    let mark = bytes[position]
    var end = position + 1
    while end < bytes.endIndex, bytes[end] != mark {
      if bytes[end] == 0x0A { return nil }
      end += 1
    }
    guard end < bytes.endIndex else { return nil }
    let text = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    position = end + 1
    return text
  }

  /// Takes the lexer back to a byte of the formula.
  mutating func rewind(to offset: Int) { position = origin + offset }

  private func offset(_ index: Int) -> Int32 { Int32(index - origin) }

  private mutating func space(from start: Int) -> MathToken {
    while position < bytes.endIndex, Self.isSpace(bytes[position]) { position += 1 }
    return .space(start - origin, position - origin)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A comment takes its line end and the white space that begins the next line.
  private mutating func skipComment() {
    while position < bytes.endIndex, bytes[position] != 0x0A { position += 1 }
    while position < bytes.endIndex, Self.isSpace(bytes[position]) { position += 1 }
  }

  private mutating func command(from start: Int) -> MathToken {
    position += 1
    guard position < bytes.endIndex else { return .command("", start - origin, position - origin) }
    let nameStart = position
    if isNameByte(bytes[position]) {
      while position < bytes.endIndex, isNameByte(bytes[position]) { position += 1 }
      let name = String(decoding: bytes[nameStart..<position], as: UTF8.self)
      let end = position
      if name != "verb" {
        while position < bytes.endIndex, Self.isSpace(bytes[position]) { position += 1 }
      }
      return .command(name, start - origin, end - origin)
    }
    if Self.isSpace(bytes[position]) {
      _ = space(from: position)
      return .command(" ", start - origin, position - origin)
    }
    let symbol = scalar()
    return .command(String(symbol), start - origin, position - origin)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A) || byte == 0x40
  }

  /// Decodes one scalar of UTF-8; a broken byte becomes U+FFFD.
  private mutating func scalar() -> Unicode.Scalar {
    let first = bytes[position]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let end = min(position + length, bytes.endIndex)
    var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
    var index = position + 1
    while index < end, bytes[index] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    let isWhole = index - position == length && (first < 0x80 || first >= 0xC2)
    position = index
    return isWhole ? Unicode.Scalar(value) ?? "\u{FFFD}" : "\u{FFFD}"
  }
}

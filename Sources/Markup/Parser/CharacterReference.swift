import CXML

/// `&amp;`, `&#10004;`, `&#x2714;`: the character references of HTML and Markdown.
enum CharacterReference {
  /// Reads one at `start`, where a `&` stands.
  ///
  /// Names are those of HTML 4, which libxml2 knows; others are no references.
  static func decode<Bytes: RandomAccessCollection>(in bytes: Bytes, at start: Int)
    -> (text: [UInt8], end: Int)?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    let limit = min(bytes.endIndex, start + 34)
    guard start + 2 < limit else { return nil }
    var end = start + 1
    while end < limit, bytes[end] != UInt8(ascii: ";") {
      guard isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: "#") else { return nil }
      end += 1
    }
    guard end < limit, end > start + 1 else { return nil }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard let scalar = scalar(named: name) else { return nil }
    return (Array(String(scalar).utf8), end + 1)
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value else { return nil }
      return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }
    if name == "apos" { return "'" }
    guard let entity = htmlEntityLookup(name) else { return nil }
    return Unicode.Scalar(entity.pointee.value)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

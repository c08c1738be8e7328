/// `:rocket:` in running text, as code hosts print it.
enum EmojiShortcode {
  /// The emoji whose name stands between colons at `start`, and where that ends; nil when the colon
  /// is one of the text's own.
  static func read(in bytes: [UInt8], at start: Int) -> (emoji: String, end: Int)? {
    // `10:30:00`, `a:b:c`, `::std::` hold no names.
    if start > 0, isName(bytes[start - 1]) || bytes[start - 1] == colon { return nil }
    var end = start + 1
    while end < bytes.count, isName(bytes[end]) { end += 1 }
    guard end > start + 1, end - start < 48, end < bytes.count, bytes[end] == colon,
      end + 1 == bytes.count || !isName(bytes[end + 1]) && bytes[end + 1] != colon
    else { return nil }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    guard let emoji = EmojiNames.table[name] ?? unicodeNames[name] else { return nil }
    return (emoji, end + 1)
  }

  private static let colon = UInt8(ascii: ":")

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x5F, 0x2B, 0x2D: true
    default: false
    }
  }

  /// Single emoji by their Unicode names: "SHOPPING BAGS" is `shopping_bags`.
  private static let unicodeNames: [String: String] = {
    var table: [String: String] = [:]
    for block in [0x203C...0x3299, 0x1F004...0x1FAFF] as [ClosedRange<UInt32>] {
      for value in block {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isEmoji,
          let name = scalar.properties.name
        else { continue }
        let key = String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
        // What is text by default asks for its picture.
        let isPicture = scalar.properties.isEmojiPresentation
        table[key] = String(scalar) + (isPicture ? "" : "\u{FE0F}")
      }
    }
    return table
  }()
}

import Diagnostics

extension ValueExpression {
  /// The left side of the comparison that the expression is, such as `x` of `x < 3` or of
  /// `x BETWEEN 1 AND 2`; nil when it is no single comparison.
  var comparedText: SpannedText? {
    guard !isSelect else { return nil }
    let bytes = text.bytes
    var depth = 0
    var position = 0
    var end: Int?
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        position += 1
        while position < bytes.count, bytes[position] != byte { position += 1 }
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"):
        if depth == 0, end == nil { end = position }
      case _ where depth == 0 && isWordStart(position):
        switch word(at: position) {
        case "between": if end == nil { end = position }
        // AND belongs to BETWEEN; elsewhere it joins several comparisons.
        case "and" where end.map { word(at: $0) } != "between": return nil
        case "or", "not", "case": return nil
        default: break
        }
      default: break
      }
      position += 1
    }
    guard let end, bytes[..<end].contains(where: { $0 > 0x20 }) else { return nil }
    let last = bytes[..<end].lastIndex { $0 > 0x20 } ?? 0
    return text.slice(0..<last + 1)
  }

  private func isWordStart(_ position: Int) -> Bool {
    let isLetter = { (byte: UInt8) in (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F }
    return isLetter(text.bytes[position]) && (position == 0 || !isLetter(text.bytes[position - 1]))
  }

  private func word(at position: Int) -> String {
    let word = text.bytes[position...].prefix { (0x41...0x5A).contains($0 & 0xDF) }
    return String(decoding: word, as: UTF8.self).lowercased()
  }
}

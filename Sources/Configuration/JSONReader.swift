import Diagnostics

/// Reads JSON (RFC 8259) into the same nodes as YAML.
///
/// JSON is YAML, but machines write it: with a hundred thousand values on one line, and with
/// characters beyond the sixteenth bit as two escapes, which YAML does not know. What is no JSON is
/// left to the YAML reader, which explains mistakes.
struct JSONReader {
  private let text: SpannedText
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  /// Places within each text are not kept of data, which nobody writes by hand.
  private let keepsSources: Bool
  private static let mostDepth = 200

  /// - Returns: nil when the text is no JSON object or list.
  static func parse(_ text: SpannedText) -> YAMLNode? {
    var reader = JSONReader(text: text, bytes: text.bytes)
    if reader.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    reader.skipSpace()
    guard let first = reader.peek, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let node = reader.value()
    else { return nil }
    reader.skipSpace()
    return reader.index == reader.bytes.count ? node : nil
  }

  private init(text: SpannedText, bytes: [UInt8]) {
    self.text = text
    self.bytes = bytes
    keepsSources = bytes.count < 100_000
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 32 || byte == 10 || byte == 13 || byte == 9 { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func value() -> YAMLNode? {
    switch peek {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "\""): return string()
    default: return plain()
    }
  }

  private mutating func object() -> YAMLNode? {
    let start = index
    var entries: [YAMLEntry] = []
    var names: Set<String> = []
    let isComplete = elements(until: UInt8(ascii: "}")) { reader in
      guard let key = reader.string(), let name = key.scalar?.text else { return false }
      reader.skipSpace()
      guard names.insert(name).inserted, reader.take(UInt8(ascii: ":")) else { return false }
      reader.skipSpace()
      guard let value = reader.value() else { return false }
      entries.append(YAMLEntry(key: name, keySpan: key.span, value: value))
      return true
    }
    return isComplete ? YAMLNode(.mapping(entries), at: text.span(start..<index)) : nil
  }

  private mutating func list() -> YAMLNode? {
    let start = index
    var values: [YAMLNode] = []
    let isComplete = elements(until: UInt8(ascii: "]")) { reader in
      guard let value = reader.value() else { return false }
      values.append(value)
      return true
    }
    return isComplete ? YAMLNode(.sequence(values), at: text.span(start..<index)) : nil
  }

  private mutating func elements(
    until end: UInt8, _ read: (inout JSONReader) -> Bool
  ) -> Bool {
    guard depth < Self.mostDepth else { return false }
    depth += 1
    defer { depth -= 1 }
    index += 1
    skipSpace()
    if take(end) { return true }
    while true {
      skipSpace()
      guard read(&self) else { return false }
      skipSpace()
      if take(end) { return true }
      guard take(UInt8(ascii: ",")) else { return false }
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func plain() -> YAMLNode? {
    let start = index
    while let byte = peek, byte >= 43,
      byte <= 57 && byte != 44 || byte | 32 >= 97 && byte | 32 <= 122
    {
      index += 1
    }
    let scalar = YAMLScalar(
      text: String(decoding: bytes[start..<index], as: UTF8.self), isPlain: true)
    guard index > start, scalar.number != nil || ["true", "false", "null"].contains(scalar.text)
    else { return nil }
    return YAMLNode(.scalar(scalar), at: text.span(start..<index))
  }

  private mutating func string() -> YAMLNode? {
    let start = index
    guard take(UInt8(ascii: "\"")) else { return nil }
    var unescaped: [UInt8]?
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 32 else { return nil }
      if byte == UInt8(ascii: "\\") {
        if unescaped == nil { unescaped = Array(bytes[start + 1..<index]) }
        guard let character = escape() else { return nil }
        unescaped?.append(contentsOf: Array(String(character).utf8))
      } else {
        unescaped?.append(byte)
        index += 1
      }
    }
    let inner = start + 1..<index
    guard take(UInt8(ascii: "\"")) else { return nil }
    let scalar = YAMLScalar(
      text: String(decoding: unescaped ?? Array(bytes[inner]), as: UTF8.self), isPlain: false,
      source: unescaped == nil && keepsSources ? text.slice(inner) : nil)
    return YAMLNode(.scalar(scalar), at: text.span(start..<index))
  }

  private mutating func escape() -> Character? {
    index += 1
    guard let letter = peek else { return nil }
    index += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(Unicode.Scalar(letter))
    case UInt8(ascii: "u"):
      guard var code = unit() else { return nil }
      if code & 0xFC00 == 0xD800 {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let low = unit(),
          low & 0xFC00 == 0xDC00
        else { return nil }
        code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
      }
      return Unicode.Scalar(code).map { Character($0) }
    default: return nil
    }
  }

  private mutating func unit() -> UInt32? {
    guard index + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { return nil }
    index += 4
    return value
  }
}

public import Diagnostics

/// Reads JSON into nodes that know their places.
///
/// Source: RFC 8259; nothing is taken that it does not allow, so that a file means the same here as
/// everywhere.
public struct JSONReader {
  private let text: SpannedText
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Reading goes by recursion, and thousands of levels would end the process.
  private static let deepest = 256

  private init(_ text: SpannedText) {
    self.text = text
    bytes = text.bytes
    if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
  }

  /// - Returns: nil for an empty file.
  /// - Throws: the first thing that is no JSON, at its place.
  public static func node(_ file: SourceFile) throws(DiagnosticList) -> YAMLNode? {
    if let fault = file.textFault() { throw DiagnosticList([fault]) }
    return try node(SpannedText(file))
  }

  /// Whether a text begins as JSON's lists and mappings do, behind a byte order mark.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    let first = bytes[start...].first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - Parameter text: UTF-8.
  /// - Returns: nil for an empty text.
  /// - Throws: the first thing that is no JSON, at its place.
  static func node(_ text: SpannedText) throws(DiagnosticList) -> YAMLNode? {
    var reader = JSONReader(text)
    reader.skipSpace()
    guard reader.position < reader.bytes.count else { return nil }
    let node = try reader.value()
    reader.skipSpace()
    guard reader.position == reader.bytes.count else {
      throw reader.problem("text stands behind the end of the value")
    }
    return node
  }

  private mutating func value() throws(DiagnosticList) -> YAMLNode {
    guard position < bytes.count else { throw problem("a value is missing") }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      return try nested { reader throws(DiagnosticList) in
        try reader.object()
      }
    case UInt8(ascii: "["):
      return try nested { reader throws(DiagnosticList) in
        try reader.array()
      }
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "'"):
      throw problem("texts stand in double quotes", help: ["write \"…\" instead of '…'"])
    default: return try word()
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(DiagnosticList) -> YAMLNode
  ) throws(DiagnosticList) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw problem("this is nested too deep") }
    return try read(&self)
  }

  private mutating func object() throws(DiagnosticList) -> YAMLNode {
    let start = position
    position += 1
    var entries: [YAMLEntry] = []
    var known: [String: SourceSpan] = [:]
    try elements(of: "object", from: start, to: UInt8(ascii: "}")) {
      reader throws(DiagnosticList) in
      guard reader.position < reader.bytes.count, reader.bytes[reader.position] == 0x22 else {
        throw reader.problem(
          "a name is missing", help: ["names of values stand in double quotes: \"name\": value"])
      }
      let key = try reader.string()
      let name = key.scalar?.text ?? ""
      if let first = known.updateValue(key.span, forKey: name) {
        throw DiagnosticList([
          Diagnostic(
            .error, "duplicate-key", "the name '\(name)' stands twice in one object",
            at: key.span, related: [.init(message: "first here", span: first)])
        ])
      }
      reader.skipSpace()
      guard reader.position < reader.bytes.count,
        reader.bytes[reader.position] == UInt8(ascii: ":")
      else { throw reader.problem("a colon is missing behind the name '\(name)'") }
      reader.position += 1
      reader.skipSpace()
      entries.append(YAMLEntry(key: name, keySpan: key.span, value: try reader.value()))
    }
    return YAMLNode(.mapping(entries), at: text.span(start..<position))
  }

  private mutating func array() throws(DiagnosticList) -> YAMLNode {
    let start = position
    position += 1
    var values: [YAMLNode] = []
    try elements(of: "list", from: start, to: UInt8(ascii: "]")) { reader throws(DiagnosticList) in
      values.append(try reader.value())
    }
    return YAMLNode(.sequence(values), at: text.span(start..<position))
  }

  /// What stands between commas until a closing bracket.
  private mutating func elements(
    of what: String, from start: Int, to close: UInt8,
    _ read: (inout JSONReader) throws(DiagnosticList) -> Void
  ) throws(DiagnosticList) {
    skipSpace()
    if position < bytes.count, bytes[position] == close {
      position += 1
      return
    }
    while true {
      try read(&self)
      skipSpace()
      guard position < bytes.count else {
        throw .error("invalid-json", "this \(what) is not closed", at: text.span(start..<start + 1))
      }
      if bytes[position] == close {
        position += 1
        return
      }
      guard bytes[position] == UInt8(ascii: ",") else {
        throw problem("a comma is missing before this")
      }
      let comma = position
      position += 1
      skipSpace()
      if position < bytes.count, bytes[position] == close {
        position = comma
        throw problem(
          "nothing follows this comma", help: ["remove it: JSON allows none at the end"])
      }
    }
  }

  private mutating func string() throws(DiagnosticList) -> YAMLNode {
    let start = position
    position += 1
    var content: [UInt8] = []
    while position < bytes.count, bytes[position] != 0x22 {
      let byte = bytes[position]
      if byte == 0x5C {
        try escape(into: &content)
      } else if byte == 0x0A || byte == 0x0D {
        throw .error(
          "invalid-json", "this text is not closed on its line", at: text.span(start..<start + 1),
          help: "close it with \", or write a line end as \\n")
      } else if byte < 0x20 {
        throw problem("a control character stands in a text", help: ["write a tab as \\t"])
      } else {
        content.append(byte)
        position += 1
      }
    }
    guard position < bytes.count else {
      throw .error("invalid-json", "this text is not closed", at: text.span(start..<start + 1))
    }
    position += 1
    return YAMLNode(
      .scalar(
        YAMLScalar(text: String(decoding: content, as: UTF8.self), isPlain: false)),
      at: text.span(start..<position))
  }

  private static let escapes: [UInt8: UInt8] = [
    0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
  ]

  private mutating func escape(into content: inout [UInt8]) throws(DiagnosticList) {
    guard position + 1 < bytes.count else { throw problem("this text is not closed") }
    let letter = bytes[position + 1]
    if let byte = Self.escapes[letter] {
      content.append(byte)
      position += 2
      return
    }
    guard letter == UInt8(ascii: "u"), var code = hexadecimal(at: position + 2) else {
      throw problem(
        "there is no such escape", length: 2,
        help: ["write a backslash itself as \\\\", "characters by number are \\u and four digits"])
    }
    let start = position
    position += 6
    // Beyond the basic plane characters come as two halves.
    if (0xD800..<0xDC00).contains(code), position + 1 < bytes.count, bytes[position] == 0x5C,
      bytes[position + 1] == UInt8(ascii: "u"), let low = hexadecimal(at: position + 2),
      (0xDC00..<0xE000).contains(low)
    {
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      position += 6
    }
    guard let scalar = Unicode.Scalar(code) else {
      position = start
      throw problem("half of a character stands alone", length: 6)
    }
    content += Array(String(Character(scalar)).utf8)
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[start..<start + 4], as: UTF8.self)
    return digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: 16) : nil
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(DiagnosticList) -> YAMLNode {
    let start = position
    let ends = Array(",:[]{}\"'".utf8)
    while position < bytes.count, bytes[position] > 0x20, !ends.contains(bytes[position]) {
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    guard ["true", "false", "null"].contains(word) || Self.isNumber(bytes[start..<position]) else {
      position = start
      throw problem(
        word.isEmpty ? "a value is missing here" : "'\(word)' is no value of JSON",
        length: max(1, word.utf8.count), help: Self.help(for: word))
    }
    return YAMLNode(
      .scalar(YAMLScalar(text: word, isPlain: true)), at: text.span(start..<position))
  }

  private static func help(for word: String) -> [String] {
    if word.isEmpty { return [] }
    if word.hasPrefix("//") || word.hasPrefix("/*") || word.hasPrefix("#") {
      return ["JSON has no comments"]
    }
    switch word.lowercased() {
    case "nan", "inf", "infinity", "-inf", "-infinity", "none", "undefined", "na":
      return ["write null for a missing value"]
    case "true", "false", "null": return ["write it in small letters"]
    default:
      let isNumeric = word.utf8.first.map { (0x2B...0x39).contains($0) } ?? false
      return [
        isNumeric
          ? "write numbers like -12, 0.5 or 1.5e3" : "texts stand in double quotes: \"\(word)\""
      ]
    }
  }

  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
    var rest = word
    func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let isZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !isZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  /// A mistake at what comes next; at the end of the file, at its last character.
  private func problem(_ message: String, length: Int = 1, help: [String] = []) -> DiagnosticList {
    var start = position
    if start >= bytes.count { start = max(0, bytes.lastIndex { $0 > 0x20 } ?? 0) }
    return DiagnosticList([
      Diagnostic(
        .error, "invalid-json", message,
        at: text.span(start..<min(bytes.count, start + length)), help: help)
    ])
  }
}

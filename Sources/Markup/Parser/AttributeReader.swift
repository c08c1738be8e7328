import Diagnostics

/// Reads `#id .class key=value` lists: in braces after headings, images and tables, and bare in
/// info strings.
struct AttributeReader {
  struct Result {
    var attributes = Attributes()
    /// Words that are no attributes: `sql`, `table`, a query's name, the `-` of `{-}`.
    var words: [DirectiveCall.Word] = []
    /// After the closing brace.
    var end = 0
  }

  private let text: SpannedText
  private var position: Int
  private let limit: Int

  /// Reads attributes in braces at `start` of the text.
  ///
  /// - Returns: nil when the braces hold something else.
  static func readBraces(
    _ text: SpannedText, at start: Int = 0, into diagnostics: inout DiagnosticList
  ) -> Result? {
    guard start < text.bytes.count, text.bytes[start] == UInt8(ascii: "{"),
      let close = closingBrace(text.bytes, from: start)
    else { return nil }
    var reader = AttributeReader(text: text, position: start + 1, limit: close)
    var found = DiagnosticList()
    var result = reader.read(into: &found)
    let attributes = result.attributes
    let isEmpty =
      attributes.label == nil && attributes.classes.isEmpty && attributes.values.isEmpty
    if isEmpty, result.words.map(\.text) != ["-"] { return nil }
    for word in result.words where word.text != "-" {
      found.append(
        .error(
          "invalid-attribute", "'\(word.text)' is no attribute", at: word.span,
          help: "write '#label', '.class' or 'key=value'"))
    }
    result.end = close + 1
    diagnostics.append(contentsOf: found)
    return result
  }

  /// Reads the words and attributes of an info string, whose attributes may stand in braces.
  static func readWords(_ text: SpannedText, into diagnostics: inout DiagnosticList) -> Result {
    var limit = text.bytes.count
    while limit > 0, text.bytes[limit - 1] == 0x20 || text.bytes[limit - 1] == 0x09 { limit -= 1 }
    // `python {.numbered}`: braces at the end hold attributes, as everywhere else.
    if limit > 0, text.bytes[limit - 1] == UInt8(ascii: "}"),
      let open = text.bytes[..<limit].lastIndex(of: UInt8(ascii: "{"))
    {
      var reader = AttributeReader(text: text, position: 0, limit: open)
      var result = reader.read(into: &diagnostics)
      reader = AttributeReader(text: text, position: open + 1, limit: limit - 1)
      let inner = reader.read(into: &diagnostics)
      result.words += inner.words
      result.attributes.label = result.attributes.label ?? inner.attributes.label
      result.attributes.classes += inner.attributes.classes
      result.attributes.values += inner.attributes.values
      return result
    }
    var reader = AttributeReader(text: text, position: 0, limit: limit)
    return reader.read(into: &diagnostics)
  }

  private static func closingBrace(_ bytes: [UInt8], from start: Int) -> Int? {
    var quote: UInt8?
    var i = start + 1
    while i < bytes.count {
      let byte = bytes[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "}") {
        return i
      } else if byte == UInt8(ascii: "{") {
        return nil
      }
      i += 1
    }
    return nil
  }

  private mutating func read(into diagnostics: inout DiagnosticList) -> Result {
    var result = Result()
    while true {
      while position < limit, isSpace(text.bytes[position]) { position += 1 }
      guard position < limit else { return result }
      let start = position
      let word = readWord()
      let span = text.span(start..<position)
      switch text.bytes[start] {
      case UInt8(ascii: "#") where word.text.utf8.count > 1:
        let label = Label(String(word.text.dropFirst()), span: span)
        if let first = result.attributes.label {
          diagnostics.append(.duplicateLabel(label, first: first))
        } else {
          result.attributes.label = label
        }
      case UInt8(ascii: ".") where word.text.utf8.count > 1:
        result.attributes.classes.append(String(word.text.dropFirst()))
      default:
        guard let key = word.key else {
          result.words.append(DirectiveCall.Word(word.text, span: span))
          continue
        }
        let value = Attributes.Value(key: key, value: word.value, span: span)
        if let first = result.attributes.values.first(where: { $0.key == key }) {
          diagnostics.append(.duplicateAttribute(value, first: first))
        } else {
          result.attributes.values.append(value)
        }
      }
    }
  }

  /// One word; quotes keep spaces together: `unit="tokens per second"`.
  private mutating func readWord() -> (text: String, key: String?, value: String) {
    var bytes: [UInt8] = []
    var equals: Int?
    var quote: UInt8?
    while position < limit {
      let byte = text.bytes[position]
      if let open = quote {
        if byte == open { quote = nil } else { bytes.append(byte) }
      } else if isSpace(byte) {
        break
      } else if byte == UInt8(ascii: "\""), equals == bytes.count - 1 {
        quote = byte
      } else {
        if byte == UInt8(ascii: "="), equals == nil, !bytes.isEmpty { equals = bytes.count }
        bytes.append(byte)
      }
      position += 1
    }
    let word = String(decoding: bytes, as: UTF8.self)
    guard let equals else { return (word, nil, "") }
    return (
      word, String(decoding: bytes[..<equals], as: UTF8.self),
      String(decoding: bytes[(equals + 1)...], as: UTF8.self)
    )
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
}

extension Length {
  /// A length as attributes write it: `80%`, `12cm`, `300` (CSS pixels).
  init?(attribute text: String) {
    let units: [(String, Double)] = [
      ("mm", 72 / 25.4), ("cm", 72 / 2.54), ("in", 72), ("pt", 1), ("px", 0.75), ("em", 10),
    ]
    if text.hasSuffix("%"), let value = Double(text.dropLast()), value > 0 {
      self = .fraction(value / 100)
      return
    }
    for (unit, points) in units where text.hasSuffix(unit) {
      guard let value = Double(text.dropLast(unit.count)), value > 0 else { return nil }
      self = .points(value * points)
      return
    }
    guard let pixels = Double(text), pixels > 0 else { return nil }
    self = .points(pixels * 0.75)
  }
}

extension Diagnostic {
  fileprivate static func duplicateLabel(_ label: Label, first: Label) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-attribute", "a second label '\(label.name)' for the same thing",
      at: label.span, related: [Related(message: "the first is here", span: first.span)])
  }

  fileprivate static func duplicateAttribute(_ value: Attributes.Value, first: Attributes.Value)
    -> Diagnostic
  {
    Diagnostic(
      .error, "duplicate-attribute", "the attribute '\(value.key)' stands twice", at: value.span,
      related: [Related(message: "the first is here", span: first.span)])
  }
}

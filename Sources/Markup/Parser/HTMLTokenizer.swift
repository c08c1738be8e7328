import Diagnostics

/// Splits HTML into text and tags. Comments, declarations and processing instructions go.
struct HTMLTokenizer {
  private let run: TextRun
  private let file: FileID
  private var position = 0
  private var pieces: [Piece] = []
  private var text = TextRun()

  /// The pieces of the HTML in `run`, whose character references are not yet decoded.
  static func pieces(of run: TextRun, file: FileID) -> [Piece] {
    var tokenizer = HTMLTokenizer(run: run, file: file)
    tokenizer.read()
    return tokenizer.pieces
  }

  private init(run: TextRun, file: FileID) {
    self.run = run
    self.file = file
  }

  private mutating func read() {
    let bytes = run.bytes
    var start = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<"), let end = markupEnd() {
        keep(start..<position)
        readMarkup(end)
        position = end
        start = end
      } else if byte == UInt8(ascii: "&"),
        let reference = CharacterReference.decode(in: bytes, at: position)
      {
        keep(start..<position)
        text.append(reference.text, from: run.source(position..<reference.end))
        position = reference.end
        start = position
      } else {
        position += 1
      }
    }
    keep(start..<position)
    flush()
  }

  private mutating func keep(_ range: Range<Int>) {
    if !range.isEmpty { text.append(run.slice(range)) }
  }

  private mutating func flush() {
    if !text.isEmpty { pieces.append(.text(text)) }
    text = TextRun()
  }

  /// The end of the tag, comment or declaration that starts here; nil when the `<` is text.
  private func markupEnd() -> Int? {
    let bytes = run.bytes
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if starts(with: "<!--") { return find("-->", from: position + 4) ?? bytes.count }
    if starts(with: "<![CDATA[") { return find("]]>", from: position + 9) ?? bytes.count }
    if next == UInt8(ascii: "?") { return find("?>", from: position + 2) ?? bytes.count }
    let isTag = isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
    guard isTag else { return nil }
    var quote: UInt8?
    var i = position + 1
    while i < bytes.count {
      if let open = quote {
        if bytes[i] == open { quote = nil }
      } else if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
        if bytes[i - 1] == UInt8(ascii: "=") || bytes[i - 1] == 0x20 { quote = bytes[i] }
      } else if bytes[i] == UInt8(ascii: ">") {
        return i + 1
      }
      i += 1
    }
    return nil
  }

  private mutating func readMarkup(_ end: Int) {
    let bytes = run.bytes
    if starts(with: "<![CDATA[") {
      keep(position + 9..<max(position + 9, end - 3))
      return
    }
    let isClosing = bytes[position + 1] == UInt8(ascii: "/")
    var i = position + (isClosing ? 2 : 1)
    guard i < end, isLetter(bytes[i]) else { return }
    let nameStart = i
    while i < end, !isSpace(bytes[i]), bytes[i] != UInt8(ascii: ">"), bytes[i] != UInt8(ascii: "/")
    {
      i += 1
    }
    let name = String(decoding: bytes[nameStart..<i], as: UTF8.self).lowercased()
    let span = SourceSpan(file: file, run.source(position..<end))
    let isSelfClosing = bytes[end - 2] == UInt8(ascii: "/")
    let attributes = isClosing ? [] : readAttributes(i..<end - 1)
    let tag = HTMLTag(
      name: name, attributes: attributes, isSelfClosing: isSelfClosing, span: span)
    flush()
    pieces.append(isClosing ? .close(tag) : .open(tag))
  }

  private func readAttributes(_ range: Range<Int>) -> [(name: String, value: String)] {
    let bytes = run.bytes
    var found: [(name: String, value: String)] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard !isSpace(bytes[i]), bytes[i] != UInt8(ascii: "/") else {
        i += 1
        continue
      }
      let start = i
      while i < range.upperBound, !isSpace(bytes[i]), bytes[i] != UInt8(ascii: "=") { i += 1 }
      let name = String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
      var afterName = i
      while afterName < range.upperBound, isSpace(bytes[afterName]) { afterName += 1 }
      guard afterName < range.upperBound, bytes[afterName] == UInt8(ascii: "=") else {
        if i == start { i += 1 } else { found.append((name, "")) }
        continue
      }
      i = afterName + 1
      while i < range.upperBound, isSpace(bytes[i]) { i += 1 }
      let value = readValue(&i, range.upperBound)
      if !name.isEmpty { found.append((name, decoded(value))) }
    }
    return found
  }

  private func readValue(_ i: inout Int, _ end: Int) -> ArraySlice<UInt8> {
    let bytes = run.bytes
    guard i < end else { return [] }
    if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
      let quote = bytes[i]
      let start = i + 1
      i = start
      while i < end, bytes[i] != quote { i += 1 }
      defer { i = min(i + 1, end) }
      return bytes[start..<i]
    }
    let start = i
    while i < end, !isSpace(bytes[i]) { i += 1 }
    return bytes[start..<i]
  }

  private func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      if bytes[i] == UInt8(ascii: "&"),
        let (text, end) = CharacterReference.decode(in: bytes, at: i)
      {
        out += text
        i = end
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func starts(with text: String) -> Bool { run.bytes[position...].starts(with: text.utf8) }

  /// The end of the next occurrence of `text`.
  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var i = start
    while i + wanted.count <= run.bytes.count {
      if run.bytes[i] == wanted[0], run.bytes[i..<i + wanted.count].elementsEqual(wanted) {
        return i + wanted.count
      }
      i += 1
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

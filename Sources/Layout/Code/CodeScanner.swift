/// Cuts source code into tokens by a grammar, in one pass over its bytes.
struct CodeScanner {
  private typealias Rule = CodeGrammar.Rule

  private let grammar: CodeGrammar
  private let bytes: [UInt8]
  private var position = 0
  private var tokens: [CodeToken] = []
  /// Rules by the first byte of what they match; rules that look further are in `general`.
  private var rulesByByte: [[Rule]]
  private var general: [Rule] = []
  private var prompts: [[UInt8]] = []
  private var braces = 0

  /// The tokens of a text, ascending, none empty.
  static func tokens(of text: [UInt8], _ grammar: CodeGrammar) -> [CodeToken] {
    var scanner = CodeScanner(grammar: grammar, bytes: text)
    scanner.scan()
    return scanner.tokens
  }

  private init(grammar: CodeGrammar, bytes: [UInt8]) {
    self.grammar = grammar
    self.bytes = bytes
    rulesByByte = Array(repeating: [], count: 256)
    for rule in grammar.rules {
      switch rule {
      case .line(let mark, _, _), .region(let mark, _, _, _, _, _), .prefixed(let mark, _, _):
        rulesByByte[Int(mark.utf8.first ?? 0)].append(rule)
      case .character: rulesByByte[0x27].append(rule)
      case .keyOrString: rulesByByte[0x22].append(rule)
      case .section: rulesByByte[0x5B].append(rule)
      case .markup: rulesByByte[0x3C].append(rule)
      case .prompt(let mark): prompts.append(Array(mark.utf8))
      case .key, .property: general.append(rule)
      }
    }
  }

  private mutating func scan() {
    while position < bytes.count {
      let start = position
      if isLineStart(.firstColumn), !prompts.isEmpty, readPrompt() { continue }
      if readRule() || readWord() || readNumber() { continue }
      if bytes[position] == UInt8(ascii: "{") { braces += 1 }
      if bytes[position] == UInt8(ascii: "}") { braces = max(0, braces - 1) }
      position = start + 1
    }
  }

  // MARK: Rules

  private mutating func readRule() -> Bool {
    for rule in rulesByByte[Int(bytes[position])] where read(rule) { return true }
    for rule in general where read(rule) { return true }
    return false
  }

  private mutating func read(_ rule: Rule) -> Bool {
    switch rule {
    case .line(let mark, let kind, let place):
      guard starts(with: mark), isLineStart(place) else { return false }
      return emit(kind, to: lineEnd(position))
    case .region(let open, let close, let kind, let escapes, let spansLines, let nests):
      guard starts(with: open) else { return false }
      let limit = spansLines ? bytes.count : lineEnd(position)
      return emit(
        kind,
        to: regionEnd(
          open, close, from: position + open.utf8.count, limit, escapes: escapes, nests: nests))
    case .prefixed(let mark, let kind, let place):
      guard starts(with: mark), isLineStart(place) else { return false }
      let end = nameEnd(position + mark.utf8.count)
      guard end > position + mark.utf8.count else { return false }
      return emit(kind, to: end)
    case .character: return readCharacter()
    case .keyOrString:
      let stop = regionEnd(
        "\"", "\"", from: position + 1, lineEnd(position), escapes: true, nests: false)
      return emit(next(after: stop) == UInt8(ascii: ":") ? .key : .string, to: stop)
    case .key(let mark): return readKey(before: mark)
    case .section:
      guard isLineStart(.lineStart),
        let close = bytes[position..<lineEnd(position)].lastIndex(of: 0x5D)
      else { return false }
      return emit(.heading, to: close + 1)
    case .markup: return readTag()
    case .property:
      guard braces > 0, isNameByte(bytes[position]) else { return false }
      let end = nameEnd(position)
      guard end > position, end < bytes.count, bytes[end] == UInt8(ascii: ":") else { return false }
      return emit(.key, to: end)
    case .prompt: return false
    }
  }

  /// - Returns: true, so that rules can end with it.
  private mutating func emit(_ kind: CodeTokenKind, to end: Int) -> Bool {
    if end > position { tokens.append(CodeToken(range: position..<end, kind: kind)) }
    position = max(end, position + 1)
    return true
  }

  /// The end of a region whose inside starts at `from`; the limit when it is not closed before.
  private func regionEnd(
    _ open: String, _ close: String, from: Int, _ limit: Int, escapes: Bool, nests: Bool
  ) -> Int {
    let (open, close) = (Array(open.utf8), Array(close.utf8))
    var depth = 1
    var i = from
    while i < limit {
      if escapes, bytes[i] == UInt8(ascii: "\\") {
        i += 2
      } else if bytes[i] == close[0], bytes[i..<limit].starts(with: close) {
        i += close.count
        depth -= 1
        if depth == 0 { return i }
      } else if nests, bytes[i..<limit].starts(with: open) {
        i += open.count
        depth += 1
      } else {
        i += 1
      }
    }
    return limit
  }

  private mutating func readCharacter() -> Bool {
    var i = position + 1
    guard i < bytes.count, bytes[i] != 0x0A, bytes[i] != 0x27 else { return false }
    if bytes[i] == UInt8(ascii: "\\") {
      let close = bytes[(i + 1)..<lineEnd(i)].dropFirst().firstIndex(of: 0x27)
      guard let close, close - i < 12 else { return false }
      return emit(.string, to: close + 1)
    }
    i += 1
    while i < bytes.count, bytes[i] & 0xC0 == 0x80 { i += 1 }
    if i < bytes.count, bytes[i] == 0x27 { return emit(.string, to: i + 1) }
    let end = nameEnd(position + 1)
    return end > position + 1 ? emit(.attribute, to: end) : false
  }

  private mutating func readKey(before mark: UInt8) -> Bool {
    guard isKeyPlace else { return false }
    let end = lineEnd(position)
    var i = position
    var quote: UInt8?
    while i < end {
      let byte = bytes[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if i == position, byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == mark {
        break
      } else if [0x23, 0x5B, 0x7B, 0x28, 0x22].contains(byte) {  // # [ { ( "
        return false
      }
      i += 1
    }
    guard i > position, i < end else { return false }
    // A colon without a space after it belongs to the text, as in an address.
    if mark == UInt8(ascii: ":"), i + 1 < end, bytes[i + 1] != 0x20 { return false }
    while i > position, bytes[i - 1] == 0x20 { i -= 1 }
    return emit(.key, to: i)
  }

  /// At the start of a line, or after the dash of a YAML list there.
  private var isKeyPlace: Bool {
    let first = bytes[position]
    guard isNameByte(first) && first != 0x2D || first == 0x22 || first == 0x27 else { return false }
    var i = position
    while i > 0, bytes[i - 1] != 0x0A {
      guard bytes[i - 1] == 0x20 || bytes[i - 1] == 0x2D else { return false }
      i -= 1
    }
    return true
  }

  private mutating func readTag() -> Bool {
    var i = position + 1
    if i < bytes.count, [0x2F, 0x21, 0x3F].contains(bytes[i]) { i += 1 }  // / ! ?
    guard i < bytes.count, isNameByte(bytes[i]) else { return false }
    let limit = tagEnd(i)
    let name = nameEnd(i)
    tokens.append(CodeToken(range: position..<name, kind: .tag))
    i = name
    while i < limit {
      if bytes[i] == 0x22 || bytes[i] == 0x27 {
        let close = bytes[(i + 1)..<limit].firstIndex(of: bytes[i]).map { $0 + 1 } ?? limit
        tokens.append(CodeToken(range: i..<close, kind: .string))
        i = close
      } else if isNameByte(bytes[i]) {
        let end = max(nameEnd(i), i + 1)
        tokens.append(CodeToken(range: i..<end, kind: .attribute))
        i = end
      } else {
        i += 1
      }
    }
    position = limit
    if limit < bytes.count, bytes[limit] == UInt8(ascii: ">") { return emit(.tag, to: limit + 1) }
    return true
  }

  /// The `>` of a tag, past the quotation marks in it.
  private func tagEnd(_ start: Int) -> Int {
    var quote: UInt8?
    var i = start
    while i < bytes.count {
      if let open = quote {
        if bytes[i] == open { quote = nil }
      } else if bytes[i] == 0x22 || bytes[i] == 0x27 {
        quote = bytes[i]
      } else if bytes[i] == UInt8(ascii: ">") {
        return i
      }
      i += 1
    }
    return bytes.count
  }

  /// The mark before what a person typed; a line without one is output and stays plain.
  private mutating func readPrompt() -> Bool {
    for mark in prompts where bytes[position...].starts(with: mark) {
      return emit(.meta, to: position + mark.count)
    }
    position = min(lineEnd(position) + 1, bytes.count)
    return true
  }

  // MARK: Words and numbers

  private mutating func readWord() -> Bool {
    let start = position
    guard isNameByte(bytes[start]), !isDigit(bytes[start]) else { return false }
    let end = nameEnd(start)
    var word = String(decoding: bytes[start..<end], as: UTF8.self)
    if end < bytes.count, bytes[end] == 0x22 || bytes[end] == 0x27, end - start <= 2,
      word.allSatisfy(grammar.stringPrefixes.contains)
    {
      position = end
      if readRule(), let last = tokens.popLast() {
        tokens.append(CodeToken(range: start..<last.range.upperBound, kind: last.kind))
        return true
      }
      position = start
    }
    if isJoined(start..<end) {
      position = end
      return true
    }
    if grammar.ignoresCase { word = word.lowercased() }
    if let kind = grammar.words[word] { return emit(kind, to: end) }
    if grammar.capitalsAreTypes, isCapital(bytes[start]) {
      // ALL_CAPITALS are constants in all of these languages.
      let isConstant =
        end - start > 1 && bytes[start..<end].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) }
      return emit(isConstant ? .constant : .type, to: end)
    }
    if grammar.marksCalls, end < bytes.count, bytes[end] == UInt8(ascii: "(") {
      return emit(.function, to: end)
    }
    position = end
    return true
  }

  private mutating func readNumber() -> Bool {
    guard isDigit(bytes[position]) else { return false }
    var i = position + 1
    while i < bytes.count {
      let byte = bytes[i]
      let isSign = byte == 0x2B || byte == 0x2D
      if isSign, bytes[i - 1] | 0x20 == UInt8(ascii: "e"), !starts(with: "0x") {
        i += 1
      } else if byte == 0x2E, i + 1 < bytes.count, isDigit(bytes[i + 1]) {
        i += 1
      } else if isDigit(byte) || byte == 0x5F || (0x61...0x7A).contains(byte | 0x20) {
        i += 1
      } else {
        break
      }
    }
    if isJoined(position..<i) {
      position = i
      return true
    }
    return emit(.number, to: i)
  }

  // MARK: Bytes

  /// Whether a word is a part of something longer, such as a path.
  private func isJoined(_ word: Range<Int>) -> Bool {
    guard !grammar.joinBytes.isEmpty else { return false }
    return word.lowerBound > 0 && grammar.joinBytes.contains(bytes[word.lowerBound - 1])
      || word.upperBound < bytes.count && grammar.joinBytes.contains(bytes[word.upperBound])
  }

  private func starts(with mark: String) -> Bool { bytes[position...].starts(with: mark.utf8) }

  private func lineEnd(_ start: Int) -> Int {
    bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
  }

  /// The next byte that is no space.
  private func next(after end: Int) -> UInt8 { bytes[end...].first { $0 != 0x20 } ?? 0 }

  private func isLineStart(_ place: CodeGrammar.Place) -> Bool {
    switch place {
    case .anywhere: return true
    case .firstColumn: return position == 0 || bytes[position - 1] == 0x0A
    case .space:
      return position == 0 || [0x20, 0x0A, 0x3B, 0x28].contains(bytes[position - 1])
    case .lineStart:
      var i = position
      while i > 0, bytes[i - 1] == 0x20 { i -= 1 }
      return i == 0 || bytes[i - 1] == 0x0A
    }
  }

  private func nameEnd(_ start: Int) -> Int {
    var i = start
    while i < bytes.count, isNameByte(bytes[i]) { i += 1 }
    return i
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || isDigit(byte) || byte == 0x5F || byte >= 0x80
      || grammar.nameBytes.contains(byte)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

import Diagnostics
import MathSyntax

/// Reads `[@key; see @key, p. 3]`, `@key`, `@key [p. 3]`, `[-@key]` and `@fig-a` in running text.
///
/// The rules are pandoc's: a key starts with a letter, digit or underscore; inside it single
/// punctuation marks may stand between those.
struct CitationReader {
  let run: TextRun
  let file: FileID
  /// Whether keys cite; references to labels are read in any case.
  let readsCitations: Bool

  /// The call in brackets that starts at `start`, and where it ends; nil when the brackets are text.
  func bracketed(at start: Int) -> (inlines: [Inline<Parsed>], end: Int)? {
    let bytes = run.bytes
    var end = start + 1
    var hasKey = false
    while end < bytes.count, bytes[end] != UInt8(ascii: "]") {
      if bytes[end] == UInt8(ascii: "[") { return nil }
      if bytes[end] == UInt8(ascii: "@") { hasKey = true }
      end += 1
    }
    guard hasKey, end < bytes.count, let (items, suppressed) = items(start + 1..<end) else {
      return nil
    }
    if items.allSatisfy({ label(of: $0).kind != nil }) {
      return (references(start + 1..<end), end + 1)
    }
    guard readsCitations else { return nil }
    let call = CitationCall(
      form: suppressed ? .suppressedAuthor : .parenthetical, items: items,
      span: span(start..<end + 1))
    return ([.embed(.citation(call))], end + 1)
  }

  /// The citation or reference whose `@` stands at `at`.
  func narrative(at: Int) -> (inline: Inline<Parsed>, end: Int)? {
    if at > 0, isKeyByte(run.bytes[at - 1]) || run.bytes[at - 1] == UInt8(ascii: "@") { return nil }
    let end = keyEnd(at + 1)
    guard end > at + 1 else { return nil }
    let key = String(decoding: run.bytes[at + 1..<end], as: UTF8.self)
    let label = Label(MathParser.labelName(key), span: span(at..<end))
    if label.kind != nil { return (.embed(.reference(label)), end) }
    guard readsCitations else { return nil }
    var items = [CitationCall.Item(key: key, span: label.span)]
    let close = addLocator(from: end, to: &items)
    let call = CitationCall(form: .narrative, items: items, span: span(at..<close))
    return (.embed(.citation(call)), close)
  }

  /// Brackets behind a key in a sentence say where in the work, and may cite further ones:
  /// `@key [p. 33; @other]`.
  ///
  /// - Returns: where the citation ends.
  private func addLocator(from end: Int, to items: inout [CitationCall.Item]) -> Int {
    let bytes = run.bytes
    let open = end + 1
    guard open < bytes.count, isSpace(bytes[end]), bytes[open] == UInt8(ascii: "["),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "]")),
      !bytes[(open + 1)..<close].contains(UInt8(ascii: "["))
    else { return end }
    let first = bytes[open..<close].firstIndex(of: UInt8(ascii: ";")) ?? close
    let locator = open + 1..<first
    // A citation in brackets is one of its own.
    guard !bytes[locator].contains(UInt8(ascii: "@")), !trimmed(locator).isEmpty else { return end }
    if first < close {
      guard let (others, _) = self.items(first + 1..<close) else { return end }
      items += others
    }
    items[0].locator = trimmed(locator)
    return close + 1
  }

  /// Keys with what stands around them, parted by semicolons.
  private func items(_ range: Range<Int>) -> (items: [CitationCall.Item], isSuppressed: Bool)? {
    var items: [CitationCall.Item] = []
    var suppressed = false
    var from = range.lowerBound
    while from <= range.upperBound {
      let to =
        run.bytes[from..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? range.upperBound
      guard let (item, isSuppressed) = item(from..<to) else { return nil }
      items.append(item)
      suppressed = suppressed || isSuppressed
      from = to + 1
    }
    return (items, suppressed)
  }

  private func item(_ range: Range<Int>) -> (item: CitationCall.Item, isSuppressed: Bool)? {
    let bytes = run.bytes
    guard let at = bytes[range].firstIndex(of: UInt8(ascii: "@")) else { return nil }
    let end = min(keyEnd(at + 1), range.upperBound)
    guard end > at + 1 else { return nil }
    var prefixEnd = at
    let isSuppressed = at > range.lowerBound && bytes[at - 1] == UInt8(ascii: "-")
    if isSuppressed { prefixEnd -= 1 }
    if prefixEnd > range.lowerBound, isKeyByte(bytes[prefixEnd - 1]) { return nil }
    var locator = end
    if locator < range.upperBound, bytes[locator] == UInt8(ascii: ",") { locator += 1 }
    let item = CitationCall.Item(
      key: String(decoding: bytes[at + 1..<end], as: UTF8.self),
      prefix: trimmed(range.lowerBound..<prefixEnd), locator: trimmed(locator..<range.upperBound),
      span: span(at..<end))
    return (item, isSuppressed)
  }

  /// `[see @fig-a; @fig-b, left]` are references with the words round them, without the brackets.
  private func references(_ range: Range<Int>) -> [Inline<Parsed>] {
    let bytes = run.bytes
    var inlines: [Inline<Parsed>] = []
    var from = range.lowerBound
    while from <= range.upperBound {
      let to = bytes[from..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? range.upperBound
      guard let at = bytes[from..<to].firstIndex(of: UInt8(ascii: "@")) else { return inlines }
      let end = min(keyEnd(at + 1), to)
      let before = trimmed(from..<at)
      let after = trimmed(end..<to)
      let separator = inlines.isEmpty ? "" : ", "
      let lead = separator + (before.isEmpty ? "" : before + " ")
      if !lead.isEmpty { inlines.append(.text(lead, span(from..<at))) }
      let key = String(decoding: bytes[at + 1..<end], as: UTF8.self)
      inlines.append(
        .embed(.reference(Label(MathParser.labelName(key), span: span(at..<end)))))
      if !after.isEmpty {
        let touches = after.first.map { ",.:".contains($0) } ?? false
        inlines.append(.text(touches ? after : " " + after, span(end..<to)))
      }
      from = to + 1
    }
    return inlines
  }

  /// What an item refers to; LaTeX's `eq:a` is `eq-a`.
  private func label(of item: CitationCall.Item) -> Label {
    Label(MathParser.labelName(item.key), span: item.span)
  }

  private func keyEnd(_ start: Int) -> Int {
    let bytes = run.bytes
    var i = start
    while i < bytes.count {
      if isKeyByte(bytes[i]) {
        i += 1
      } else if i > start, i + 1 < bytes.count, isInnerMark(bytes[i]), isKeyByte(bytes[i + 1]) {
        i += 1
      } else {
        break
      }
    }
    return i
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }

  private func isInnerMark(_ byte: UInt8) -> Bool {
    [0x2D, 0x3A, 0x2E, 0x2F, 0x2B, 0x26, 0x23].contains(byte)
  }

  private func trimmed(_ range: Range<Int>) -> String {
    var from = range.lowerBound
    var to = max(from, range.upperBound)
    while from < to, isSpace(run.bytes[from]) { from += 1 }
    while to > from, isSpace(run.bytes[to - 1]) { to -= 1 }
    let text = run.bytes[from..<to].map { $0 == 0x0A ? 0x20 : $0 }
    return String(decoding: text, as: UTF8.self)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private func span(_ range: Range<Int>) -> SourceSpan {
    SourceSpan(file: file, run.source(range))
  }
}

import Diagnostics
import MathSyntax

/// Turns a stretch of running text into inlines: typographic punctuation, citations, references,
/// and in HTML formulas.
struct TextReader {
  enum Style {
    /// Markdown text; `\n` is a soft break.
    case markdown
    /// Text between tags of HTML blocks: white space collapses, formulas are still in it.
    case html
    /// Addresses and code: nothing changes.
    case verbatim
  }

  private let run: TextRun
  private let context: ParseContext
  private let style: Style
  private var out: [Inline<Parsed>]
  private var text: [UInt8] = []
  private var textStart = 0
  private var position = 0

  /// Appends the inlines of `run` to `out`.
  static func read(
    _ run: TextRun, style: Style = .markdown, context: ParseContext,
    appendingTo out: inout [Inline<Parsed>]
  ) {
    guard !run.isEmpty else { return }
    let isPlain =
      !context.quotes.spacesHighMarks && !run.bytes.contains(where: { isSpecial[Int($0)] })
    if style == .verbatim || isPlain {
      let string = String(decoding: run.bytes, as: UTF8.self)
      out.append(.text(string, context.span(run.source())))
      return
    }
    var reader = TextReader(run: run, context: context, style: style, out: out)
    out = []
    reader.read()
    out = reader.out
  }

  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\"'-.:@[$]\\`\n\t\r".utf8 { table[Int(byte)] = true }
    return table
  }()

  private init(run: TextRun, context: ParseContext, style: Style, out: [Inline<Parsed>]) {
    self.run = run
    self.context = context
    self.style = style
    self.out = out
  }

  private mutating func read() {
    let bytes = run.bytes
    let isSpecial = Self.isSpecial
    text.reserveCapacity(bytes.count + 8)
    while position < bytes.count {
      let start = position
      while position < bytes.count, !isSpecial[Int(bytes[position])] { position += 1 }
      if start < position { text.append(contentsOf: bytes[start..<position]) }
      if position < bytes.count, !readSpecial(bytes[position]) {
        text.append(bytes[position])
        position += 1
      }
    }
    flush()
  }

  /// - Returns: false when the byte is ordinary after all.
  private mutating func readSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x09, 0x0D: return readSpace(byte)
    case UInt8(ascii: "@"):
      let reader = CitationReader(
        run: run, file: context.file.id, readsCitations: !context.isReadme)
      guard let (inline, end) = reader.narrative(at: position) else { return false }
      emit([inline], through: end)
      return true
    case UInt8(ascii: "["):
      warnUndefinedFootnote()
      let reader = CitationReader(
        run: run, file: context.file.id, readsCitations: !context.isReadme)
      guard let (inlines, end) = reader.bracketed(at: position) else { return false }
      emit(inlines, through: end)
      return true
    case UInt8(ascii: "]"):
      warnBrokenCall()
      return false
    case UInt8(ascii: "$"): return readDollar()
    case UInt8(ascii: "`"):
      warnUnclosedCall()
      return false
    case UInt8(ascii: "\\"): return readReference()
    case UInt8(ascii: ":"):
      guard let (emoji, end) = EmojiShortcode.read(in: run.bytes, at: position) else {
        return false
      }
      text.append(contentsOf: emoji.utf8)
      position = end
      return true
    default:
      guard
        let (replacement, count) = SmartPunctuation.replacement(
          in: run.bytes, at: position, after: previousScalar, quotes: context.quotes)
      else {
        if byte == UInt8(ascii: "-") { return readHyphens() }
        return false
      }
      text.append(contentsOf: replacement)
      position += count
      return true
    }
  }

  /// Four hyphens or an option's two stay; they must not be looked at one by one.
  private mutating func readHyphens() -> Bool {
    while position < run.bytes.count, run.bytes[position] == UInt8(ascii: "-") {
      text.append(UInt8(ascii: "-"))
      position += 1
    }
    return true
  }

  private mutating func readSpace(_ byte: UInt8) -> Bool {
    guard style == .html else {
      guard byte == 0x0A else { return false }
      while text.last == 0x20 { text.removeLast() }
      emit([.softBreak(context.span(run.source(position..<position + 1)))], through: position + 1)
      return true
    }
    while position < run.bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(run.bytes[position]) {
      position += 1
    }
    if text.last != 0x20 { text.append(0x20) }
    return true
  }

  /// `\eqref{eq-a}` and `\ref{eq:a}`, as LaTeX has them in running text.
  private mutating func readReference() -> Bool {
    let rest = run.bytes[position...]
    let command = ["\\eqref{", "\\ref{"].first { rest.starts(with: $0.utf8) }
    guard let command, let close = rest.firstIndex(of: UInt8(ascii: "}")) else { return false }
    let name = String(
      decoding: rest[(position + command.utf8.count)..<close], as: UTF8.self)
    let label = Label(
      MathParser.labelName(name), span: context.span(run.source(position..<close + 1)))
    guard label.kind == .equation else { return false }
    let tex = run.spanned(position..<close + 1, file: context.file.id)
    let math = context.parseMath(tex, isDisplay: false)
    emit([.math(InlineMath(tex: tex, math: math, span: label.span))], through: close + 1)
    return true
  }

  private mutating func readDollar() -> Bool {
    if style == .html, let match = DollarMath.match(in: run.bytes, at: position) {
      let tex = run.spanned(match.content, file: context.file.id)
      let math = context.parseMath(tex, isDisplay: match.isDisplay)
      let span = context.span(run.source(position..<match.end))
      emit([.math(InlineMath(tex: tex, math: math, span: span))], through: match.end)
      return true
    }
    warnUnclosedMath()
    return false
  }

  /// Ends the text so far and adds what stands for the bytes up to `end`.
  private mutating func emit(_ inlines: [Inline<Parsed>], through end: Int) {
    flush()
    out.append(contentsOf: inlines)
    position = end
    textStart = end
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    let span = context.span(run.source(textStart..<position))
    if context.quotes.spacesHighMarks { SmartPunctuation.keepHighMarks(in: &text) }
    out.append(.text(String(decoding: text, as: UTF8.self), span))
    text.removeAll(keepingCapacity: true)
  }

  /// The scalar before the current position, as printed; 0 at the start.
  private var previousScalar: UInt32 {
    if !text.isEmpty { return lastScalar(text) }
    guard let last = out.last else { return 0 }
    switch last {
    case .softBreak, .lineBreak: return 0x20
    case .math, .code, .image, .embed, .footnote: return 0x61
    default: return last.plainText.unicodeScalars.last?.value ?? 0
    }
  }

  private func lastScalar(_ bytes: [UInt8]) -> UInt32 {
    var start = bytes.count - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return String(decoding: bytes[start...], as: UTF8.self).unicodeScalars.last?.value ?? 0
  }
}

extension TextReader {
  /// cmark leaves `[^x]` without a definition as text.
  private func warnUndefinedFootnote() {
    let bytes = run.bytes
    guard position + 2 < bytes.count, bytes[position + 1] == UInt8(ascii: "^"),
      let close = bytes[position...].firstIndex(of: UInt8(ascii: "]")), close > position + 2,
      !bytes[position..<close].contains(where: { $0 == 0x20 || $0 == 0x0A })
    else { return }
    let label = String(decoding: bytes[position + 2..<close], as: UTF8.self)
    context.diagnostics.append(
      .error(
        "undefined-footnote", "the footnote '\(label)' is not defined",
        at: context.span(run.source(position..<close + 1)),
        help: "add a line '[^\(label)]: …'"))
  }

  /// `[1.93×](value:a b)`: Markdown takes no spaces there, so it came through as text.
  private func warnBrokenCall() {
    let rest = run.bytes[position...]
    let starts = ["](value:", "](claim:", "](<value:", "](<claim:"]
    guard let start = starts.first(where: { rest.starts(with: $0.utf8) }),
      // An escaped bracket is meant as text.
      run.source(position..<position + 1).count == 1
    else { return }
    context.reportUnreadCall(
      at: context.span(run.source(position + 1..<position + start.utf8.count)))
  }

  /// `` `{value .2f} SELECT … `` without its closing backtick.
  private func warnUnclosedCall() {
    let rest = run.bytes[position...].drop { $0 == UInt8(ascii: "`") }
    guard let start = ["{value", "{claim"].first(where: { rest.starts(with: $0.utf8) }) else {
      return
    }
    context.diagnostics.append(
      .error(
        "unread-claim", "the value that starts here is not read: its backtick is not closed",
        at: context.span(run.source(position..<rest.startIndex + start.utf8.count)),
        help: "put '`' after its expression"))
  }

  /// A dollar that opens no formula though TeX follows it.
  private func warnUnclosedMath() {
    let bytes = run.bytes
    let next = position + 1
    guard next < bytes.count, bytes[next] != 0x20, bytes[next] != 0x0A,
      !(0x30...0x39).contains(bytes[next])
    else { return }
    let line = bytes[next...].prefix { $0 != 0x0A && $0 != UInt8(ascii: "$") }
    let isClosed = line.endIndex < bytes.count && bytes[line.endIndex] == UInt8(ascii: "$")
    // Behind a dollar that closes, only open braces explain that it did not.
    if isClosed || bytes[line.endIndex...].contains(UInt8(ascii: "$")) {
      guard isClosed,
        line.count(where: { $0 == 0x7B }) > line.count(where: { $0 == 0x7D })
      else { return }
    }
    var isTeX = line.contains(UInt8(ascii: "^"))
    for i in line.indices.dropLast() where line[i] == UInt8(ascii: "\\") {
      isTeX = isTeX || (0x61...0x7A).contains(line[i + 1] | 0x20)
    }
    guard isTeX else { return }
    context.diagnostics.append(
      .warning(
        "unclosed-math", "the formula that starts here is not closed",
        at: context.span(run.source(position..<position + 1)),
        help: isClosed
          ? "close the braces in it; write '\\$' if the dollar is meant"
          : "write '\\$' if the dollar is meant"))
  }
}

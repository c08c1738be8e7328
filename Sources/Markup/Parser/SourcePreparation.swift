import Diagnostics
import MathSyntax

/// What has to happen to the source before cmark sees it; line for line the same.
///
/// - Front matter becomes empty lines, else it is a rule and a setext heading.
/// - `$$` blocks over several lines, and LaTeX's displays without dollars (`\begin{align}`), become fenced code, else a line of TeX that starts with `-`,
///   `=` or `+` is a list or a heading, and a blank line ends the formula.
/// - Carriage returns go.
struct SourcePreparation {
  /// A `$$` block over several lines, or an environment that is a display of its own.
  struct Display {
    /// The formula without dollars and without the marks of the quotes around it.
    var tex: SpannedText
    /// What follows the closing dollars on their line.
    var rest: Range<Int>
    var span: Range<Int>
  }

  /// What cmark parses.
  private(set) var bytes: [UInt8] = []
  /// By the 1-based line of the opening dollars.
  private(set) var displays: [Int: Display] = [:]
  /// `[^label]:` definitions, to find those that nobody uses.
  private(set) var footnoteLabels: [(label: String, span: Range<Int>)] = []
  private(set) var diagnostics = DiagnosticList()

  private let file: SourceFile
  private var foreign: ForeignSyntax
  private var fence: (byte: UInt8, count: Int)?

  init(_ file: SourceFile, frontMatterEnd: Int) {
    self.file = file
    foreign = ForeignSyntax(file)
    bytes.reserveCapacity(file.bytes.count + 64)
    var line = 1
    let lineCount = file.lineCount
    while line <= lineCount {
      let start = file.offset(ofLine: line)
      let end = lineEnd(line)
      if start < frontMatterEnd {
        bytes.append(0x0A)
        line += 1
        continue
      }
      if let last = openDisplay(line, start, end) {
        line = last + 1
        continue
      }
      append(start..<end)
      if line < lineCount { bytes.append(0x0A) }
      line += 1
    }
    diagnostics.append(contentsOf: foreign.diagnostics)
  }

  private func lineEnd(_ line: Int) -> Int {
    var end = file.offset(ofLine: line + 1)
    while end > file.offset(ofLine: line),
      file.bytes[end - 1] == 0x0A || file.bytes[end - 1] == 0x0D
    {
      end -= 1
    }
    return end
  }

  /// A lone carriage return is a line end to cmark but not to an editor.
  private mutating func append(_ range: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: file.bytes[range])
    for i in start..<bytes.count where bytes[i] == 0x0D { bytes[i] = 0x20 }
  }

  /// Looks at one line: keeps track of code fences, and turns a `$$` block that starts here into a
  /// fence.
  ///
  /// - Returns: the last line of that block.
  private mutating func openDisplay(_ line: Int, _ start: Int, _ end: Int) -> Int? {
    let content = contentStart(start, end)
    guard content < end else { return nil }
    let first = file.bytes[content]
    if first == 0x60 || first == 0x7E {
      updateFence(content, end, first)
      return nil
    }
    guard fence == nil else { return nil }
    foreign.check(content..<end)
    if first == 0x5B { noteFootnote(content, end) }
    if first == 0x5C { return environmentBlock(line, content, end) }
    guard first == 0x24, content + 1 < end, file.bytes[content + 1] == 0x24 else { return nil }
    guard find(closing: content + 2, end) == nil else { return nil }
    return displayBlock(line, content, end)
  }

  /// `\begin{align} … \end{align}` over several lines.
  private mutating func environmentBlock(_ line: Int, _ content: Int, _ end: Int) -> Int? {
    let opening = Array("\\begin{".utf8)
    guard file.bytes[content..<end].starts(with: opening),
      let brace = file.bytes[content..<end].firstIndex(of: 0x7D)
    else { return nil }
    let name = file.bytes[(content + opening.count)..<brace]
    let bare = name.last == 0x2A ? name.dropLast() : name
    guard MathArray.displayEnvironments.contains(String(decoding: bare, as: UTF8.self)) else {
      return nil
    }
    let closing = Array("\\end{".utf8) + name + [0x7D]
    let bytes = file.bytes
    if let close = bytes[content..<end].firstRange(of: closing) {
      return environmentLine(line, content, close.upperBound, end)
    }
    return display(
      line, content, end, texFrom: content, mark: content..<(brace + 1),
      closedBy: String(decoding: closing, as: UTF8.self)
    ) { from, to in
      bytes[from..<to].firstRange(of: closing).map { (tex: $0.upperBound, end: $0.upperBound) }
    }
  }

  /// An environment in one line: a display when it stands alone, for the blank line below becomes
  /// the end of its fence.
  private mutating func environmentLine(_ line: Int, _ content: Int, _ close: Int, _ end: Int)
    -> Int?
  {
    let after = file.bytes[close..<end].first { !isSpace($0) }
    guard after == nil || after == 0x7B else { return nil }
    let lineStart = file.offset(ofLine: line)
    let quoteDepth = file.bytes[lineStart..<content].count { $0 == 0x3E }
    if line < file.lineCount {
      let to = lineEnd(line + 1)
      let next = skipQuotes(file.offset(ofLine: line + 1), to, quoteDepth)
      guard file.bytes[next..<to].allSatisfy(isSpace) else {
        diagnostics.append(
          .error(
            "unclosed-math", "text goes on below the environment",
            at: SourceSpan(file: file.id, start: content, end: close),
            help: "leave a line blank below it"))
        return nil
      }
    }
    var tex = SpannedText(file: file.id)
    tex.append(file.bytes[content..<close], at: content)
    displays[line] = Display(tex: tex, rest: close..<end, span: content..<end)
    appendFence(line, line + 1, indent: lineStart..<content, quoteDepth: quoteDepth)
    return line + 1
  }

  private mutating func displayBlock(_ line: Int, _ content: Int, _ end: Int) -> Int? {
    let preparation = self
    return display(
      line, content, end, texFrom: content + 2, mark: content..<(content + 2), closedBy: "$$"
    ) { from, to in
      preparation.find(closing: from, to).map { (tex: $0, end: $0 + 2) }
    }
  }

  /// A display over several lines.
  ///
  /// - Parameters:
  ///   - start: of its TeX.
  ///   - mark: what opens it.
  ///   - closing: what closes it, for the author who forgot it.
  ///   - find: looks for that in a line and gives the ends of the TeX and of the mark.
  private mutating func display(
    _ line: Int, _ content: Int, _ end: Int, texFrom start: Int, mark: Range<Int>,
    closedBy closing: String, _ find: (Int, Int) -> (tex: Int, end: Int)?
  ) -> Int? {
    let lineStart = file.offset(ofLine: line)
    let quoteDepth = file.bytes[lineStart..<content].count { $0 == 0x3E }
    var tex = SpannedText(file: file.id)
    tex.append(file.bytes[start..<end], at: start)
    var last = line + 1
    while last <= file.lineCount {
      let to = lineEnd(last)
      let body = skipQuotes(file.offset(ofLine: last), to, quoteDepth)
      if let close = find(body, to) {
        // Text after it: a formula in a paragraph, which the inline extension finds.
        let after = file.bytes[close.end..<to].first { !isSpace($0) }
        guard after == nil || after == 0x7B else { return nil }
        tex.appendNewline()
        tex.append(file.bytes[body..<close.tex], at: body)
        displays[line] = Display(tex: tex, rest: close.end..<to, span: content..<to)
        appendFence(line, last, indent: lineStart..<content, quoteDepth: quoteDepth)
        return last
      }
      if body + 2 < to, file.bytes[body] == 0x60, file.bytes[body + 1] == 0x60 { break }
      tex.appendNewline()
      tex.append(file.bytes[body..<to], at: body)
      last += 1
    }
    diagnostics.append(
      .error(
        "unclosed-math", "the displayed formula is not closed",
        at: SourceSpan(file: file.id, mark), help: "put '\(closing)' after its last line"))
    return nil
  }

  /// The block as cmark gets it: a tilde fence of as many lines, empty inside.
  private mutating func appendFence(_ line: Int, _ last: Int, indent: Range<Int>, quoteDepth: Int) {
    bytes.append(contentsOf: file.bytes[indent])
    bytes.append(contentsOf: "~~~~~~math\n".utf8)
    // List items want their indentation, quotes their marks, on every line.
    let prefix = file.bytes[indent].map { byte -> UInt8 in
      byte == 0x3E || byte == 0x09 ? byte : 0x20
    }
    for _ in line + 1..<last {
      bytes.append(contentsOf: prefix)
      bytes.append(0x0A)
    }
    bytes.append(contentsOf: prefix)
    bytes.append(contentsOf: "~~~~~~\n".utf8)
  }

  private mutating func updateFence(_ content: Int, _ end: Int, _ byte: UInt8) {
    var count = 0
    while content + count < end, file.bytes[content + count] == byte { count += 1 }
    guard count >= 3 else { return }
    let rest = file.bytes[content + count..<end]
    if let open = fence {
      if open.byte == byte, count >= open.count, rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        fence = nil
      }
    } else if byte == 0x7E || !rest.contains(0x60) {
      fence = (byte, count)
    }
  }

  private mutating func noteFootnote(_ content: Int, _ end: Int) {
    guard content + 3 < end, file.bytes[content + 1] == 0x5E,
      let close = file.bytes[content..<end].firstIndex(of: 0x5D), close > content + 2,
      close + 1 < end, file.bytes[close + 1] == 0x3A
    else { return }
    let label = String(decoding: file.bytes[content + 2..<close], as: UTF8.self)
    if !label.contains(" ") { footnoteLabels.append((label, content..<close + 2)) }
  }

  /// After quote marks, list markers and indentation. Four spaces without a list are code, but a
  /// `$$` there is rarer than one in a list.
  private func contentStart(_ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, isSpace(file.bytes[i]) || file.bytes[i] == 0x3E { i += 1 }
    guard i + 1 < end, isSpace(file.bytes[i + 1]) else { return i }
    if [0x2D, 0x2A, 0x2B].contains(file.bytes[i]) {
      i += 1
      while i < end, isSpace(file.bytes[i]) { i += 1 }
    }
    return i
  }

  private func skipQuotes(_ start: Int, _ end: Int, _ depth: Int) -> Int {
    var i = start
    var left = depth
    while i < end, isSpace(file.bytes[i]) || (left > 0 && file.bytes[i] == 0x3E) {
      if file.bytes[i] == 0x3E { left -= 1 }
      i += 1
    }
    return i
  }

  /// The next `$$` of a line that is not escaped.
  private func find(closing start: Int, _ end: Int) -> Int? {
    var i = start
    while i + 1 < end {
      if file.bytes[i] == 0x5C {
        i += 2
        continue
      }
      if file.bytes[i] == 0x24, file.bytes[i + 1] == 0x24 { return i }
      i += 1
    }
    return nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

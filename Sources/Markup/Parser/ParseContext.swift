import Diagnostics
import MathSyntax

/// What all readers of one chapter share: its source, its findings, the names given so far.
final class ParseContext {
  let file: SourceFile
  /// The file's bytes, valid while the chapter is parsed.
  let source: UnsafeBufferPointer<UInt8>
  private(set) var quotes: QuoteMarks
  let isReadme: Bool
  var diagnostics = DiagnosticList()
  var slugs = HeadingSlugs()
  var footnotes: [CmarkNode: FootnoteReference] = [:]
  /// Lines that `SourcePreparation` made fences of: the formula, by the line of its first dollars.
  let displays: [Int: SourcePreparation.Display]
  /// What `\newcommand` and its kin defined in the formulas so far.
  private var macros: MacroTable
  private var warnedTags: Set<String> = []
  private var hasWarnedDepth = false

  /// Blocks and inlines nested deeper are flattened: no stack is deep enough for hostile input.
  static let depthLimit = 64

  init(
    file: SourceFile, source: UnsafeBufferPointer<UInt8>, quotes: QuoteMarks,
    displays: [Int: SourcePreparation.Display], isReadme: Bool = false,
    macros: MacroTable = .empty
  ) {
    self.file = file
    self.source = source
    self.quotes = quotes
    self.displays = displays
    self.isReadme = isReadme
    self.macros = macros
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file.id, range) }

  /// The place of a block. cmark's block positions are exact; an end column of 0 stands for the
  /// end of the line before.
  func span(of node: CmarkNode) -> SourceSpan {
    let start = file.offset(ofLine: node.startLine, byteColumn: node.startColumn)
    let end =
      node.endColumn == 0
      ? file.offset(ofLine: node.endLine) - 1
      : file.offset(ofLine: node.endLine, byteColumn: node.endColumn + 1)
    return SourceSpan(file: file.id, start: start, end: max(start, end))
  }

  /// A cursor over the lines of a leaf block.
  func cursor(over node: CmarkNode) -> SourceCursor {
    let start = file.offset(ofLine: node.startLine, byteColumn: node.startColumn)
    let limit = file.offset(ofLine: max(node.endLine, node.startLine) + 1)
    return SourceCursor(source: source, offset: min(start, limit), limit: limit)
  }

  /// Reads a formula; commands that it defines go on to the formulas after it.
  func parseMath(_ tex: SpannedText, isDisplay: Bool) -> MathList {
    let span = tex.span
    let (list, found) = MathParser.parse(
      tex.bytes[...], span: span, display: isDisplay, defining: &macros)
    guard !found.isEmpty else { return list }
    let isContiguous = Int(span.end - span.start) == tex.bytes.count
    for var diagnostic in found.all {
      // In a quote the formula's lines are apart; its offsets count the formula's bytes only.
      if !isContiguous, let at = diagnostic.span {
        let from = min(max(0, Int(at.start - span.start)), tex.bytes.count)
        let to = min(max(from, Int(at.end - span.start)), tex.bytes.count)
        diagnostic.span = tex.span(from..<to)
      }
      diagnostics.append(diagnostic)
    }
    return list
  }

  /// A claim or pinned number that is no link and so would be printed without being checked.
  func reportUnreadCall(at span: SourceSpan) {
    diagnostics.append(
      .error(
        "unread-claim", "this claim or pinned number is not read, so nothing would check it",
        at: span,
        help: "write '[words](<claim:expression>)' or '[number](<value:expression>)'",
        "the expression stands on one line and ends at '>)'"))
  }

  /// Reads something whose quotation marks are those of another language.
  func inLanguage(_ language: String, _ read: () -> Void) {
    let outer = quotes
    quotes = QuoteMarks(language: language)
    read()
    quotes = outer
  }

  func warnUnknownTag(_ name: String, at span: SourceSpan) {
    guard warnedTags.insert(name).inserted else { return }
    diagnostics.append(
      .warning(
        "unknown-tag", "the HTML tag '<\(name)>' is not understood; its text is kept", at: span))
  }

  func warnDepth(at span: SourceSpan) {
    guard !hasWarnedDepth else { return }
    hasWarnedDepth = true
    diagnostics.append(
      .warning(
        "nested-too-deeply",
        "nested more than \(Self.depthLimit) levels deep; the text below is kept without its nesting",
        at: span))
  }
}

public import Diagnostics
public import MathSyntax

/// Markdown with data directives to a document. Reads no data and no other file.
public enum ChapterParser {
  public struct Options: Sendable {
    /// A BCP 47 tag; front matter overrides it. Decides the quotation marks.
    public var language: String
    /// Whether the file was written for a code host and not for a report: `@name` is a person, a
    /// second word of an info string is no directive unless it names one, and what looks like a
    /// mistake (`[^x]` without a note) is a warning, since the text is printed as there.
    public var isReadme: Bool

    /// Commands for formulas that the project defines; a chapter's own definitions come on top.
    public var macros: MacroTable

    public init(
      language: String = "en-US", isReadme: Bool = false, macros: MacroTable = .empty
    ) {
      self.language = language
      self.isReadme = isReadme
      self.macros = macros
    }
  }

  /// Parses one chapter, or one plain Markdown file.
  ///
  /// - Returns: the whole document, also when there are diagnostics: what could not be understood
  ///   is kept as text. A file that is not UTF-8 text gives an empty document.
  public static func parse(_ file: SourceFile, options: Options = Options())
    -> (document: ParsedDocument, diagnostics: DiagnosticList)
  {
    if let fault = file.textFault() {
      return (
        ParsedDocument(file: file.id, frontMatter: FrontMatter(), blocks: []),
        DiagnosticList([fault])
      )
    }
    var diagnostics = DiagnosticList()
    let (frontMatter, start) = FrontMatterReader.read(file, into: &diagnostics)
    // A README's front matter speaks to the programs of its own host.
    if options.isReadme { diagnostics = DiagnosticList() }
    let prepared = SourcePreparation(file, frontMatterEnd: start)
    let tree = CmarkTree(parsing: prepared.bytes)
    let quotes = QuoteMarks(language: frontMatter.language ?? options.language)
    return file.bytes.withUnsafeBufferPointer { source in
      let context = ParseContext(
        file: file, source: source, quotes: quotes, displays: prepared.displays,
        isReadme: options.isReadme, macros: options.macros)
      context.diagnostics.append(contentsOf: prepared.diagnostics)
      let definitions = numberFootnotes(tree.root, context)
      let reader = BlockReader(context: context)
      var document = ParsedDocument(
        file: file.id, frontMatter: frontMatter, blocks: reader.blocks(in: tree.root))
      for (number, definition) in definitions.enumerated() {
        document.footnotes.append(
          Footnote(
            label: String(decoding: definition.literal, as: UTF8.self), number: number + 1,
            blocks: reader.blocks(in: definition, depth: 1), span: context.span(of: definition)))
      }
      diagnoseUnusedFootnotes(prepared, document, context)
      if file.bytes.allSatisfy({ $0 <= 0x20 }) {
        context.diagnostics.append(
          .warning("empty-chapter", "the file has no text", at: file.start))
      }
      for var diagnostic in context.diagnostics.all {
        if options.isReadme, diagnostic.severity == .error { diagnostic.severity = .warning }
        diagnostics.append(diagnostic)
      }
      return (document, diagnostics)
    }
  }

  /// cmark moves the definitions to the document's end, in order of first use.
  private static func numberFootnotes(_ root: CmarkNode, _ context: ParseContext) -> [CmarkNode] {
    var definitions: [CmarkNode] = []
    var next = root.firstChild
    while let node = next {
      if node.kind == .footnote {
        context.footnotes[node] = FootnoteReference(
          label: String(decoding: node.literal, as: UTF8.self), index: definitions.count,
          number: definitions.count + 1, span: context.span(of: node))
        definitions.append(node)
      }
      next = node.next
    }
    return definitions
  }

  /// cmark drops them, so they would vanish.
  private static func diagnoseUnusedFootnotes(
    _ prepared: SourcePreparation, _ document: ParsedDocument, _ context: ParseContext
  ) {
    let used = Set(document.footnotes.map { $0.label.lowercased() })
    for (label, span) in prepared.footnoteLabels where !used.contains(label.lowercased()) {
      context.diagnostics.append(
        .warning(
          "unused-footnote", "the footnote '\(label)' is defined but not used; it is not printed",
          at: context.span(span)))
    }
  }
}

public import Diagnostics

extension ChapterParser {
  /// Parses running text that stands inside an option, such as a caption, as one paragraph.
  ///
  /// - Parameters:
  ///   - text: the option's value. Where it is not what the source holds byte for byte (folded
  ///     lines, YAML escapes), its parts have the place of the whole.
  ///   - file: the chapter in which it stands.
  public static func parseInlines(
    _ text: SpannedText, in file: SourceFile, options: Options = Options()
  ) -> (content: [Inline<Parsed>], diagnostics: DiagnosticList) {
    let tree = CmarkTree(parsing: text.bytes)
    let quotes = QuoteMarks(language: options.language)
    return file.bytes.withUnsafeBufferPointer { source in
      let context = ParseContext(
        file: file, source: source, quotes: quotes, displays: [:], macros: options.macros)
      // A text that would be a list or a heading by itself is a caption here, word for word.
      guard let paragraph = tree.root.firstChild, paragraph.kind == .paragraph,
        paragraph.next == nil
      else { return ([.text(text.text, text.span)], context.diagnostics) }
      let span = text.span.range
      let limit = max(span.upperBound, min(source.count, span.lowerBound + text.bytes.count))
      var reader = InlineReader(
        context: context,
        cursor: SourceCursor(source: source, offset: span.lowerBound, limit: limit))
      return (reader.inlines(of: paragraph), context.diagnostics)
    }
  }
}

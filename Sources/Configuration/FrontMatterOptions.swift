public import Diagnostics

/// The YAML between `---` lines at the top of a chapter.
public struct FrontMatterOptions: Sendable, Decodable {
  public var title: Spanned<String>?
  /// The chapter's label, without `sec-`.
  public var id: Spanned<String>?
  /// For running heads and the contents.
  public var shortTitle: String?
  public var language: String?
  /// Further values that projects compiled from single files may set there.
  public var subtitle: String?
  public var authors: OneOrMore<Author>?
  public var date: String?
  public var abstract: Spanned<String>?
  /// `false` for chapters without a number: preface, references.
  public var numbered: Bool?
  public var appendix: Bool?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case title, id, language, subtitle, authors, date, abstract, numbered, appendix
    case shortTitle = "short-title"
  }

  public init() {}

  /// The byte range of a front matter block with its two fence lines, and of the YAML in it; nil
  /// when the file does not start with `---`.
  ///
  /// - Throws: a diagnostic when the closing line is missing.
  public static func locate(
    in file: SourceFile
  ) throws(DiagnosticList) -> (block: Range<Int>, yaml: Range<Int>)? {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard isFence(file.text(ofLine: 1).dropFirst(start == 3 ? 1 : 0)), file.lineCount > 1 else {
      return nil
    }
    let yamlStart = file.offset(ofLine: 2)
    var line = 2
    while line <= file.lineCount {
      let text = file.text(ofLine: line)
      if isFence(text[...]) || text == "..." {
        let end = file.offset(ofLine: line)
        return (start..<file.offset(ofLine: line + 1), yamlStart..<end)
      }
      // A thematic break at the top of an ordinary document: no `key: value` follows it.
      if line == 2, !text.contains(":"), !text.hasPrefix("#") { return nil }
      line += 1
    }
    throw .error(
      "unclosed-front-matter", "the front matter is not closed",
      at: SourceSpan(file: file.id, start: start, end: start + 3),
      help: "put a line '---' below its last key")
  }

  /// Reads the YAML found by `locate`.
  public static func parse(
    _ file: SourceFile, _ yaml: Range<Int>
  ) throws(DiagnosticList) -> FrontMatterOptions {
    try decodeYAML(
      FrontMatterOptions.self, from: SpannedText(SourceSpan(file: file.id, yaml), in: file))
  }

  private static func isFence(_ line: Substring) -> Bool {
    line.hasPrefix("---") && line.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }
}

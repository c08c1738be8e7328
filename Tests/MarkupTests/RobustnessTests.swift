import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

/// Hostile and broken input: no crash, no loss.
@Suite struct RobustnessTests {
  private func parse(_ text: String) -> (ParsedDocument, SourceFile, DiagnosticList) {
    let file = SourceMap().add(path: "a.md", text: text)
    let (document, diagnostics) = ChapterParser.parse(file)
    return (document, file, diagnostics)
  }

  @Test(arguments: [
    String(repeating: "> ", count: 5000) + "end",
    String(repeating: "- ", count: 3000) + "end",
    String(repeating: "<div>\n", count: 5000) + "\nend",
    String(repeating: "*a **b ", count: 3000) + "end" + String(repeating: "** *", count: 3000),
    String(repeating: "[", count: 20000) + "end",
    String(repeating: "<b>", count: 5000) + "end",
    "$" + String(repeating: "{", count: 20000) + "end$",
  ])
  func `deep nesting keeps its text and overflows no stack`(_ text: String) {
    let (document, file, _) = parse(text)
    #expect(DocumentDump.dump(document, file: file).contains("end"))
  }

  @Test func `any prefix of a chapter can be parsed`() throws {
    for url in fixtures(withExtension: "md", in: "Chapters")
    where url.lastPathComponent != "readme.md" {
      let bytes = Array(try Data(contentsOf: url))
      for count in stride(from: 0, to: bytes.count, by: 3) {
        let file = SourceMap().add(path: "a.md", bytes: Array(bytes[..<count]))
        let (document, _) = ChapterParser.parse(file)
        _ = DocumentDump.dump(document, file: file)
      }
    }
  }

  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA4, 0xFF, 0x0D, 0x0A], "invalid-utf8", 3),
      ([0x61, 0x0D, 0x0A, 0x00, 0x62], "not-text", 3),
      ([0xFF, 0xFE, 0x61, 0x00], "invalid-utf8", 0), ([0x61, 0xE2, 0x82], "invalid-utf8", 1),
    ] as [([UInt8], String, Int)])
  func `a file that is no text is one error at its first bad byte`(
    bytes: [UInt8], code: String, offset: Int
  ) {
    let file = SourceMap().add(path: "a.md", bytes: bytes)
    let (document, diagnostics) = ChapterParser.parse(file)
    #expect(document.blocks.isEmpty)
    #expect(diagnostics.all.map(\.code) == [code])
    #expect(diagnostics.all.first?.span?.range.lowerBound == offset)
  }

  @Test func `carriage returns are survived`() {
    let (document, file, _) = parse("a\r\nb\rc\r\n")
    #expect(DocumentDump.dump(document, file: file).contains("b"))
  }

  @Test func `chapters parsed at the same time come out as parsed alone`() async throws {
    let texts = try fixtures(withExtension: "md", in: "Chapters").map {
      try String(contentsOf: $0, encoding: .utf8)
    }
    let alone = texts.map { text in
      let (document, file, _) = parse(text)
      return DocumentDump.dump(document, file: file)
    }
    await withTaskGroup(of: (Int, String).self) { group in
      for round in 0..<40 {
        let index = round % texts.count
        let text = texts[index]
        group.addTask {
          let file = SourceMap().add(path: "a.md", text: text)
          return (index, DocumentDump.dump(ChapterParser.parse(file).document, file: file))
        }
      }
      for await (index, dump) in group { #expect(dump == alone[index]) }
    }
  }

  @Test func `every word of a README from a code host is in the tree`() throws {
    let url = try #require(
      fixtures(withExtension: "md", in: "Chapters").first { $0.lastPathComponent == "readme.md" })
    let text = try String(contentsOf: url, encoding: .utf8)
    let (document, file, _) = parse(text)
    let dump = DocumentDump.dump(document, file: file)
    let stripped = text.replacing(/<\/?[a-z][^>]*>|&#\d+;/, with: " ")
    for word in stripped.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    where word.count > 1 {
      #expect(dump.contains(word), "lost '\(word)'")
    }
  }

  @Test func `an unclosed formula and an unknown call are found at their column`() {
    let marked = MarkedSource("A `{⟦valeu⟧ .1f} x` and\n\n> > ⟦$⟧\\alpha x\n")
    let file = marked.file(in: SourceMap())
    let (_, diagnostics) = ChapterParser.parse(file)
    #expect(diagnostics.all.map { $0.span?.range } == marked.ranges)
  }

  @Test func `quotation marks follow the language of the chapter`() {
    let (document, file, _) = parse("---\nlanguage: de\n---\n\nEr sagt \"gut\" und 'so'.\n")
    #expect(DocumentDump.dump(document, file: file).contains("Er sagt „gut“ und ‚so‘."))
  }
}

/// Files that were written for a code host.
@Suite struct ReadmeTests {
  private func dump(_ text: String, isReadme: Bool = true) -> (String, DiagnosticList) {
    let file = SourceMap().add(path: "README.md", text: text)
    let (document, diagnostics) = ChapterParser.parse(
      file, options: ChapterParser.Options(isReadme: isReadme))
    return (DocumentDump.dump(document, file: file), diagnostics)
  }

  @Test func `in a README an at sign names a person`() {
    let (dump, diagnostics) = dump("Thanks to @ann and [@bob] for `@x`.\n")
    #expect(dump.contains("Thanks to @ann and [@bob] for"))
    #expect(diagnostics.isEmpty)
  }

  @Test func `nothing in a README is an error`() {
    let text = """
      # Head {what is this}

      See [^none] and $$x

      ```sql users
      SELECT 1
      ```

      ~~~math
      \\undefined{
      """
    #expect(dump(text).1.all.allSatisfy { $0.severity != .error })
    #expect(dump(text, isReadme: false).1.all.contains { $0.severity == .error })
    #expect(dump(text).0.contains("SELECT 1"))
  }

  @Test func `the front matter of a README speaks to other programs`() {
    let (dump, diagnostics) = dump("---\nlicense: mit\ntags: [{a: b}]\n---\n# Model\n")
    #expect(diagnostics.isEmpty)
    #expect(dump.contains("Model") && !dump.contains("license"))
  }

  @Test func `braces at the end of an info string hold attributes`() {
    let (dump, diagnostics) = dump("```python {.numbered startFrom=3}\nx\n```\n")
    #expect(diagnostics.isEmpty)
    #expect(dump.contains("python") && dump.contains("numbered") && dump.contains("startFrom"))
  }
}

import Diagnostics
import TestSupport
import Testing

@Suite struct DiagnosticTests {
  @Test func `a diagnostic shows its line, a marker below the place, and its help`() {
    let sources = SourceMap()
    let marked = MarkedSource("one\n--|   x: {field: ⟦tflops⟧, better: low}\nthree\n")
    let file = marked.file("chapters/04.md", in: sources)
    let diagnostic = Diagnostic.error(
      "unknown-column", "the query has no column 'tflops'",
      at: SourceSpan(file: file.id, marked.ranges[0]), help: "its columns are 'method'")
    #expect(
      DiagnosticRenderer(sources: sources).render(diagnostic) == """
        chapters/04.md:2:18: error[unknown-column]: the query has no column 'tflops'
        2 | --|   x: {field: tflops, better: low}
          |                  ^~~~~~
           = help: its columns are 'method'

        """)
  }

  @Test func `columns count characters, not bytes`() {
    let sources = SourceMap()
    let file = sources.add(path: "a.md", text: "é — x")
    #expect(file.column(at: "é — ".utf8.count) == 5)
  }

  @Test func `a wide character moves the marker by two columns`() {
    let sources = SourceMap()
    let marked = MarkedSource("漢字 ⟦x⟧")
    let file = marked.file("a.md", in: sources)
    let text = DiagnosticRenderer(sources: sources).render(
      .note("n", "m", at: SourceSpan(file: file.id, marked.ranges[0])))
    #expect(text.contains("1 | 漢字 x\n  |      ^\n"))
  }

  @Test func `a long line is shown around the place, from word to word`() {
    let sources = SourceMap()
    let words = (0..<60).map { "word\($0)" }.joined(separator: " ")
    let marked = MarkedSource(words.replacing("word30", with: "⟦word30⟧"))
    let file = marked.file("a.md", in: sources)
    let lines = DiagnosticRenderer(sources: sources).render(
      .note("n", "m", at: SourceSpan(file: file.id, marked.ranges[0]))
    ).split(separator: "\n")
    #expect(lines[1].hasPrefix("1 | … word26 ") && lines[1].hasSuffix(" word38 …"), "\(lines[1])")
    let place = lines[1].firstRange(of: "word30")?.lowerBound
    let marker = lines[2].firstRange(of: "^~~~~~")?.lowerBound
    #expect(
      place.map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        == marker.map { lines[2].distance(from: lines[2].startIndex, to: $0) })
  }

  @Test func `JSON output escapes quotes and gives both ends of the place`() {
    let sources = SourceMap()
    let file = sources.add(path: "a.md", text: "abc\n")
    let text = DiagnosticRenderer(sources: sources, format: .json).render(
      .warning("w", "a \"b\"", at: SourceSpan(file: file.id, 1..<3)))
    #expect(
      text == #"{"severity":"warning","code":"w","message":"a \"b\"","file":"a.md","line":1,"#
        + #""column":2,"endLine":1,"endColumn":4}"# + "\n")
  }

  @Test func `lists are sorted by place and drop repeated findings`() {
    let sources = SourceMap()
    let file = sources.add(path: "a.md", text: "abcdef")
    let late = Diagnostic.error("a", "late", at: SourceSpan(file: file.id, 4..<5))
    let early = Diagnostic.error("b", "early", at: SourceSpan(file: file.id, 1..<2))
    let global = Diagnostic.error("c", "no place", at: nil)
    #expect(DiagnosticList([late, late, early, global]).sorted() == [global, early, late])
  }

  @Test(arguments: [
    ("tabel", "table"), ("chekc", "check"), ("TABLE", "table"), ("qery", "query"),
  ])
  func `a misspelt name finds its nearest`(name: String, expected: String) {
    #expect(nearestName(to: name, in: ["query", "table", "plot", "check"]) == expected)
  }

  @Test func `a name far from all finds none`() {
    #expect(nearestName(to: "histogram", in: ["query", "table", "plot"]) == nil)
  }

  @Test func `lifted text leads back to its place`() {
    let sources = SourceMap()
    let file = sources.add(path: "a.md", text: "--| a: 1\n--| b: 2\n")
    var lifted = SpannedText(file: file.id)
    lifted.append(file.bytes[4..<8], at: 4)
    lifted.appendNewline()
    lifted.append(file.bytes[13..<17], at: 13)
    #expect(lifted.text == "a: 1\nb: 2")
    #expect(file.text(of: lifted.span(5..<6)) == "b")
    #expect(lifted.sourceOffset(5) == 13)
  }
}

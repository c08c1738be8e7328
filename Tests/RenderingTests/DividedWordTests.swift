import Graphics
import TestSupport
import Testing
import Typography

@testable import Rendering

@Suite struct `Words that are divided` {
  private let sample: SampleText

  init() throws { sample = SampleText(fonts: try FontLibrary()) }

  private static let soft = "\u{AD}"

  /// Pages whose lines all belong to one paragraph.
  private func document(_ pages: [[String]], role: StructureRole = .paragraph) -> PagedDocument {
    var structure = StructureTree()
    let paragraph = structure.add(role, in: .document)
    let size = Size(width: 200, height: 200)
    return PagedDocument(
      metadata: DocumentMetadata(title: "T"),
      pages: pages.enumerated().map { index, lines in
        var frame = Frame(size: size, items: [.beginTag(paragraph)])
        for (line, text) in lines.enumerated() {
          frame.items.append(.glyphs(sample.run(text), at: Point(x: 20, y: 40 + 14 * Double(line))))
        }
        frame.items.append(.endTag)
        return Page(size: size, content: frame, furniture: .empty, label: "\(index + 1)")
      }, outline: [], structure: structure)
  }

  private func read(_ pages: [[String]], role: StructureRole = .paragraph) -> [[String]] {
    let edits = DividedWords(in: document(pages, role: role)).edits
    return pages.enumerated().map { page, lines in
      lines.enumerated().map { line, text in
        let run = sample.run(text)
        let read = edits[page][line]?.applied(to: run) ?? run
        #expect(read.clusters.reduce(0) { $0 + Int($1.bytes) } == read.text.count)
        #expect(read.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
        return String(decoding: read.text, as: UTF8.self)
      }
    }
  }

  @Test func `the first part is read as the word, over lines and over pages`() {
    #expect(
      read([
        ["all the bench\(Self.soft)", "marks, and data-"], ["flow of to\(Self.soft)"], ["kens"],
      ])
        == [["all the benchmarks,", " and data-flow"], [" of tokens"], [""]])
  }

  @Test func `a word of three parts is read once`() {
    #expect(
      read([["a Donau\(Self.soft)", "dampf\(Self.soft)", "schiff sinks"]])
        == [["a Donaudampfschiff", "", " sinks"]])
  }

  @Test func `dashes between words, code and what ends a paragraph stay as they are`() {
    #expect(read([["one - ", "two -"], ["three"]]) == [["one - ", "two -"], ["three"]])
    #expect(read([["--left-", "right"]], role: .code) == [["--left-", "right"]])
    #expect(read([["pre-"]]) == [["pre-"]])
  }

  @Test func `only the last run of a line goes on in the next`() {
    var structure = StructureTree()
    let paragraph = structure.add(.paragraph, in: .document)
    let code = structure.add(.code, in: paragraph)
    let size = Size(width: 200, height: 200)
    func edits(_ runs: [(text: String, x: Double, y: Double, isCode: Bool)]) -> [Int] {
      var frame = Frame(size: size, items: [.beginTag(paragraph)])
      for run in runs {
        if run.isCode { frame.items.append(.beginTag(code)) }
        // Raised words are small, as notes' marks are.
        let glyphs = sample.run(run.text, size: run.y == 36.2 ? 7.4 : 10.5)
        frame.items.append(.glyphs(glyphs, at: Point(x: run.x, y: run.y)))
        if run.isCode { frame.items.append(.endTag) }
      }
      frame.items.append(.endTag)
      let page = Page(size: size, content: frame, furniture: .empty, label: "1")
      let document = PagedDocument(
        metadata: DocumentMetadata(title: "T"), pages: [page], outline: [], structure: structure)
      return DividedWords(in: document).edits[0].keys.sorted()
    }
    #expect(
      edits([
        ("the top-", 0, 40, false), ("k", 30, 40, false), (" accuracy", 40, 40, false),
        ("of all", 0, 54, false),
      ]) == [])
    #expect(
      edits([("pre-", 0, 40, false), ("2", 30, 36.2, false), ("trained", 0, 54, false)]) == [])
    #expect(
      edits([("the ", 0, 40, false), ("data-", 20, 40, true), ("prefix", 0, 54, false)]) == [])
    #expect(
      edits([("all ", 0, 40, false), ("pre-", 20, 40, false), ("trained", 0, 54, false)]) == [1, 2])
  }

  @Test func `pdftotext gives whole words over line and page ends`() throws {
    let bytes = try PDFRenderer(fonts: sample.fonts).render(
      document([
        ["all bench\(Self.soft)", "marks and to\(Self.soft)"], ["kens of long-", "term use"],
      ]))
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "words.pdf")
    let text = try run("pdftotext", ["words.pdf", "-"], in: folder.url).output
    #expect(
      text.split(whereSeparator: \.isWhitespace)
        == ["all", "benchmarks", "and", "tokens", "of", "long-term", "use"])
  }

  @Test func `poppler reads all of a paragraph that has ligatures and fixed spaces`() throws {
    let bytes = try PDFRenderer(fonts: sample.fonts).render(
      document([["an office of Figure\u{A0}3 and bench\(Self.soft)", "marks go on"]]))
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "words.pdf")
    let read = try run("pdfinfo", ["-struct-text", "words.pdf"], in: folder.url).output
    #expect(read.contains("an office of Figure 3 and bench"))
    #expect(read.contains("go on"))
    let text = try run("pdftotext", ["words.pdf", "-"], in: folder.url).output
    #expect(text.hasPrefix("an office of Figure 3 and benchmarks\ngo on"))
  }

  @Test func `a table of texts spells ligatures`() {
    let table = Array("2 beginbfchar\n<0001> <fb01>\n<0002> <fb04>\nendbfchar".utf8)
    #expect(
      LigatureText.spelled(table).map { String(decoding: $0, as: UTF8.self) }
        == "2 beginbfchar\n<0001> <00660069>\n<0002> <00660066006c>\nendbfchar")
    #expect(LigatureText.spelled(Array("<0001> <0066>".utf8)) == nil)
  }
}

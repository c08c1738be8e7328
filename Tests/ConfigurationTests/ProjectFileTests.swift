import Configuration
import Diagnostics
import Foundation
import Graphics
import Testing

private func project(_ yaml: String) throws -> ProjectFile {
  try ProjectFile.parse(SourceMap().add(path: "report.yaml", text: yaml))
}

@Suite struct ProjectFileTests {
  @Test func `a full project file is read`() throws {
    let project = try project(
      """
      title: Vision token reduction
      authors: [A. Author, {name: B. Writer, affiliation: Somewhere}]
      date: 2026-01-31
      chapters: [chapters/01-a.md, chapters/02-b.md]
      bibliography: references.bib
      data: data/datapackage.yaml
      style:
        paper: letter
        base-size: 11
        sizes: {caption: 9/12}
        colors: {accent: "#FF0000"}
      """)
    #expect(project.title?.value == "Vision token reduction")
    #expect(project.authors.map(\.name) == ["A. Author", "B. Writer"])
    #expect(project.date == "2026-01-31")
    #expect(project.chapters.map(\.value) == ["chapters/01-a.md", "chapters/02-b.md"])
    #expect(project.bibliography.map(\.value) == ["references.bib"])
    #expect(project.style.sizes.body.size == 11)
    #expect(project.style.sizes.caption == TypeSize(9, 12))
    #expect(project.style.colors.accent == Color(hex: 0xFF0000))
    #expect(abs(project.style.paper.width - 612) < 0.01)
    let block = project.style.textBlock
    #expect(block.minX > 0 && block.maxX < project.style.paper.width)
  }

  @Test func `margins fix the text block, contradictions are refused`() throws {
    let style = try project("style: {margins: {left: 30mm, right: 30mm}}").style
    #expect(abs(style.textWidth - .millimetres(150)) < 0.001)
    let error = #expect(throws: DiagnosticList.self) {
      try project("style: {text-width: 200mm, margins: {left: 20mm}, paper: [12, 13mm]}")
    }
    #expect(error?.all.map(\.code).contains("bad-value") == true)
  }

  @Test func `a theme and two columns change the defaults, single keys go before them`() throws {
    let style = try project(
      "style: {columns: 2, theme: classic, sizes: {body: 10/12}, colors: {ink: '#222222'}}"
    ).style
    #expect(style.columns == 2 && style.fonts == .latinModern && style.headings == .serif)
    #expect(!style.hasTitlePage && !style.breaksBeforeChapter && style.overhang == 0)
    #expect(style.sizes.body == TypeSize(10, 12))
    #expect(style.colors.ink == Color(hex: 0x222222))
    #expect(style.colors.accent == PageStyle(.classic).colors.accent)
    #expect(abs(2 * style.columnWidth + style.columnGap - style.textWidth) < 0.001)
    let letter = try project("style: {columns: 2, paper: letter, margins: {left: 20mm}}").style
    #expect(letter.textBlock.maxX < letter.paper.width)
    for wrong in ["columns: 3", "columns: 2, column-gap: 160mm", "theme: modern"] {
      #expect(throws: DiagnosticList.self) { try project("style: {\(wrong)}") }
    }
  }

  @Test func `divisions of words are read by language`() throws {
    let project = try project("chapters: []\nhyphenation: {en: [data-flow], de: [An-alpha-bet]}\n")
    #expect(project.hyphenation == ["en": ["data-flow"], "de": ["An-alpha-bet"]])
  }

  @Test func `a misspelt key is named with its nearest`() throws {
    let error = #expect(throws: DiagnosticList.self) { try project("titel: x\nchapters: a.md\n") }
    let list = try #require(error).sorted()
    #expect(list.map(\.code) == ["unknown-key", "wrong-type"])
    #expect(list[0].help[0] == "did you mean 'title'?")
  }

  @Test func `front matter is found, an ordinary rule is left alone`() throws {
    let sources = SourceMap()
    let chapter = sources.add(path: "a.md", text: "---\ntitle: X\nshort-title: Y\n---\n# T\n")
    let found = try #require(try FrontMatterOptions.locate(in: chapter))
    #expect(found.block == 0..<32)
    let matter = try FrontMatterOptions.parse(chapter, found.yaml)
    #expect(matter.title?.value == "X")
    #expect(matter.shortTitle == "Y")
    #expect(
      try FrontMatterOptions.locate(in: sources.add(path: "b.md", text: "---\n\ntext\n")) == nil)
    #expect(throws: DiagnosticList.self) {
      try FrontMatterOptions.locate(in: sources.add(path: "c.md", text: "---\ntitle: x\n\ntext\n"))
    }
  }

  @Test func `the project is found from a folder below it`() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(
      "project-\(UUID().uuidString)")
    let deep = root.appendingPathComponent("a/b")
    try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(ProjectFolder.find(from: deep.path) == nil)
    try Data("title: x".utf8).write(to: root.appendingPathComponent("report.yaml"))
    #expect(ProjectFolder.find(from: deep.path) == root.standardizedFileURL.path)
  }
}

import Foundation
import TestSupport
import Testing

/// `report math` as docs/language.md states it.
@Suite struct MathCommandTests {
  @Test func `a list of formulas is checked line by line, with a count and exit code 1`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x^2\n\n\\frac{a}{b\n  y \\foo\n$z$\n", to: "list.txt")
    let result = try Tool.run(
      "math", "--check", "list.txt", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 1)
    #expect(
      result.output == """
        list.txt:3:9: error[math-unclosed-brace]: '{' is never closed
        list.txt:4:5: error[math-unknown-command]: unknown command '\\foo'
        4 formulas: 2 accepted, 2 refused

        """)
    #expect(result.errors == "")
  }

  @Test func `a list without mistakes passes, from standard input too`() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run(
      "math", "--check", "-", in: folder, input: "$$\\tag{1} a$$\n\\(b\\)\r\n\\[c\\]\n")
    #expect(result.status == 0)
    #expect(result.output == "3 formulas: 3 accepted, 0 refused\n")
  }

  @Test(arguments: [("svg", "<?xml"), ("pdf", "%PDF-"), ("png", "\u{FFFD}PNG")])
  func `one formula is drawn in the format that the file name asks for`(
    ending: String, start: String
  ) throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run("math", "\\sqrt{x}", "-o", "root.\(ending)", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let bytes = try Data(contentsOf: folder.url.appending(path: "root.\(ending)"))
    #expect(String(decoding: bytes, as: UTF8.self).hasPrefix(start))
  }

  @Test(arguments: ["-x", "-\\frac12", "-"])
  func `a formula may begin with a minus sign`(formula: String) throws {
    let folder = try TemporaryFolder()
    let before = try Tool.run("math", formula, "-o", "a.svg", in: folder, input: "-y")
    #expect(before.status == 0, "\(before.errors)")
    let after = try Tool.run("math", "--inline", "-o", "b.svg", formula, in: folder, input: "-y")
    #expect(after.status == 0, "\(after.errors)")
  }

  @Test func `bytes that are no text are a mistake of their line`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("x".utf8) + [0xFF, 0xC3, 0x0A] + Array("y".utf8) + [0xE2], to: "a.txt")
    let result = try Tool.run(
      "math", "--check", "a.txt", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 1)
    #expect(
      result.output == """
        a.txt:1:2: error[invalid-utf8]: this is not valid UTF-8
        a.txt:2:2: error[invalid-utf8]: this is not valid UTF-8
        2 formulas: 0 accepted, 2 refused

        """)
  }

  @Test func `a formula without anything in it is refused`() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run("math", " ", "-o", "a.svg", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("error[math-empty]: the formula is empty"))
  }

  @Test func `a picture is cropped to the ink`() throws {
    let folder = try TemporaryFolder()
    _ = try Tool.run("math", "x", "-o", "a.svg", in: folder)
    _ = try Tool.run("math", "\\qquad x \\qquad", "-o", "b.svg", in: folder)
    func width(_ name: String) throws -> Double {
      let text = try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
      let match = try #require(text.firstMatch(of: /viewBox="0 0 ([0-9.]*)/))
      return try #require(Double(match.1))
    }
    #expect(try abs(width("a.svg") - width("b.svg")) < 0.02)
  }

  @Test func `style, size and scale change the picture`() throws {
    let folder = try TemporaryFolder()
    let variants = [
      [], ["--inline"], ["--size", "20"], ["--scale", "2"],
    ]
    var sizes: [Int] = []
    for (index, options) in variants.enumerated() {
      let name = "\(index).png"
      let arguments = ["math", "\\sum_{i=1}^n i", "-o", name] + options
      let result = try TestSupport.run(Tool.path, arguments, in: folder.url, timeout: 60)
      #expect(result.status == 0, "\(result.errors)")
      sizes.append(try Data(contentsOf: folder.url.appending(path: name)).count)
    }
    #expect(Set(sizes).count == variants.count)
  }

  @Test func `a mistake in the formula is shown and nothing is written`() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run("math", "\\alpa", "-o", "a.svg", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("formula:1:1: error[math-unknown-command]"))
    #expect(result.errors.contains("did you mean '\\alpha'?"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/a.svg"))
  }

  @Test(arguments: [
    ["x"], ["x", "-o", "a.gif"], [], ["x", "--check", "a"], ["x", "--scale", "0"],
  ])
  func `wrong usage is refused with exit code 64`(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try TestSupport.run(Tool.path, ["math"] + arguments, in: folder.url, timeout: 60)
    #expect(result.status == 64)
  }
}

/// The table of commands in the documentation.
@Suite struct MathTableTests {
  @Test func `the table of commands is what the tool writes`() throws {
    let folder = try TemporaryFolder()
    let result = try Tool.run("math", "--table", "docs", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let written = folder.url.appending(path: "docs")
    let kept = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs")
    let sheets = try FileManager.default.contentsOfDirectory(atPath: written.path + "/math")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: kept.path + "/math").sorted()
        == sheets.sorted())
    for name in ["math.md"] + sheets.map({ "math/" + $0 }) {
      let files = [written, kept].map {
        FileManager.default.contents(atPath: $0.appending(path: name).path)
      }
      #expect(
        files[0] == files[1], "docs/\(name) is out of date: run 'report math --table docs'")
    }
  }
}

/// The key `math` of report.yaml.
@Suite struct MathOptionsTests {
  private func project(_ math: String, chapter: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("title: T\nchapters: [a.md]\nmath:\n" + math, to: "report.yaml")
    try folder.write("# A\n\n" + chapter, to: "a.md")
    return folder
  }

  @Test func `macros of the project work in chapters and in report math`() throws {
    let folder = try project(
      "  macros:\n    \\R: \\mathbb{R}\n    \\norm: '\\left\\lVert #1 \\right\\rVert'\n",
      chapter: "In $\\norm{x} \\in \\R$.\n\n$$\n\\norm{\\frac{a}{b}}\n$$\n")
    #expect(try Tool.run("check", "--strict", in: folder).errors == "")
    #expect(try Tool.run("math", "\\norm\\R", "-o", "a.svg", in: folder).status == 0)
  }

  @Test func `a mistake in a macro is reported where it stands`() throws {
    let folder = try project("  macros:\n    E: \\mathbb{E}_\\alpa\n", chapter: "$\\E$\n")
    let result = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        "report.yaml:5:8: error[math-unknown-command]: unknown command '\\alpa' in '\\E'\n"))
  }

  @Test func `definitions in a formula go on to the formulas after it`() throws {
    let folder = try project(
      "  numbers: left\n",
      chapter: "$$\n\\newcommand{\\half}[1]{\\tfrac{#1}{2}}\n$$\n\nThen $\\half{x}$.\n")
    #expect(try Tool.run("check", "--strict", in: folder).errors == "")
  }

  @Test func `numbers stand on the side that is asked for`() throws {
    func column(_ side: String) throws -> Int {
      let folder = try project(
        "  numbers: \(side)\n", chapter: "By @eq-a:\n\n$$\na = b\n$$ {#eq-a}\n")
      _ = try Tool.run("pdf", "-o", "a.pdf", in: folder)
      let text = try run("pdftotext", ["-layout", "a.pdf", "-"], in: folder.url).output
      let line = try #require(
        text.split(separator: "\n").first { $0.contains("a = b") || $0.contains("a=b") })
      let number = try #require(line.range(of: "(1"))
      return line.distance(from: line.startIndex, to: number.lowerBound)
    }
    #expect(try column("left") < column("right"))
  }

  @Test func `a formula far too wide for the line is set smaller, with a warning`() throws {
    let cells = Array(repeating: "abcde", count: 40).joined(separator: " & ")
    let folder = try project(
      "  numbers: right\n", chapter: "$$\n\\begin{matrix} \(cells) \\end{matrix}\n$$\n")
    let result = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(result.errors.contains("a.md:3:1: warning[shrunk-formula]"))
  }

  @Test(arguments: ["texgyretermes-math.otf", "latinmodern-math.otf", "STIXMath-Regular.otf"])
  func `formulas are set in the font that is asked for`(font: String) throws {
    let folder = try project("  font: \(font)\n", chapter: "$x$\n")
    #expect(try Tool.run("math", "x", "-o", "a.svg", in: folder).status == 0)
    let plain = try TemporaryFolder()
    #expect(try Tool.run("math", "x", "-o", "a.svg", in: plain).status == 0)
    let drawn = [folder, plain].map { FileManager.default.contents(atPath: $0.path + "/a.svg") }
    #expect(drawn[0] != nil && drawn[0] != drawn[1])
  }

  @Test func `a font without a MATH table, or a missing one, is named`() throws {
    let text = try project("  font: texgyretermes-regular.otf\n", chapter: "$x$\n")
    let first = try Tool.run("check", in: text)
    #expect(first.status == 1)
    #expect(first.errors.contains("'texgyretermes-regular.otf' has no MATH table"))
    let missing = try project("  font: STIXTwoMath-Regular.otf\n", chapter: "$x$\n")
    #expect(
      try Tool.run("check", "--diagnostic-format", "short", in: missing).errors.hasPrefix(
        "report.yaml:4:9: error[unknown-font]: font file 'STIXTwoMath-Regular.otf' not found"))
  }

  @Test(arguments: ["latin-modern", "stix", "termes"])
  func `a project can be set in each theme`(theme: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "title: T\nchapters: [a.md]\nstyle: {fonts: \(theme)}\n", to: "report.yaml")
    try folder.write("# A\n\nText *and* **more** `code` $\\sqrt{x}$.\n", to: "a.md")
    let result = try Tool.run("pdf", "--strict", in: folder)
    #expect(result.status == 0, "\(result.errors)")
  }
}

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

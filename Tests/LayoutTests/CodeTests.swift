import Configuration
import Graphics
import Testing

@testable import Layout

@Suite struct CodeTests {
  private func tokens(_ language: String, _ text: String) throws -> [String] {
    let grammar = try #require(CodeGrammar.named(language))
    let bytes = Array(text.utf8)
    return CodeScanner.tokens(of: bytes, grammar).map {
      "\($0.kind) \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func `python's words, strings and comments are told apart`() throws {
    #expect(
      try tokens(
        "python", "@cache\ndef f(x=None):  # why\n  return rb'a\\'b' + \"\"\"c\nd\"\"\" * 1e-5")
        == [
          "attribute @cache", "keyword def", "function f", "constant None", "comment # why",
          "keyword return", "string rb'a\\'b'", "string \"\"\"c\nd\"\"\"", "number 1e-5",
        ])
  }

  @Test func `rust's lifetimes are not characters and its comments nest`() throws {
    #expect(
      try tokens("rs", "fn a<'b>(c: &'b str) -> u8 { '\\n' /* x /* y */ z */ }") == [
        "keyword fn", "attribute 'b", "attribute 'b", "type str", "type u8", "string '\\n'",
        "comment /* x /* y */ z */",
      ])
  }

  @Test func `keys of data files are told from values`() throws {
    #expect(
      try tokens("json", #"{"a": "b", "c": [1, true]}"#) == [
        "key \"a\"", "string \"b\"", "key \"c\"", "number 1", "constant true",
      ])
    #expect(
      try tokens("yml", "- name: x # c\n  url: https://e.org/a:b\non: true") == [
        "key name", "comment # c", "key url", "key on", "constant true",
      ])
  }

  @Test func `words in paths and addresses are no words of a shell`() throws {
    #expect(
      try tokens("sh", "cp /usr/local/bin/python3.11 ~/make && local x; git clone git@a.b:sh")
        == ["function cp", "keyword local", "function git"])
  }

  @Test func `in a session what was typed is coloured and output is not`() throws {
    #expect(
      try tokens("console", "$ echo 'if'\nif \"not\"\n$ ls") == [
        "meta $ ", "function echo", "string 'if'", "meta $ ", "function ls",
      ])
  }

  @Test func `a patch shows what goes and what comes`() throws {
    #expect(
      try tokens("diff", "--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z") == [
        "meta --- a", "meta +++ b", "meta @@ -1 +1 @@", "deleted -x", "inserted +y",
      ])
  }

  @Test func `tags and their attributes are told apart`() throws {
    #expect(
      try tokens("html", "<a href=\"x>\">if</a><!-- b\n-->") == [
        "tag <a", "attribute href", "string \"x>\"", "tag >", "tag </a", "tag >",
        "comment <!-- b\n-->",
      ])
  }

  @Test func `any grammar takes any bytes, and tokens ascend`() throws {
    let text = Array("a\"'`{<!--/*#@$\\ \u{FFFD}\n'x\\\n<a b='\n%{-|[=]]\n-\u{0}9.e+ é".utf8)
    for grammar in CodeGrammar.all {
      for start in text.indices {
        for end in [text.count, min(start + 7, text.count)] where end > start {
          let tokens = CodeScanner.tokens(of: Array(text[start..<end]), grammar)
          var at = 0
          for token in tokens {
            #expect(token.range.lowerBound >= at && token.range.upperBound <= end - start)
            #expect(!token.range.isEmpty)
            at = token.range.upperBound
          }
        }
      }
    }
  }

  @Test func `no two grammars claim one name`() {
    let names = CodeGrammar.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: CodeTokenKind.allCases)
  func `every colour can be read on the ground of listings`(kind: CodeTokenKind) {
    let colors = PageStyle.default.colors
    let (a, b) = (
      CodePalette(colors).color(kind).luminance, colors.codeBackground.luminance
    )
    #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5)
  }

  @Test func `numbers and hooks are drawn but no text`() throws {
    let long = "let value = " + (0..<12).map { "term\($0)" }.joined(separator: " + ")
    let laidOut = try LaidOut("```swift {startFrom=98}\n\(long)\n}\n```\n")
    #expect(laidOut.words.joined(separator: " ") == long + " }")
    let plain = try LaidOut("```swift\n\(long)\n}\n```\n")
    let left = try #require(plain.runs.first).x
    // Two digits and two columns of room.
    #expect(try #require(laidOut.runs.first).x > left + 15)
  }

  @Test func `lines of eighty columns are set a step smaller before they are wrapped`() throws {
    let line = String(repeating: "abcdefghi ", count: 8).dropLast()
    let laidOut = try LaidOut("```\n\(line)|\nshort\n```\n\n```\nshort\n```\n")
    func size(_ word: String, _ laidOut: LaidOut) throws -> Points {
      try #require(laidOut.runs.first { $0.text.contains(word) }).size
    }
    let code = try size("short", try LaidOut("```\nshort\n```\n"))
    #expect(laidOut.lines(ofPage: 0).count == 3)
    #expect(abs(try size("abcdefghi", laidOut) / code - 0.82) < 0.001)
    // What no step makes fit keeps its size.
    let long = try LaidOut("```\n\(String(repeating: "abcdefghi ", count: 30))\n```\n")
    #expect(try size("abcdefghi", long) == code)
  }

  @Test func `a continued line is set in under its own beginning`() {
    let lines = CodeListing.wrap("    return alpha(beta, gamma)", at: 0, number: 7, columns: 20)
    #expect(lines.map(\.range) == [0..<17, 17..<29])
    #expect(lines.map(\.indent) == [0, 6] && lines.map(\.number) == [7, nil])
  }

  @Test func `Chinese characters take two columns of code`() {
    let lines = CodeListing.wrap("深度学习框架深度学习", at: 0, number: 1, columns: 10)
    #expect(lines.map(\.range) == [0..<15, 15..<27, 27..<30])
  }
}

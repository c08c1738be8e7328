import Diagnostics
import Foundation
import MathSyntax
import TestSupport
import Testing

/// Each mistake gives its message at its place.
struct DiagnosticTests {
  @Test(arguments: mistakes)
  func `a mistake is named at its place`(line: String) {
    let parts = line.components(separatedBy: " ⟹ ")
    let source = MarkedSource(parts[0])
    let (_, diagnostics) = parse(source.text)
    #expect(diagnostics.all.map(\.message) == [parts[1]])
    guard let first = diagnostics.all.first, let wanted = source.ranges.first else { return }
    #expect(first.span?.range.lowerBound == wanted.lowerBound)
    if parts.count > 2 { #expect(first.help == [parts[2]]) }
  }

  @Test func `a tag is an error outside of a display`() {
    let (_, diagnostics) = parse(#"x \tag{1}"#, display: false)
    #expect(diagnostics.all.map(\.message) == ["'\\tag' works only in a display"])
  }

  @Test func `every unknown command of a formula is reported, and the rest is read`() {
    let (list, diagnostics) = parse(#"\foo + x \barr"#)
    #expect(
      diagnostics.all.map(\.message) == ["unknown command '\\foo'", "unknown command '\\barr'"])
    #expect(list.nodes.count == 4)
  }

  @Test func `an author's own command is offered when another is misspelt`() {
    var macros = MacroTable()
    macros.define(#"\retention"#, as: "r")
    let (_, diagnostics) = parse(#"\retenion"#, macros: macros)
    #expect(diagnostics.all.first?.help == ["did you mean '\\retention'?"])
  }

  @Test func `a control character has no meaning`() {
    let (_, diagnostics) = parse("a \u{1} b")
    #expect(diagnostics.all.map(\.message) == ["character U+1 has no meaning in math"])
  }
}

/// A formula with the place of its mistake marked, the message, and the help if it is tested, one
/// to a line.
private let mistakes = fixtureLines("mistakes.txt")

/// The lines of a file in the folder of fixtures.
func fixtureLines(_ name: String) -> [String] {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/" + name)
  let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  return text.split(separator: "\n").map(String.init)
}

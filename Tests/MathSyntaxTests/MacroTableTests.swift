import Diagnostics
import MathSyntax
import Testing

/// Commands that a project file defines.
struct MacroTableTests {
  private let place = SourceSpan(file: FileID(rawValue: 0), start: 0, end: 1)

  @Test func `a command of the project works in formulas, with its arguments`() {
    var table = MacroTable()
    #expect(
      table.define(#"\norm"#, as: #"\left\lVert #1 \right\rVert"#, at: place, body: nil) == nil)
    #expect(table.define("R", as: #"\mathbb{R}"#, at: place, body: nil) == nil)
    let (list, diagnostics) = parse(#"\norm{x} \in \R"#, macros: table)
    #expect(diagnostics.isEmpty)
    #expect(list.plainText == "‖x‖ ∈ R")
  }

  @Test(arguments: [
    ("a1", "x", "'a1' is no name of a command"),
    (#"\frac"#, "x", #"'\frac' has a syntax of its own and cannot be redefined"#),
    ("x", "{a", #"the braces of '\x' do not match"#),
    ("x", "a}{", #"the braces of '\x' do not match"#),
  ])
  func `a definition that cannot work is refused`(name: String, body: String, message: String) {
    var table = MacroTable()
    let problem = table.define(name, as: body, at: place, body: nil)
    #expect(problem?.message == message)
    #expect(table.names.isEmpty)
  }

  @Test func `an unknown command in a definition is named once, with the nearest one`() {
    var table = MacroTable()
    _ = table.define("E", as: #"\mathbb{E}_{\alpa}\R"#, at: place, body: nil)
    _ = table.define("R", as: "r", at: place, body: nil)
    let problems = table.unknownCommands(in: #"\E"#, at: place)
    #expect(problems.map(\.message) == [#"unknown command '\alpa' in '\E'"#])
    #expect(problems.first?.help == [#"did you mean '\alpha'?"#])
  }
}

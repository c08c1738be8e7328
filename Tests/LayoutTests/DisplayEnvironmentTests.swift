import Diagnostics
import Testing

/// TeX environments that stand in the text without dollars.
@Suite struct DisplayEnvironmentTests {
  private func words(_ text: String) throws -> String {
    try LaidOut(text).words.joined(separator: " ")
  }

  @Test func `an environment in one line is a display and swallows nothing`() throws {
    let found = try words(
      """
      # Title

      \\begin{equation} a = b \\end{equation}

      Text between.

      \\begin{equation} c
      = d \\end{equation} {#eq-c}

      - item

        \\begin{equation} e = f \\end{equation}

      See @eq-c.
      """)
    #expect(found.contains("Text between."))
    for number in ["(1)", "(2)", "(3)"] { #expect(found.contains(number), "\(found)") }
    #expect(found.contains("See Equation (2)"))
    #expect(!found.contains("begin"))
  }

  @Test func `an environment that is not closed says so and leaves code alone`() throws {
    let laidOut = try LaidOut(
      "# Title\n\n\\begin{align}\na\n\n```tex\n\\end{align}\n```\n\nLast words.\n")
    let found = try #require(laidOut.diagnostics.all.first { $0.code == "unclosed-math" })
    #expect(found.help == ["put '\\end{align}' after its last line"])
    let words = laidOut.words.joined(separator: " ")
    #expect(words.contains("\\end{align}") && words.contains("Last words."))
  }

  @Test func `text straight below an environment in one line is told`() throws {
    let laidOut = try LaidOut("# Title\n\n\\begin{equation} x \\end{equation}\ntext\n")
    let found = try #require(laidOut.diagnostics.all.first { $0.code == "unclosed-math" })
    #expect(found.help == ["leave a line blank below it"])
  }
}

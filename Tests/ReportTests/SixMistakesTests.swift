import Foundation
import TestSupport
import Testing

/// One run finds every kind of mistake, each at its place, and leaves the last good PDF alone.
@Suite struct SixMistakesTests {
  private static let chapter = """
    ---
    titel: A
    ---

    # A {#sec-a}

    ```sql table #tbl-a
    --| caption: Scores.
    SELECT method, scor FROM scores
    ```

    ```sql table #tbl-b
    --| captoin: Scores.
    SELECT method FROM scores
    ```

    See @tbl-c.

    $$
    \\frac{a}{b
    $$

    ```sql table #tbl-d
    --| caption: [open
    SELECT method FROM scores
    ```
    """

  private func project() throws -> TemporaryFolder {
    try TemporaryFolder(
      project: Self.chapter, settings: "output: out.pdf\n", rows: "a,1.5\nb,2.x\n")
  }

  @Test
  func
    `an unknown column, a wrong option, a bad cell, an undefined label, broken TeX and invalid YAML are found in one run`()
    throws
  {
    let folder = try project()
    try folder.write("the last good PDF", to: "out.pdf")
    let result = try Tool.run("pdf", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 1)
    let places = result.errors.split(separator: "\n").map { line in
      line.split(separator: " ", maxSplits: 2).prefix(2).joined(separator: " ")
    }
    let output = folder.url.appending(path: "out.pdf")
    #expect(try String(contentsOf: output, encoding: .utf8) == "the last good PDF")
    #expect(places.count == 7)
    for expected in [
      "a.md:2:1: error[unknown-key]:",
      "a.md:9:16: error[unknown-column]:",
      "a.md:13:5: error[unknown-key]:",
      "a.md:17:5: error[undefined-label]:",
      "a.md:20:9: error[math-unclosed-brace]:",
      "a.md:24:18: error[invalid-yaml]:", "data/scores.csv:3:3: error[bad-cell]:",
    ] {
      #expect(places.contains(expected), "\(expected) in\n\(result.errors)")
    }
  }
}

import Foundation
import TestSupport
import Testing

/// One mistake gives one error: what follows from it is counted, not listed.
@Suite struct OneMistakeTests {
  /// A new project with more text at the end of its chapter.
  private func project(_ text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("new", "p", in: folder).status == 0)
    let chapter = folder.url.appending(path: "p/chapters/01-first.md")
    let written = try String(contentsOf: chapter, encoding: .utf8)
    try (written + text).write(to: chapter, atomically: true, encoding: .utf8)
    return folder
  }

  private func errors(_ result: ProcessResult) -> [Substring] {
    result.errors.split(separator: "\n").filter { $0.contains("error[") }
  }

  @Test func `a block that is not closed before the next one is one error at its start`() throws {
    let folder = try project(
      """

      ```sql table #tbl-open
      --| caption: One
      SELECT 1 AS a

      See @tbl-open and @tbl-next.

      ```sql table #tbl-next
      --| caption: Two
      SELECT 2 AS b
      ```

      """)
    let result = try Tool.run("check", "-C", "p", in: folder)
    #expect(result.status == 1)
    #expect(errors(result).count == 1, "\(result.errors)")
    #expect(result.errors.contains("error[unclosed-fence]"))
    #expect(result.errors.contains("the next block opens here"))
  }

  @Test func `a broken formula is one error, however often it is called`() throws {
    let folder = try project(
      """

      ```math formula cost
      %| where:
      %|   n: {is: the number}
      n^2 +
      ```

      Once `{value .1f} cost(3)`, twice `{value .1f} 2 * cost(4)`.

      """)
    let result = try Tool.run("check", "-C", "p", in: folder)
    #expect(result.status == 1)
    #expect(errors(result).count == 1, "\(result.errors)")
    #expect(result.errors.contains("error[missing-operand]"))
    #expect(result.errors.contains("2 places follow from these errors"))
    let verbose = try Tool.run("check", "-v", "-C", "p", in: folder)
    #expect(verbose.errors.contains("because the formula 'cost' has errors"))
  }

  @Test func `a cell that is no number is one error, whatever prints its column`() throws {
    let folder = try project("")
    let data = folder.url.appending(path: "p/data/methods.csv")
    let rows = try String(contentsOf: data, encoding: .utf8)
    try rows.replacing("78.0", with: "seventy").write(to: data, atomically: true, encoding: .utf8)
    let result = try Tool.run("check", "-C", "p", in: folder)
    #expect(result.status == 1)
    #expect(errors(result).count == 1, "\(result.errors)")
    #expect(result.errors.contains("error[bad-cell]"))
  }

  private let judged = """

    ```sql check #chk-best
    --| message: no score may be below 72
    SELECT method, score FROM methods WHERE score < 72
    ```

    The mean is [76.6](<value:SELECT avg(score) FROM methods>); [all are high](<claim:(SELECT min(score) FROM methods) > 75>).

    """

  @Test func `what reads a record in which a check finds a mistake follows from the check`() throws
  {
    let folder = try project(judged)
    let result = try Tool.run("check", "-C", "p", in: folder)
    #expect(result.status == 2, "\(result.errors)")
    #expect(errors(result).count == 1, "\(result.errors)")
    #expect(result.errors.contains("error[check-failed]: no score may be below 72"))
    #expect(result.errors.contains("data/methods.csv:2"), "\(result.errors)")
    #expect(result.errors.contains("2 places follow from these errors and are not listed"))
    // Nothing is written that stands on the mistake.
    let fill = try Tool.run("fill", "-C", "p", in: folder)
    #expect(fill.status == 2 && fill.output.isEmpty)
    #expect(fill.errors.contains("nothing is written, 1 pinned number waits"), "\(fill.errors)")
  }

  @Test func `checks that fail over data with errors are counted`() throws {
    let folder = try project(judged)
    let data = folder.url.appending(path: "p/data/methods.csv")
    let rows = try String(contentsOf: data, encoding: .utf8)
    try rows.replacing("78.0", with: "seventy").write(to: data, atomically: true, encoding: .utf8)
    let result = try Tool.run("check", "-C", "p", in: folder)
    #expect(errors(result).count == 1, "\(result.errors)")
    #expect(
      result.errors.contains(
        "3 places and 2 checks follow from these errors and are not listed (-v lists them)"),
      "\(result.errors)")
  }

  @Test(arguments: [
    ("data/methods.csv", "cost", "price", "unknown-column"),
    ("data/methods.csv", ",78.0", " 78.0", "uneven-row"),
    ("data/datapackage.yaml", "type: number", "type: float", "bad-value"),
    ("data/datapackage.yaml", "path: methods.csv", "path: method.csv", "unreadable-file"),
    ("data/datapackage.yaml", "    path: methods.csv\n", "", "missing-key"),
    ("report.yaml", "data/datapackage.yaml", "data/package.yaml", "missing-file"),
    ("report.yaml", "references.bib", "works.bib", "missing-file"),
  ])
  func `data that cannot be read is one error, and no advice follows from it`(
    path: String, old: String, new: String, code: String
  ) throws {
    let folder = try project(
      """

      [78.0 %](value:methods[method='Medium'].score), [a claim](<claim:methods[method='Small'].cost>0>),
      `{value .1f} SELECT avg(score) FROM methods`, `{check} methods[method='Large'].cost > 0`, [@nobody]

      """)
    let file = folder.url.appending(path: "p/\(path)")
    let written = try String(contentsOf: file, encoding: .utf8)
    let place = try #require(written.firstRange(of: old), "\(written)")
    try written.replacingCharacters(in: place, with: new)
      .write(to: file, atomically: true, encoding: .utf8)
    let result = try Tool.run("check", "-C", "p", in: folder)
    #expect(result.status == 1)
    let found = errors(result).filter { !$0.contains("unknown-citation") }
    #expect(found.count == 1 && found[0].contains("error[\(code)]"), "\(result.errors)")
    #expect(result.errors.contains("from these errors"), "\(result.errors)")
    #expect(result.errors.contains("unknown-citation") == (new != "works.bib"))
    #expect(!result.errors.contains("in its place"), "\(result.errors)")
  }

  @Test func `text without quotes is told where they belong`() throws {
    let folder = try project("\n`{value .1f} methods[method=Large].score`\n")
    let result = try Tool.run("check", "-C", "p", in: folder)
    #expect(result.errors.contains("help: text stands in single quotes: 'Large'"))
  }

  @Test func `mistakes on the command line look like all others`() throws {
    let folder = try project("")
    for arguments in [["new", "p"], ["math", "x^2"], ["pdf", "--no-such-option"]] {
      let result = try run(Tool.path, arguments, in: folder.url)
      #expect(result.status == 64, "\(arguments): \(result.errors)")
      #expect(result.errors.hasPrefix("error[usage]: "), "\(result.errors)")
      #expect(result.errors.contains("\n   = help: usage: report "), "\(result.errors)")
    }
  }

  @Test func `an image outside of the project is refused by check and framed by pdf`() throws {
    let folder = try project("\n![A drop](../../drop.svg)\n")
    try folder.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>", to: "drop.svg")
    let checked = try Tool.run("check", "-C", "p", in: folder)
    #expect(checked.status == 1)
    #expect(checked.errors.contains("error[image-outside]"), "\(checked.errors)")
    let made = try Tool.run("pdf", "-C", "p", in: folder)
    #expect(made.status == 0)
    #expect(made.errors.contains("warning[image-outside]"), "\(made.errors)")
    let rebuilt = try Tool.run(
      "extract", "p/build/report.pdf", "-o", "again", "--rebuild", in: folder)
    #expect(rebuilt.status == 0, "\(rebuilt.errors)")
    // A single file may show what lies above it.
    let text = try folder.write("![A drop](../drop.svg)\n", to: "p/alone.md")
    let alone = try run(
      Tool.path, ["pdf", text.path, "-o", "alone.pdf"], in: folder.url)
    #expect(alone.status == 0 && !alone.errors.contains("image-"), "\(alone.errors)")
  }

  @Test func `a character that no font has is found in a chart`() throws {
    let folder = try project("")
    let data = folder.url.appending(path: "p/data/methods.csv")
    let rows = try String(contentsOf: data, encoding: .utf8)
    try rows.replacing("Large", with: "La\u{10FFFD}rge")
      .write(to: data, atomically: true, encoding: .utf8)
    let chapter = folder.url.appending(path: "p/chapters/01-first.md")
    // Only the chart shows the name.
    let text = try String(contentsOf: chapter, encoding: .utf8)
      .replacing(
        "SELECT method, cost, score FROM methods ORDER BY cost", with: "SELECT cost FROM methods"
      )
      .replacing(
        "--|   score: {label: Score, format: .1f, unit: \"%\", best: max}", with: "--|   cost: {}")
    try text.write(to: chapter, atomically: true, encoding: .utf8)
    let result = try Tool.run("check", "-C", "p", in: folder)
    #expect(result.errors.contains("chapters/01-first.md:"), "\(result.errors)")
    #expect(result.errors.contains("warning[missing-glyph]"), "\(result.errors)")
  }
}

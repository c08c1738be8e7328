import Foundation
import TestSupport
import Testing

/// Commands, streams and exit codes as docs/language.md states them.
@Suite struct CommandLineTests {
  private func project(_ chapter: String, extra: String = "") throws -> TemporaryFolder {
    try TemporaryFolder(
      project: chapter, at: "chapters/01-a.md", settings: extra, rows: "a,1.5\nb,2.5\n")
  }

  @Test func `a sound project passes its check with exit code 0`() throws {
    let folder = try project(
      "# A\n\n```sql check #chk-a\n--| message: too high\nSELECT * FROM scores WHERE score > 9\n```\n"
    )
    let result = try Tool.run("check", in: folder)
    #expect(result.status == 0)
    #expect(result.output == "1 check: all hold\n")
    #expect(result.errors == "")
  }

  @Test func `commands work from a subfolder and with -C`() throws {
    let folder = try project("# A\n")
    let chapters = folder.url.appending(path: "chapters")
    #expect(try run(Tool.path, ["check"], in: chapters).status == 0)
    #expect(try run(Tool.path, ["check", "-C", folder.path]).status == 0)
  }

  @Test func `a failed check gives exit code 2`() throws {
    let folder = try project(
      "# A\n\n```sql check #chk-a\n--| message: too high\nSELECT * FROM scores WHERE score > 2\n```\n"
    )
    let result = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 2)
    #expect(result.errors.contains("chapters/01-a.md:3"))
    #expect(result.errors.contains("error[check-failed]"))
    #expect(result.output == "1 check: 0 hold, 1 fail\n")
  }

  @Test func `what could not be evaluated is told beside the checks that hold`() throws {
    let folder = try project(
      "# A\n\n```sql check\n--| message: high\nSELECT * FROM scores WHERE score > 9\n```\n\n"
        + "[many](<claim:SELECT max(scor) > 1 FROM scores>)\n")
    let result = try Tool.run("check", in: folder)
    #expect(result.status == 1)
    #expect(result.output == "1 check: all hold; 1 other error\n")
  }

  @Test func `errors in a chapter give exit code 1 and stand on standard error`() throws {
    let folder = try project("# A\n\nSee @fig-none.\n")
    let result = try Tool.run("check", "-q", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(
      result.errors
        == "chapters/01-a.md:3:5: error[undefined-label]: nothing is labelled 'fig-none'\n")
  }

  @Test func `warnings pass, and give exit code 3 when strict`() throws {
    let folder = try project("# A\n\nText <blink>kept</blink>.\n")
    #expect(try Tool.run("check", in: folder).status == 0)
    #expect(try Tool.run("check", "--strict", in: folder).status == 3)
  }

  @Test func `diagnostics come as JSON lines when asked`() throws {
    let folder = try project("# A\n\nSee @fig-none.\n")
    let result = try Tool.run("check", "--diagnostic-format", "json", in: folder)
    for line in result.errors.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["code"] as? String == "undefined-label")
      #expect(object?["line"] as? Int == 3)
    }
  }

  @Test func `colour is on when asked and off in a pipe`() throws {
    let folder = try project("# A\n\nSee @fig-none.\n")
    #expect(try Tool.run("check", "--color", "always", in: folder).errors.contains("\u{1B}[1;31m"))
    #expect(try !Tool.run("check", in: folder).errors.contains("\u{1B}"))
  }

  @Test func `a query prints rows of data and of named queries`() throws {
    let folder = try project(
      "# A\n\n```sql query best\nSELECT * FROM scores WHERE score > 2\n```\n")
    let table = try Tool.run("query", "SELECT method, score FROM best", in: folder)
    #expect(table.status == 0)
    #expect(table.output == "method  score\n------  -----\nb         2.5\n")
    let csv = try Tool.run(
      "query", "-", "--format", "csv", in: folder, input: "SELECT method FROM scores")
    #expect(csv.output == "method\r\na\r\nb\r\n")
    let wrong = try Tool.run("query", "SELECT scor FROM scores", in: folder)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("query:1:8: error[unknown-column]"))
  }

  @Test func `a chapter or an output that is a folder is an error of the author`() throws {
    let folder = try project("# A\n")
    let output = try Tool.run("pdf", "-o", "chapters", in: folder)
    #expect(output.status == 1)
    #expect(output.errors.contains("error[output-is-folder]"))
    try folder.write("title: T\nchapters:\n  - chapters\n", to: "report.yaml")
    let chapter = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(chapter.status == 1)
    #expect(
      chapter.errors == "report.yaml:3:5: error[not-a-file]: 'chapters' is a folder\n")
  }

  @Test func `what is wrong in the data comes before what is wrong in chapters`() throws {
    let folder = try project("# A\n\nSee @fig-none.\n")
    try folder.write("method,score\na,x\n", to: "data/scores.csv")
    let result = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    let files = result.errors.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(files == ["data/scores.csv", "chapters/01-a.md"])
  }

  @Test func `what follows from errors in the data is not reported beside them`() throws {
    let folder = try project(
      """
      # A

      ```sql check #chk-a
      --| message: there is no score
      SELECT * FROM scores WHERE score IS NULL
      ```

      ```sql table #tbl-a
      --| caption: Scores.
      SELECT * FROM scores WHERE score > 0
      ```

      """)
    try folder.write("method,score\na,x\n", to: "data/scores.csv")
    let result = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("error[bad-cell]"))
    #expect(!result.errors.contains("check-failed"), "\(result.errors)")
    #expect(!result.errors.contains("empty-result"), "\(result.errors)")
  }

  @Test func `wrong usage gives exit code 64`() throws {
    let folder = try TemporaryFolder()
    let mistyped = try Tool.run("chek", in: folder)
    #expect(mistyped.status == 64)
    #expect(
      mistyped.errors.hasPrefix(
        "error[usage]: there is no command 'chek'\n   = help: did you mean 'report check'?\n"))
    #expect(try Tool.run("check", "--colour", in: folder).status == 64)
    #expect(try Tool.run("check", "-C", "nowhere", in: folder).status == 64)
  }

  @Test(arguments: [
    ("date: 2026-02-30\n", "there is no day '2026-02-30'", "write year, month, day: 2026-01-15"),
    (
      "keywords: [a]\n appendices: [b.md]\n", "did not find expected key",
      "this line is indented by 1, the key above it by 0"
    ),
    (
      "math: {numbers: left, d}\n", "there is no key 'd' here",
      "put text that holds a comma in quotes"
    ),
  ])
  func `a mistake in the settings comes with what to do`(
    line: String, message: String, help: String
  ) throws {
    let result = try Tool.run("check", in: try project("# A\n", extra: line))
    #expect(result.errors.contains(": \(message)\n"), "\(result.errors)")
    #expect(result.errors.contains("= help: \(help)\n"), "\(result.errors)")
  }

  @Test func `no project, a missing chapter and bad settings are errors with help`() throws {
    let empty = try TemporaryFolder()
    let none = try Tool.run("check", in: empty)
    #expect(none.status == 1)
    #expect(none.errors.contains("error[no-project]"))

    let folder = try project("# A\n", extra: "chapter: [x.md]\n")
    let unknown = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("report.yaml:4:1: error"))

    try folder.write("title: T\nchapters:\n  - chapters/01-b.md\n", to: "report.yaml")
    let missing = try Tool.run("check", in: folder)
    #expect(missing.status == 1)
    #expect(missing.errors.contains("report.yaml:3:5: error[missing-file]"))
    #expect(missing.errors.contains("did you mean 'chapters/01-a.md'?"))
  }
}

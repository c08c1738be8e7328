import Foundation
import TestSupport
import Testing

/// `report data`, `report errata`, `report fill` and `report explain`, as a user runs them.
@Suite struct DataCommandTests {
  private func project(_ chapter: String = "# A\n") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "title: T\nchapters: [a.md]\ndata: data/datapackage.yaml\n", to: "report.yaml")
    try folder.write(chapter, to: "a.md")
    try folder.write(
      """
      name: d
      licenses: [{name: CC0-1.0}]
      resources:
        - name: scores
          path: scores.csv
          title: Scores
          sources: [{title: Table 2}]
          schema:
            primaryKey: method
            missingValues: ["", "-"]
            fields:
              - {name: method, type: string, title: Method}
              - {name: score, type: number, unit: "%", constraints: {minimum: 0, maximum: 100}}
              - {name: tokens, type: integer, unit: token}
      """, to: "data/datapackage.yaml")
    try folder.write("method,score,tokens\na,1.5,100\nb,99.0,12345\nc,-,\n", to: "data/scores.csv")
    try folder.write(
      """
      id,table,key,field,printed,corrected,reason,evidence
      K1,scores,method=b,score,99.0,9.9,the point was lost,the paper's own text
      K2,scores,method=a,tokens,100,-,belongs to another row,

      """, to: "data/errata.csv")
    return folder
  }

  @Test func `data list names every table with its size and origin`() throws {
    let result = try Tool.run("data", "list", in: try project())
    #expect(result.status == 0)
    #expect(
      result.output == """
        table   rows  columns  corrected  licence  source
        ------  ----  -------  ---------  -------  -------
        scores     3        3          2  CC0-1.0  Table 2

        """)
  }

  @Test func `data show prints columns, rules and first rows`() throws {
    let folder = try project()
    let result = try Tool.run("data", "show", "scores", "--rows", "1", in: folder)
    #expect(result.status == 0)
    for line in [
      "scores: Scores", "file      data/scores.csv, 48 bytes, 3 rows", "licence   CC0-1.0",
      "corrected 2 cells; as printed: scores_printed",
      "method  string                   Method  key",
      "score   number   %            1          0 to 100",
      "a         1.5",
    ] {
      #expect(result.output.contains(line), "'\(line)' in\n\(result.output)")
    }
    let unknown = try Tool.run("data", "show", "score", in: folder)
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("did you mean 'scores'?"))
  }

  @Test func `data verify tells a broken file and one that differs from the lock`() throws {
    let folder = try project()
    #expect(try Tool.run("data", "verify", in: folder).status == 0)
    #expect(try Tool.run("lock", in: folder).status == 0)
    #expect(try Tool.run("data", "verify", in: folder).output.contains("holds   same"))
    try folder.write("method,score,tokens\na,1.6,100\nb,99.0,12345\nc,-,\n", to: "data/scores.csv")
    let changed = try Tool.run("data", "verify", in: folder)
    #expect(changed.status == 4)
    #expect(changed.output.contains("differs"))
    #expect(changed.errors.contains("'data/scores.csv' has other values than in report.lock"))
    try folder.write("method,score,tokens\na,160,100\nb,99.0,12345\nc,-,\n", to: "data/scores.csv")
    let broken = try Tool.run("data", "verify", in: folder)
    #expect(broken.status == 1)
    #expect(broken.output.contains("broken"))
  }

  @Test func `errata are listed with reason, evidence and place`() throws {
    let folder = try project()
    let result = try Tool.run("errata", in: folder)
    #expect(
      result.output == """
        K1  scores[method=b].score: '99.0' → '9.9'
            why       the point was lost
            evidence  the paper's own text
            at        data/errata.csv:2
        K2  scores[method=a].tokens: '100' → '-'
            why       belongs to another row
            at        data/errata.csv:3
        2 corrections

        """)
    #expect(try Tool.run("errata", "nothing", in: folder).status == 1)
    let both = try Tool.run(
      "query",
      "SELECT s.score, p.score FROM scores s JOIN scores_printed p USING (method) "
        + "WHERE method = 'b'", "--format", "csv", in: folder)
    #expect(both.output == "score,score\r\n9.9,99\r\n")
  }

  @Test func `fill rewrites pinned numbers and nothing else`() throws {
    let chapter = """
      # A

      It keeps [**8.8** %](value:scores[method='b'].score), of [12,000 tokens](value:scores[method='b'].tokens);
      [1.5](value:scores[method='a'].score) stays, as do 8.8 and [−3.00](value:-3).
      A fall of [-2.0 points](<value:scores[method='a'].score - scores[method='b'].score>) — é.
      """
    let folder = try project(chapter)
    let dry = try Tool.run("fill", "-n", in: folder)
    #expect(dry.status == 2)
    #expect(dry.output.hasSuffix("3 numbers to change\n"))
    let file = folder.url.appending(path: "a.md")
    #expect(try String(contentsOf: file, encoding: .utf8) == chapter)

    let result = try Tool.run("fill", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        a.md:3:13: 8.8 → 9.9
        a.md:3:59: 12,000 → 12,345
        a.md:5:12: -2.0 → -8.4
        3 numbers changed

        """)
    #expect(
      try String(contentsOf: file, encoding: .utf8)
        == chapter.replacing("**8.8**", with: "**9.9**").replacing("12,000", with: "12,345")
        .replacing("-2.0 points", with: "-8.4 points"))
    #expect(try Tool.run("fill", in: folder).output == "0 numbers changed\n")
  }

  @Test func `fill writes nothing while the data are wrong`() throws {
    let chapter = "# A\n\n[8.8](value:scores[method='b'].score)\n"
    let folder = try project(chapter)
    try folder.write("method,score,tokens\na,x,100\nb,99.0,12345\n", to: "data/scores.csv")
    #expect(try Tool.run("fill", in: folder).status == 1)
    #expect(
      try String(contentsOf: folder.url.appending(path: "a.md"), encoding: .utf8) == chapter)
  }

  @Test func `a label keeps the unit of the data unless the words of the table name it`() throws {
    func heading(_ caption: String, _ column: String) throws -> String {
      let chapter = """
        # A

        ```sql table #tbl-a
        --| caption: \(caption)
        --| columns: {score: \(column)}
        SELECT score FROM scores
        ```

        """
      let folder = try project(chapter)
      let result = try Tool.run("pdf", "-q", "-o", "a.pdf", in: folder)
      #expect(result.status == 0, "\(result.errors)")
      let text = try run("pdftotext", ["-layout", "a.pdf", "-"], in: folder.url).output
      let line = text.split(separator: "\n").first { $0.contains("Points") }
      return line?.split(separator: " ").joined(separator: " ") ?? ""
    }
    #expect(try heading("A", "{label: Points}") == "Points (%)")
    #expect(try heading("A, in per cent", "{label: Points}") == "Points")
    #expect(try heading("A", "{label: Points in %}") == "Points in %")
    #expect(try heading("A", "{label: Points, unit: none}") == "Points")
  }

  @Test func `a draft marks cells with errors and what is computed from them`() throws {
    let chapter = """
      # A

      ```sql table #tbl-a
      --| caption: A
      --| columns: {twice: {format: .1f}}
      SELECT method, score, score * 2 AS twice, tokens FROM scores
      ```

      Good is `{value .1f} SELECT score FROM scores WHERE method = 'a'`, bad is
      `{value .2f} SELECT avg(score) FROM scores`.

      ```sql plot #fig-a
      --| caption: Scores.
      --| mark: point
      --| encoding: {x: {field: tokens}, y: {field: score}}
      SELECT tokens, score FROM scores WHERE tokens IS NOT NULL
      ```

      """
    let folder = try project(chapter)
    try folder.write("method,score,tokens\na,1.5,100\nb,990,12345\nc,-,\n", to: "data/scores.csv")
    try folder.write(
      "id,table,key,field,printed,corrected,reason,evidence\n", to: "data/errata.csv")
    let result = try Tool.run("pdf", "--draft", "-o", "a.pdf", in: folder)
    #expect(result.status == 1)
    let text = try run("pdftotext", ["-layout", "a.pdf", "-"], in: folder.url).output
    for words in ["[990.0]", "[1980.0]", "bad is [495.75]", "Good is 1.5,", "[data/scores.csv:3]"] {
      #expect(text.contains(words), "'\(words)' is not in \(text)")
    }
    #expect(!text.contains("[1.5]") && !text.contains("[12345]"))
  }

  @Test func `a unit that is printed is held against the unit of the data`() throws {
    let chapter = """
      # A

      `{value .1f unit="%"} scores[method='b'].score`, `{value unit="tokens"} scores[method='b'].tokens`,
      `{value .1f unit="s"} scores[method='b'].score`,
      `{value ,d unit="ktoken"} scores[method='b'].tokens`,
      `{value .1f unit="×"} scores[method='b'].score / 2`.

      ```sql table #tbl-a
      --| caption: A
      --| columns:
      --|   s: {unit: token, format: .1f}
      --|   tokens: {unit: token}
      WITH x AS (SELECT score AS s, tokens FROM scores) SELECT max(s) AS s, tokens FROM x
      ```

      """
    let result = try Tool.run("check", "--diagnostic-format", "short", in: try project(chapter))
    #expect(result.status == 1)
    let problems = result.errors.split(separator: "\n").filter { $0.contains("unit-mismatch") }
    #expect(
      problems == [
        "a.md:4:13: error[unit-mismatch]: the value is in %, but would be printed in s",
        "a.md:5:12: error[unit-mismatch]: the value is in token, but would be printed in ktoken",
        "a.md:11:17: error[unit-mismatch]: the column 's' is in %, but would be printed in token",
      ], "\(result.errors)")
  }

  @Test func `fill writes nothing while a check fails, and names what comes first`() throws {
    let check = """

      ```sql check
      --| message: a score is too high
      SELECT method FROM scores WHERE score > 9
      ```

      """
    let chapter = "# A\n\n[8.8](value:scores[method='b'].score)\n" + check
    let folder = try project(chapter)
    for option in ["-q", "-n"] {
      let result = try Tool.run("fill", option, in: folder)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(!result.errors.contains("pinned-value"))
      #expect(
        result.errors.hasSuffix(
          "nothing is written, 1 pinned number waits: first comes a.md:5: a score is too high\n"),
        "\(result.errors)")
    }
    #expect(
      try String(contentsOf: folder.url.appending(path: "a.md"), encoding: .utf8) == chapter)
    // The check names the record that the pinned number reads, which is counted as following.
    let errors = try Tool.run("check", in: folder).errors
    #expect(errors.contains("1 place follows from these errors"), "\(errors)")
    #expect(!errors.contains("= help: write 9.9"))
  }

  @Test func `explain takes a formula apart`() throws {
    let folder = try project(
      """
      # A

      ```math formula area #eq-a
      %| where:
      %|   a: {is: the width, unit: s, min: 0}
      %|   b: {is: the height, unit: s}
      %| unit: s^2
      %| source: Euclid
      %| tests: ["area(a: 2, b: 3) = 10"]
      a\\,b + a^2
      ```
      """)
    let result = try Tool.run("explain", "formula", "area", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    for line in [
      "area(a, b) in s^2", "source: Euclid", "a.md:10", "holds  area(a: 2, b: 3) = 10",
    ] {
      #expect(result.output.contains(line), "'\(line)' in\n\(result.output)")
    }
    let other = try Tool.run("explain", "formula", "area", "--at", "a: 3, b: 1", in: folder)
    #expect(other.output.contains("at a = 3, b = 1"))
    let large = try Tool.run("explain", "formula", "area", "--at", "a: 4097, b: 4099", in: folder)
    #expect(large.output.contains("16793603"), "whole digits are not rounded: \(large.output)")
    let outside = try Tool.run("explain", "formula", "area", "--at", "a: -3, b: 1", in: folder)
    #expect(outside.status == 1)
    #expect(outside.errors.contains("must be at least 0"))
    let wrong = try Tool.run("explain", "formula", "aera", in: folder)
    #expect(wrong.errors.contains("did you mean 'area'?"))
    let short = try Tool.run("explain", "formula", "area", "--at", "a: 3", in: folder)
    #expect(short.errors.contains("the call gives no value for 'b'"))
  }

  @Test func `more digits than the source has are a warning`() throws {
    let folder = try project(
      "# A\n\n`{value .3f} scores[method='b'].score` and `{value .1f} scores[method='b'].score`.\n")
    let result = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 0)
    #expect(
      result.errors
        == "a.md:3:1: warning[false-precision]: 3 decimals are printed, but the source has one "
        + "decimal\n")
  }

  @Test func `a query without rows prints its columns and says so`() throws {
    let result = try Tool.run(
      "query", "SELECT method, score FROM scores WHERE 0", in: try project())
    #expect(result.output == "method  score\n------  -----\n0 rows\n")
  }
}

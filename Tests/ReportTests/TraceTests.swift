import Foundation
import TestSupport
import Testing

/// `report trace`: from a printed number back to the lines of the data.
@Suite struct TraceTests {
  private func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "title: T\nchapters: [chapters/01-a.md]\ndata: data/datapackage.yaml\n", to: "report.yaml")
    try folder.write(
      """
      # A

      ```math formula twice #eq-twice
      %| where:
      %|   x: {is: a number, unit: 1}
      %| unit: 1
      2x
      ```

      ```sql query kept
      SELECT method, score, twice(score) AS doubled FROM scores WHERE score > 1
      ```

      ```sql table #tbl-kept
      --| columns:
      --|   score: {format: .2f}
      SELECT method, score, doubled FROM kept ORDER BY score DESC
      ```

      ```sql plot #fig-kept
      --| mark: point
      --| encoding:
      --|   x: {field: score}
      --|   y: {field: doubled}
      SELECT score, doubled FROM kept ORDER BY score
      ```

      The best is `{value .1f unit="%"} SELECT max(score) FROM scores`.
      """, to: "chapters/01-a.md")
    try folder.write(
      """
      name: d
      resources:
        - name: scores
          path: scores.csv
          sources: [{title: A paper, path: "https://example.org/paper"}]
          schema:
            fields:
              - {name: method, type: string}
              - {name: score, type: number}
            primaryKey: method
      """, to: "data/datapackage.yaml")
    try folder.write("method,score\nA,1.0\nB,2.5\nC,3.5\n", to: "data/scores.csv")
    try folder.write(
      "id,table,key,field,printed,corrected,reason,evidence\n"
        + "E1,scores,method=C,score,3.5,4.5,misprint,Table 2\n", to: "data/errata.csv")
    return folder
  }

  private func add(_ text: String, to folder: TemporaryFolder) throws {
    let chapter = folder.url.appending(path: "chapters/01-a.md")
    let written = try String(contentsOf: chapter, encoding: .utf8)
    try (written + text).write(to: chapter, atomically: true, encoding: .utf8)
  }

  @Test func `a formula prints no number, and its error says what to ask`() throws {
    let formula = try Tool.run("trace", "eq-twice", in: project())
    #expect(formula.status == 1 && formula.errors.contains("report explain formula twice"))
  }

  @Test func `a check tells what it reads and which rows it found`() throws {
    let folder = try project()
    try add(
      """


      ```sql check #chk-range
      --| message: a score is out of range
      SELECT method FROM kept WHERE doubled > 100
      ```

      ```sql check #chk-low
      --| message: a score is low
      --| severity: warning
      SELECT method, score FROM scores WHERE score < 2
      ```
      """, to: folder)
    let holds = try Tool.run("trace", "chk-range", in: folder)
    #expect(holds.status == 0, "\(holds.errors)")
    #expect(
      holds.output
        == """
        the check 'chk-range' holds: no row where this is so
          message     a score is out of range
          stands at   chapters/01-a.md:30
          query       SELECT method FROM kept WHERE doubled > 100
          through     kept  chapters/01-a.md:10
          reads       data/scores.csv  column method, score  (3 records)
          formula     twice  chapters/01-a.md:3
                      2x

        """)
    let fails = try Tool.run("trace", "chk-low", in: folder)
    #expect(fails.output.hasPrefix("the check 'chk-low' fails: 1 row\n"))
    #expect(
      fails.output.contains(
        "found       method = A, score = 1\n              data/scores.csv:2\n"))
  }

  @Test func `numbers inside texts, negative ones and several at once are found`() throws {
    let folder = try project()
    try add(
      """


      ```sql table #tbl-texts
      --| columns:
      --|   loss: {format: .1f}
      SELECT method, '9.6 K human and 23.1 K made' AS what, -1.5 AS loss
      FROM scores WHERE method = 'A'
      ```
      """, to: folder)
    let result = try Tool.run("trace", "23.1", "-1.5", "9.6 K", "23.1 K human", in: folder)
    #expect(result.status == 0)
    let places = result.output.split(separator: "\n").filter { $0.contains("←") }
    #expect(
      places == [
        "9.6 K human and 23.1 K made  ←  row 1, column what of Table 2 (tbl-texts)",
        "−1.5  ←  row 1, column loss of Table 2 (tbl-texts)",
        "9.6 K human and 23.1 K made  ←  row 1, column what of Table 2 (tbl-texts)",
        "9.6 K human and 23.1 K made  ←  row 1, column what of Table 2 (tbl-texts)",
      ])
  }

  @Test func `what charts draw and what authors type is found, too`() throws {
    let folder = try project()
    try add(
      """


      In 2017 there were $7^{31}$ ways.

      ```sql table #tbl-years
      --| caption: Since 1999.
      SELECT method AS "Method 88" FROM scores ORDER BY method
      ```
      """, to: folder)
    let typed = try Tool.run("trace", "2017", "31", "1999", "88", in: folder)
    #expect(typed.status == 0, "\(typed.errors)")
    #expect(
      typed.output.hasPrefix(
        """
        2017  ←  typed by the author, not computed
          stands at   chapters/01-a.md:30  In 2017 there were

        31  ←  typed in a formula
          stands at   chapters/01-a.md:30  7^{31}

        1999  ←  typed by the author, not computed
          stands at   chapters/01-a.md:33  Since 1999.

        Method 88  ←  head of Table 2 (tbl-years)
        """), "\(typed.output)")
    // The axis of the chart goes on to a number that no row has.
    let drawn = try Tool.run("trace", "6", in: folder)
    #expect(drawn.output.hasPrefix("6  ←  drawing of Figure 1 (fig-kept)\n"), "\(drawn.output)")
    let number = try Tool.run("trace", "2", in: folder)
    #expect(number.output.contains("2  ←  a number that the report counts: of a section, table"))
  }

  @Test func `of the calls of a query only those of the row are listed`() throws {
    let folder = try project()
    try add(
      """


      ```sql table #tbl-tens
      --| columns:
      --|   tens: {format: .1f}
      SELECT method, 10 * twice(CASE method WHEN 'A' THEN 0.5 WHEN 'B' THEN 1.5 ELSE 7 END) AS tens
      FROM scores ORDER BY method
      ```
      """, to: folder)
    let result = try Tool.run("trace", "tbl-tens:2:tens", in: folder)
    let calls = result.output.split(separator: "\n").filter { $0.contains("called") }
    #expect(calls == ["  called      twice(x: 1.5) = 3"])
  }

  @Test func `a cell leads to the line and column of its file, its source and its correction`()
    throws
  {
    let result = try Tool.run("trace", "tbl-kept:1:score", in: project())
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output
        == """
        4.50  ←  row 1, column score of Table 1 (tbl-kept)
          printed by  chapters/01-a.md:14
          value       4.5
          query       SELECT method, score, doubled FROM kept ORDER BY score DESC
          through     kept  chapters/01-a.md:10
          read from   data/scores.csv:4:3  score = 3.5
          corrected   score of method=C: printed 3.5, read as 4.5  data/errata.csv:2
                      misprint; Table 2
          source      A paper  https://example.org/paper

        """)
  }

  @Test func `a formula's value names the formula and the values it was called with`() throws {
    let result = try Tool.run("trace", "tbl-kept:B:doubled", in: project())
    #expect(result.output.hasPrefix("5  ←  row 2, column doubled of Table 1"))
    #expect(result.output.contains("read from   data/scores.csv:3:3  score = 2.5\n"))
    #expect(result.output.contains("formula     twice  chapters/01-a.md:3\n              2x\n"))
    #expect(result.output.contains("called      twice(x: 2.5) = 5\n"))
  }

  @Test func `a text as printed leads to every place where it stands`() throws {
    let folder = try project()
    let result = try Tool.run("trace", "4.5", in: folder)
    let places = result.output.split(separator: "\n").filter { $0.contains("←") }
    #expect(
      places == [
        "4.50  ←  row 1, column score of Table 1 (tbl-kept)",
        "4.5  ←  point 2, column score of Figure 1 (fig-kept)",
        "4.5%  ←  value “4.5%”",
      ])
    #expect(result.output.contains("data/scores.csv:2:3  score = 1.0\n"))
  }

  @Test func `a line of a chapter leads to what is computed there`() throws {
    let folder = try project()
    let value = try Tool.run("trace", "--at", "chapters/01-a.md:28", in: folder)
    #expect(value.output.hasPrefix("4.5%  ←  value “4.5%”"), "\(value.output)\(value.errors)")
    let table = try Tool.run("trace", "--at", "chapters/01-a.md:15", in: folder)
    #expect(table.output.hasPrefix("Table 1 (tbl-kept)\n"))
    #expect(table.output.contains("read from   data/scores.csv:3, 4  column method, score"))
  }

  @Test func `what is not there is an error that names what is`() throws {
    let folder = try project()
    let label = try Tool.run("trace", "tbl-keep", in: folder)
    #expect(label.status == 1)
    #expect(label.errors.contains("did you mean 'tbl-kept'?"))
    #expect(try Tool.run("trace", "tbl-kept:77", in: folder).errors.contains("it has 2 rows"))
    #expect(
      try Tool.run("trace", "tbl-kept:1:scor", in: folder).errors.contains("did you mean 'score'"))
    #expect(try Tool.run("trace", "77", in: folder).errors.contains("error[not-printed]"))
    #expect(try Tool.run("trace", in: folder).status == 64)
    #expect(try Tool.run("trace", "", in: folder).status == 64)
  }
}

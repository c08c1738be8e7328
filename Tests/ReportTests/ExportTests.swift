import Foundation
import TestSupport
import Testing

/// `report export`, as docs/charts.md describes it.
@Suite struct ExportTests {
  private func project() throws -> TemporaryFolder {
    try TemporaryFolder(
      project: """
        # A

        ```sql plot #fig-front
        --| caption: C.
        --| mark: {type: pareto, knee: true}
        --| encoding:
        --|   x: {field: cost, better: low}
        --|   y: {field: score, better: high}
        --|   label: {field: method}
        SELECT method, cost, score FROM scores
        ```

        ```sql plot #fig-mean
        --| caption: C.
        --| mark: bar
        --| encoding:
        --|   x: {field: kind}
        --|   y: {field: score, aggregate: mean}
        SELECT kind, score FROM scores
        ```

        ```sql table #tbl-scores
        --| caption: C.
        --| columns:
        --|   score: {format: .0f}
        --| group: kind
        SELECT kind, method, score FROM scores
        ```

        """,
      fields: ["method": "string", "kind": "string", "cost": "number", "score": "number"],
      rows: "\"a, long\",x,1,50.25\nb,x,2,90.5\nc,y,3,80\n")
  }

  @Test func `a figure's file describes itself in the words that are printed`() throws {
    let folder = try TemporaryFolder(
      project: """
        # A

        ```sql plot #fig-a
        --| caption: Most is *[90.5](<value:(SELECT max(score) FROM scores)>)*, see @fig-a.
        --| alt: |
        --|   One of them reaches [90.5](<value:(SELECT max(score) FROM scores)>), as
        --|   *@fig-a* shows.
        --| mark: point
        --| encoding:
        --|   x: {field: cost}
        --|   y: {field: score}
        SELECT cost, score FROM scores
        ```

        """, fields: ["cost": "number", "score": "number"], rows: "1,50.25\n2,90.5\n")
    let made = try Tool.run("figures", "--strict", in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let drawing = try folder.read("figures/fig-a.svg")
    #expect(drawing.contains(">One of them reaches 90.5, as fig-a shows.</desc>"))
    #expect(!drawing.contains("value:"))
  }

  @Test func `the rows of a table and of a chart are written as CSV`() throws {
    let folder = try project()
    let table = try Tool.run("export", "csv", "tbl-scores", in: folder)
    #expect(
      table.output
        == "kind,method,score\r\nx,\"a, long\",50.25\r\nx,b,90.5\r\ny,c,80\r\n")
    let chart = try Tool.run("export", "csv", "#fig-front", in: folder)
    #expect(
      chart.output
        == "method,cost,score\r\n\"a, long\",1,50.25\r\nb,2,90.5\r\nc,3,80\r\n")
    // What the bars stand for, not what they were made of.
    let bars = try Tool.run("export", "csv", "fig-mean", "-o", "bars.csv", in: folder)
    #expect(bars.status == 0)
    #expect(try folder.read("bars.csv") == "kind,mean_score\r\nx,70.375\r\ny,80\r\n")
  }

  @Test func `an exported chart is drawn again without a finding`() throws {
    let folder = try project()
    #expect(try Tool.run("export", "vega", "-o", "out", in: folder).status == 0)
    for name in ["fig-front", "fig-mean"] {
      let result = try Tool.run(
        "plot", "--strict", "-v", "out/\(name).vl.json", "-o", "\(name).svg", in: folder)
      #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    }
    #expect(try folder.read("fig-front.svg").contains("<svg"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/tbl-scores.vl.json"))
  }

  @Test func `a label that there is not and several exports without a folder are told`() throws {
    let folder = try project()
    let unknown = try Tool.run("export", "vega", "fig-frond", in: folder)
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("there is no chart 'fig-frond'"))
    #expect(unknown.errors.contains("fig-front"))
    #expect(try Tool.run("export", "vega", in: folder).status == 64)
  }

  @Test func `a block is told of its keys without effect and of colours that there are not`() throws
  {
    let folder = try project()
    try folder.write(
      """
      # A

      ```sql plot #fig-a
      --| caption: C.
      --| mark: {type: point, cornerRadius: 3}
      --| encoding:
      --|   x: {field: cost}
      --|   y: {field: score}
      --|   color: {field: kind, scale: {scheme: nosuch}}
      SELECT kind, cost, score FROM scores
      ```

      """, to: "a.md")
    let result = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(result.status == 0)
    #expect(result.errors.contains("a.md:5:25: warning[unused-key]: 'mark.cornerRadius'"))
    #expect(result.errors.contains("a.md:9:44: warning[chart]: there is no scheme 'nosuch'"))
  }
}

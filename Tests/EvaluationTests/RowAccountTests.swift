import Datasets
import Diagnostics
import Evaluation
import Markup
import Testing

/// No row of a table or chart vanishes, and no correction goes unmarked.
@Suite struct RowAccountTests {
  private struct NoSuchFile: Error {}

  private func evaluation(_ chapter: String) throws -> (Evaluation, String) {
    let sources = SourceMap()
    let store = try Store(sources: sources)
    let files = [
      "data/t.csv": "name,x,y\na,1,2\nb,,3\nc,4,5\na,0,\n",
      "data/errata.csv":
        "id,table,key,field,printed,corrected,reason,evidence\n"
        + "K1,t,name=c,y,5,,belongs to no row,the source\n",
    ]
    let package = sources.add(
      path: "data/datapackage.yaml",
      text: """
        resources:
          - name: t
            path: t.csv
            schema:
              fields: [{name: name}, {name: x, type: number}, {name: y, type: number}]
        """)
    let problems = try store.load(package) { path throws(NoSuchFile) in
      guard let text = files[path] else { throw NoSuchFile() }
      return Array(text.utf8)
    }
    #expect(problems.isEmpty)
    let file = sources.add(path: "a.md", text: chapter)
    let (document, _) = ChapterParser.parse(file)
    let evaluation = Evaluator(store: store, sources: sources).evaluate(
      Manuscript(title: TitlePage(title: "T"), chapters: [document]))
    let dump = evaluation.manuscript.chapters.map {
      DocumentDump.dump($0, file: sources[$0.file])
    }
    return (evaluation, dump.joined())
  }

  @Test func `a table and a chart account for every row of their queries`() throws {
    let (evaluation, _) = try evaluation(
      """
      # A

      ```sql table #tbl-a
      --| caption: All.
      SELECT * FROM t WHERE name <> 'b'
      ```

      ```sql plot #fig-a
      --| caption: All.
      --| mark: point
      --| encoding: {x: {field: x}, y: {field: y}, label: {field: name}}
      SELECT * FROM t
      ```
      """)
    let accounts = evaluation.rowAccounts
    #expect(accounts.map(\.label?.name) == ["tbl-a", "fig-a"])
    #expect(accounts.map(\.rowCount) == [3, 4])
    #expect(accounts.map(\.shown) == [3, 1])
    #expect(accounts[0].summary() == "3 rows, all shown")
    #expect(accounts[0].sources.map(\.table) == ["t"])
    #expect(accounts[0].sources.map(\.rowCount) == [4])
    for account in accounts {
      #expect(account.shown + account.exclusions.reduce(0) { $0 + $1.count } == account.rowCount)
    }
    #expect(
      accounts[1].summary()
        == "4 rows, 1 shown; 1 left out: no value for 'x'; 2 left out: no value for 'y'")
    #expect(accounts[1].exclusions.map(\.rows) == [["b"], ["c", "a"]])
  }

  @Test(arguments: [
    ("{mark: point, encoding: {x: {field: x}, y: {field: y}, column: {field: name}}}", 1),
    (
      "{hconcat: [{mark: point, encoding: {x: {field: x}}}, "
        + "{mark: point, encoding: {y: {field: y}}}]}", 4
    ),
  ])
  func `small multiples and views side by side account for every row once`(
    _ chart: String, _ shown: Int
  ) throws {
    let options = chart.dropFirst().dropLast()
    let lines = "--| " + options.replacing(", encoding", with: "\n--| encoding", maxReplacements: 1)
    let (evaluation, _) = try evaluation(
      """
      # A

      ```sql plot #fig-a
      --| caption: All.
      \(chart.hasPrefix("{hconcat") ? "--| " + options : lines)
      SELECT * FROM t
      ```
      """)
    let account = try #require(evaluation.rowAccounts.first)
    #expect(account.rowCount == 4 && account.shown == shown)
    #expect(account.shown + account.exclusions.reduce(0) { $0 + $1.count } == 4)
  }

  @Test func `a cell that is corrected to missing bears a dagger`() throws {
    let (_, dump) = try evaluation(
      """
      # A

      ```sql table #tbl-a
      --| caption: All.
      SELECT name, y FROM t
      ```
      """)
    #expect(dump.contains("†"))
    #expect(dump.contains("y of c, printed as 5 (K1)"))
  }
}

import Datasets
import Diagnostics
import Testing

/// Which records a value of a result is computed from.
@Suite struct LineageTests {
  private func data() throws -> TestData {
    let data = try TestData(
      """
      resources:
        - name: scores
          path: scores.csv
          schema:
            fields:
              - {name: method}
              - {name: model}
              - {name: score, type: number}
            primaryKey: method
        - name: models
          path: models.csv
          schema:
            fields:
              - {name: model}
              - {name: layers, type: integer}
      """,
      [
        "scores.csv": "method,model,score\na,M,1\nb,M,2\nc,N,3\nd,N,5\n",
        "models.csv": "model,layers\nM,32\nN,40\n",
        "errata.csv":
          "id,table,key,field,printed,corrected,reason,evidence\nE1,scores,method=d,score,5,4,typo,x\n",
      ])
    try data.define(
      "joined", "SELECT s.*, m.layers * 2 AS twice FROM scores s JOIN models m USING (model)")
    try data.define(
      "means", "SELECT model, avg(score) AS mean, count(*) AS n FROM scores GROUP BY model")
    try data.define(
      "facts",
      """
      SELECT -- one row
        (SELECT count(*) FROM models) AS models,
        (SELECT max(mean) FROM means) AS best,
        (SELECT score FROM joined WHERE method = 'b') AS b
      """)
    #expect(!data.store.compileViews().hasErrors)
    return data
  }

  /// One line for each row: the records behind each column.
  private func trace(_ sql: String) throws -> [String] {
    let data = try data()
    let query = data.query(sql)
    let result = try data.store.run(query)
    let lineage = data.store.lineage(of: query, giving: result)
    return (0..<result.rowCount).map { row in
      result.columns.indices.map { column in
        lineage.records(row: row, column: column).map { records in
          let rows = records.rows?.map(String.init).joined(separator: ",") ?? "all"
          return "\(records.table).\(records.columns.joined(separator: "+")):\(rows)"
        }.joined(separator: " ")
      }.joined(separator: " | ")
    }
  }

  @Test(arguments: [
    ("SELECT score, method FROM scores WHERE score = 3", ["scores.score:3 | scores.method:3"]),
    ("SELECT 1 + 1", [""]),
    // Expressions, aliases, order.
    ("SELECT round(score / 2, 1) AS half FROM scores ORDER BY 1 DESC LIMIT 1", ["scores.score:4"]),
    // Aggregates stand on all rows of their group.
    ("SELECT sum(score) FROM scores WHERE model = 'M'", ["scores.score:1,2"]),
    ("SELECT count(*) FROM scores", ["scores.*:1,2,3,4"]),
    (
      "SELECT model, max(score) FROM scores GROUP BY 1 ORDER BY 1",
      [
        "scores.model:1,2 | scores.score:1,2", "scores.model:3,4 | scores.score:3,4",
      ]
    ),
    // Views, joins, USING, stars.
    (
      "SELECT * FROM joined WHERE method = 'c'",
      ["scores.method:3 | scores.model:3 | scores.score:3 | models.layers:2"]
    ),
    ("SELECT mean FROM means WHERE model = 'N'", ["scores.score:3,4"]),
    ("SELECT best FROM facts", ["scores.score:1,2,3,4"]),
    ("SELECT b, models FROM facts", ["scores.score:2 | models.*:1,2"]),
    (
      "SELECT a.score - b.score FROM scores a JOIN scores AS b ON a.method = 'd' AND b.method = 'a'",
      ["scores.score:1,4"]
    ),
    // Expressions in sentences become such statements.
    (
      "SELECT (SELECT score FROM scores WHERE method='a') / (SELECT layers FROM models WHERE model='N')",
      ["models.layers:2 scores.score:1"]
    ),
    // Sets: the rows of the first part that stay.
    (
      "SELECT model FROM scores INTERSECT SELECT model FROM models",
      ["scores.model:1,2", "scores.model:3,4"]
    ),
    (
      "SELECT score, method FROM scores EXCEPT SELECT score, method FROM scores WHERE score < 3",
      ["scores.score:3 | scores.method:3", "scores.score:4 | scores.method:4"]
    ),
    (
      "SELECT method AS m, score FROM scores EXCEPT SELECT method, score FROM scores WHERE score = 2 "
        + "ORDER BY score DESC, m LIMIT 2",
      ["scores.method:4 | scores.score:4", "scores.method:3 | scores.score:3"]
    ),
    (
      "SELECT model FROM scores INTERSECT SELECT model FROM models ORDER BY 1 DESC",
      ["scores.model:3,4", "scores.model:1,2"]
    ),
    (
      "SELECT model FROM scores UNION SELECT model FROM models ORDER BY 1",
      ["models.model:1 scores.model:1,2", "models.model:2 scores.model:3,4"]
    ),
    // NATURAL JOIN shares the columns of the same name.
    (
      "SELECT method, layers FROM scores NATURAL JOIN models WHERE score > 2 ORDER BY 1",
      ["scores.method:3 | models.layers:2", "scores.method:4 | models.layers:2"]
    ),
    (
      "SELECT * FROM models NATURAL JOIN scores WHERE method = 'a'",
      ["models.model:1 | models.layers:1 | scores.method:1 | scores.score:1"]
    ),
    // A recursion over data carries its records along.
    (
      "WITH RECURSIVE r(m, s) AS (SELECT method, score FROM scores WHERE method = 'a' "
        + "UNION ALL SELECT t.method, r.s + t.score FROM r JOIN scores t ON t.score = r.s + 1) "
        + "SELECT m, s FROM r",
      [
        "scores.method:1 | scores.score:1", "scores.method:2 | scores.score:1,2",
        "scores.method:4 | scores.score:1,2,4",
      ]
    ),
    // Common tables, compounds, windows, DISTINCT.
    (
      "WITH top AS (SELECT method, score FROM scores WHERE score > 2) SELECT max(score) FROM top",
      ["scores.score:3,4"]
    ),
    (
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2) "
        + "SELECT i, score FROM n JOIN scores ON scores.score = i",
      [" | scores.score:1", " | scores.score:2"]
    ),
    (
      "SELECT score FROM scores WHERE method = 'a' UNION ALL SELECT layers FROM models",
      [
        "scores.score:1", "models.layers:1",
        "models.layers:2",
      ]
    ),
    ("SELECT DISTINCT model FROM scores ORDER BY model", ["scores.model:1,2", "scores.model:3,4"]),
    (
      "SELECT method, rank() OVER (ORDER BY score) AS place FROM scores LIMIT 1",
      ["scores.method:1 | scores.score:1,2,3,4"]
    ),
    (
      "SELECT method, rank() OVER (PARTITION BY model ORDER BY score) FROM scores WHERE score > 1",
      [
        "scores.method:2 | scores.model+score:2", "scores.method:3 | scores.model+score:3,4",
        "scores.method:4 | scores.model+score:3,4",
      ]
    ),
    ("SELECT score FROM scores_printed WHERE method = 'd'", ["scores_printed.score:4"]),
    ("SELECT layers FROM models_printed LIMIT 1", ["models_printed.layers:1"]),
    // A left join without a partner.
    (
      "SELECT m.layers, s.score FROM models m LEFT JOIN scores s ON s.model = m.model AND s.score > 2 "
        + "ORDER BY m.layers, s.score LIMIT 1",
      ["models.layers:1 | "]
    ),
  ])
  func `a value leads to the records behind it`(_ sql: String, _ expected: [String]) throws {
    #expect(try trace(sql) == expected)
  }

  @Test func `what is not taken apart is told by whole tables`() throws {
    #expect(
      try trace("SELECT score FROM scores EXCEPT SELECT 3.0 EXCEPT SELECT 1.0 LIMIT 1")
        == ["scores.score:all"])
    #expect(
      try trace("SELECT a.score FROM scores a NATURAL JOIN scores b LIMIT 1")[0].hasSuffix(":all"))
  }

  @Test func `a corrected cell names its correction`() throws {
    let data = try data()
    #expect(data.store.erratum(table: "scores", row: 4, column: "score")?.id == "E1")
    #expect(data.store.erratum(table: "scores", row: 3, column: "score") == nil)
    #expect(data.store.erratum(table: "scores_printed", row: 4, column: "score") == nil)
    let span = try #require(data.store.recordSpan(table: "scores", row: 4))
    #expect(data.sources.text(of: span) == "d,N,5")
  }
}

import Datasets
import Diagnostics
import Formulas
import Testing

@Suite struct UnitCheckTests {
  private func data() throws -> TestData {
    let data = try TestData.table(
      """
      {name: tokens, type: integer, unit: token}
      {name: depth, type: integer, unit: layer}
      {name: memory, type: number, unit: GB}
      {name: plain, type: number}
      {name: ratio, type: number, unit: "1"}
      """, "tokens,depth,memory,plain,ratio\n576,32,14,1,2\n")
    try data.store.register(
      ScalarFunction(
        name: "twice", parameters: [.init("n", .number(.token), summary: "tokens")], unit: .token,
        summary: "twice as many", source: "arithmetic"
      ) { (arguments) throws(ScalarFunctionError) in .number(2 * (arguments[0].number ?? 0)) })
    try data.define("v", "SELECT memory AS m, tokens AS n FROM t")
    #expect(data.store.compileViews().isEmpty)
    return data
  }

  @Test(arguments: [
    "twice(tokens)", "twice(plain)", "twice(ratio)", "twice(a.tokens)", "twice(memory * 1)",
    "twice(max(memory, 1))",
  ])
  func `columns of the right unit, of none, and expressions are passed`(_ call: String) throws {
    #expect(try data().failure("SELECT \(call) FROM t AS a") == [])
  }

  @Test func `a column of another unit is an error at the argument`() throws {
    #expect(
      try data().failure("SELECT 1 + twice(a.memory) FROM t AS a") == [
        "q.sql:1:18: error[unit-mismatch]: argument 'n' of twice is in token, but the column 'memory'"
          + " is in GB | convert it in the query, or pass another column"
      ])
    #expect(
      try data().failure("SELECT twice(depth) FROM t").first?.contains("unit-mismatch") == true)
    #expect(try data().failure("SELECT twice(m) FROM v").first?.contains("is in GB") == true)
    #expect(try data().failure("SELECT twice(n) FROM v") == [])
  }

  @Test(arguments: [
    "WITH x AS (SELECT memory AS a FROM t) SELECT twice(a) FROM x",
    "WITH x(b) AS (SELECT memory FROM t), y AS (SELECT b AS c FROM x) SELECT twice(y.c) FROM y",
    "SELECT twice(a) FROM (SELECT memory AS a, tokens FROM t)",
    "SELECT twice(s.a) FROM (SELECT max(memory) AS a FROM t GROUP BY depth) AS s",
    "SELECT twice(m) FROM (SELECT * FROM v)",
    "WITH t AS (SELECT memory AS tokens FROM v_all) SELECT twice(tokens) FROM t",
    "SELECT (SELECT twice(a) FROM (SELECT memory AS a FROM t)) FROM t",
    "SELECT 1 FROM t WHERE twice((SELECT memory FROM t WHERE depth = 32)) > 0",
    "SELECT twice(a) FROM (SELECT memory AS a FROM t UNION ALL SELECT memory FROM t)",
  ])
  func `a column keeps its unit under new names`(_ sql: String) throws {
    let data = try data()
    try data.define("v_all", "SELECT memory FROM t")
    #expect(data.store.compileViews().isEmpty)
    #expect(data.failure(sql).first?.contains("is in GB") == true, "\(data.failure(sql))")
  }

  @Test(arguments: [
    "WITH x AS (SELECT tokens AS a, memory AS b FROM t) SELECT twice(a) FROM x",
    "SELECT twice(a) FROM (SELECT memory * 1 AS a FROM t)",
    "SELECT twice(a) FROM (SELECT memory AS a FROM t UNION ALL SELECT tokens FROM t)",
    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT twice(n) FROM t",
    "SELECT twice(t.tokens) FROM t JOIN v ON v.n = t.tokens",
    "SELECT twice(tokens) FROM t JOIN (SELECT tokens, memory AS m FROM t) USING (tokens)",
  ])
  func `what is no column of another unit may be passed`(_ sql: String) throws {
    #expect(try data().failure(sql) == [])
  }

  @Test func `the units of a statement's columns are known as far as they are certain`() throws {
    let data = try data()
    let query = data.query(
      "SELECT memory AS a, twice(tokens) AS b, avg(memory) OVER () AS c, memory * 2 AS d, v.*, "
        + "(SELECT depth FROM t), round(max(memory), 1) FROM t, v")
    let units = try #require(data.store.units(of: query))
    #expect(
      units.map { $0.map { "\($0)" } ?? "–" }
        == ["GB", "token", "GB", "–", "GB", "token", "layer", "GB"])
  }
}

import Datasets
import Diagnostics
import Testing

@Suite struct QueryTests {
  private func data() throws -> TestData {
    try TestData.table(
      """
      {name: method}
      {name: tflops, type: number, unit: TFLOP, title: Cost}
      {name: tokens, type: integer}
      """, "method,tflops,tokens\nFastV,1.50,192\nVScan,0.825,64\nToMe,,128\n")
  }

  @Test func `a view's columns lead back to the table`() throws {
    let data = try data()
    try data.define("kept", "SELECT method, tflops AS cost, tflops * 2 AS twice FROM t")
    #expect(data.store.compileViews().isEmpty)
    let result = try data.run("SELECT k.cost AS c, twice FROM kept AS k ORDER BY k.cost DESC")
    #expect(result.columns[0].origin == ColumnOrigin(table: "t", column: "tflops"))
    #expect(result.columns[0].unit == "TFLOP")
    #expect(result.columns[0].title == "Cost")
    #expect(result.columns[0].decimals == 3)
    #expect(result.columns[1].origin == nil)
    #expect(result.values(ofColumn: 0) == [.real(1.5), .real(0.825), .null])
    #expect(result.provenance.columns.map(\.column) == ["method", "tflops"])
    #expect(result.provenance.views == ["kept"])
  }

  @Test func `provenance names functions and every column that a condition reads`() throws {
    let data = try data()
    let result = try data.run("SELECT mean_of(tflops, 1) FROM t WHERE tokens > 100")
    #expect(result.provenance.columns.map(\.column) == ["tflops", "tokens"])
    #expect(result.provenance.functions == ["mean_of"])
  }

  @Test func `an unknown column is underlined and the columns are listed`() throws {
    #expect(
      try data().failure("SELECT method,\n  tflop FROM t") == [
        "q.sql:2:3: error[unknown-column]: there is no column 'tflop' | did you mean 'tflops'?"
          + " | its columns are 'method', 'tflops', 'tokens'"
      ])
    #expect(
      try data().failure("SELECT a.methd FROM t AS a").first?.contains(
        "| did you mean 'method'? | the columns of 't' are 'method', 'tflops', 'tokens'") == true)
    #expect(
      try data().failure("SELECT b.method FROM t AS a").first?.contains("its tables here are 'a'")
        == true)
  }

  @Test func `unknown tables and functions offer their nearest names`() throws {
    let data = try data()
    try data.define("kept", "SELECT method FROM t")
    #expect(data.store.compileViews().isEmpty)
    #expect(
      data.failure("SELECT * FROM kep").first
        == "q.sql:1:15: error[unknown-table]: there is no table or query 'kep'"
        + " | did you mean 'kept'? | its names are 'kept', 't'")
    #expect(
      data.failure("SELECT kep.method AS kep FROM t JOIN kep").first?
        .hasPrefix("q.sql:1:38: error[unknown-table]") == true)
    #expect(
      data.failure("SELECT mean_off(1)").first
        == "q.sql:1:8: error[unknown-function]: there is no function 'mean_off'"
        + " | did you mean 'mean_of'?")
  }

  @Test func `syntax errors stand at the word`() throws {
    #expect(
      try data().failure("SELECT method\nFORM t").first?.hasPrefix("q.sql:2:6: error[sql-syntax]")
        == true)
    #expect(
      try data().failure("SELECT (1").first
        == "q.sql:1:9: error[sql-syntax]: the statement is not complete")
    #expect(
      try data().failure("SELECT method FROM t AS a, t AS b").first
        == "q.sql:1:8: error[ambiguous-column]: the column 'method' stands in more than one table"
        + " | write which one: a.method or b.method")
  }

  @Test func `queries may be defined in any order, and each error is told once`() throws {
    let data = try data()
    try data.define("second", "SELECT method FROM first")
    try data.define("first", "SELECT methd AS method FROM t")
    try data.define("third", "SELECT method FROM second")
    let problems = data.lines(data.store.compileViews())
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("first.sql:1:8: error[unknown-column]") == true)
    #expect(data.failure("SELECT * FROM third").first?.contains("note[broken-query]") == true)
  }

  @Test func `a query that reads itself is refused`() throws {
    let data = try data()
    try data.define("a", "SELECT * FROM b")
    try data.define("b", "SELECT * FROM a")
    #expect(data.store.compileViews().hasErrors)
  }

  @Test func `names that are taken are refused`() throws {
    let data = try data()
    try data.define("kept", "SELECT 1")
    #expect(throws: DiagnosticList.self) { try data.define("KEPT", "SELECT 2") }
    #expect(throws: DiagnosticList.self) { try data.define("t", "SELECT 2") }
    #expect(throws: DiagnosticList.self) { try data.define("a b", "SELECT 2") }
  }

  @Test func `a domain error stands at the call, also inside a query that is read`() throws {
    let data = try data()
    #expect(
      data.failure("SELECT method, rounds_to(method, 1, 0) FROM t") == [
        "q.sql:1:16: error[function-domain]: argument 'x' of rounds_to must be a number, got 'FastV'"
          + " | while computing row 1 of the result"
      ])
    try data.define("bad", "SELECT rounds_to(1, 2) AS r FROM t")
    #expect(data.store.compileViews().isEmpty)
    #expect(
      data.failure("SELECT r FROM bad").first?.hasPrefix("bad.sql:1:8: error[function-domain]")
        == true)
  }

  @Test(arguments: [
    ("median(x)", "2.5"), ("round(stddev(x), 6)", "1.290994"),
    ("round(geometric_mean(x), 6)", "2.213364"),
    ("slope(x, 2 * x + 1)", "2"), ("intercept(x, 2 * x + 1)", "1"), ("correlation(x, -x)", "-1"),
    ("correlation(x, 1)", "NULL"), ("hypervolume(x, 10 * x, 5, 0)", "100"),
    ("median(x) FILTER (WHERE x > 9)", "NULL"),
  ])
  func `aggregates leave missing rows out`(_ call: String, _ value: String) throws {
    let data = try TestData.table("{name: x, type: number}", "x\n4\n1\n\"\"\n3\n2\n")
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT \(call) FROM t") == [value])
  }

  @Test func `an aggregate that has no value is an error at its call`() throws {
    #expect(
      try data().failure("SELECT tokens, geometric_mean(tokens - 128) FROM t GROUP BY method")
        .first?
        .hasPrefix("q.sql:1:16: error[function-domain]: geometric_mean takes positive numbers")
        == true)
    #expect(
      try data().failure("SELECT median(method) FROM t").first?.contains("got the text 'FastV'")
        == true)
  }

  @Test(arguments: [
    ("rounds_to(71.35, 71.4, 1)", "1"), ("rounds_to(71.45, 71.4, 1)", "0"),
    ("rounds_to(71.4499999, 71.4, 1)", "1"), ("rounds_to(71.3499999, 71.4, 1)", "0"),
    ("rounds_to(-71.35, -71.4, 1)", "1"), ("rounds_to(-71.45, -71.4, 1)", "0"),
    ("rounds_to(0.1 + 0.2, '0.30')", "1"), ("rounds_to(2.5, '3')", "1"),
    ("rounds_to(2.5, '2')", "0"),
    ("rounds_to(71.5, 71.4, 1, 0.1)", "1"), ("rounds_to(71.5, 71.4, 1, 0.05)", "0"),
    ("rounds_to(71.2, 71.4, 1, 0.15)", "1"), ("rounds_to(71.2, 71.4, 1, 0.1)", "0"),
    ("rounds_to(0.04, 0, 1)", "1"), ("rounds_to(NULL, 1, 1)", "NULL"),
    ("mean_of(1, NULL, 2)", "1.5"),
    ("mean_of(NULL, NULL)", "NULL"), ("count_of(1, NULL, 'x')", "2"),
  ])
  func `numeric helpers follow printed digits and skip missing values`(
    _ call: String, _ value: String
  ) throws {
    #expect(try data().rows("SELECT \(call)") == [value])
  }
}

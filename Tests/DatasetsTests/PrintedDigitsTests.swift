import Datasets
import Diagnostics
import Testing

/// Printed digits matter: 71.4 stands for [71.35, 71.45), in averages and differences, too.
@Suite struct PrintedDigitsTests {
  private func data() throws -> TestData {
    let data = try TestData.table(
      """
      {name: row}
      {name: a, type: number}
      {name: b, type: number}
      {name: c, type: number}
      {name: mean, type: number}
      {name: delta, type: number}
      {name: ratio, type: number}
      {name: n, type: integer}
      """,
      // The mean of the printed numbers is 61.5333; before rounding it may have been 61.58.
      "row,a,b,c,mean,delta,ratio,n\nr1,60.1,62.1,62.4,61.58,2.1,0.97,3\n"
        + "r2,60.1,62.1,62.4,61.60,1.8,0.96,3\n")
    try data.define("v", "SELECT row, a, b, mean, a - b AS d FROM t")
    #expect(data.store.compileViews().isEmpty)
    return data
  }

  @Test(arguments: [
    ("rounds_to(mean_of(a, b, c), mean)", "1 0"),
    ("rounds_to((a + b + c) / 3, mean)", "1 0"),
    ("rounds_to((a + b + c) / n, mean)", "1 0"),
    // With the digits given by hand nothing is inferred.
    ("rounds_to(mean_of(a, b, c), mean, 2)", "0 0"),
    ("rounds_to(b - a, delta)", "1 0"), ("rounds_to(t.b - t.a, t.delta)", "1 0"),
    ("rounds_to(a / b, ratio)", "1 0"), ("rounds_to(2 * b / 2 - a, delta)", "1 0"),
    ("rounds_to(abs(a - b), delta)", "1 0"),
  ])
  func `rounds_to knows the digits of columns and what they tell`(
    _ call: String, _ values: String
  ) throws {
    let data = try data()
    #expect(
      try data.rows("SELECT \(call) FROM t ORDER BY row").joined(separator: " ") == values)
  }

  @Test func `aggregates carry the intervals of their rows`() throws {
    let data = try data()
    // Twice 62.1 is known to ±0.1, their mean to ±0.05: 2.22 may be 2.12 and so 2.1, or no less than
    // 2.17. The row of max(delta) says which delta.
    let sql =
      "SELECT rounds_to(sum(b) - 121.98, delta), rounds_to(avg(b) - 59.88, delta), max(delta) FROM t"
    #expect(try data.rows(sql) == ["1 0 2.1"])
    #expect(
      try data.rows(
        "SELECT rounds_to(avg(t.a), u.mean) FROM t JOIN (SELECT 60.14 AS x) JOIN t AS u"
          + " ON u.row = 'r1' WHERE t.row = 'r1'") == ["0"])
    let query = data.query("SELECT avg(a), sum(a), a - b, 100 * a, max(a), n, row, a * b FROM t")
    let found = data.store.uncertainties(of: query) ?? []
    #expect(
      found.map { $0.map { ($0 * 1e6).rounded() / 1e6 } }
        == [0.05, nil, 0.1, 5, 0.05, nil, nil, nil])
  }

  @Test func `a query's columns keep the digits of the table`() throws {
    let data = try data()
    #expect(
      try data.rows("SELECT rounds_to(b - a, mean) FROM v WHERE row = 'r1'") == ["0"])
    let query = data.query("SELECT a - b AS x, d FROM v")
    #expect(data.store.uncertainties(of: query)?.map { $0 != nil } == [true, false])
  }

  @Test func `what is not understood still asks for the digits`() throws {
    #expect(
      try data().failure("SELECT rounds_to(round(a), mean) FROM t").first?
        .contains("rounds_to needs 'digits'") == true)
  }

  @Test func `an error behind the digits put in stands at the author's word`() throws {
    #expect(
      try data().failure("SELECT rounds_to(a, mean),\n  nowhere FROM t").first?
        .hasPrefix("q.sql:2:3: error[unknown-column]") == true)
  }

  @Test func `lineage follows a statement with digits put in`() throws {
    let data = try data()
    let query = data.query("SELECT row FROM t WHERE rounds_to(b - a, delta)")
    let result = try data.store.run(query)
    #expect(result.rowCount == 1)
    #expect(data.store.lineage(of: query, giving: result).records(row: 0, column: 0)[0].rows == [1])
  }
}

import Diagnostics
import Testing

@testable import Datasets

/// Values looked up many times in one form.
@Suite struct LookupTests {
  @Test(arguments: [
    ("SELECT a FROM t WHERE id = 17", "SELECT a FROM t WHERE id = ?", ["17"]),
    ("select a from t", "select a from t", []),
    (
      "SELECT a FROM t WHERE m='x y' AND id IN (1, 2) OR NOT (b < 'z')",
      "SELECT a FROM t WHERE m=? AND id IN (?, ?) OR NOT (b < ?)", ["x y", "1", "2", "z"]
    ),
    (
      "SELECT a FROM t WHERE t.b BETWEEN 3 AND 4 AND c LIKE 'q%'",
      "SELECT a FROM t WHERE t.b BETWEEN ? AND ? AND c LIKE ?", ["3", "4", "q%"]
    ),
  ])
  func `a lookup is a form and its literals`(sql: String, form: String, literals: [String]) {
    let text = LookupText(Array(sql.utf8))
    #expect(text.map { String(decoding: $0.form, as: UTF8.self) } == form)
    #expect(text?.literals.map(\.description) == literals)
  }

  @Test(arguments: [
    "SELECT a, b FROM t WHERE id = 1", "SELECT a + 1 FROM t WHERE id = 1",
    "SELECT max(a) FROM t WHERE id = 1", "SELECT a FROM t WHERE f(1) = 2",
    "SELECT a FROM t WHERE id = 1 ORDER BY 1", "SELECT a FROM t WHERE id = NULL",
    "SELECT a FROM t WHERE id = 1.5", "SELECT a FROM t WHERE id = -1",
    "SELECT a FROM t WHERE id = 0x1F", "SELECT a FROM t WHERE id = 1e3",
    "SELECT a FROM t WHERE m = 'it''s'", "SELECT a FROM t WHERE m = 'open",
    "SELECT a FROM t WHERE id = 1234567890123456789012", "SELECT a FROM t WHERE id / 2 = 1",
    "SELECT a FROM t WHERE id = (SELECT 1)", "SELECT DISTINCT a FROM t", "SELECT a FROM t WHERE",
    "SELECT 1", "SELECT a FROM t LIMIT 1", "SELECT a FROM t -- all", "SELECT a FROM t AS b",
    "SELECT a FROM t WHERE id = ?", "SELECT a FROM t; SELECT a FROM t",
  ])
  func `other statements are no lookups`(sql: String) {
    #expect(LookupText(Array(sql.utf8)) == nil)
  }

  private func data() throws -> TestData {
    let data = try TestData.table(
      """
      {name: id, type: integer}
      {name: m}
      {name: x, type: number}
      """, "id,m,x\n1,a,0.5\n2,b,1.5\n3,b,2.5\n",
      schema: "primaryKey: id",
      files: [
        "errata.csv":
          "id,table,key,field,printed,corrected,reason,evidence\nE1,t,id=2,x,1.5,1.25,typo,y\n"
      ])
    try data.define("v", "SELECT id, m, x * 2 AS twice FROM t")
    #expect(!data.store.compileViews().hasErrors)
    return data
  }

  @Test func `the third lookup of a form gives what the first gives`() throws {
    let data = try data()
    for _ in 0..<3 {
      #expect(try data.rows("SELECT x FROM t WHERE id = 1") == ["0.5"])
      #expect(try data.rows("SELECT x FROM t WHERE id = 3") == ["2.5"])
      #expect(try data.rows("SELECT twice FROM v WHERE m = 'b'") == ["2.5", "5"])
      #expect(try data.rows("SELECT twice FROM v WHERE m = 'none'") == [])
    }
    let result = try data.run("SELECT x FROM t WHERE id = 2")
    #expect(result.columns.map(\.decimals) == [2])
    #expect(result.provenance.columns.map(\.column) == ["id", "x"])
    #expect(result.erratum(row: 0, column: 0)?.id == "E1")
  }

  @Test func `lookups of one form are traced each to its own record`() throws {
    let data = try data()
    for row in [1, 3, 2, 1] {
      let query = data.query("SELECT twice FROM v WHERE id = \(row)")
      let lineage = data.store.lineage(of: query, giving: try data.store.run(query))
      #expect(lineage.records(row: 0, column: 0).map(\.rows) == [[row]])
    }
  }

  @Test func `a query that is defined later is found by forms that were kept before`() throws {
    let data = try data()
    for _ in 0..<3 { _ = try data.run("SELECT twice FROM v WHERE id = 1") }
    try data.define("w", "SELECT id, twice + 1 AS more FROM v")
    #expect(!data.store.compileViews().hasErrors)
    for _ in 0..<3 {
      #expect(try data.rows("SELECT more FROM w WHERE id = 1") == ["2"])
      #expect(try data.rows("SELECT twice FROM v WHERE id = 1") == ["1"])
    }
  }

  @Test func `an unknown column of a known form is still an error at its place`() throws {
    let data = try data()
    for _ in 0..<3 {
      #expect(
        data.failure("SELECT y FROM t WHERE id = 1").first?.contains("q.sql:1:8: error") == true)
    }
  }
}

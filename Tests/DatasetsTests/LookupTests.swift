import Diagnostics
import Testing

@testable import Datasets

/// Values looked up many times in one form.
@Suite struct LookupTests {
  @Test(arguments: [
    ("SELECT a FROM t WHERE id = 17", "SELECT a FROM t WHERE id = ?1", ["17"]),
    ("select a from t", "select a from t", []),
    (
      "SELECT a FROM t WHERE m='x y' AND id IN (1, 2) OR NOT (b < 'z')",
      "SELECT a FROM t WHERE m=?1 AND id IN (?2, ?3) OR NOT (b < ?4)", ["x y", "1", "2", "z"]
    ),
    (
      "SELECT a FROM t WHERE t.b BETWEEN 3 AND 4 AND c LIKE 'q%'",
      "SELECT a FROM t WHERE t.b BETWEEN ?1 AND ?2 AND c LIKE ?3", ["3", "4", "q%"]
    ),
    (
      "SELECT round(max(a) / 2.5, 1) || ', x' AS b FROM t WHERE id = 1",
      "SELECT round(max(a) / 2.5, 1) || ', x' AS b FROM t WHERE id = ?1", ["1"]
    ),
    (
      "SELECT 3 * (SELECT a FROM t WHERE id = 1) - f((SELECT b FROM u WHERE m='x'), 'y')",
      "SELECT 3 * (SELECT a FROM t WHERE id = ?1) - f((SELECT b FROM u WHERE m=?2), 'y')",
      ["1", "x"]
    ),
  ])
  func `a lookup is a form and its literals`(sql: String, form: String, literals: [String]) {
    let text = LookupText(Array(sql.utf8))
    #expect(text.map { String(decoding: $0.form.sql, as: UTF8.self) } == form)
    #expect(text?.literals.map(\.description) == literals)
  }

  @Test(arguments: [
    "SELECT a, b FROM t WHERE id = 1", "SELECT count(DISTINCT a) FROM t WHERE id = 1",
    "SELECT sum(a) OVER () FROM t WHERE id = 1", "SELECT ? FROM t WHERE id = 1",
    "SELECT (SELECT a FROM t WHERE id = 1), ?", "SELECT (SELECT a FROM t WHERE id = 1) FROM t",
    "SELECT (SELECT a FROM t WHERE id = 1 ORDER BY 1) + 1", "SELECT 1 -- (SELECT a FROM t)",
    "SELECT (SELECT a FROM t WHERE id = 1) /* b", "SELECT (SELECT a FROM t WHERE id = 1",
    "SELECT (SELECT a FROM t WHERE id = 1); SELECT 1", "SELECT 1 + 2",
    "SELECT a FROM t WHERE f(1) = 2",
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

  @Test(arguments: [
    "t[id=17].a", "t[m='x y' AND id IN (1, 2)].b", "t[ id = 3 ].a", "t[id=1 OR (b < 'z')].a",
    "t[id = NULL].a", "t[f(1) = 2].a", "t[1=1 ORDER BY 1].a", "t[m = 'it''s'].a", "t[id=1].null",
    "t[id=1].Distinct", "t[].a", "t[id=1; SELECT 2].a", "t[id=?].a",
  ])
  func `a cell is looked up as its statement is`(reference: String) throws {
    let bytes = Array(reference.utf8)
    let open = try #require(bytes.firstIndex(of: UInt8(ascii: "[")))
    let close = try #require(bytes.lastIndex(of: UInt8(ascii: "]")))
    let source = SourceMap().add(path: "a.md", text: reference)
    let query = Query(
      CellReference(
        range: 0..<bytes.count, table: 0..<open, condition: open + 1..<close,
        column: close + 2..<bytes.count),
      in: SpannedText(source))
    let (cell, statement) = (LookupText(query), LookupText(query.sql.bytes))
    #expect(cell?.form == statement?.form)
    #expect(cell?.literals == statement?.literals)
    #expect(query.sql.text.hasPrefix("SELECT \(reference.suffix(bytes.count - close - 2)) FROM t"))
  }

  @Test func `what a statement computes with its lookups is a form of its own`() throws {
    let text = try #require(
      LookupText(
        Array("SELECT 3 * (SELECT a FROM t WHERE id = 1) - f( (SELECT b FROM u WHERE m='x'))".utf8))
    )
    #expect(
      text.inner.map { String(decoding: $0.sql, as: UTF8.self) } == [
        "SELECT a FROM t WHERE id = 1", "SELECT b FROM u WHERE m='x'",
      ])
    #expect(
      text.computation.map { String(decoding: $0, as: UTF8.self) } == "SELECT 3 * ?1 - f( ?2)")
    let compared = LookupText(Array("SELECT (SELECT a FROM t WHERE id = 1) = '5'".utf8))
    #expect(compared != nil && compared?.computation == nil)
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

  @Test func `computing with values looked up in a known form gives the same`() throws {
    let data = try data()
    for _ in 0..<3 {
      #expect(
        try data.rows("SELECT (SELECT x FROM t WHERE id = 3) - (SELECT x FROM t WHERE id = 1)")
          == ["2"])
      #expect(
        try data.rows("SELECT (SELECT x FROM t WHERE id = 1) - (SELECT x FROM t WHERE id = 3)")
          == ["-2"])
      #expect(try data.rows("SELECT max(x) FROM t WHERE m = 'b'") == ["2.5"])
      #expect(try data.rows("SELECT max(x) FROM t WHERE m = 'none'") == ["NULL"])
      let named = try data.run("SELECT  1 + (SELECT x FROM t WHERE id = 3) ")
      #expect(named.columnNames == ["1 + (SELECT x FROM t WHERE id = 3)"])
      #expect(named.provenance.columns.map(\.column) == ["id", "x"])
    }
  }

  @Test func `values computed in one form are traced each to its own records`() throws {
    let data = try data()
    for (a, b) in [(1, 2), (3, 1), (2, 3), (3, 3)] {
      let query = data.query(
        "SELECT (SELECT x FROM t WHERE id = \(a)) / (SELECT twice FROM v WHERE id = \(b))")
      let lineage = data.store.lineage(of: query, giving: try data.store.run(query))
      #expect(lineage.records(row: 0, column: 0).map(\.rows) == [Set([a, b]).sorted()])
    }
    for (m, rows) in [("a", [1]), ("b", [2, 3]), ("a", [1])] {
      let query = data.query("SELECT avg(x) FROM t WHERE m = '\(m)'")
      let lineage = data.store.lineage(of: query, giving: try data.store.run(query))
      #expect(lineage.records(row: 0, column: 0).map(\.rows) == [rows])
    }
  }

  @Test func `lookups of one form are traced each to its own record`() throws {
    let data = try data()
    for row in [1, 3, 2, 1] {
      let query = data.query("SELECT twice FROM v WHERE id = \(row)")
      let lineage = data.store.lineage(of: query, giving: try data.store.run(query))
      #expect(lineage.records(row: 0, column: 0).map(\.rows) == [[row]])
    }
  }

  @Test func `many lookups of a form give what the first gives`() throws {
    let data = try TestData.table(
      "{name: id, type: integer}\n{name: m}\n{name: x, type: number}",
      "id,m,x\n" + (0..<40).map { "\($0),m\($0 % 3),\($0).5\n" }.joined() + ",m1,7\n")
    try data.define(
      "v", "SELECT id, m, x * 2 AS twice, CASE id WHEN 3 THEN 'c' ELSE id END AS w FROM t")
    #expect(!data.store.compileViews().hasErrors)
    for id in 0..<40 {
      #expect(try data.rows("SELECT x FROM t WHERE id = \(id)") == ["\(id).5"])
      // SQLite converts the text for a column of whole numbers.
      #expect(try data.rows("SELECT x FROM t WHERE id = '\(id)'") == ["\(id).5"])
      #expect(
        try data.rows("SELECT twice FROM v WHERE m = 'm\(id % 3)' AND id = \(id)")
          == ["\(2 * id + 1)"])
      #expect(try data.rows("SELECT x FROM t WHERE m = 'm0'").count == 14)
      #expect(try data.rows("SELECT x FROM t WHERE id = \(id + 100)") == [])
      // A column with texts and numbers is compared as SQLite does it.
      #expect(try data.rows("SELECT id FROM v WHERE w = \(id)") == (id == 3 ? [] : ["\(id)"]))
      let quotient =
        "SELECT (SELECT x FROM t WHERE id = \(id)) / (SELECT twice FROM v WHERE id = \(39 - id))"
      let query = data.query(quotient)
      let result = try data.store.run(query)
      #expect(result[0, 0] == .real((Double(id) + 0.5) / (2 * (39.5 - Double(id)))))
      #expect(result.columnNames == [String(quotient.dropFirst("SELECT ".count))])
      let lineage = data.store.lineage(of: query, giving: result)
      #expect(
        lineage.records(row: 0, column: 0).map(\.rows) == [Set([id + 1, 40 - id]).sorted()])
      let single = data.query("SELECT twice FROM v WHERE id = \(id)")
      #expect(
        data.store.lineage(of: single, giving: try data.store.run(single))
          .records(row: 0, column: 0).map(\.rows) == [[id + 1]])
      let text = "SELECT (SELECT m FROM t WHERE id = \(id)) = 'm1'"
      #expect(try data.rows(text) == [id % 3 == 1 ? "1" : "0"])
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

import Datasets
import Diagnostics
import Testing

@Suite struct LintTests {
  private func warnings(_ sql: String) throws -> [String] {
    let data = try TestData.table(
      "{name: a, type: integer}\n{name: b, type: integer}\n{name: x, type: number}",
      "a,b,x\n336,14,2\n7,7,3\n")
    _ = try data.run(sql)
    return data.lines(data.store.takeWarnings())
  }

  @Test(arguments: [
    "SELECT a / b FROM t", "SELECT x / b FROM t", "SELECT 1.0 * a / 5 FROM t",
    "SELECT a / 5.0 FROM t", "SELECT (a + 1) / 5 FROM t", "SELECT sum(a) / 5 FROM t",
    "SELECT a / b / 2 FROM t", "SELECT a FROM t WHERE x IS NOT NULL", "SELECT a / 0 FROM t",
    "SELECT x * a / 5 FROM t",
  ])
  func `exact and real divisions are let be`(_ sql: String) throws {
    #expect(try warnings(sql) == [])
  }

  @Test func `a division that cuts off is a warning with an example`() throws {
    #expect(
      try warnings("SELECT 100 * b / t.a AS share FROM t") == [
        "q.sql:1:8: warning[integer-division]: dividing whole numbers cuts the fraction off: "
          + "1400 / 336 is 4 | write 1.0 * 100 * b / t.a"
      ])
    #expect(try warnings("SELECT u.a / 5 FROM t AS u WHERE u.b > 0").count == 1)
  }

  @Test func `a comparison with NULL is a warning`() throws {
    #expect(
      try warnings("SELECT a FROM t WHERE x = NULL OR b <> NULL") == [
        "q.sql:1:25: warning[null-comparison]: a comparison with NULL is never true"
          + " | write IS NULL",
        "q.sql:1:37: warning[null-comparison]: a comparison with NULL is never true"
          + " | write IS NOT NULL",
      ])
  }
}

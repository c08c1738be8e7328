import Datasets
import Foundation
import Testing

/// What SQL of an author must not do.
@Suite struct SandboxTests {
  private func data(_ limits: QueryLimits = QueryLimits()) throws -> TestData {
    try TestData.table("{name: x, type: integer}", "x\n1\n2\n", limits: limits)
  }

  @Test(arguments: [
    "DELETE FROM t", "INSERT INTO t VALUES (3)", "UPDATE t SET x = 0", "DROP TABLE t",
    "CREATE TABLE u (y)", "CREATE TEMP TABLE u (y)", "CREATE VIEW v AS SELECT 1",
    "CREATE TRIGGER r AFTER INSERT ON t BEGIN SELECT 1; END", "ALTER TABLE t RENAME TO u",
    "ATTACH '/elsewhere/x.db' AS a", "DETACH main", "VACUUM", "VACUUM INTO '/elsewhere/copy.db'",
    "PRAGMA query_only = OFF", "PRAGMA table_info(t)", "SELECT * FROM pragma_table_info('t')",
    "SELECT * FROM pragma_database_list", "SELECT * FROM sqlite_schema",
    "SELECT * FROM sqlite_master", "SELECT * FROM sqlite_temp_schema", "SELECT * FROM dbstat",
    "SELECT load_extension('/elsewhere/x.so')", "SELECT random()", "SELECT randomblob(4)",
    "SELECT zeroblob(1000000000)", "SELECT CURRENT_TIMESTAMP", "BEGIN", "COMMIT", "SAVEPOINT s",
    "REINDEX", "ANALYZE", "EXPLAIN SELECT 1", "EXPLAIN QUERY PLAN SELECT 1",
    "SELECT 1; DROP TABLE t", "WITH a AS (SELECT 1) DELETE FROM t", "SELECT ?", "SELECT :a", "",
    "CREATE VIRTUAL TABLE f USING fts5(a)", "SELECT fts3_tokenizer('simple')",
  ])
  func `nothing but reading is allowed`(_ sql: String) throws {
    let data = try data()
    let failure = data.failure(sql)
    #expect(failure.count == 1)
    #expect(
      failure.first?.contains("error[sql-") == true, "\(failure)")
    #expect(try data.rows("SELECT sum(x), count(*) FROM t") == ["3 2"])
  }

  @Test(arguments: [
    "drop table t", "DROP TABLE unknown", "CREATE TABLE u (y)", "ALTER TABLE t RENAME TO u",
  ])
  func `a forbidden statement is called what the author called it`(_ sql: String) throws {
    let word = sql.split(separator: " ")[0].uppercased()
    #expect(
      try data().failure(sql).first?.contains("error[sql-forbidden]: \(word) is not allowed")
        == true)
  }

  @Test(arguments: [
    "SELECT readfile('/elsewhere/secret.txt')", "SELECT writefile('/elsewhere/x', 'y')",
  ])
  func `functions of the shell do not exist`(_ sql: String) throws {
    #expect(try data().failure(sql).first?.contains("error[") == true)
  }

  @Test(arguments: [
    "date('now')", "datetime()", "strftime('%s', 'NOW')", "julianday('n' || 'ow')", "time(' now ')",
    "date('2024-01-01', 'localtime')", "unixepoch('now')", "strftime('%Y')",
  ])
  func `there is no clock and no time zone`(_ call: String) throws {
    #expect(try data().failure("SELECT \(call)").first?.contains("error[") == true)
  }

  @Test func `dates that are given are computed with`() throws {
    let data = try data()
    #expect(
      try data.rows(
        "SELECT date('2024-01-31', '+1 month'), strftime('%Y', '2024-05-06'), date(NULL)")
        == ["2024-03-02 2024 NULL"])
  }

  @Test func `an endless recursion is stopped after the same number of steps`() throws {
    var limits = QueryLimits()
    limits.steps = 2_000_000
    let data = try data(limits)
    let failure = data.failure(
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c")
    #expect(
      failure == [
        "q.sql:1:1: error[query-too-long]: the query takes more than 2000000 steps"
          + " | look for a join without a condition or a recursion without an end"
      ])
    #expect(try data.rows("SELECT count(*) FROM t") == ["2"])
  }

  @Test func `a result or a text that is too large is refused`() throws {
    var limits = QueryLimits()
    limits.rows = 1000
    limits.valueBytes = 100_000
    let data = try data(limits)
    let endless = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c"
    #expect(data.failure(endless).first?.contains("error[query-too-large]") == true)
    #expect(
      data.failure("SELECT length(replace(printf('%.*c', 50000, 'x'), 'x', 'yyyyyy'))").first?
        .contains("error[") == true)
  }

  @Test func `a view can do no more than a query`() throws {
    let data = try data()
    try data.define("a", "SELECT 1; DROP TABLE t")
    try data.define("b", "SELECT * FROM sqlite_schema")
    try data.define("c", "DELETE FROM t")
    try data.define("d", "SELECT random() AS r")
    let problems = data.lines(data.store.compileViews())
    #expect(problems.count == 4)
    #expect(try data.rows("SELECT count(*) FROM t") == ["2"])
  }

  @Test func `a name in double quotes is never a text`() throws {
    #expect(
      try data().failure("SELECT \"y\" FROM t").first?.hasPrefix("q.sql:1:8: error[unknown-column]")
        == true)
  }
}

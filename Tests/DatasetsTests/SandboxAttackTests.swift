import Datasets
import Diagnostics
import Testing

/// Statements that try to run for ever, to take all memory, or to leave the database.
@Suite struct SandboxAttackTests {
  private func data(_ limits: QueryLimits = QueryLimits()) throws -> TestData {
    try TestData.table("{name: x, type: integer}\n{name: s}", "x,s\n1,a\n2,b\n", limits: limits)
  }

  /// Few steps and little time, so that the tests are quick.
  private var tight: QueryLimits {
    var limits = QueryLimits()
    limits.steps = 20_000_000
    limits.seconds = 2
    return limits
  }

  private static let numbers =
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 1000000)"
  private static let million = "printf('%.*c', 1000000, 'a')"

  @Test(arguments: [
    // Recursions without an end, and joins without a condition.
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c",
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION SELECT n % 1000000 + 1 FROM c) SELECT sum(a.n) FROM c a, c b",
    "\(numbers) SELECT count(*) FROM c a, c b, c d",
    "\(numbers) SELECT max(a.n * b.n) OVER () FROM c a, c b",
    "\(numbers) SELECT count(*) FROM c WHERE EXISTS (SELECT 1 FROM c AS d WHERE d.n = -c.n)",
    // Few steps, each as long as possible.
    "\(numbers) SELECT sum(length(replace(\(million), 'a', n % 7))) FROM c",
    "\(numbers) SELECT sum(instr(\(million), printf('%.*c', 500000 + n % 2, 'a') || 'b')) FROM c",
    "\(numbers) SELECT sum(length(hex(printf('%.*c', 400000 + n % 2, 'a')))) FROM c",
    "\(numbers) SELECT sum(\(million) LIKE printf('%.*c', 40 + n % 2, '%') || 'b') FROM c",
  ])
  func `a statement that never ends is stopped`(_ sql: String) throws {
    let data = try data(tight)
    let failure = data.failure(sql)
    #expect(failure.first?.hasPrefix("q.sql:1:1: error[query-too-long]") == true, "\(failure)")
    #expect(try data.rows("SELECT count(*) FROM t") == ["2"])
  }

  @Test(arguments: [
    "replace(\(million), 'a', 'bbbb')",
    "(\(numbers) SELECT group_concat(\(million)) FROM c)",
    "(\(numbers) SELECT json_group_array('0123456789') FROM c)",
    "\(million) || \(million)", "hex(\(million))", "zeroblob(2000000000)", "randomblob(2000000000)",
  ])
  func `a text that is too large is not made`(_ expression: String) throws {
    let data = try data(tight)
    let failure = data.failure("SELECT length(\(expression)) FROM t")
    #expect(failure.first?.hasPrefix("q.sql:1:") == true, "\(failure)")
    #expect(
      ["query-too-large", "query-too-long", "sql-forbidden"].contains {
        failure.first?.contains($0) == true
      },
      "\(failure)")
  }

  @Test func `printf makes no text beyond the limit`() throws {
    #expect(try data().rows("SELECT printf('%.*c', 2000000000, 'x') IS NULL") == ["1"])
  }

  @Test func `one call of a text function cannot take long`() throws {
    let data = try data()
    // SQLite's own matcher goes back over each of these; ours does not.
    let many = String(repeating: "%a", count: 60)
    #expect(try data.rows("SELECT \(Self.million) LIKE '\(many)%b'") == ["0"])
    let stars = String(repeating: "*a", count: 60)
    #expect(try data.rows("SELECT \(Self.million) GLOB '\(stars)*b'") == ["0"])
    #expect(
      try data.rows(
        "SELECT length(trim(\(Self.million), printf('%.*c', 1000000, 'b') || 'a'))") == ["0"])
  }

  @Test(arguments: [
    ("'FastV' LIKE 'fast_'", "1"), ("'FastV' LIKE 'f%v%'", "1"), ("'FastV' LIKE 'f_v'", "0"),
    ("'' LIKE '%'", "1"), ("'' LIKE ''", "1"), ("'a' LIKE ''", "0"), ("NULL LIKE 'a'", "NULL"),
    ("'É' LIKE 'é'", "0"), ("'é' LIKE '_'", "1"), ("12 LIKE '1%'", "1"), ("1.50 LIKE '1.5'", "1"),
    ("'50%' LIKE '50!%' ESCAPE '!'", "1"), ("'501' LIKE '50!%' ESCAPE '!'", "0"),
    ("'a' LIKE 'a!' ESCAPE '!'", "0"), ("'a!' LIKE 'a!!' ESCAPE '!'", "1"),
    ("'FastV' GLOB 'fast*'", "0"), ("'FastV' GLOB 'F?st[A-Z]'", "1"),
    ("'a]' GLOB '[^b]]'", "1"), ("'-' GLOB '[a-]'", "1"), ("']' GLOB '[]]'", "1"),
    ("'abc' GLOB '[a'", "0"), ("'aXbXc' GLOB 'a*b*c'", "1"), ("'x' GLOB '**x**'", "1"),
    ("trim('..a..', '.')", "a"), ("ltrim('xyaxy', 'yx')", "axy"), ("rtrim('xyaxy', 'yx')", "xya"),
    ("trim('  a ')", "a"), ("trim(NULL, 'a')", "NULL"), ("trim('éaé', 'é')", "a"),
  ])
  func `text functions give what SQLite's give`(_ expression: String, _ value: String) throws {
    #expect(try data().rows("SELECT \(expression)") == [value])
  }

  @Test func `an expression nested too deep is refused at its place`() throws {
    let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect(try data().failure("SELECT \(deep)").first?.hasPrefix("q.sql:1:") == true)
    let sum = Array(repeating: "x", count: 5000).joined(separator: " + ")
    #expect(try data().failure("SELECT \(sum) FROM t").first?.hasPrefix("q.sql:1:") == true)
  }

  @Test(arguments: [
    "ATTACH 'file:/elsewhere/x.db?mode=rwc' AS a", "ATTACH ':memory:' AS a", "ATTACH '' AS a",
    "SELECT edit('a')", "SELECT edit('a', 'vi')", "SELECT load_extension('x')",
    "SELECT load_extension('x', 'y')", "SELECT fts5(1)", "SELECT * FROM fts5vocab",
    "SELECT * FROM generate_series(1, 1000000000)", "SELECT * FROM sqlite_temp_master",
    "SELECT * FROM report_columns", "SELECT * FROM fsdir('.')",
    "SELECT * FROM pragma_function_list",
    "SELECT * FROM sqlite_stmt", "SELECT writefile('x', 'y')", "SELECT readfile('x')",
    "SELECT * FROM zipfile('x.zip')", "SELECT sqlite_compileoption_get(0)",
    "CREATE TEMP TABLE x AS SELECT 1", "CREATE TABLE temp.x (y)",
    "CREATE VIRTUAL TABLE temp.t USING report_columns", "INSERT INTO t SELECT * FROM t RETURNING x",
    "PRAGMA temp_store_directory = '/elsewhere'", "PRAGMA writable_schema = ON",
    "PRAGMA hard_heap_limit = 0", "PRAGMA journal_mode = DELETE",
  ])
  func `no statement leaves the database`(_ sql: String) throws {
    let data = try data()
    let failure = data.failure(sql)
    #expect(failure.first?.hasPrefix("q.sql:1:") == true, "\(failure)")
    #expect(failure.first?.contains("error[") == true)
    #expect(try data.rows("SELECT sum(x), count(*) FROM t") == ["3 2"])
  }

  @Test func `large sorts stay in memory and give all rows`() throws {
    let data = try data()
    #expect(
      try data.rows(
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 200000)"
          + " SELECT count(*) FROM (SELECT n FROM c ORDER BY n % 1000, printf('%.*c', 90, 'a') || n)"
      ) == ["200000"])
  }

  @Test func `a named query obeys the limits of the statement that reads it`() throws {
    let data = try data(tight)
    try data.define(
      "endless", "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c")
    #expect(data.store.compileViews().isEmpty)
    #expect(
      data.failure("SELECT count(*) FROM endless").first?.contains("error[query-too-long]") == true)
    #expect(try data.rows("SELECT count(*) FROM t") == ["2"])
  }
}

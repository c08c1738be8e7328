import Datasets
import Diagnostics
import Synchronization
import Testing

/// Named queries are computed once; nobody can tell by what a statement gives.
@Suite struct KeptViewTests {
  private final class Count: Sendable {
    let calls = Mutex(0)
    var value: Int { calls.withLock { $0 } }
  }

  /// A table `t` and a function `slow(x)` that counts its calls.
  private func data(_ csv: String = "x,name\n1,a\n2,b\n3,c\n") throws -> (TestData, Count) {
    let data = try TestData.table(
      "{name: x, type: integer, title: Number, unit: token}\n{name: name}", csv)
    let count = Count()
    try data.store.register(
      SQLFunction("slow", 1...1, signature: "slow(x)") { (arguments) throws(SQLFunction.Failure) in
        count.calls.withLock { $0 += 1 }
        return arguments.first ?? .null
      })
    return (data, count)
  }

  @Test func `a query that many statements read is computed once`() throws {
    let (data, count) = try data()
    try data.define("inner", "SELECT x, slow(x) * 2 AS twice FROM t")
    try data.define("outer", "SELECT name, twice FROM t JOIN inner USING (x)")
    #expect(!data.store.compileViews().hasErrors)
    #expect(count.value == 0)
    for _ in 0..<3 {
      #expect(try data.rows("SELECT twice FROM outer ORDER BY name") == ["2", "4", "6"])
      #expect(try data.rows("SELECT max(twice) FROM inner") == ["6"])
    }
    #expect(count.value == 3)
  }

  @Test func `a kept query tells what it read, and the columns it shows`() throws {
    let (data, _) = try data()
    try data.define("inner", "SELECT x AS n, slow(x) AS y FROM t WHERE name > 'a'")
    try data.define("outer", "SELECT n, y FROM inner")
    #expect(!data.store.compileViews().hasErrors)
    for _ in 0..<2 {
      let result = try data.run("SELECT n AS m, y FROM outer")
      #expect(result.provenance.columns.map(\.column) == ["name", "x"])
      #expect(result.provenance.views == ["inner", "outer"])
      #expect(result.provenance.functions == ["slow"])
      #expect(result.columns[0].origin == ColumnOrigin(table: "t", column: "x"))
      #expect(result.columns[0].name == "m")
      #expect(result.columns[0].title == "Number")
      #expect(result.columns[0].unit == "token")
      #expect(result.columns[1].origin == nil)
    }
  }

  @Test func `comparisons see the types that the query has`() throws {
    let (data, _) = try data()
    try data.define("v", "SELECT x, CAST(x AS TEXT) AS word, x + 0 AS plain FROM t")
    #expect(!data.store.compileViews().hasErrors)
    // A column of whole numbers turns '2' into a number; an expression does not.
    #expect(try data.rows("SELECT x FROM v WHERE x = '2'") == ["2"])
    #expect(try data.rows("SELECT x FROM v WHERE word = 2") == ["2"])
    #expect(try data.rows("SELECT x FROM v WHERE plain = '2'") == [])
  }

  @Test func `values that a table would change are not kept`() throws {
    let (data, count) = try data()
    try data.define("v", "SELECT x FROM t UNION ALL SELECT '07' FROM t WHERE slow(x) = 3")
    #expect(!data.store.compileViews().hasErrors)
    for _ in 0..<2 {
      #expect(
        try data.rows("SELECT x, typeof(x) FROM v ORDER BY typeof(x), x")
          == ["1 integer", "2 integer", "3 integer", "07 text"])
    }
    #expect(count.value > 3)
  }

  @Test func `a query that fails in a row is read as far as it is asked for`() throws {
    let (data, _) = try data()
    try data.store.register(
      SQLFunction("odd", 1...1, signature: "odd(x)") { (arguments) throws(SQLFunction.Failure) in
        guard arguments.first != .integer(2) else { throw SQLFunction.Failure("2 is even") }
        return .integer(1)
      })
    try data.define("v", "SELECT x, odd(x) AS o FROM t")
    try data.define(
      "endless",
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c")
    #expect(!data.store.compileViews().hasErrors)
    #expect(try data.rows("SELECT o FROM v WHERE x = 3") == ["1"])
    #expect(data.failure("SELECT o FROM v").first?.contains("2 is even") == true)
    #expect(try data.rows("SELECT n FROM endless LIMIT 2") == ["1", "2"])
  }

  @Test func `the calls behind a value are found also when its query is kept`() throws {
    let (data, _) = try data()
    try data.define("v", "SELECT x, slow(x) AS y FROM t")
    #expect(!data.store.compileViews().hasErrors)
    let query = data.query("SELECT max(y) FROM v")
    #expect(try data.store.run(query).row(0) == [.integer(3)])
    let calls = data.store.calls(in: query, parameters: ["slow": ["x"]])
    #expect(calls.map(\.result) == [.integer(1), .integer(2), .integer(3)])
    #expect(try data.store.run(query).row(0) == [.integer(3)])
  }

  @Test func `sums in another order are the same value to lineage`() throws {
    let values = (1...60).map { "\($0),\($0 % 7).\($0 * 37 % 100)" }
    let data = try TestData.table(
      "{name: k, type: integer}\n{name: v, type: number}",
      "k,v\n" + values.joined(separator: "\n") + "\n")
    try data.define("groups", "SELECT k % 5 AS g, k, v / 3 AS third FROM t ORDER BY v DESC")
    #expect(!data.store.compileViews().hasErrors)
    let query = data.query(
      "SELECT a.g, avg(a.third * b.third) AS m FROM groups a JOIN groups b USING (g) GROUP BY g")
    let result = try data.store.run(query)
    #expect(data.store.lineage(of: query, giving: result).knowsRecords)
  }
}

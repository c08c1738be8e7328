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
}

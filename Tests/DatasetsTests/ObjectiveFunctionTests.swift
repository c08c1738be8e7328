import Diagnostics
import Testing

@testable import Datasets

@Suite struct ObjectiveFunctionTests {
  private func data() throws -> TestData {
    let data = try TestData.table(
      "{name: m, type: string}\n{name: b, type: integer}\n{name: x, type: number}\n"
        + "{name: y, type: number}",
      """
      m,b,x,y
      a,1,1,10
      b,1,2,40
      c,1,3,50
      d,1,3,45
      e,1,1,10
      f,2,9,60
      g,2,8,
      h,2,10,55

      """)
    #expect(data.complaints == [])
    return data
  }

  private func marked(_ call: String) throws -> [String] {
    try data().rows("SELECT m, \(call) FROM t ORDER BY m")
  }

  @Test func `on_front marks the rows of a window that no other beats`() throws {
    #expect(
      try marked("on_front(x, y, 'low,high') OVER ()")
        == ["a 1", "b 1", "c 1", "d 0", "e 1", "f 1", "g NULL", "h 0"])
    #expect(
      try marked("on_front(x, y, 'high,high') OVER (PARTITION BY b)")
        == ["a 0", "b 0", "c 1", "d 0", "e 0", "f 1", "g NULL", "h 1"])
    #expect(
      try marked("on_front(x, y, 'low,high', 0, 6) OVER (ORDER BY y DESC)")
        == ["a 1", "b 1", "c 1", "d 1", "e 1", "f 1", "g NULL", "h 1"])
    #expect(
      try marked("on_front(x, 'high') OVER ()").filter { $0.hasSuffix("1") } == ["h 1"])
  }

  @Test func `knee marks one row of the front`() throws {
    #expect(
      try marked("knee(x, y, 'low,high') OVER (PARTITION BY b)")
        == ["a 0", "b 1", "c 0", "d 0", "e 0", "f 0", "g NULL", "h 0"])
  }

  @Test func `front_probability is exact for equal distributions`() throws {
    #expect(
      try marked("round(front_probability(0, 1, 5, 2, 'low,high') OVER (PARTITION BY b), 6)")
        .map { $0.suffix(8) } == Array(repeating: "0.456667", count: 5)
        + Array(repeating: "0.611111", count: 3))
    #expect(
      try data().failure("SELECT front_probability(x, -1, y, 0, 'low,high') OVER () FROM t").first?
        .contains("a standard deviation is at least 0, got -1") == true)
  }

  @Test(arguments: [
    ("hypervolume(x, y, 'low,high', 10, 0)", "410"), ("hypervolume(x, y, 10, 0)", "410"),
    ("hypervolume(x, y, 'low,high', 10, 0, 0, 100)", "0.41"),
    ("hypervolume(x, y, 'low,high', 1, 60)", "0"), ("hypervolume(x, 'low', 10)", "9"),
    ("hypervolume(x, x, x, 'low,low,low', 11, 11, 11)", "1000"),
  ])
  func `hypervolume takes any number of objectives`(_ call: String, _ value: String) throws {
    let found = try #require(Double(try data().rows("SELECT \(call) AS v FROM t")[0]))
    #expect(abs(found - (Double(value) ?? .nan)) < 1e-9)
  }

  @Test func `fronts can be named queries, filtered and joined`() throws {
    let data = try data()
    try data.define(
      "best", "SELECT m, b, on_front(x, y, 'low,high') OVER (PARTITION BY b) AS f FROM t")
    #expect(data.store.compileViews().isEmpty)
    #expect(
      try data.rows("SELECT b, count(*) FROM best WHERE f GROUP BY b ORDER BY b") == ["1 4", "2 1"])
    #expect(
      try data.rows("SELECT t.x FROM t JOIN best USING (m) WHERE f AND t.b = 2") == ["9"])
  }

  @Test(arguments: [
    ("on_front(x, y, 'low,high')", "1:8: error[sql-error]: on_front says something of every row"),
    ("on_front(x, y, 'low,high') OVER w", "1:8: error[sql-error]: on_front needs its own window"),
    (
      "on_front(x, y, 'low,high') FILTER (WHERE b = 1) OVER ()",
      "1:8: error[sql-error]: on_front takes no FILTER"
    ),
    (
      "on_front(x, y, 'low,high') OVER (ROWS 1 PRECEDING)",
      "1:8: error[sql-error]: on_front sees all rows of its window"
    ),
    ("on_front(x, y, 'low,up') OVER ()", "1:8: error[function-domain]: the directions of on_front"),
    ("on_front(x, y) OVER ()", "1:8: error[function-domain]: on_front needs the directions"),
    (
      "on_front(x, y, 'low') OVER ()",
      "1:8: error[function-domain]: on_front takes 1 objective before 'low', got 2 numbers"
    ),
    (
      "on_front(m, y, 'low,high') OVER ()",
      "1:8: error[function-domain]: on_front needs the directions|1:8: error[function-domain]: the "
        + "directions of on_front"
    ),
    (
      "hypervolume(x, y, 'low,high')",
      "1:8: error[function-domain]: hypervolume needs a reference point"
    ),
    ("on_front(x, y, 'low,high') OVER (), z", "1:44: error[unknown-column]"),
  ])
  func `mistakes are told at their place in the author's text`(
    _ call: String, _ expected: String
  ) throws {
    let found = try data().failure("SELECT \(call) FROM t").first ?? ""
    #expect(expected.split(separator: "|").contains { found.hasPrefix("q.sql:" + $0) }, "\(found)")
  }
}

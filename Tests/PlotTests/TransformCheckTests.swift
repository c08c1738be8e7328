import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// Numbers and words that no transform, class or scale can be made with.
@Suite struct TransformCheckTests {
  private let rows = ChartData([
    ChartColumn("a", values: [.number(1), .number(2), .number(5)]),
    ChartColumn("b", values: [.number(3), .number(1), .number(9)]),
    ChartColumn("k", values: [.text("x"), .text("y"), .text("x")]),
  ])

  private func chart(_ json: String) throws -> Chart {
    try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)), data: rows)
  }

  private static let transforms = [
    #"{"quantile": "a", "step": 0}"#, #"{"density": "a", "steps": -1}"#,
    #"{"regression": "b", "on": "a", "method": "poly", "order": -2}"#,
    #"{"regression": "b", "on": "a", "method": "cubic"}"#,
    #"{"window": [{"op": "lag", "as": "l"}]}"#, #"{"window": [{"op": "lead", "as": "l"}]}"#,
    #"{"window": [{"op": "first_value", "as": "l"}]}"#,
    #"{"window": [{"op": "nth_value", "field": "a", "param": 0, "as": "l"}]}"#,
    #"{"window": [{"op": "sum", "field": "none", "as": "l"}]}"#,
    #"{"window": [{"op": "rank", "as": "l"}], "sort": [{"field": "none"}]}"#,
    #"{"aggregate": [{"op": "sum", "field": "a", "as": "s"}], "groupby": ["none"]}"#,
    #"{"pivot": "k", "value": "a", "op": "summ", "groupby": ["b"]}"#,
    #"{"pivot": "k", "groupby": ["b"]}"#,
    #"{"impute": "a", "key": "b", "method": "medain"}"#,
    #"{"loess": "b", "on": "a", "extent": [3, 1]}"#,
    #"{"flatten": ["k"]}"#, #"{"flatten": ["none"]}"#,
  ]

  @Test func `lists in cells become rows, shorter ones end in empty cells`() throws {
    let text = """
      {"mark": "point", "data": {"values": [
        {"n": 1, "l": [1, 2.5, null], "m": ["a", "b]\\""]}, {"n": 2, "l": [], "m": null}]},
        "transform": [{"flatten": ["l", "m"], "as": ["v"]}],
        "encoding": {"x": {"field": "n"}, "y": {"field": "n"}}}
      """
    guard case .panel(let panel) = try chart(text).view else {
      Issue.record("one panel is drawn")
      return
    }
    let data = panel.source.units[0].data
    #expect(data.values("n").map { $0 } == [.number(1), .number(1), .number(1)])
    #expect(data.values("v").map { $0 } == [.number(1), .number(2.5), .null])
    #expect(data.values("m").map { $0 } == [.text("a"), .text("b]\""), .null])
  }

  @Test func `a list with objects is no list that could become rows`() throws {
    let text = #"""
      {"mark": "point", "data": {"values": [{"n": 1, "l": [1, {"a": 2}]}]},
        "transform": [{"flatten": ["l"]}],
        "encoding": {"x": {"field": "n"}, "y": {"field": "l"}}}
      """#
    let error = #expect(throws: ChartError.self) { try chart(text) }
    #expect(error?.problems.map(\.path) == [["transform", "0", "flatten", "0"]])
    #expect(error?.problems.first?.message.contains("row 1 of 'l' holds no list") == true)
    // Files are read alike; lists of lists stay.
    let rows = try JSONRows.read(Array(#"[{"l": [1, {"a": 2}], "m": [[1, 2], [3]]}]"#.utf8))
    #expect(rows.values("l").allSatisfy { JSONRows.list($0) == nil })
    #expect(
      rows.values("m").map { JSONRows.list($0) } == [[.text("[1, 2]"), .text("[3]")]])
  }

  @Test func `classes reach from the least number of their own extent, wherever they are anchored`()
    throws
  {
    func starts(_ json: String, _ extent: ClosedRange<Double>) throws -> [Double] {
      let spec = try JSONDecoder().decode(BinSpec.self, from: Data(json.utf8))
      return BinRule(spec, extent: extent).limits
    }
    #expect(try starts(#"{"step": 2, "anchor": 1}"#, 0...9) == [-1, 1, 3, 5, 7, 9, 11])
    #expect(
      try starts(#"{"step": 2, "anchor": 1, "extent": [0, 6]}"#, 3...9) == [-1, 1, 3, 5, 7])
    #expect(
      try starts(#"{"step": 2, "anchor": 1, "extent": [1, 5], "nice": false}"#, 0...9)
        == [1, 3, 5])
  }

  @Test func `chance and clock are refused with a reason`() {
    for call in ["random()", "now()"] {
      let error = #expect(throws: ChartError.self) {
        try chart(
          #"{"mark": "point", "transform": [{"calculate": "\#(call)", "as": "j"}], "encoding": {"x": {"field": "j"}}}"#
        )
      }
      #expect(
        error?.problems.first?.message.contains("equal data must give an equal chart") == true)
    }
  }

  @Test(arguments: transforms)
  func `transforms that cannot be applied are refused with their place`(_ step: String) throws {
    let error = #expect(throws: ChartError.self) {
      try chart(
        #"{"mark": "point", "transform": [\#(step)], "encoding": {"x": {"field": "a"}}}"#)
    }
    #expect(error?.problems.first?.path.prefix(2) == ["transform", "0"])
  }

  @Test(arguments: [
    #"{"field": "a", "bin": {"step": 0}}"#, #"{"field": "a", "bin": {"base": 1}}"#,
    #"{"field": "a", "bin": {"divide": [0]}}"#, #"{"field": "a", "bin": {"extent": [3, 1]}}"#,
    #"{"field": "a", "timeUnit": {"unit": "month", "step": 0}}"#,
    #"{"field": "k", "sort": {"field": "a", "op": "medain"}}"#,
    #"{"field": "a", "impute": {"method": "medain"}}"#,
    #"{"datum": {"year": 2020, "month": "Foo"}}"#,
  ])
  func `channels that cannot be read are refused`(_ channel: String) {
    #expect(throws: DecodingError.self) {
      try chart(#"{"mark": "bar", "encoding": {"x": \#(channel), "y": {"field": "b"}}}"#)
    }
  }

  @Test(arguments: [
    #"{"type": "boxplot", "extent": "wide"}"#, #"{"type": "errorbar", "extent": "min-max"}"#,
  ])
  func `extents that a mark does not know are refused`(_ mark: String) throws {
    let error = #expect(throws: ChartError.self) {
      try chart(#"{"mark": \#(mark), "encoding": {"x": {"field": "k"}, "y": {"field": "b"}}}"#)
    }
    #expect(error?.problems.first?.path == ["mark", "extent"])
  }

  @Test func `a mistake in a label's expression is told at its place`() throws {
    let error = #expect(throws: ChartError.self) {
      try chart(
        #"{"mark": "point", "encoding": {"x": {"field": "a", "axis": {"labelExpr": "1 +"}}}}"#)
    }
    #expect(error?.problems.first?.path == ["encoding", "x", "axis", "labelExpr"])
  }

  @Test func `moments beyond the calendar are no dates`() throws {
    #expect(ChartValue.number(1e30).moment == nil)
    #expect(CalendarDate(1e30) == CalendarDate(8.64e15))
    #expect(CalendarDate(-.infinity) == CalendarDate(-8.64e15))
  }

  @Test func `a chart that draws none of its rows is a mistake`() throws {
    let error = #expect(throws: ChartError.self) {
      try chart(
        #"{"mark": "point", "encoding": {"x": {"field": "k", "type": "quantitative"}}}"#)
    }
    #expect(
      error?.problems.first?.message == "none of the rows can be drawn: no number in 'k'")
  }

  @Test func `rows left out are listed as ranges, many as a number`() {
    func listing(_ rows: [String], unnamed: Int = 0) -> String {
      var exclusion = ChartExclusion(reason: .noValue("a"), rows: rows)
      exclusion.unnamed = unnamed
      return exclusion.listing
    }
    #expect(listing(["row 3"]) == "row 3")
    #expect(listing((1...30).map { "row \($0)" }) == "rows 1–30")
    #expect(listing(["ToMe", "row 2", "row 3", "row 9"]) == "ToMe, rows 2–3, 9")
    #expect(listing((1...50).map { "m\($0)" }, unnamed: 7) == "57 rows")
  }

  @Test func `a row is left out when no view draws it`() throws {
    let data = ChartData([
      ChartColumn("a", values: [.number(1), .null, .null, .number(4)]),
      ChartColumn("b", values: [.number(1), .number(2), .null, .null]),
      ChartColumn("k", values: [.text("x"), .text("y"), .text("x"), .text("y")]),
    ])
    func undrawn(_ json: String) throws -> [Int] {
      try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)), data: data)
        .undrawnRows.map(\.row)
    }
    let (a, b) = (
      #"{"mark": "point", "encoding": {"x": {"field": "a"}}}"#,
      #"{"mark": "point", "encoding": {"x": {"field": "b"}}}"#
    )
    #expect(try undrawn(a) == [1, 2])
    #expect(try undrawn(#"{"hconcat": [\#(a), \#(b)]}"#) == [2])
    #expect(
      try undrawn(
        #"{"mark": "point", "encoding": {"x": {"field": "a"}, "column": {"field": "k"}}}"#
      )
      .sorted() == [1, 2])
  }

  @Test(arguments: [
    ("quantileNormal(0.975)", 1.959963984540054), ("cumulativeNormal(1.96)", 0.9750021048517795),
    ("densityNormal(0)", 0.3989422804014327), ("quantileNormal(0.001, 10, 2)", 3.819535387665373),
    ("quantileUniform(0.25, 4, 8)", 5), ("cumulativeUniform(3, 4)", 0.75),
    ("{'x': 4, y: 7}['y']", 7),
  ])
  func `expressions know distributions and objects`(_ text: String, _ value: Double) throws {
    let found = try ExpressionEvaluator(text, ChartData([])).value(0).number
    #expect(abs(found - value) < 1e-12 * max(1, abs(value)))
  }

  @Test func `the first label of a time axis says the year when none does`() throws {
    let data = ChartData([
      ChartColumn("t", values: ["2024-03-05", "2024-11-11"].map { .text($0) }),
      ChartColumn("b", values: [.number(1), .number(2)]),
    ])
    let spec =
      #"{"mark": "line", "encoding": {"x": {"field": "t", "type": "temporal"}, "y": {"field": "b"}}}"#
    let panel = try #require(
      Chart(JSONDecoder().decode(ChartSpec.self, from: Data(spec.utf8)), data: data)
        .drawnPanels(width: 363, text: FixedWidthText()).first)
    let labels = panel.plan.xTicks.ticks.compactMap(\.label)
    #expect(labels.first == "Apr 2024" && labels.dropFirst().allSatisfy { !$0.contains("20") })
  }

  @Test func `places in points count from the left and top of the data`() throws {
    let json = """
      {"layer": [{"mark": "point", "encoding": {"x": {"field": "a"}, "y": {"field": "b"}}},
        {"mark": "rule", "encoding": {"y": {"datum": 4}, "x": {"value": 30}}},
        {"mark": "text", "encoding": {"x": {"value": 50}, "y": {"value": 12},
          "text": {"value": "note"}}}]}
      """
    let chart = try chart(json)
    let area = try #require(chart.drawnPanels(width: 363, text: FixedWidthText()).first).plan.area
    let frame = try chart.draw(width: 363, text: FixedWidthText())
    let note = try #require(LabelReader.labels(of: frame).first { $0.0 == "note" }).1
    #expect(abs(note.x + 7.5 - area.minX - 50) < 1e-9, "four letters half an em wide")
    #expect(abs(note.y - 0.36 * 7.5 - area.minY - 12) < 1e-9)
    #expect(chart.model.x.title == "a", "the axis is that of the data")
    #expect(throws: ChartError.self) {
      try self.chart(#"{"mark": "bar", "encoding": {"x": {"value": 30}, "y": {"field": "b"}}}"#)
    }
  }
}

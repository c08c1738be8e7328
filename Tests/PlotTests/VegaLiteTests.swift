import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// Vega-Lite specifications under Vega-Lite's own defaults; the labels expected are those that Vega
/// prints.
@Suite struct VegaLiteTests {
  private func chart(_ json: String) throws -> Chart {
    let spec = try JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8))
    return try Chart(spec, data: ChartData([]), theme: .vegaLite, conventions: .vegaLite)
  }

  /// The labels of x and of y of the first panel.
  private func labels(_ chart: Chart) -> (x: String, y: String) {
    let plan = ChartPlan(
      chart.model, size: .zero, area: Size(width: 200, height: 200), title: nil, theme: .vegaLite,
      text: FixedWidthText())
    func join(_ ticks: AxisPlan) -> String {
      ticks.ticks.compactMap(\.label).joined(separator: " ")
    }
    return (join(plan.panel.xTicks), join(plan.panel.yTicks))
  }

  @Test func `axes start at zero and end at round values`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"a": 46, "b": 9}, {"a": 230, "b": 46.6}]}, "mark": "point",
       "encoding": {"x": {"field": "a", "type": "quantitative"},
                    "y": {"field": "b", "type": "quantitative"}}}
      """)
    #expect(chart.model.x.domain == 0...240)
    #expect(chart.model.y.domain == 0...50)
    #expect(labels(chart).x == "0 50 100 150 200")
    #expect(labels(chart).y == "0 10 20 30 40 50")
  }

  @Test func `numbers are put in classes and counted`() throws {
    let chart = try chart(
      """
      {"data": {"values": [1.4, 2.2, 2.9, 9.2, 9.4]}, "mark": "bar",
       "encoding": {"x": {"field": "data", "bin": true}, "y": {"aggregate": "count"}}}
      """)
    let rows = chart.model.layers[0].rows
    #expect(rows.map(\.x) == [1, 2, 9])
    #expect(rows.map(\.x2) == [2, 3, 10])
    #expect(rows.map(\.y) == [1, 2, 2])
    #expect(chart.model.x.title == "data (binned)")
    #expect(chart.model.y.title == "Count of Records")
    #expect(chart.model.x.domain == 1...10)
  }

  @Test func `rows are grouped by units of time and summed up`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"d": "2012-01-03", "v": 1}, {"d": "2013-01-05", "v": 3},
                           {"d": "2012-02-01", "v": 7}]}, "mark": "bar",
       "encoding": {"x": {"field": "d", "timeUnit": "month", "type": "ordinal"},
                    "y": {"field": "v", "aggregate": "mean"}}}
      """)
    #expect(chart.model.x.categories == ["Jan", "Feb"])
    #expect(chart.model.layers[0].rows.map(\.y) == [2, 7])
    #expect(chart.model.y.title == "Mean of v")
  }

  @Test(arguments: [
    ("zero", [0.0, 1, 0], [1.0, 4, 5]), ("normalize", [0, 0.25, 0], [0.25, 1, 1]),
    ("center", [0.5, 1.5, 0], [1.5, 4.5, 5]),
  ])
  func `bars are stacked`(_ mode: String, _ starts: [Double], _ ends: [Double]) throws {
    let chart = try chart(
      """
      {"data": {"values": [{"k": "a", "g": "x", "v": 1}, {"k": "a", "g": "y", "v": 3},
                           {"k": "b", "g": "x", "v": 5}]}, "mark": "bar",
       "encoding": {"x": {"field": "k"}, "color": {"field": "g"},
                    "y": {"field": "v", "type": "quantitative", "stack": "\(mode)"}}}
      """)
    #expect(chart.model.layers[0].rows.map { $0.y2 ?? .nan } == starts)
    #expect(chart.model.layers[0].rows.map { $0.y ?? .nan } == ends)
  }

  @Test func `categories are sorted by another channel`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 3}, {"k": "c", "v": 2}]},
       "mark": "bar", "encoding": {"y": {"field": "k", "sort": "-x"},
                                   "x": {"field": "v", "type": "quantitative"}}}
      """)
    #expect(chart.model.y.categories == ["b", "c", "a"])
    #expect(chart.model.growsAlongX)
  }

  @Test func `small multiples share their scales`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"k": "a", "v": 1}, {"k": "b", "v": 30}]}, "mark": "point",
       "encoding": {"column": {"field": "k"}, "x": {"field": "v", "type": "quantitative"}}}
      """)
    #expect(chart.view.models.count == 2)
    #expect(chart.view.models.map(\.x.domain) == [0...30, 0...30])
    #expect(chart.view.models.map { $0.layers[0].rows.count } == [1, 1])
    let frame = try chart.draw(width: 300, text: FixedWidthText())
    #expect(frame.size.width > 400)
  }

  @Test func `a view is repeated for fields, and views stand beside each other`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"a": 1, "b": 2, "c": 3}]},
       "hconcat": [{"repeat": ["a", "b"], "spec": {"mark": "point",
           "encoding": {"x": {"field": {"repeat": "repeat"}, "type": "quantitative"}}}},
         {"mark": "bar", "encoding": {"y": {"field": "c", "type": "quantitative"}}}]}
      """)
    #expect(chart.view.models.map(\.x.title) == ["a", "b", ""])
  }

  @Test func `transforms run in order`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"a": 1, "b": 5}, {"a": 2, "b": 6}, {"a": 3, "b": 7}]},
       "transform": [{"filter": "datum.a >= 2 && isValid(datum.b)"},
         {"calculate": "datum.a * 10 + (datum.b > 6 ? 1 : 0)", "as": "c"},
         {"fold": ["a", "c"], "as": ["name", "number"]},
         {"window": [{"op": "sum", "field": "number", "as": "total"}], "groupby": ["name"],
          "sort": [{"field": "number"}]}],
       "mark": "line", "encoding": {"x": {"field": "b", "type": "quantitative"},
         "y": {"field": "total", "type": "quantitative"}, "color": {"field": "name"}}}
      """)
    let rows = chart.model.layers[0].rows
    #expect(rows.map(\.y) == [2, 20, 5, 51])
    #expect(rows.map(\.group) == [0, 1, 0, 1])
  }

  @Test func `a mistake in a transform has its place`() throws {
    let error = #expect(throws: ChartError.self) {
      try chart(
        """
        {"data": {"values": [{"a": 1}]}, "transform": [{"calculate": "datum.a +", "as": "b"},
          {"filter": "frobnicate(datum.a)"}], "mark": "point"}
        """)
    }
    #expect(
      error?.problems.map { $0.path.joined(separator: ".") } == [
        "transform.0.calculate", "transform.1.filter",
      ])
    #expect(
      error?.problems.last?.message == "there is no function 'frobnicate' in expressions")
  }

  @Test func `a box plot has quartiles, whiskers and outliers`() throws {
    let chart = try chart(
      """
      {"data": {"values": [1, 2, 3, 4, 100]}, "mark": "boxplot",
       "encoding": {"y": {"field": "data", "type": "quantitative"}}}
      """)
    let layers = chart.model.layers
    #expect(layers.map(\.mark.type) == [.rule, .rule, .bar, .tick, .point])
    #expect(layers[2].rows.map { [$0.y, $0.y2] } == [[2, 4]])
    #expect(layers[3].rows.map(\.y) == [3])
    #expect(layers[4].rows.map(\.y) == [100])
  }

  @Test func `colours of a condition depend on the row`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"a": 1}, {"a": 9}]}, "mark": "point", "encoding": {
        "x": {"field": "a", "type": "quantitative"},
        "color": {"condition": {"test": "datum.a > 5", "value": "red"}, "value": "#00f"}}}
      """)
    #expect(
      chart.model.layers[0].rows.map(\.paint) == [Color(hex: 0x0000FF), Color(hex: 0xFF0000)])
  }

  @Test func `numbers of four digits are years where time is shown`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"y": 1990, "v": 1}, {"y": 2020, "v": 2}]}, "mark": "line",
       "encoding": {"x": {"field": "y", "type": "temporal"},
                    "y": {"field": "v", "type": "quantitative"}}}
      """)
    #expect(chart.model.layers[0].rows.map { $0.x.map { CalendarDate($0).year } } == [1990, 2020])
    #expect(labels(chart).x.hasPrefix("1990 "))
  }

  @Test func `months have ticks of their own`() throws {
    let chart = try chart(
      """
      {"data": {"values": [{"d": "2012-01-03", "v": 1}, {"d": "2012-12-03", "v": 7}]},
       "mark": "line", "encoding": {"x": {"field": "d", "timeUnit": "month"},
                                    "y": {"field": "v", "type": "quantitative"}}}
      """)
    #expect(labels(chart).x.hasPrefix("Jan"))
    #expect(chart.model.x.tickCount == 10)
  }

  @Test func `areas and error bands start at zero unless the scale says otherwise`() throws {
    func domain(_ mark: String, _ y: String) throws -> ClosedRange<Double> {
      try chart(
        """
        {"data": {"values": [{"x": 1, "a": 20, "b": 30}, {"x": 2, "a": 24, "b": 40}]},
         "mark": "\(mark)", "encoding": {"x": {"field": "x", "type": "quantitative"},
           "y": {"field": "a", "type": "quantitative"\(y)}, "y2": {"field": "b"}}}
        """
      ).model.y.domain
    }
    for mark in ["area", "errorband"] {
      #expect(try domain(mark, "") == 0...40)
      #expect(try domain(mark, ", \"scale\": {\"zero\": false}") == 20...40)
    }
  }

  @Test func `keys without effect in print are known by their place`() {
    #expect(UnprintedKeys.reason(of: "params", at: []) == .screen)
    #expect(UnprintedKeys.reason(of: "titleColor", at: ["encoding", "x", "axis"]) == .style)
    #expect(UnprintedKeys.reason(of: "cornerRadius", at: ["layer", "0", "mark"]) == .style)
    #expect(UnprintedKeys.reason(of: "title", at: ["encoding", "x"]) == nil)
    #expect(UnprintedKeys.reason(of: "view", at: ["config"]) == nil)
    #expect(UnprintedKeys.reason(of: "align", at: ["data", "values", "0"]) == nil)
  }
}

import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// What an author asks of legends and headers: sides, directions, columns, values, words.
struct LegendArrangementTests {
  private func chart(_ more: String) throws -> Chart {
    try LegendSample.chart("\"point\"", more)
  }

  private func kind(_ legend: String) throws -> Chart {
    try chart("\"color\": {\"field\": \"kind\", \"legend\": {\(legend)}}")
  }

  private func count(_ legend: String, channel: String = "color") throws -> Chart {
    try chart(
      "\"\(channel)\": {\"field\": \"n\", \"type\": \"quantitative\", \"legend\": {\(legend)}}")
  }

  private func words(_ chart: Chart, width: Points? = 300) -> [(String, Point)] {
    LegendSample.words(chart, width: width)
  }

  @Test func `a legend names the values that it is asked to name, in their order`() throws {
    #expect(try words(kind("\"values\": [\"k3\", \"k0\"]")).map(\.0) == ["Kind", "k3", "k0"])
    #expect(try words(count("\"values\": [10, 60]")).map(\.0) == ["Count", "10", "60"])
    #expect(
      try words(count("\"values\": [10, 60]", channel: "size")).map(\.0) == ["Count", "10", "60"])
    #expect(
      try words(count("\"tickCount\": 2", channel: "opacity")).map(\.0) == ["Count", "50", "100"])
  }

  @Test func `words of legends are made by labelExpr`() throws {
    #expect(
      try words(kind("\"title\": null, \"labelExpr\": \"upper(datum.label) + datum.index\""))
        .map(\.0) == ["K10", "K21", "K32", "K03"])
    #expect(
      try words(count("\"labelExpr\": \"datum.value / 10 + ' tens'\"")).map(\.0)
        == ["Count", "0 tens", "10 tens"])
    let error = #expect(throws: ChartError.self) { try kind("\"labelExpr\": \"1 +\"") }
    #expect(
      error?.problems.first?.path == ["encoding", "color", "legend", "labelExpr"])
  }

  @Test func `entries stand in as many columns as asked for, upright ones down the columns`() throws
  {
    func places(_ legend: String) throws -> [String: Point] {
      Dictionary(uniqueKeysWithValues: try words(kind("\"title\": null, " + legend)))
    }
    let across = try places("\"columns\": 2")
    #expect(across["k1"]?.y == across["k2"]?.y && across["k1"]?.x == across["k3"]?.x)
    let down = try places("\"columns\": 2, \"direction\": \"vertical\"")
    #expect(down["k1"]?.x == down["k2"]?.x && down["k1"]?.y == down["k3"]?.y)
    let one = try places("\"direction\": \"vertical\"")
    #expect(Set(one.values.map(\.x)).count == 1 && Set(one.values.map(\.y)).count == 4)
  }

  @Test func `a gradient has places between its ends where they are asked for, or stands upright`()
    throws
  {
    #expect(try words(count("")).map(\.0) == ["Count", "0", "100"])
    #expect(
      try words(count("\"tickCount\": 5")).map(\.0) == [
        "Count", "0", "20", "40", "60", "80", "100",
      ])
    let upright = try words(count("\"direction\": \"vertical\"")).dropFirst()
    #expect(upright.map(\.0) == ["0", "20", "40", "60", "80", "100"])
    #expect(upright.map(\.1.y) == upright.map(\.1.y).sorted(by: >))
    let symbols = try count("\"type\": \"symbol\"")
    let guides = LegendGuide.all(symbols.model, .standard)
    guard case .entries(let entries) = guides[0].content else {
      Issue.record("a legend of symbols has entries")
      return
    }
    #expect(entries.map(\.words) == ["0", "20", "40", "60", "80", "100"])
  }

  @Test(arguments: ["left", "right", "top-left", "top-right", "bottom-left", "bottom-right"])
  func `a legend stands at its side or in its corner`(_ orient: String) throws {
    func plan(_ chart: Chart) throws -> ChartPlan {
      ChartPlan(
        chart.model, size: Size(width: 300, height: 180), area: nil, title: nil,
        theme: .standard, text: FixedWidthText())
    }
    let top = try plan(kind(""))
    let plan = try plan(kind("\"orient\": \"\(orient)\""))
    #expect(plan.size == Size(width: 300, height: 180))
    let area = plan.panel.area
    switch orient {
    case "left": #expect(area.minX > top.panel.area.minX + 20)
    case "right": #expect(area.maxX < top.panel.area.maxX - 20)
    default:
      let rect = try #require(plan.insets.first).rect
      #expect(rect.minX >= area.minX && rect.maxX <= area.maxX && rect.maxY <= area.maxY)
      #expect((rect.midX < area.midX) == orient.hasSuffix("left"))
      #expect((rect.midY < area.midY) == orient.hasPrefix("top"))
    }
  }

  @Test func `legends of several channels stand at several sides`() throws {
    let chart = try chart(
      """
      "color": {"field": "kind", "legend": {"orient": "left"}},
      "size": {"field": "n", "type": "quantitative", "legend": {"orient": "bottom"}}
      """)
    let frame = try chart.draw(width: 300, text: FixedWidthText())
    let labels = LabelReader.labels(of: frame)
    let (kind, count) = (labels.first { $0.0 == "Kind" }, labels.first { $0.0 == "Count" })
    #expect(try #require(kind).1.x < 10 && #require(kind).1.y < 40)
    #expect(try #require(count).1.y > frame.size.height - 15)
  }

  @Test func `headers of small multiples are made by labelExpr, or left out`() throws {
    func headers(_ header: String) throws -> [String] {
      let chart = try chart(
        "\"facet\": {\"field\": \"kind\", \"columns\": 4, \"header\": {\(header)}}")
      return LabelReader.words(of: try chart.draw(width: 400, text: FixedWidthText()))
        .filter { ($0.hasPrefix("k") && $0 != "kind") || $0.hasPrefix("of") }
    }
    #expect(try headers("") == ["k0", "k1", "k2", "k3"])
    #expect(
      try headers("\"labelExpr\": \"'of ' + datum.value\"") == ["of k0", "of k1", "of k2", "of k3"])
    #expect(try headers("\"labels\": false").isEmpty)
    let error = #expect(throws: ChartError.self) { try headers("\"labelExpr\": \"(\"") }
    #expect(
      error?.problems.map(\.path) == [["encoding", "facet", "header", "labelExpr"]])
  }

  @Test func `what is wrong with a header is told where it is written`() throws {
    let header = #"{"field": "kind", "header": {"labelExpr": "("}}"#
    let point = #""mark": "point", "encoding": {"x": {"field": "x"}"#
    for (text, path) in [
      ("{\(point), \"row\": \(header)}}", ["encoding", "row"]),
      ("{\(point), \"column\": \(header)}}", ["encoding", "column"]),
      ("{\"layer\": [{\(point), \"column\": \(header)}}]}", ["layer", "0", "encoding", "column"]),
      ("{\"facet\": \(header), \"spec\": {\(point)}}}", ["facet"]),
      ("{\"facet\": {\"row\": \(header)}, \"spec\": {\(point)}}}", ["facet", "row"]),
    ] {
      let error = #expect(throws: ChartError.self) {
        try Chart(
          JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: LegendSample.data())
      }
      #expect(error?.problems.map(\.path) == [path + ["header", "labelExpr"]])
    }
  }

  @Test func `a legend tells which of the values that it is to name are no categories`() throws {
    let chart = try kind("\"values\": [\"k3\", \"k9\"]")
    #expect(words(chart).map(\.0) == ["Kind", "k3"])
    #expect(
      chart.warnings.map { $0.path.joined(separator: ".") + ": " + $0.message } == [
        "encoding.color.legend.values.1: 'k9' is no category of the legend"
      ])
    #expect(chart.warnings.first?.help == ["the categories are 'k1', 'k2', 'k3', 'k0'"])
    let error = #expect(throws: ChartError.self) { try kind("\"columns\": -1") }
    #expect(error?.problems.map(\.path) == [["encoding", "color", "legend", "columns"]])
  }

  @Test func `a legend that another stands for is named when it says how it looks`() throws {
    func warnings(_ color: String, _ shape: String) throws -> [[String]] {
      try chart(
        #""color": {"field": "kind"\#(color)}, "shape": {"field": "kind"\#(shape)}"#
      ).warnings.map(\.path)
    }
    let columns = #", "legend": {"columns": 2}"#
    #expect(try warnings("", columns) == [["encoding", "shape", "legend"]])
    #expect(try warnings(columns, columns).isEmpty && warnings(columns, "").isEmpty)
    // Without a legend of colours the shapes have theirs.
    #expect(try warnings(#", "legend": null"#, columns).isEmpty)
    let alone = try chart(
      #""color": {"field": "kind", "legend": null}, "shape": {"field": "kind"}"#)
    #expect(words(alone).map(\.0) == ["Kind", "k1", "k2", "k3", "k0"])
  }

  @Test func `short keys of two channels share a row`() throws {
    let chart = try chart(
      """
      "color": {"field": "kind", "legend": {"values": ["k1", "k2"]}},
      "size": {"field": "n", "type": "quantitative", "legend": {"values": [50]}}
      """)
    let places = words(chart, width: 300)
    #expect(Set(places.map(\.1.y)).count == 1)
    #expect(Set(words(chart, width: 90).map(\.1.y)).count > 1)
  }

  @Test func `a legend names no category of which nothing is drawn`() throws {
    let text = """
      {"mark": "point", "encoding": {"x": {"field": "x", "scale": {"type": "log"}},
        "y": {"field": "y"}, "color": {"field": "k"}}}
      """
    let data = ChartData([
      ChartColumn("x", values: [.number(1), .number(0), .number(10), .number(5)]),
      ChartColumn("y", values: [.number(1), .number(2), .number(3), .number(4)]),
      ChartColumn("k", values: [.text("a"), .text("b"), .text("c"), .text("a")]),
    ])
    let chart = try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: data)
    #expect(words(chart).map(\.0) == ["k", "a", "c"])
  }
}

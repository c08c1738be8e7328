import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// What an author asks of legends and headers: sides, directions, columns, values, words.
struct LegendArrangementTests {
  private static let data = ChartData([
    ChartColumn("x", values: (1...6).map { .number(Double($0)) }),
    ChartColumn("y", values: [3, 1, 4, 1, 5, 9].map { .number($0) }),
    ChartColumn("n", title: "Count", values: [0, 25, 40, 70, 90, 100].map { .number($0) }),
    ChartColumn("kind", title: "Kind", values: (1...6).map { .text("k\($0 % 4)") }),
  ])

  private func chart(_ more: String, mark: String = "point") throws -> Chart {
    let text = """
      {"mark": "\(mark)", "encoding": {"x": {"field": "x", "type": "quantitative"},
        "y": {"field": "y", "type": "quantitative"}, \(more)}}
      """
    return try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: Self.data)
  }

  private func kind(_ legend: String) throws -> Chart {
    try chart("\"color\": {\"field\": \"kind\", \"legend\": {\(legend)}}")
  }

  private func count(_ legend: String, channel: String = "color") throws -> Chart {
    try chart(
      "\"\(channel)\": {\"field\": \"n\", \"type\": \"quantitative\", \"legend\": {\(legend)}}")
  }

  /// The words of a legend from the left and from above, each with its place.
  private func words(_ chart: Chart, width: Points? = 300) throws -> [(String, Point)] {
    let guides = LegendGuide.all(chart.model, .standard)
    let legend = Legend(guides, width: width, theme: .standard, text: FixedWidthText())
    return legend.map { LabelReader.labels(of: $0.frame) } ?? []
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
      return LabelReader.labels(of: try chart.draw(width: 400, text: FixedWidthText())).map(\.0)
        .filter { ($0.hasPrefix("k") && $0 != "kind") || $0.hasPrefix("of") }
    }
    #expect(try headers("") == ["k0", "k1", "k2", "k3"])
    #expect(
      try headers("\"labelExpr\": \"'of ' + datum.value\"") == ["of k0", "of k1", "of k2", "of k3"])
    #expect(try headers("\"labels\": false").isEmpty)
    #expect(throws: ChartError.self) { try headers("\"labelExpr\": \"(\"") }
  }

  @Test func `short keys of two channels share a row`() throws {
    let chart = try chart(
      """
      "color": {"field": "kind", "legend": {"values": ["k1", "k2"]}},
      "size": {"field": "n", "type": "quantitative", "legend": {"values": [50]}}
      """)
    let places = try words(chart, width: 300)
    #expect(Set(places.map(\.1.y)).count == 1)
    #expect(try Set(words(chart, width: 90).map(\.1.y)).count > 1)
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
    #expect(try words(chart).map(\.0) == ["k", "a", "c"])
  }

  @Test func `grid lines make way for labels`() {
    var line = GridLine(isUpright: true, at: 50, 0...100)
    line.makeWay(for: Rect(x: 40, y: 20, width: 20, height: 8))
    #expect(line.parts == [0...19, 29...100])
    line.makeWay(for: Rect(x: 60, y: 50, width: 20, height: 8))
    #expect(line.parts == [0...19, 29...100])
    line.makeWay(for: Rect(x: 45, y: 95, width: 20, height: 8))
    #expect(line.parts == [0...19, 29...94])
    var level = GridLine(isUpright: false, at: 10, 0...100)
    level.makeWay(for: Rect(x: -5, y: 6, width: 20, height: 8))
    #expect(level.parts == [16...100])
  }
}

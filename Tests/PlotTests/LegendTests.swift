import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// Keys to colours, shapes, dashes, sizes and opacities.
struct LegendTests {
  private static let data = ChartData([
    ChartColumn("x", values: (1...6).map { .number(Double($0)) }),
    ChartColumn("y", values: [3, 1, 4, 1, 5, 9].map { .number($0) }),
    ChartColumn("n", title: "Count", values: [10, 25, 40, 70, 90, 100].map { .number($0) }),
    ChartColumn("kind", title: "Kind", values: (1...6).map { .text($0 % 2 == 0 ? "a" : "b") }),
    ChartColumn("other", values: (1...6).map { .text($0 < 4 ? "c" : "d") }),
  ])

  private func chart(_ mark: String, _ more: String) throws -> Chart {
    let text = """
      {"mark": \(mark), "encoding": {"x": {"field": "x", "type": "quantitative"},
        "y": {"field": "y", "type": "quantitative"}, \(more)}}
      """
    return try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: Self.data)
  }

  private func legend(_ mark: String, _ more: String, width: Points = 300) throws -> String {
    let model = try chart(mark, more).model
    guard
      let legend = Legend(
        model, width: width, theme: .standard, text: FixedWidthText())
    else { return "" }
    return FrameDump.text(of: legend.frame)
  }

  @Test func `every channel has a key`() throws {
    let dump = try [
      legend("\"point\"", "\"size\": {\"field\": \"n\"}"),
      legend("\"point\"", "\"opacity\": {\"field\": \"n\"}"),
      legend("\"line\"", "\"strokeDash\": {\"field\": \"kind\"}"),
      legend("\"point\"", "\"shape\": {\"field\": \"kind\"}"),
      legend("\"point\"", "\"color\": {\"field\": \"n\"}"),
      legend("\"point\"", "\"color\": {\"field\": \"kind\"}"),
    ]
    expectGolden(dump.joined(separator: "\n"), "legends.txt")
  }

  @Test func `channels of the same categories share a key`() throws {
    let kind = "{\"field\": \"kind\", \"type\": \"nominal\"}"
    let one = try legend("\"point\"", "\"color\": \(kind)")
    #expect(try legend("\"point\"", "\"color\": \(kind), \"shape\": \(kind)") == one)
    let line = try legend("\"line\"", "\"color\": \(kind)")
    #expect(try legend("\"line\"", "\"color\": \(kind), \"strokeDash\": \(kind)") == line)
    let two = try legend("\"line\"", "\"color\": \(kind), \"strokeDash\": {\"field\": \"other\"}")
    #expect(two != line)
  }

  @Test func `a key can be left out`() throws {
    #expect(try legend("\"point\"", "\"size\": {\"field\": \"n\", \"legend\": null}").isEmpty)
    #expect(try legend("\"point\"", "\"opacity\": {\"value\": 0.5}").isEmpty)
    func kind(_ legend: String) -> String {
      "\"color\": {\"field\": \"kind\", \"legend\": {\(legend)}}"
    }
    #expect(try legend("\"point\"", kind("\"orient\": \"none\"")).isEmpty)
    #expect(try legend("\"line\"", kind("\"orient\": \"none\"")).isEmpty)
    // Vega-Lite's own meaning: a place given by hand.
    #expect(
      try legend("\"point\"", kind("\"orient\": \"none\", \"legendX\": 20"))
        == legend("\"point\"", kind("")))
  }

  @Test func `a legend stands where it is asked for, within the width`() throws {
    func plan(_ orient: String) throws -> ChartPlan {
      let legend = "\"legend\": {\"orient\": \"\(orient)\"}"
      let model = try chart("\"point\"", "\"color\": {\"field\": \"kind\", \(legend)}").model
      return ChartPlan(
        model, size: Size(width: 300, height: 180), area: nil, title: nil, theme: .standard,
        text: FixedWidthText())
    }
    let (top, right, bottom) = try (plan("top"), plan("right"), plan("bottom"))
    for plan in [top, right, bottom] { #expect(plan.size == Size(width: 300, height: 180)) }
    #expect(right.panel.area.maxX < top.panel.area.maxX - 20)
    #expect(bottom.panel.area.maxY < top.panel.area.maxY - 10)
    #expect(right.panel.area.maxY == top.panel.area.maxY)
  }

  @Test func `areas of points mean the same in all small multiples`() throws {
    let chart = try chart(
      "\"point\"", "\"size\": {\"field\": \"n\"}, \"facet\": {\"field\": \"other\"}")
    let areas = chart.view.models.map { model -> Double in
      let sizes = PointSizes(model.layers[0].mark, model, .standard)
      return sizes.area(of: model.layers[0].rows[0]) / (model.layers[0].rows[0].size ?? 1)
    }
    #expect(abs(areas[0] - areas[1]) < 1e-9)
  }
}

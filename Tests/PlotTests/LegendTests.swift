import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// Keys to colours, shapes, dashes, sizes and opacities.
struct LegendTests {
  private func chart(_ mark: String, _ more: String) throws -> Chart {
    try LegendSample.chart(mark, more, LegendSample.data(least: 10, kinds: ["a", "b"]))
  }

  private func legend(_ mark: String, _ more: String, width: Points = 300) throws -> String {
    let model = try chart(mark, more).model
    guard
      let legend = Legend(
        LegendGuide.all(model, .standard), width: width, theme: .standard,
        text: FixedWidthText())
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
      let sizes = PointSizes(model.layers[0], model, .standard)
      return sizes.area(of: model.layers[0].rows[0]) / (model.layers[0].rows[0].size ?? 1)
    }
    #expect(abs(areas[0] - areas[1]) < 1e-9)
  }

  @Test func `sizes, opacities and shapes follow the range and the scale of their channel`() throws
  {
    func sizes(_ scale: String) throws -> [Double] {
      let model = try chart(
        "\"point\"",
        "\"size\": {\"field\": \"n\", \"type\": \"quantitative\", \"scale\": {\(scale)}}"
      ).model
      let sizes = PointSizes(model.layers[0], model, .standard)
      return model.layers[0].rows.map { sizes.area(of: $0).rounded() }
    }
    #expect(try sizes("\"range\": [0, 200]") == [20, 50, 80, 140, 180, 200])
    #expect(try sizes("\"range\": [0, 200], \"reverse\": true") == [180, 150, 120, 60, 20, 0])
    #expect(try sizes("\"range\": [0, 90], \"zero\": false") == [0, 15, 30, 60, 80, 90])
    #expect(try sizes("\"range\": [0, 100], \"domain\": [0, 50]") == [20, 50, 80, 100, 100, 100])
    #expect(try sizes("\"range\": [0, 100], \"type\": \"log\"")[1] == 40)
    #expect(try sizes("\"range\": [0, 100], \"type\": \"sqrt\"")[1] == 50)
    let faint = try chart(
      "\"point\"",
      "\"opacity\": {\"field\": \"n\", \"type\": \"quantitative\", \"scale\": {\"range\": [0.1, 1]}}"
    ).model
    #expect(faint.layers[0].rows[0].opacity.map { abs($0 - 0.1) < 1e-6 } == true)
    let shapes = try chart(
      "\"point\"",
      "\"shape\": {\"field\": \"kind\", \"scale\": {\"range\": [\"cross\", \"square\"]}}"
    ).model
    #expect(shapes.shape(0) == .cross && shapes.shape(1) == .square && shapes.shape(2) == .cross)
    let error = #expect(throws: ChartError.self) {
      try chart(
        "\"point\"", "\"shape\": {\"field\": \"kind\", \"scale\": {\"range\": [\"blob\"]}}")
    }
    #expect(error?.problems.first?.message == "'blob' is no shape")
  }

  @Test func `colours grow evenly on the scale of their channel`() throws {
    func shade(_ scale: String) throws -> Double? {
      let model = try chart(
        "\"point\"",
        "\"color\": {\"field\": \"n\", \"type\": \"quantitative\", \"scale\": {\(scale)}}"
      ).model
      guard case .shades(let shades) = model.color else { return nil }
      return (shades.scale.share(of: 25) * 1000).rounded() / 1000
    }
    #expect(try shade("\"domain\": [0, 100]") == 0.25)
    #expect(try shade("\"domain\": [0, 100], \"type\": \"sqrt\"") == 0.5)
    #expect(try shade("\"domain\": [0, 100], \"type\": \"pow\", \"exponent\": 2") == 0.063)
    #expect(try shade("\"domain\": [1, 625], \"type\": \"log\"") == 0.5)
  }
}

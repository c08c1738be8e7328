import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// What legends of numbers name, and what their colours, areas and widths are.
struct LegendScaleTests {
  private func chart(
    _ channel: String, scale: String = "", legend: String = "", _ values: [Double]
  ) throws -> Chart {
    let data = ChartData([
      ChartColumn("x", values: values.indices.map { .number(Double($0 + 1)) }),
      ChartColumn("n", title: "Count", values: values.map { .number($0) }),
    ])
    let text = """
      {"mark": "point", "encoding": {"x": {"field": "x"}, "y": {"field": "x"},
        "\(channel)": {"field": "n", "type": "quantitative", "scale": {\(scale)},
          "legend": {\(legend)}}}}
      """
    return try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: data)
  }

  private func words(_ chart: Chart) -> [String] { LegendSample.words(chart).map(\.0) }

  private func shades(_ scale: String, _ values: [Double]) throws -> ShadeModel {
    let chart = try chart("color", scale: scale, values)
    guard case .shades(let shades) = chart.model.color else {
      throw ChartError(problems: [])
    }
    return shades
  }

  @Test(
    arguments: [
      (#""type": "log", "domain": [1, 10000], "domainMid": 10"#, 10, 0.25, 100, 2 / 3.0),
      (#""type": "sqrt", "domain": [0, 100], "domainMid": 4"#, 4, 0.2, 36, 0.75),
      (#""domain": [0, 100], "domainMid": 20"#, 20, 0.2, 60, 0.75),
      (#""type": "pow", "exponent": 2, "domain": [0, 10], "domainMid": 6"#, 6, 0.36, 0, 0),
    ] as [(String, Double, Double, Double, Double)])
  func `the middle of a ramp stands at the middle of the scale, on every kind`(
    _ scale: String, _ middle: Double, _ share: Double, _ other: Double, _ place: Double
  ) throws {
    let shades = try shades(scale + #", "scheme": "redblue""#, [1, 2])
    #expect(shades.color(middle) == shades.ramp.color(at: 0.5))
    #expect(abs(shades.scale.share(of: middle) - share) < 1e-9)
    #expect(shades.color(at: shades.scale.share(of: middle)) == shades.ramp.color(at: 0.5))
    let (a, b) = (shades.color(other), shades.ramp.color(at: place))
    #expect(abs(a.red - b.red) + abs(a.green - b.green) + abs(a.blue - b.blue) < 1e-5)
  }

  @Test
  func `logarithmic colours and sizes have one rule for what is not positive, and tell of it`()
    throws
  {
    let shades = try shades(#""type": "log""#, [0, 2, 100])
    #expect(shades.scale.domain == 2...100)
    #expect(shades.color(0) == shades.color(2) && shades.color(3) != shades.color(2))
    for channel in ["color", "size", "opacity"] {
      let chart = try chart(channel, scale: #""type": "log""#, [0, 2, 100])
      let found = chart.warnings.map { $0.path.joined(separator: ".") + ": " + $0.message }
      #expect(
        found == [
          "encoding.\(channel).scale: a logarithmic scale has no zero: what is less is drawn "
            + "as 2"
        ])
      #expect(try self.chart(channel, scale: #""type": "log""#, [1, 100]).warnings.isEmpty)
    }
  }

  @Test func `a legend of sizes names no value outside its scale, and says which`() throws {
    let chart = try chart("size", legend: #""values": [50, 100, 1000]"#, [0, 40, 100])
    #expect(words(chart) == ["Count", "50", "100"])
    let warning = try #require(chart.warnings.first)
    #expect(chart.warnings.count == 1)
    #expect(warning.path == ["encoding", "size", "legend", "values", "2"])
    #expect(warning.message == "'1000' lies outside the scale")
    #expect(warning.help == ["the scale runs from 0 to 100"])
  }

  @Test func `a gradient takes the least step between its numbers`() throws {
    #expect(
      try words(chart("color", legend: #""tickMinStep": 50"#, [0, 100]))
        == ["Count", "0", "50", "100"])
  }

  @Test func `one number is written alike in every legend`() throws {
    let values = [0, 1_234_567.0]
    #expect(try words(chart("color", values)) == ["Count", "0", "1,234,567"])
    #expect(
      try words(chart("color", legend: #""tickCount": 3"#, values))
        == ["Count", "0", "500,000", "1,000,000"])
    #expect(
      try words(chart("size", legend: #""tickCount": 3"#, values))
        == ["Count", "500,000", "1,000,000"])
    #expect(
      try words(chart("size", scale: #""type": "log""#, [1, 1e8])).dropFirst()
        == words(chart("color", scale: #""type": "log""#, legend: #""tickCount": 4"#, [1, 1e8]))
        .dropFirst())
  }

  @Test func `sizes without a scale are areas and widths themselves`() throws {
    func layer(_ mark: String, _ size: String) throws -> (Chart, [Double]) {
      let chart = try LegendSample.chart("\"\(mark)\"", "\"size\": \(size)")
      let sizes = PointSizes(chart.model.layers[0], chart.model, .standard)
      return (chart, chart.model.layers[0].rows.map { sizes.area(of: $0) })
    }
    #expect(try layer("point", #"{"value": 200}"#).1 == Array(repeating: 200, count: 6))
    #expect(
      try layer("point", #"{"field": "n", "type": "quantitative", "scale": null}"#).1
        == [0, 25, 40, 70, 90, 100])
    let trail = try layer("trail", #"{"value": 7}"#).0
    let frame = try trail.draw(width: 200, text: FixedWidthText())
    let widths = frame.items.compactMap { item -> Points? in
      guard case .path(let path, .some, nil) = item, path.elements.count == 5,
        case .move(let a) = path.elements[0], case .line(let b) = path.elements[3]
      else { return nil }
      return ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
    #expect(widths.count == 5 && widths.allSatisfy { abs($0 - 7) < 1e-9 })
  }

  @Test func `a range of sizes holds for numbers that are not positive, too`() throws {
    let chart = try chart("size", scale: #""range": [10, 110], "zero": false"#, [-10, -5, 0])
    let sizes = PointSizes(chart.model.layers[0], chart.model, .standard)
    #expect(chart.model.layers[0].rows.map { sizes.area(of: $0) } == [10, 60, 110])
  }
}

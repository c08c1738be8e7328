import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

@Suite struct DirectLabelTests {
  private func chart(_ json: String, ends: [Double] = [9, 9, 8]) throws -> Chart {
    var columns: [[ChartValue]] = [[], [], []]
    for (group, end) in ends.enumerated() {
      for x in [1, end] {
        columns[0].append(.text("line \(group)"))
        columns[1].append(.number(x))
        columns[2].append(.number(x * Double(group + 1)))
      }
    }
    let data = ChartData(
      zip(["g", "x", "y"], columns).map { ChartColumn($0, values: $1) })
    return try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)), data: data)
  }

  private func isDirect(_ chart: Chart, width: Points = 300) -> Bool {
    DirectLabels(
      chart.model, size: Size(width: width, height: width * 0.58), theme: .standard,
      text: FixedWidthText()) != nil
  }

  private func lines(_ legend: String = "") -> String {
    """
    {"mark": "line", "encoding": {"x": {"field": "x"}, "y": {"field": "y"},
      "color": {"field": "g"\(legend)}}}
    """
  }

  @Test func `lines are named at their ends where names fit, else in a legend`() throws {
    #expect(try isDirect(chart(lines())))
    #expect(try !isDirect(chart(lines(", \"legend\": {\"direct\": false}"))))
    #expect(try !isDirect(chart(lines(", \"legend\": null"))))
    #expect(try !isDirect(chart(lines(), ends: [9, 9, 4])), "one ends in the middle")
    #expect(try !isDirect(chart(lines()), width: 60), "names are too wide")
    #expect(try !isDirect(chart(lines(), ends: Array(repeating: 9, count: 11))), "too many")
    let domain = #", "scale": {"domain": ["line 0", "line 1", "line 2", "line 9"]}"#
    #expect(try isDirect(chart(lines(domain))), "a category without a row needs no name")
    let points = lines().replacingOccurrences(of: "line\"", with: "point\"")
    #expect(try !isDirect(chart(points)), "points have no ends")
  }

  @Test func `names neither overlap nor leave the order of their lines`() throws {
    let chart = try chart(lines(), ends: [9, 9, 9, 9, 9, 9, 9, 9])
    let frame = try chart.draw(width: 300, text: FixedWidthText())
    let names = LabelReader.boxes(of: frame).filter { $0.words.hasPrefix("line") }
      .sorted { $0.rect.minY < $1.rect.minY }
    #expect(names.allSatisfy { $0.rect.maxX <= 300 })
    #expect(names.map(\.words) == (0..<8).reversed().map { "line \($0)" })
    #expect(
      zip(names, names.dropFirst()).allSatisfy { $1.rect.minY - $0.rect.minY >= 7.5 * 1.3 - 1e-9 })
  }

  @Test(arguments: [
    ([0.0, 20, 40], [0.0, 20, 40]), ([0, 0], [-5, 5]), ([0, 4, 30], [-3, 7, 30]),
    ([0, 0, 0, 12], [-12, -2, 8, 18]),
  ])
  func `places move apart as little as they can`(_ wanted: [Points], _ expected: [Points]) {
    #expect(DirectLabels.spread(wanted, gap: 10) == expected)
  }

  @Test func `all text of charts has a contrast of four and a half to one`() {
    let theme = ChartTheme.standard
    let inks = [theme.ink, theme.muted] + theme.palette.map { $0.readable(on: theme.background) }
    for ink in inks { #expect(ink.contrast(with: theme.background) >= 4.5) }
  }

  @Test func `neighbours of the palette are told apart without red, green or any colour`() {
    // Viénot, Brettel and Mollon, 1999: protanopia and deuteranopia on linear light.
    let protan: [[Float]] = [
      [0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1],
    ]
    let deutan: [[Float]] = [
      [0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1],
    ]
    func seen(_ color: Color, _ matrix: [[Float]]) -> [Float] {
      let light = [color.red, color.green, color.blue].map { $0 * $0 }
      return matrix.map { row in
        max(zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }, 0).squareRoot()
      }
    }
    let palette = ChartTheme.standard.palette
    for matrix in [protan, deutan] {
      for (index, a) in palette.enumerated() {
        for b in palette[(index + 1)...] {
          let apart = zip(seen(a, matrix), seen(b, matrix)).map { abs($0 - $1) }.max() ?? 0
          #expect(apart > 0.1, "\(a) and \(b)")
        }
      }
    }
    // In grey print shapes and dashes tell what colours no longer do.
    #expect(PointShape.allCases.count >= palette.count)
  }
}

import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// Legends that are large for their chart.
struct LegendCrowdTests {
  private func frame(_ orients: [String], height: Double = 120) throws -> Frame {
    let data = ChartData([
      ChartColumn("x", values: (1...12).map { .number(Double($0)) }),
      ChartColumn("y", values: (1...12).map { .number(Double($0 * $0)) }),
      ChartColumn("kind", values: (1...12).map { .text("kind \($0)") }),
      ChartColumn("size", values: (1...12).map { .number(Double($0)) }),
    ])
    let channels = zip(["color", "size"], orients).map { channel, orient in
      let field = channel == "color" ? "kind" : "size"
      return #""\#(channel)": {"field": "\#(field)", "legend": {"orient": "\#(orient)"}}"#
    }
    let text = """
      {"title": "A title", "width": 200, "height": \(height), "mark": "point", "encoding": {
        "x": {"field": "x"}, "y": {"field": "y", "title": "A long title of y"},
        \(channels.joined(separator: ", "))}}
      """
    let chart = try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: data)
    return try chart.draw(width: 200, text: FixedWidthText())
  }

  @Test(
    arguments: [
      ["left"], ["right"], ["bottom"], ["top"], ["top-left"], ["top-right"], ["bottom-left"],
      ["bottom-right"], ["left", "right"], ["top-left", "bottom-left"], ["left", "bottom"],
    ])
  func `no legend leaves its chart or covers other words`(_ orients: [String]) throws {
    let frame = try frame(orients)
    let boxes = LabelReader.boxes(of: frame)
    #expect(Set(boxes.map(\.words)).isSuperset(of: (1...12).map { "kind \($0)" }))
    for (index, box) in boxes.enumerated() {
      #expect(
        box.rect.minX >= -0.5 && box.rect.maxX <= frame.size.width + 0.5
          && box.rect.minY >= -0.5 && box.rect.maxY <= frame.size.height + 0.5,
        "'\(box.words)' leaves the chart")
      for other in boxes[..<index] where box.rect.intersects(other.rect) {
        Issue.record("'\(box.words)' covers '\(other.words)'")
      }
    }
  }

  @Test func `a legend with room in its corner stays there`() throws {
    let frame = try frame(["top-left"], height: 300)
    #expect(frame.size.height == 300)
    let names = LabelReader.labels(of: frame).filter { $0.0.hasPrefix("kind ") }
    let ticks = LabelReader.labels(of: frame).filter { $0.0 == "0" }.map(\.1.x)
    #expect(try names.allSatisfy { try $0.1.x > #require(ticks.max()) })
  }
}

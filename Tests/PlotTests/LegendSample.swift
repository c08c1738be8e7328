import Foundation
import Graphics
import TestSupport

@testable import Plot

/// Charts of six rows, which have numbers and categories to explain.
enum LegendSample {
  /// - Parameters:
  ///   - least: of the counts, which end at 100.
  ///   - kinds: repeated over the rows, from the second on.
  static func data(least: Double = 0, kinds: [String] = ["k0", "k1", "k2", "k3"]) -> ChartData {
    ChartData([
      ChartColumn("x", values: (1...6).map { .number(Double($0)) }),
      ChartColumn("y", values: [3, 1, 4, 1, 5, 9].map { .number($0) }),
      ChartColumn(
        "n", title: "Count", values: [least, 25, 40, 70, 90, 100].map { .number($0) }),
      ChartColumn(
        "kind", title: "Kind", values: (1...6).map { .text(kinds[$0 % kinds.count]) }),
      ChartColumn("other", values: (1...6).map { .text($0 < 4 ? "c" : "d") }),
    ])
  }

  /// - Parameters:
  ///   - mark: in JSON.
  ///   - more: channels beside x and y.
  static func chart(_ mark: String, _ more: String, _ data: ChartData = data()) throws -> Chart {
    let text = """
      {"mark": \(mark), "encoding": {"x": {"field": "x", "type": "quantitative"},
        "y": {"field": "y", "type": "quantitative"}, \(more)}}
      """
    return try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: data)
  }

  /// The words of a legend from the left and from above, each with its place.
  static func words(_ chart: Chart, width: Points? = 300) -> [(String, Point)] {
    let guides = LegendGuide.all(chart.model, .standard)
    let legend = Legend(guides, width: width, theme: .standard, text: FixedWidthText())
    return legend.map { LabelReader.labels(of: $0.frame) } ?? []
  }
}

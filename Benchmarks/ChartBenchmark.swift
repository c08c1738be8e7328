import Foundation
import Graphics
import Plot

/// One labelled Pareto chart of six series, from its data to a frame.
struct ChartBenchmark {
  /// Sets labels half an em wide: the chart's own work is measured, not the fonts'.
  private struct PlainText: TextSetting {
    func setLabel(_ text: String, _ style: LabelStyle) -> Frame {
      let width = Double(text.utf8.count) * style.size / 2
      return Frame(
        size: Size(width: width, height: style.size), baseline: style.size * 0.8,
        items: [
          .path(
            .rect(Rect(x: 0, y: 0, width: width, height: style.size)), fill: .black, stroke: nil)
        ])
    }
  }

  func measure(runs: Int) throws -> [(name: String, seconds: Double)] {
    StepTimes.medians(try (0..<runs).map { _ in try run() })
  }

  private func run() throws -> StepTimes {
    var times = StepTimes()
    let data = Self.data
    let spec = try JSONDecoder().decode(ChartSpec.self, from: Data(Self.spec.utf8))
    try times.measure("one Pareto chart × 100") {
      for _ in 0..<100 {
        let chart = try Chart(spec, data: data)
        _ = try chart.draw(width: 363, text: PlainText())
      }
    }
    return times
  }

  private static let spec = """
    {"mark": "pareto", "encoding": {
      "x": {"field": "cost", "scale": {"type": "log"}, "better": "low"},
      "y": {"field": "score", "better": "high"},
      "color": {"field": "method"}, "label": {"field": "method"}}}
    """

  /// Six methods at three budgets each.
  private static var data: ChartData {
    var method: [ChartValue] = []
    var cost: [ChartValue] = []
    var score: [ChartValue] = []
    for series in 0..<6 {
      for budget in 0..<3 {
        method.append(.text("Method \(series + 1)"))
        cost.append(.number(0.1 * Double(1 << budget) * (1 + 0.07 * Double(series))))
        score.append(.number(88 + 4 * Double(budget) - 0.9 * Double((series * 5) % 6)))
      }
    }
    return ChartData([
      ChartColumn("method", values: method), ChartColumn("cost", values: cost),
      ChartColumn("score", values: score),
    ])
  }
}

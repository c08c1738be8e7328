import Foundation
import Plot
import Rendering
import Typography

/// A scatter of a million points in three groups, from CSV bytes to a PDF.
struct ScatterBenchmark {
  private let csv: [UInt8]

  init(rows: Int) {
    // A generator of its own, so that the points are the same everywhere.
    var state: UInt64 = 1
    func share() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 50)
    }
    var csv = Array("x,y,group\n".utf8)
    for row in 0..<rows {
      // Sums of three are thick in the middle.
      let (x, y) = (share() + share() + share(), share() + share() + share())
      csv += "\(x).\(row % 10),\(y).\(row % 7),group \(row % 3)\n".utf8
    }
    self.csv = csv
  }

  func measure(runs: Int) throws -> [(name: String, seconds: Double)] {
    StepTimes.medians(try (0..<runs).map { _ in try run() })
  }

  func run() throws -> StepTimes {
    var times = StepTimes()
    var spec = try JSONDecoder().decode(ChartSpec.self, from: Data(Self.spec.utf8))
    try times.measure("1,000,000 rows of CSV") {
      let rows = try DataSpec(url: "cloud.csv").rows(of: csv, fileName: "cloud.csv")
      spec.data = DataSpec(values: rows)
    }
    try times.measure("scatter to PDF") {
      let fonts = try FontLibrary()
      let chart = try Chart(
        spec, data: ChartData([]), theme: .vegaLite, conventions: .vegaLite)
      _ = try ChartExport(fonts: fonts).pdf(chart, title: "scatter")
    }
    return times
  }

  private static let spec = """
    {"width": 363, "height": 210, "mark": {"type": "point", "size": 4, "opacity": 0.3},
     "encoding": {"x": {"field": "x", "type": "quantitative"},
      "y": {"field": "y", "type": "quantitative"}, "color": {"field": "group"}}}
    """
}

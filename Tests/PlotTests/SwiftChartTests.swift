import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// Charts written in Swift. The examples of docs/charts.md are the functions of `Examples`.
@Suite struct SwiftChartTests {
  /// A row of the survey's comparison.
  struct Result {
    var method: String
    var tokens: Int
    var cost: Double
    var kept: Double
  }

  static let results = SurveySample.rows.map {
    Result(method: $0.method, tokens: Int($0.tokens), cost: $0.cost, kept: $0.kept)
  }

  enum Examples {
    static func scatter(_ results: [Result]) -> Chart {
      Chart {
        ForEach(results) { result in
          PointMark(
            x: .value("Relative cost", result.cost), y: .value("Accuracy kept (%)", result.kept)
          )
          .foregroundStyle(by: .value("Tokens kept", String(result.tokens)))
          .annotation(result.method)
        }
        RuleMark(y: .value("Accuracy kept (%)", 95))
          .lineStyle(dash: [3, 2])
      }
      .chartXScale(type: .log)
      .chartYScale(domain: 65...105)
    }

    static func lines(_ results: [Result]) -> Chart {
      Chart(results) { result in
        if result.tokens < 576 {
          LineMark(x: .value("Tokens", result.tokens), y: .value("Kept", result.kept))
            .foregroundStyle(by: .value("Method", result.method))
            .symbol(.circle)
        }
      }
      .chartYAxisLabel("Accuracy kept (%)")
      .frame(height: 180)
    }

    static func front(_ results: [Result]) -> Chart {
      Chart(results) { result in
        ParetoMark(
          x: .value("Relative cost", result.cost), y: .value("Accuracy kept (%)", result.kept),
          better: (x: .low, y: .high), knee: true
        )
        .annotation(result.method, keep: result.method == "VScan")
      }
      .chartXScale(type: .log)
    }

    static func bars(_ results: [Result]) -> Chart {
      Chart {
        for result in results where result.tokens == 64 {
          BarMark(x: .value("Kept", result.kept), y: .value("Method", result.method))
            .foregroundStyle(result.kept > 90 ? "#0072B2" : "#9AA3AB")
        }
      }
      .chartXAxis(format: ".0f")
    }

    static func shares(_ results: [Result]) -> Chart {
      Chart(results) { result in
        AreaMark(
          x: .value("Tokens", result.tokens), y: .value("Kept", result.kept), stacking: .center
        )
        .foregroundStyle(by: .value("Method", result.method))
        .interpolationMethod(.monotone)
        .opacity(0.8)
      }
      .chartXAxisLabel("Visual tokens")
      .chartLegend(position: .trailing)
    }

    static func heat(_ results: [Result]) -> Chart {
      Chart(results) { result in
        RectangleMark(
          x: .value("Tokens", String(result.tokens)), y: .value("Method", result.method)
        )
        .foregroundStyle(by: .value("Kept (%)", result.kept))
        TextMark(
          x: .value("Tokens", String(result.tokens)), y: .value("Method", result.method),
          text: String(Int(result.kept.rounded())))
      }
      .chartForegroundStyleScale(scheme: "greens")
    }

    static func grouped(_ results: [Result]) -> Chart {
      Chart {
        for result in results where (128...192).contains(result.tokens) {
          BarMark(x: .value("Method", result.method), y: .value("Kept (%)", result.kept))
            .foregroundStyle(by: .value("Tokens", String(result.tokens)))
            .position(by: .value("Tokens", String(result.tokens)))
        }
      }
      .chartForegroundStyleScale([
        "128": Color(red: 0, green: 0.45, blue: 0.7), "192": Color(red: 0.8, green: 0.4, blue: 0),
      ])
    }

    static func parts(_ results: [Result]) -> Chart {
      Chart(results) { result in
        SectorMark(angle: .value("Cost", result.cost), innerRadius: 30)
          .foregroundStyle(by: .value("Tokens", String(result.tokens)))
      }
      .chartLegend(.hidden)
    }

    static func bubbles(_ results: [Result]) -> Chart {
      Chart(results) { result in
        PointMark(x: .value("Cost", result.cost), y: .value("Kept (%)", result.kept))
          .symbol(.diamond)
          .symbolSize(by: .value("Tokens", result.tokens))
          .foregroundStyle("#009E73")
      }
    }
  }

  @Test(arguments: [
    ("scatter", Examples.scatter), ("lines", Examples.lines), ("front", Examples.front),
    ("bars", Examples.bars), ("shares", Examples.shares), ("heat", Examples.heat),
    ("grouped", Examples.grouped), ("parts", Examples.parts), ("bubbles", Examples.bubbles),
  ])
  func `the examples of the guide are drawn as recorded`(
    name: String, example: @Sendable ([Result]) -> Chart
  ) throws {
    let frame = try example(Self.results).draw(width: 300, text: FixedWidthText())
    expectGolden(FrameDump.text(of: frame), "swift-\(name).txt")
  }

  @Test func `the guide shows these examples`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func lines(_ text: String) -> [String] {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let guide = try String(contentsOf: root.appending(path: "docs/charts.md"), encoding: .utf8)
    let own = lines(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
    let fences = guide.components(separatedBy: "```swift\n").dropFirst().map {
      lines($0.components(separatedBy: "```")[0])
    }
    #expect(fences.count == 9)
    for fence in fences {
      let code = fence.filter { !$0.hasPrefix("import ") && !$0.hasPrefix("//") }
      #expect(
        own.indices.contains { own[$0...].starts(with: code) },
        "not in this file:\n\(code.joined(separator: "\n"))")
    }
  }

  @Test func `a chart in Swift is the one that its specification makes`() throws {
    let spec = try JSONDecoder().decode(
      ChartSpec.self,
      from: Data(
        """
        {"mark": {"type": "pareto", "knee": true}, "encoding": {
          "x": {"field": "Relative cost", "type": "quantitative", "scale": {"type": "log"}, "better": "low"},
          "y": {"field": "Accuracy kept (%)", "type": "quantitative", "better": "high"},
          "label": {"field": "label", "type": "nominal", "keep": ["VScan", "VScan", "VScan"]}}}
        """.utf8))
    let chart = Examples.front(Self.results)
    #expect(chart.specification == spec)
    let other = try Chart(spec, data: chart.data)
    #expect(chart.altText == other.altText)
    #expect(chart.altText.contains("Knee point: VScan"))
    let frames = try [chart, other].map {
      FrameDump.text(of: try $0.draw(width: 300, text: FixedWidthText()))
    }
    #expect(frames[0] == frames[1])
  }

  @Test func `marks of one kind share a layer, in the order of their first`() {
    let chart = Chart {
      ForEach([1.0, 2, 3]) { value in
        BarMark(x: .value("kind", "k\(value)"), y: .value("n", value))
        if value > 1 { PointMark(x: .value("kind", "k\(value)"), y: .value("n", value * 2)) }
      }
    }
    let layers = chart.specification.layer ?? []
    #expect(layers.map { $0.mark?.type } == [.bar, .point])
    #expect(layers.map { $0.data?.values?.data.rowCount } == [3, 2])
  }

  @Test func `mistakes are thrown when the chart is drawn`() {
    let chart = Chart {
      PointMark(x: .value("a", 1.0), y: .value("b", 2.0)).foregroundStyle("no colour")
    }
    #expect(chart.altText == "")
    #expect(throws: ChartError.self) {
      _ = try chart.draw(width: 200, text: FixedWidthText())
    }
    #expect(throws: ChartFileError.self) { _ = try chart.svg() }
  }

  @Test func `missing values are left out and named`() throws {
    let chart = Chart([1.0, nil, 3]) { value in
      PointMark(x: .value("a", value), y: .value("b", 1))
    }
    #expect(chart.exclusions.map(\.count) == [1])
    #expect(chart.exclusions.first?.reason == .noValue("a"))
  }

  @Test func `dates are grouped by their unit`() throws {
    let day = 86_400.0
    let chart = Chart([0.0, 3, 40]) { days in
      BarMark(
        x: .value("Month", Date(timeIntervalSince1970: days * day), unit: .month),
        y: .value("n", 1))
    }
    #expect(chart.model.layers[0].rows.map(\.x) == [0, 0, 31 * day * 1000])
    #expect(chart.model.x.title == "Month")
  }

  @Test func `a chart is written as SVG, PDF and PNG`() throws {
    let chart = Examples.front(Self.results)
    let svg = String(decoding: try chart.svg(title: "A front"), as: UTF8.self)
    #expect(svg.contains(">A front</title>"))
    #expect(svg.contains("Knee point"))
    #expect(try chart.pdf().starts(with: Array("%PDF-".utf8)))
    #expect(try chart.png(scale: 1).starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }
}

import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

@Suite struct ChartTests {
  private func spec(_ json: String) throws -> ChartSpec {
    try JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8))
  }

  private func chart(_ json: String, _ data: ChartData) throws -> Chart {
    try Chart(spec(json), data: data)
  }

  private let points = ChartData([
    ChartColumn(
      "a", unit: "ms", values: [.number(1), .number(0), .null, .number(100), .text("x")]),
    ChartColumn("b", values: [.number(1), .number(2), .number(3), .number(4), .number(5)]),
    ChartColumn("name", values: [.text("p"), .text("q"), .text("r"), .null, .text("t")]),
  ])

  @Test func `the survey's chart is drawn as recorded`() throws {
    let chart = try chart(SurveySample.json, SurveySample.data)
    let frame = try chart.draw(width: 363, text: FixedWidthText())
    expectGolden(FrameDump.text(of: frame), "survey-pareto.txt")
    expectGolden(chart.altText + "\n", "survey-pareto-alt.txt")
  }

  @Test func `the same chart drawn twice is the same`() throws {
    let chart = try chart(SurveySample.json, SurveySample.data)
    #expect(
      try chart.draw(width: 363, text: FixedWidthText())
        == chart.draw(width: 363, text: FixedWidthText()))
  }

  @Test func `rows that cannot be drawn are counted and named`() throws {
    let chart = try chart(
      """
      {"mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative",
        "scale": {"type": "log"}}, "y": {"field": "b"}, "label": {"field": "name"}}}
      """, points)
    #expect(
      chart.exclusions == [
        ChartExclusion(reason: .notPositive("a"), rows: ["q"]),
        ChartExclusion(reason: .noValue("a"), rows: ["r"]),
        ChartExclusion(reason: .noNumber("a"), rows: ["t"]),
      ])
    #expect(chart.altText.contains("Not shown, no value for 'a': r."))
    #expect(chart.model.x.title == "a (ms)")
  }

  @Test func `all mistakes of a specification are reported with their place`() throws {
    let spec = try spec(
      """
      {"mark": {"type": "pareto", "color": "reddish"}, "encoding": {"x": {"field": "cost"},
        "y": {"field": "b", "format": "q"}, "label": {}}}
      """)
    let error = #expect(throws: ChartError.self) { try Chart(spec, data: points) }
    #expect(
      error?.problems.map { $0.path.joined(separator: ".") } == [
        "encoding.x.field", "encoding.y.format", "encoding.label", "encoding.x", "encoding.y",
        "mark.color",
      ])
    #expect(error?.problems.first?.help == ["the columns are 'a', 'b', 'name'"])
  }

  @Test func `a label that must be kept is placed or the chart fails`() throws {
    let crowd = ChartData([
      ChartColumn("x", values: (0..<60).map { .number(Double($0 % 3)) }),
      ChartColumn("y", values: (0..<60).map { .number(Double($0 % 4)) }),
      ChartColumn("name", values: (0..<60).map { .text("a long label \($0)") }),
    ])
    let json =
      """
      {"mark": "point", "encoding": {"x": {"field": "x"}, "y": {"field": "y"},
        "label": {"field": "name", "keep": ["a long label 59"]}}}
      """
    let drawing = try chart(json, crowd).layOut(width: 363, text: FixedWidthText())
    let told = try chart(json, crowd).drawing(width: 363, text: FixedWidthText()).omissions
    #expect(
      told == [
        "there is no room for \(drawing.droppedLabels.count) labels: "
          + drawing.droppedLabels.joined(separator: ", ")
      ])
    #expect(!drawing.droppedLabels.isEmpty)
    #expect(!drawing.droppedLabels.contains("a long label 59"))
    let tiny = try chart(json, crowd)
    #expect(throws: ChartError.self) { try tiny.draw(width: 60, text: FixedWidthText()) }
  }

  @Test func `a mark stands in the registry for every file in its folder`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Plot/Marks")
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    #expect(
      files.map { $0.replacingOccurrences(of: ".swift", with: "") }.sorted()
        == MarkRegistry.all.map { "\($0)" }.sorted())
    #expect(
      Set(MarkRegistry.all.map { $0.type }).union(MarkRegistry.composite)
        == Set(MarkType.allCases))
  }

  @Test(arguments: [
    "bars", "stacked", "lines", "heat", "layers",
  ])
  func `other marks are drawn as recorded`(_ name: String) throws {
    let json = try #require(ChartSamples.json[name])
    let frame = try chart(json, ChartSamples.data).draw(width: 240, text: FixedWidthText())
    expectGolden(FrameDump.text(of: frame), "\(name).txt")
  }
}

/// Small charts of the marks beside points and fronts.
enum ChartSamples {
  static let data = ChartData([
    ChartColumn("kind", values: ["a", "a", "b", "b", "c", "c"].map { .text($0) }),
    ChartColumn("half", values: ["one", "two", "one", "two", "one", "two"].map { .text($0) }),
    ChartColumn("n", values: [1, 2, 3, 4, 5, 6].map { .number($0) }),
    ChartColumn("value", unit: "TFLOP", values: [3, 5, 8, 2, -1, 4].map { .number($0) }),
  ])

  static let json = [
    "bars": """
    {"mark": "bar", "encoding": {"x": {"field": "kind"}, "y": {"field": "value"},
      "xOffset": {"field": "half"}, "color": {"field": "half"}}}
    """,
    "stacked": """
    {"mark": "bar", "encoding": {"y": {"field": "kind"}, "x": {"field": "value"},
      "color": {"field": "half"}}}
    """,
    "lines": """
    {"mark": {"type": "line", "point": true}, "encoding": {"x": {"field": "n"},
      "y": {"field": "value"}, "color": {"field": "half"}}}
    """,
    "heat": """
    {"layer": [{"mark": "rect", "encoding": {"color": {"field": "value"}}},
      {"mark": "text", "encoding": {"text": {"field": "value", "format": ".0f"}}}],
      "encoding": {"x": {"field": "kind"}, "y": {"field": "half"}}}
    """,
    "layers": """
    {"layer": [
      {"mark": "area", "encoding": {"x": {"field": "n"}, "y": {"field": "value"}}},
      {"mark": "tick", "encoding": {"x": {"field": "n"}, "y": {"field": "value"}}},
      {"mark": {"type": "rule", "strokeDash": [2, 2]},
        "encoding": {"y": {"datum": 6.5}, "label": {"value": "limit"}}}]}
    """,
  ]
}

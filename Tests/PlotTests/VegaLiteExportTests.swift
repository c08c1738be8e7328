import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// A chart, written as Vega-Lite and read again, draws the same marks.
@Suite struct VegaLiteExportTests {
  private func chart(_ json: String, _ data: ChartData) throws -> Chart {
    try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)), data: data)
  }

  private func export(_ chart: Chart) throws -> String {
    try VegaLiteExport(chart, width: 363, text: FixedWidthText()).text()
  }

  /// What Vega-Lite's conventions make of an export.
  private func reread(_ text: String) throws -> Chart {
    let spec = try JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8))
    return try Chart(spec, data: ChartData([]), theme: .vegaLite, conventions: .vegaLite)
  }

  @Test(arguments: ["bars", "stacked", "lines", "heat", "layers"])
  func `marks stand in the same places after a round trip`(name: String) throws {
    let json = try #require(ChartSamples.json[name])
    let chart = try chart(json, ChartSamples.data)
    let again = try reread(try export(chart))
    #expect(again.model.x.domain == chart.model.x.domain)
    #expect(again.model.y.domain == chart.model.y.domain)
    #expect(again.model.x.categories == chart.model.x.categories)
    #expect(again.model.y.categories == chart.model.y.categories)
    #expect(again.model.x.title == chart.model.x.title)
    for (before, after) in zip(chart.model.layers, again.model.layers) {
      #expect(after.mark.type == before.mark.type)
      #expect(after.rows.map(\.x) == before.rows.map(\.x))
      #expect(after.rows.map(\.y) == before.rows.map(\.y))
      #expect(after.rows.map(\.y2) == before.rows.map(\.y2))
      // Painters colour rules and text that have no colour of their own.
      guard before.mark.type != .rule, before.mark.type != .text else { continue }
      #expect(
        after.rows.map { again.model.color.color(of: $0, mark: after.mark, theme: again.theme) }
          == before.rows.map {
            chart.model.color.color(of: $0, mark: before.mark, theme: chart.theme)
          })
    }
  }

  @Test func `a Pareto mark becomes points and the line of its front`() throws {
    let chart = try chart(SurveySample.json, SurveySample.data)
    let again = try reread(try export(chart))
    let types = again.model.layers.map(\.mark.type)
    #expect(
      types == [.line, .rule, .point, .point, .rule, .text]
        || types == [
          .line, .rule, .point, .point, .text,
        ])
    let front = ParetoAnalysis(chart.model.layers[0], chart.model).fronts[0].members
    let line = again.model.layers[0]
    #expect(line.mark.interpolate == .stepAfter)
    #expect(line.rows.sorted { ($0.order ?? 0) < ($1.order ?? 0) }.map(\.x) == front.map(\.x))
    #expect(again.model.layers[2].rows.count + front.count == SurveySample.rows.count)
    #expect(again.model.layers[3].rows.count == front.count)
    let words = again.model.layers.last?.rows.compactMap(\.text) ?? []
    #expect(words.contains("VScan"))
  }

  @Test func `what is exported is the same every time and says nothing of our own`() throws {
    let text = try export(try chart(SurveySample.json, SurveySample.data))
    #expect(text == (try export(try chart(SurveySample.json, SurveySample.data))))
    for word in ["\"better\"", "\"pareto\"", "\"label\": {", "\"keep\""] {
      #expect(!text.contains(word))
    }
    expectGolden(text, "survey-pareto.vl.json")
  }

  @Test func `a specification is written as it was read`() throws {
    for json in ChartSamples.json.values.sorted() + [SurveySample.json, Self.words] {
      let spec = try JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8))
      let text = JSONTree.object(spec.json).prettyText
      #expect(try JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)) == spec)
    }
  }

  @Test func `columns are called what Vega-Lite does not take for paths`() throws {
    let data = ChartData([
      ChartColumn("a.b[0]", values: [.number(1), .number(2)]),
      ChartColumn("c", values: [.number(3), .null]),
    ])
    let text = try export(
      try chart(
        """
        {"mark": "point", "encoding": {"x": {"field": "a\\\\.b\\\\[0\\\\]"}, "y": {"field": "c"}}}
        """, data))
    #expect(text.contains(#""field": "a\\.b\\[0\\]""#))
    #expect(text.contains(#"{"a.b[0]": 2, "c": null}"#))
    #expect(try reread(text).model.layers[0].rows.map(\.x) == [1])
  }

  @Test func `the data of a chart is what its marks stand for`() throws {
    let chart = try chart(
      """
      {"mark": "bar", "encoding": {"x": {"field": "d", "timeUnit": "yearmonth"},
                                   "y": {"field": "v", "aggregate": "mean"}}}
      """,
      ChartData([
        ChartColumn("d", values: ["2026-01-03", "2026-01-20", "2026-02-01"].map { .text($0) }),
        ChartColumn("v", values: [.number(1), .number(3), .number(7)]),
      ]))
    let rows = chart.drawnData
    #expect(rows.columns[0].values.map(\.fileText) == ["2026-01-01", "2026-02-01"])
    #expect(rows["mean_v"]?.values.map(\.fileText) == ["2", "7"])
  }

  private static let words = """
    {"title": {"text": "T", "subtitle": "S"}, "width": {"step": 12}, "height": 90,
     "mark": {"type": "bar", "width": {"band": 0.5}, "strokeDash": [2, 1], "extent": "ci"},
     "encoding": {
       "x": {"field": "a", "bin": {"maxbins": 4}, "axis": {"values": [1, 2], "tickCount": 3}},
       "y": {"aggregate": {"argmax": "b"}, "field": "c", "stack": null, "sort": "-x",
             "scale": {"type": "symlog", "constant": 2, "domainMin": 1}},
       "color": {"condition": {"test": {"and": ["datum.a > 1", {"field": "b", "range": [null, 3]}]},
                               "value": "red"}, "value": "blue"},
       "strokeDash": {"field": "g", "scale": {"range": [[1, 0], [4, 2]]}},
       "detail": [{"field": "g"}, {"field": "h", "timeUnit": {"unit": "year", "step": 5}}],
       "row": {"field": "g", "header": {"title": null}, "sort": ["b", "a"]},
       "tooltip": [{"field": "a", "type": "quantitative", "format": ".1f"}],
       "order": {"field": "h", "impute": {"value": 0}}},
     "resolve": {"scale": {"y": "independent"}}}
    """
}

import Foundation
import Testing

@testable import Plot

/// What a specification asks for and print does not show.
@Suite struct UnreadChannelTests {
  @Test(arguments: [
    (#""size": {"field": "name"}"#, "encoding.size: 'name' has no numbers: nothing gets its size"),
    (#""opacity": {"field": "name"}"#, "encoding.opacity: 'name' has no numbers: nothing gets its"),
    (
      #""shape": {"field": "name", "scale": {"range": ["M0,-1L1,1Z", "M-1,0h2z"]}}"#,
      "encoding.shape.scale.range: outlines are printed as the report's own shapes"
    ),
  ])
  func `what a chart cannot show is named at its place`(
    _ channel: String, _ warning: String
  ) throws {
    let data = ChartData([
      ChartColumn("name", values: [.text("A"), .text("B")]),
      ChartColumn("a", values: [.number(1), .number(2)]),
    ])
    let spec =
      #"{"mark": "point", "encoding": {"x": {"field": "a"}, "y": {"field": "a"}, "# + channel
      + "}}"
    let chart = try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(spec.utf8)), data: data)
    let warnings = chart.warnings.map { $0.path.joined(separator: ".") + ": " + $0.message }
    #expect(warnings.count == 1 && warnings[0].hasPrefix(warning), "\(warnings)")
  }

  @Test func `a shape that is neither a name nor an outline is an error beside outlines, too`() {
    let spec =
      #"{"mark": "point", "encoding": {"x": {"field": "a"}, "shape": {"field": "a", "#
      + #""type": "nominal", "scale": {"range": ["M0,-1L1,1Z", "blob"]}}}}"#
    let data = ChartData([ChartColumn("a", values: [.number(1), .number(2)])])
    let error = #expect(throws: ChartError.self) {
      try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(spec.utf8)), data: data)
    }
    #expect(error?.problems.map(\.message) == ["'blob' is no shape"])
  }

  @Test func `a size by numbers is drawn without a word`() throws {
    let data = ChartData([ChartColumn("a", values: [.number(1), .number(2)])])
    let spec =
      #"{"mark": "point", "encoding": {"x": {"field": "a"}, "size": {"field": "a"}}}"#
    let chart = try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(spec.utf8)), data: data)
    #expect(chart.warnings.isEmpty, "\(chart.warnings)")
  }
}

import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// Pareto charts of three objectives and more.
struct ObjectiveTests {
  /// Six rows: four on the front of all three, one behind, one without a time.
  private static let data = ChartData([
    ChartColumn("name", values: ["A", "B", "C", "D", "E", "F"].map { .text($0) }),
    ChartColumn("cost", unit: "%", values: [10, 20, 30, 40, 45, 5].map { .number($0) }),
    ChartColumn("score", values: [70, 85, 90, 80, 79, 60].map { .number($0) }),
    ChartColumn(
      "time", unit: "ms",
      values: [.number(5), .number(4), .number(3), .number(1), .number(2), .null]),
  ])

  private func chart(_ mark: String, encoding: String = "") throws -> Chart {
    let text = """
      {"mark": {"type": "pareto", \(mark)}, "encoding": {
        "color": {"field": "name"}, "label": {"field": "name"}\(encoding)}}
      """
    return try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: Self.data)
  }

  private static let objectives = """
    "objectives": [{"field": "cost", "better": "low"}, {"field": "score", "better": "high"},
      {"field": "time", "better": "low"}]
    """

  private func problems(_ mark: String, encoding: String = "") throws -> [String] {
    do {
      _ = try chart(mark, encoding: encoding)
      return []
    } catch let error as ChartError {
      return error.problems.map { $0.path.joined(separator: ".") + ": " + $0.message }
    }
  }

  @Test func `parallel coordinates are drawn as recorded`() throws {
    let chart = try chart(Self.objectives + ", \"knee\": true")
    let frame = try chart.draw(width: 363, text: FixedWidthText())
    expectGolden(FrameDump.text(of: frame), "objectives-parallel.txt")
  }

  @Test func `a matrix of scatters is drawn as recorded`() throws {
    let chart = try chart(Self.objectives + ", \"view\": \"matrix\"")
    let frame = try chart.draw(width: 363, text: FixedWidthText())
    expectGolden(FrameDump.text(of: frame), "objectives-matrix.txt")
  }

  @Test func `the front is that of all objectives`() throws {
    let chart = try chart(
      Self.objectives
        + ", \"hypervolume\": {\"reference\": [50, 50, 6], \"ideal\": [0, 100, 0]}, "
        + "\"epsilon\": [0, 2, 1]")
    // E is beaten by D in all three, by no more than the slack in score and time.
    #expect(
      chart.altText.contains(
        "On the front, beaten by no other row in all objectives: A (10, 70, 5); B (20, 85, 4); "
          + "C (30, 90, 3); D (40, 80, 1)."))
    #expect(chart.notes[0].hasPrefix("Nearly on the front"))
    // Boxes of A 40·20·1, B 30·35·2, C 20·40·3, D 10·30·5 joined, by inclusion and exclusion.
    #expect(
      chart.notes[1]
        == "Hypervolume to the reference (50, 50, 6) as a share of the box up to the ideal "
        + "(0, 100, 0): 0.26.")
    #expect(chart.exclusions.map(\.reason) == [.noValue("time")])
    #expect(chart.undrawnRows.map(\.name) == ["F"])
  }

  @Test func `mistakes of objectives are named with their places`() throws {
    #expect(
      try problems(
        "\"objectives\": [{\"field\": \"cost\"}, {\"field\": \"x\", \"better\": \"low\"}]")
        == [
          "mark.objectives.0: an objective needs the direction in which 'cost' improves",
          "mark.objectives.1.field: there is no column 'x'",
        ])
    #expect(
      try problems("\"objectives\": [{\"field\": \"cost\", \"better\": \"low\"}]")
        == ["mark.objectives: there are two objectives or more"])
    #expect(
      try problems(Self.objectives, encoding: ", \"x\": {\"field\": \"cost\"}")
        == ["encoding.x: a chart of objectives has no channel 'x'"])
    #expect(
      try problems(Self.objectives + ", \"hypervolume\": {\"reference\": [1, 2]}")
        == ["mark.hypervolume: a point of 3 objectives has 3 numbers"])
    #expect(
      try problems(Self.objectives + ", \"epsilon\": [1]")
        == ["mark.epsilon: the slack of 3 objectives is 3 numbers that are not negative"])
  }

  @Test func `a name that must stand and cannot is an error`() throws {
    let many = ChartData([
      ChartColumn("name", values: (0..<40).map { .text("row \($0)") }),
      ChartColumn("a", values: (0..<40).map { .number(Double($0)) }),
      ChartColumn("b", values: (0..<40).map { .number(Double($0)) }),
    ])
    func draw(_ keep: String) throws -> Drawing {
      let text = """
        {"mark": {"type": "pareto", "objectives": [{"field": "a", "better": "low"},
          {"field": "b", "better": "high"}]},
         "encoding": {"label": {"field": "name"\(keep)}}}
        """
      let spec = try JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8))
      return try Chart(spec, data: many).drawing(width: 363, text: FixedWidthText())
    }
    let omissions = try draw("").omissions
    #expect(omissions.count == 1)
    #expect(omissions.first?.hasPrefix("there is no room for ") ?? false)
    let names = (0..<40).map { "\"row \($0)\"" }.joined(separator: ", ")
    #expect(throws: ChartError.self) { try draw(", \"keep\": [\(names)]") }
  }

  @Test func `a place for the legend of several objectives is named, not ignored`() throws {
    let chart = try chart(
      Self.objectives, encoding: #", "shape": {"field": "name", "legend": {"orient": "left"}}"#)
    #expect(
      chart.warnings.map { $0.path.joined(separator: ".") + ": " + $0.message } == [
        "encoding.shape.legend.orient: the legend of a chart of several objectives stands above it"
      ])
  }
}

import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

@Suite struct ParetoChartTests {
  private let data = ChartData([
    ChartColumn("m", values: ["a", "b", "c", "d", "e"].map { .text($0) }),
    ChartColumn("x", values: [1, 2, 4, 3, 4].map { .number($0) }),
    ChartColumn("y", values: [10, 40, 50, 39, 45].map { .number($0) }),
  ])

  private func chart(
    _ mark: String, x: String = "low", y: String = "high"
  ) throws -> Chart {
    let json = """
      {"mark": \(mark), "encoding": {"x": {"field": "x", "better": "\(x)"},
        "y": {"field": "y", "better": "\(y)"}, "label": {"field": "m"}}}
      """
    return try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)), data: data)
  }

  private func problems(_ mark: String) throws -> [String] {
    let error = #expect(throws: ChartError.self) { try chart(mark) }
    return (error?.problems ?? []).map { $0.path.joined(separator: ".") + ": " + $0.message }
  }

  @Test func `the word knee keeps clear of its ring`() throws {
    let panel = try #require(
      chart("{\"type\": \"pareto\", \"knee\": true}")
        .drawnPanels(width: 363, text: FixedWidthText()).first)
    let (request, place) = try #require(panel.labels.first { $0.request.words == "knee" })
    // The ring's stroke reaches 0.4 beyond its radius, which is 1 less than what is asked for.
    #expect(place.box.distance(to: request.anchor) >= request.radius)
  }

  @Test func `a hypervolume without a reference is refused`() throws {
    let message = "mark.hypervolume: a hypervolume needs a reference point"
    #expect(try problems("{\"type\": \"pareto\", \"hypervolume\": true}") == [message])
    #expect(
      try problems("{\"type\": \"pareto\", \"hypervolume\": {\"ideal\": [0, 1]}}") == [message])
    #expect(
      try problems(
        "{\"type\": \"pareto\", \"hypervolume\": {\"reference\": [5, 0], \"ideal\": [6, 60]}}")
        == ["mark.hypervolume.ideal: the ideal point is no better than the reference in x"])
    #expect(
      try problems("{\"type\": \"pareto\", \"epsilon\": [1]}")
        == ["mark.epsilon: the slack of two objectives is two numbers that are not negative"])
  }

  @Test func `hypervolume, knee and slack are stated with what they mean`() throws {
    let chart = try chart(
      """
      {"type": "pareto", "knee": true, "epsilon": [0, 6],
        "hypervolume": {"reference": [5, 0], "ideal": [0, 100]}}
      """)
    #expect(
      chart.notes == [
        "Knee point: b (2, 40), farthest from the chord of the front with both axes scaled to its "
          + "range.",
        "Nearly on the front, not beaten by more than 0 in x and 6 in y: d (3, 39); e (4, 45).",
        "Hypervolume to the reference (5, 0) as a share of the box up to the ideal (0, 100): 0.28.",
      ])
    let none = try self.chart("{\"type\": \"pareto\", \"epsilon\": [0, 0.5]}")
    #expect(none.notes.first?.hasSuffix("none.") == true)
  }

  @Test(arguments: [
    ("low", "low", ["a"]), ("low", "high", ["a", "b", "c"]), ("high", "low", ["e", "d", "a"]),
    ("high", "high", ["c"]),
  ])
  func `the staircase goes on in the worse direction of x, then to the next point`(
    _ x: String, _ y: String, _ members: [String]
  ) throws {
    let chart = try chart("{\"type\": \"pareto\", \"color\": \"#ff0000\"}", x: x, y: y)
    let analysis = ParetoAnalysis(chart.model.layers[0], chart.model)
    #expect(analysis.fronts.first?.members.compactMap(\.label) == members)
    let frame = try chart.draw(width: 300, text: FixedWidthText())
    let stroke = Stroke(
      color: try #require(Color("#ff0000")), width: chart.theme.lineWidth, join: .round)
    let paths = frame.items.compactMap { item -> Path? in
      if case .path(let path, _, stroke) = item { path } else { nil }
    }
    #expect(paths.count == (members.count > 1 ? 1 : 0))
    for path in paths {
      let corners = path.corners
      #expect(corners.count == 2 * members.count - 1)
      // Every second corner is a point; the one between lies at the next point's x and this y, and
      // is dominated by both.
      for index in stride(from: 1, to: corners.count, by: 2) {
        #expect(corners[index].x == corners[index + 1].x)
        #expect(corners[index].y == corners[index - 1].y)
      }
    }
  }

  @Test func `a straight front has no corners but its points`() throws {
    let chart = try chart(
      "{\"type\": \"pareto\", \"interpolate\": \"linear\", \"color\": \"#ff0000\"}")
    let frame = try chart.draw(width: 300, text: FixedWidthText())
    // Nor does it go on beyond them, as the border of what a staircase dominates does.
    let counts = frame.items.compactMap { item -> Int? in
      guard case .path(let path, nil, let stroke?) = item,
        stroke.color.opacity(1) == Color("#ff0000")
      else { return nil }
      return path.corners.count
    }
    #expect(counts == [3])
  }

  @Test func `errors give points a probability of being on the front, and a band`() throws {
    let data = ChartData([
      ChartColumn("m", values: ["a", "b", "c", "d"].map { .text($0) }),
      ChartColumn("x", values: [1, 1, 4, 9].map { .number($0) }),
      ChartColumn("y", values: [10, 10, 50, 1].map { .number($0) }),
      ChartColumn("s", values: [2, 2, 0, 0].map { .number($0) }),
      ChartColumn("t", values: [0.5, 0.5, 0, 0].map { .number($0) }),
    ])
    let json = """
      {"mark": "pareto", "encoding": {"x": {"field": "x", "better": "low"},
        "y": {"field": "y", "better": "high"}, "xError": {"field": "t"},
        "yError": {"field": "s"}, "label": {"field": "m"}}}
      """
    let chart = try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)), data: data)
    // Two points of one distribution are each on the front with 3/4.
    #expect(
      chart.notes == [
        "Probability of being on the front, with the errors as standard deviations of independent "
          + "normal distributions: c 100%, a 75%, b 75%; 1 more below 0.5%. The band holds the "
          + "front with a probability of 90%."
      ])
    let frame = try chart.draw(width: 300, text: FixedWidthText())
    #expect(Set(LabelReader.words(of: frame)).isSuperset(of: ["a 75%", "b 75%", "c", "d"]))
    let fills = frame.items.filter { item in
      if case .path(_, let fill?, nil) = item { fill.alpha < 0.2 } else { false }
    }
    #expect(fills.count == 1)
  }

  @Test(arguments: ["low", "high"], ["low", "high"])
  func `the arrow points to the ideal corner`(_ x: String, _ y: String) throws {
    let model = try chart("\"pareto\"", x: x, y: y).model
    let arrow = try #require(
      DirectionArrow.frame(model, theme: .standard, text: FixedWidthText()))
    guard case .path(let line, _, _) = arrow.items[0] else {
      Issue.record("the arrow begins with its line")
      return
    }
    let (tail, head) = (line.corners[0], line.corners[1])
    #expect((head.x > tail.x) == (x == "high"))
    #expect((head.y < tail.y) == (y == "high"))
  }
}

extension Path {
  fileprivate var corners: [Point] {
    elements.compactMap { element in
      switch element {
      case .move(let point), .line(let point): point
      default: nil
      }
    }
  }
}

import Foundation
import Graphics
import TestSupport
import Testing

@testable import Plot

/// Sixty labelled points in a chart as wide as a column: ten families of models in six sizes.
struct CrowdedLabelTests {
  private static let families = [
    "ViT", "DeiT", "Swin", "ConvNeXt", "ResNet", "RegNetY", "EffNet", "MaxViT", "BEiT", "CaiT",
  ]
  private static let sizes: [(name: String, cost: Double, kept: Double)] = [
    ("T", 2, 72), ("S", 5.2, 78.2), ("M", 13.8, 82.2), ("B", 36, 84.9), ("L", 96, 86.6),
    ("XL", 250, 87.8),
  ]

  /// Costs and scores scattered by a fixed generator.
  private func chart(_ mark: String) throws -> Chart {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var (names, costs, scores): ([ChartValue], [ChartValue], [ChartValue]) = ([], [], [])
    for family in Self.families {
      for size in Self.sizes {
        names.append(.text("\(family)-\(size.name)"))
        costs.append(.number((size.cost * (0.7 + 0.7 * next()) * 100).rounded() / 100))
        scores.append(.number(((size.kept - 5 * next()) * 100).rounded() / 100))
      }
    }
    let json = """
      {"mark": "\(mark)", "encoding": {
        "x": {"field": "cost", "scale": {"type": "log"}, "title": "Cost (GFLOPs)", "better": "low"},
        "y": {"field": "kept", "scale": {"zero": false}, "title": "Accuracy (%)", "better": "high"},
        "label": {"field": "model"}}}
      """
    return try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)),
      data: ChartData([
        ChartColumn("model", values: names), ChartColumn("cost", values: costs),
        ChartColumn("kept", values: scores),
      ]))
  }

  private func panel(_ mark: String) throws -> DrawnPanel {
    try #require(chart(mark).drawnPanels(width: 363, text: FixedWidthText()).first)
  }

  @Test(arguments: ["point", "pareto"])
  func `labels of a crowd overlap no label, point or axis`(_ mark: String) throws {
    let panel = try panel(mark)
    // A label without a place is named in a note.
    #expect(panel.labels.count >= 57)
    #expect(panel.labels.allSatisfy { $0.request.style.size >= 6 })
    let (plan, area) = (panel.plan, panel.plan.area)
    let points = try plan.model.layers[0].rows.map { row in
      Point(x: plan.x.position(try #require(row.x)), y: plan.y.position(try #require(row.y)))
    }
    try #require(points.count == 60)
    for (index, label) in panel.labels.enumerated() {
      let box = label.place.box
      #expect(box.minX > area.minX && box.maxX <= area.maxX)
      #expect(box.minY >= area.minY && box.maxY < area.maxY)
      for point in points { #expect(box.distance(to: point) >= label.request.radius) }
      for other in panel.labels.dropFirst(index + 1) {
        #expect(
          !box.intersects(other.place.box),
          "\(label.request.words) overlaps \(other.request.words)")
        if let a = label.place.leader, let b = other.place.leader {
          #expect(!SegmentGeometry.cross(a, b))
        }
      }
      guard let leader = label.place.leader else { continue }
      for other in panel.labels where other.request.words != label.request.words {
        #expect(!other.place.box.isCrossed(from: leader.0, to: leader.1))
      }
      for point in points where point != label.request.anchor {
        #expect(SegmentGeometry.distance(from: point, to: leader) > 2.5)
      }
    }
  }

  @Test func `labels are of one size, smaller only where that gives more of them a place`() throws {
    let crowd = Set(try panel("point").labels.map(\.request.style.size))
    #expect(crowd.count == 1 && crowd.allSatisfy { $0 < ChartTheme.standard.labelSize })
    let spec = try JSONDecoder().decode(
      ChartSpec.self,
      from: Data(
        #"{"mark": "point", "encoding": {"x": {"field": "x"}, "label": {"field": "n"}}}"#.utf8))
    let few = try Chart(
      spec,
      data: ChartData([
        ChartColumn("x", values: [.number(1), .number(2)]),
        ChartColumn("n", values: [.text("one"), .text("two")]),
      ]))
    let labels = try #require(few.drawnPanels(width: 363, text: FixedWidthText()).first).labels
    #expect(labels.map(\.request.style.size) == [7.5, 7.5])
  }

  /// As in real collections: methods in clusters, where variants of one name differ little.
  @Test(arguments: [3, 11, 42] as [UInt64])
  func `sixty names in clusters have places in a column`(_ seed: UInt64) throws {
    let stems = [
      "FastV", "SparseVLM", "VisionZip", "PyramidDrop", "LLaVA", "ToMe", "TopV", "HoloV",
    ]
    var state = seed
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var (names, x, y): ([ChartValue], [ChartValue], [ChartValue]) = ([], [], [])
    for index in 0..<60 {
      let cluster = index % stems.count
      names.append(.text(String((stems[cluster] + "-\(index)").suffix(10))))
      // Three of four in a cluster round the middle of their stem.
      let spread = index % 4 == 3 ? 60.0 : 22
      let center = Double(cluster * 37 % 100)
      x.append(.number(center + spread * (next() + next() - 1)))
      y.append(.number(100 - center * 0.6 + spread * (next() + next() - 1)))
    }
    let json = """
      {"mark": "point", "encoding": {
        "x": {"field": "x"}, "y": {"field": "y"}, "label": {"field": "n"}}}
      """
    let chart = try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)),
      data: ChartData([
        ChartColumn("n", values: names), ChartColumn("x", values: x), ChartColumn("y", values: y),
      ]))
    let (_, dropped) = try chart.layOut(width: 363, text: FixedWidthText())
    #expect(dropped.count <= 3, "no room for \(dropped)")
  }

  @Test func `labels of the front are placed before those of other points`() throws {
    let placed = Set(try panel("pareto").labels.map(\.request.words))
    let chart = try chart("pareto")
    let (_, dropped) = try chart.layOut(width: 363, text: FixedWidthText())
    #expect(placed.count + dropped.count == 60 && placed.isDisjoint(with: dropped))
    let model = try #require(chart.view.models.first)
    let fronts = ParetoAnalysis(model.layers[0], model).fronts
    let front = fronts.flatMap { $0.members.compactMap(\.label) }
    #expect(front.count > 10 && placed.isSuperset(of: front))
  }

  @Test func `the places of sixty labels stay the same`() throws {
    func text(_ value: Points) -> String { "\((value * 10).rounded() / 10)" }
    let lines = try panel("pareto").labels.map { label in
      let place = label.place
      let leader = place.leader.map { " from \(text($0.0.x)) \(text($0.0.y))" } ?? ""
      return "\(label.request.words): \(text(place.box.minX)) \(text(place.box.minY))\(leader)"
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "sixty-labels.txt")
  }
}

import Graphics
import TestSupport
import Testing

@testable import Plot

@Suite struct LabelPlacementTests {
  /// Points scattered by a fixed generator.
  private func scene(_ count: Int, seed: UInt64) -> ([LabelRequest], LabelObstacles) {
    var state = seed
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var obstacles = LabelObstacles()
    obstacles.bounds = Rect(x: 0, y: 0, width: 340, height: 170)
    var requests: [LabelRequest] = []
    let style = LabelStyle(size: 7.5)
    for index in 0..<count {
      let anchor = Point(x: 10 + next() * 320, y: 10 + next() * 150)
      obstacles.points.append((anchor, 2.5))
      requests.append(
        LabelRequest(
          words: "m\(index)", frame: FixedWidthText().setLabel("method\(index)", style),
          anchor: anchor, radius: 2.5, mustBePlaced: false, priority: 0))
    }
    obstacles.segments = [(Point(x: 0, y: 60), Point(x: 340, y: 60))]
    return (requests, obstacles)
  }

  @Test(arguments: [(8, 1), (19, 2), (19, 3), (40, 4), (60, 5)])
  func `no label overlaps another, a point, a line or the edge`(_ count: Int, _ seed: UInt64) {
    let (requests, obstacles) = scene(count, seed: seed)
    let placed = LabelPlacement.place(requests, avoiding: obstacles)
    let found = placed.compactMap { $0 }
    #expect(found.count >= count * 9 / 10, "\(found.count) of \(count) placed")
    for (i, label) in found.enumerated() {
      #expect(obstacles.isFree(label.box))
      let bounds = obstacles.bounds
      #expect(label.box.minX >= bounds.minX && label.box.maxX <= bounds.maxX)
      #expect(label.box.minY >= bounds.minY && label.box.maxY <= bounds.maxY)
      for other in found.dropFirst(i + 1) {
        #expect(!label.box.intersects(other.box))
        if let a = label.leader, let b = other.leader { #expect(!SegmentGeometry.cross(a, b)) }
        if let a = label.leader { #expect(!other.box.isCrossed(from: a.0, to: a.1)) }
      }
    }
  }

  @Test func `a lone label stands at the right of its point`() throws {
    let (requests, obstacles) = scene(1, seed: 9)
    let label = try #require(LabelPlacement.place(requests, avoiding: obstacles).first ?? nil)
    #expect(label.leader == nil)
    #expect(label.box.minX > requests[0].anchor.x)
    #expect(abs(label.box.midY - requests[0].anchor.y) < 0.01)
  }
}

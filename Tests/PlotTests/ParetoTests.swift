import Testing

@testable import Plot

@Suite struct ParetoTests {
  typealias Better = ChannelSpec.Better

  /// The definition, word by word, as an oracle for the sweep.
  private func slowFront(_ p: [(x: Double, y: Double)], _ xb: Better, _ yb: Better) -> Set<Int> {
    Set(
      p.indices.filter { i in
        !p.indices.contains { j in
          let (ax, ay) = (xb.cost(p[j].x), yb.cost(p[j].y))
          let (bx, by) = (xb.cost(p[i].x), yb.cost(p[i].y))
          return ax <= bx && ay <= by && (ax < bx || ay < by)
        }
      })
  }

  @Test(arguments: Better.allCases, Better.allCases)
  func `the sweep finds what the definition says, ties and duplicates included`(
    _ xb: Better, _ yb: Better
  ) {
    var state: UInt64 = 7
    for _ in 0..<60 {
      var points: [(x: Double, y: Double)] = []
      for _ in 0..<14 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        points.append((Double(state >> 60), Double(state >> 40 & 7)))
      }
      let front = ParetoFront.indices(of: points, xBetter: xb, yBetter: yb)
      #expect(Set(front) == slowFront(points, xb, yb))
      let ys = front.map { yb.cost(points[$0].y) }
      #expect(zip(ys, ys.dropFirst()).allSatisfy { $0 >= $1 }, "from best x to best y")
    }
  }

  @Test func `the hypervolume is the area of the staircase`() {
    // Rectangles below (1, 3), (2, 2), (4, 1) up to the reference (5, 5): 4·2 + 3·1 + 1·1.
    let points: [(x: Double, y: Double)] = [
      (1.0, 3.0), (2.0, 2.0), (4.0, 1.0), (4.5, 4.5), (6.0, 0.0),
    ]
    let area = Hypervolume.area(of: points, reference: (5, 5), xBetter: .low, yBetter: .low)
    #expect(area == 12)
    let share = Hypervolume.share(
      of: points, reference: (5, 5), ideal: (0, 0), xBetter: .low, yBetter: .low)
    #expect(share == 12.0 / 25)
    let turned = points.map { (x: $0.x, y: -$0.y) }
    #expect(
      Hypervolume.area(of: turned, reference: (5, -5), xBetter: .low, yBetter: .high) == 12)
  }

  @Test func `the knee is farthest from the line between the ends`() {
    let front = [(x: 0.0, y: 10.0), (1.0, 4.0), (2.0, 2.0), (6.0, 1.0), (10.0, 0.0)]
    #expect(KneePoint.index(in: front, xBetter: .low, yBetter: .low) == 2)
    #expect(KneePoint.index(in: Array(front.prefix(2)), xBetter: .low, yBetter: .low) == nil)
    let concave = [(x: 0.0, y: 10.0), (5.0, 9.0), (10.0, 0.0)]
    #expect(KneePoint.index(in: concave, xBetter: .low, yBetter: .low) == nil)
  }
}

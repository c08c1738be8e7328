import Testing

@testable import Pareto

@Suite struct KneePointTests {
  /// The four curves of the package kneed, and the knees that its tests state.
  @Test(arguments: [
    ([1.0, 2, 3, 4, 5, 10, 15, 20, 40, 100], Objective.high, Objective.low, 7),
    ([100, 40, 20, 15, 10, 5, 4, 3, 2, 1], .low, .low, 2),
    ([99, 98, 97, 96, 95, 90, 85, 80, 60, 0], .high, .high, 7),
    ([0, 60, 80, 85, 90, 95, 96, 97, 98, 99], .low, .high, 2),
  ])
  func `the knee is the one that Kneedle finds`(
    _ ys: [Double], _ x: Objective, _ y: Objective, _ expected: Int
  ) {
    let front = CostMatrix(ys.enumerated().map { [Double($0), $1] }, [x, y])
    #expect(KneePoint.index(in: front) == expected)
  }

  @Test func `the knee of the curve in Kneedle's figure 2 is at 0_22`() {
    let xs = (0..<10).map { Double($0) / 9 }
    let front = CostMatrix(xs.map { [$0, -1 / ($0 + 0.1) + 5] }, [.low, .high])
    #expect(KneePoint.index(in: front).map { xs[$0] } == 2.0 / 9)
  }

  @Test func `the knee of DEB2DK is in the middle`() {
    // Branke, Deb, Dierolf and Osswald, 2004, with one knee: r(x) = 5 + 10(x − ½)² + cos(2πx), on
    // the arc (r sin ½πx, r cos ½πx). The cosines are those of the places used here.
    let places: [(x: Double, sine: Double, cosine: Double, wave: Double)] = [
      (0, 0, 1, 1), (1.0 / 3, 0.5, 0.8660254037844387, -0.5),
      (0.5, 0.7071067811865476, 0.7071067811865476, -1),
      (2.0 / 3, 0.8660254037844387, 0.5, -0.5), (1, 1, 0, 1),
    ]
    let points = places.map { place -> [Double] in
      let r = 5 + 10 * (place.x - 0.5) * (place.x - 0.5) + place.wave
      return [r * place.sine, r * place.cosine]
    }
    #expect(KneePoint.index(in: CostMatrix(points, [.low, .low])) == 2)
  }

  @Test func `three objectives have a knee below the plane of their best points`() {
    let front = CostMatrix(
      [[0, 1, 1], [1, 0, 1], [1, 1, 0], [0.2, 0.3, 0.2]], [.low, .low, .low])
    #expect(KneePoint.index(in: front) == 3)
  }

  @Test func `a straight or bulging front, and one of two points, have none`() {
    #expect(KneePoint.index(in: CostMatrix([[0, 1], [1, 0]], [.low, .low])) == nil)
    #expect(KneePoint.index(in: CostMatrix([[0, 1], [0.5, 0.5], [1, 0]], [.low, .low])) == nil)
    #expect(KneePoint.index(in: CostMatrix([[0, 10], [5, 9], [10, 0]], [.low, .low])) == nil)
    #expect(KneePoint.index(in: CostMatrix([[1, 1], [1, 1], [1, 1]], [.low, .low])) == nil)
  }
}

import Testing

@testable import Pareto

@Suite struct UncertaintyTests {
  private func point(_ x: Double, _ sx: Double, _ y: Double, _ sy: Double) -> UncertainPoint {
    UncertainPoint(
      x: UncertainCost(x, deviation: sx, .low), y: UncertainCost(y, deviation: sy, .low))
  }

  /// Of n points with equal distributions 1 + 1/2 + … + 1/n are expected on the front.
  ///
  /// Source: Barndorff-Nielsen and Sobel, 1966.
  @Test(arguments: [1, 2, 3, 5, 10, 40])
  func `equally distributed points are on the front as often as theory says`(_ count: Int) {
    let points = (0..<count).map { _ in point(3, 2, -1, 0.5) }
    let harmonic = (1...count).reduce(0.0) { $0 + 1 / Double($1) }
    for value in FrontProbability.values(of: points) {
      #expect(abs(value - harmonic / Double(count)) < 1e-6)
    }
  }

  @Test func `certain points are on the front or not`() {
    let rows = [[1.0, 5], [2, 3], [1, 5], [2, 4], [3, 3]]
    let values = FrontProbability.values(of: rows.map { point($0[0], 0, $0[1], 0) })
    #expect(values == [1, 1, 1, 0, 0])
  }

  @Test func `one uncertain cost against a certain rival is a share of the normal distribution`() {
    // The rival is cheaper for sure; the point is on the front when its y is below 0.
    let values = FrontProbability.values(of: [point(2, 0, 1, 1), point(1, 0, 0, 0)])
    #expect(abs(values[0] - 0.158655253931457) < 1e-9)
    #expect(values[1] == 1)
    // A rival that is far better leaves no chance, one that is far worse takes none.
    #expect(FrontProbability.values(of: [point(9, 1, 9, 1), point(0, 0.1, 0, 0.1)]) == [0, 1])
  }

  @Test func `a rival that is almost certain counts as the certain one in its place`() {
    let own = point(0, 1, 0, 1)
    let sharp = FrontProbability.values(of: [own, point(0.3, 0, -0.2, 0)])[0]
    let narrow = FrontProbability.values(of: [own, point(0.3, 0.001, -0.2, 0.001)])[0]
    // P(X ≥ 0.3, Y ≥ −0.2) is what is lost.
    let lost = (1 - 0.617911422188953) * 0.579259709439103
    #expect(abs(sharp - (1 - lost)) < 1e-9)
    #expect(abs(narrow - sharp) < 1e-4)
  }

  @Test func `directions only turn the costs`() {
    let low = FrontProbability.values(of: [point(1, 0.5, 2, 0.5), point(1.2, 0.3, 1.8, 0.6)])
    let turned = FrontProbability.values(
      of: [(1.0, 0.5, 2.0, 0.5), (1.2, 0.3, 1.8, 0.6)].map { x, sx, y, sy in
        UncertainPoint(
          x: UncertainCost(-x, deviation: sx, .high), y: UncertainCost(-y, deviation: sy, .high))
      })
    #expect(low == turned)
  }

  @Test func `the median border of one point is its corner`() throws {
    // P(X ≤ x) P(Y ≤ y) = 1/2; far to the right only y counts.
    let ys = AttainmentCurve.ys(
      of: [point(0, 1, 10, 2)], probability: 0.5, along: [-1, 0, 6, 50])
    #expect(ys[0] == nil)
    #expect(try abs(#require(ys[2]) - 10) < 1e-6)
    #expect(try abs(#require(ys[3]) - 10) < 1e-6)
    #expect(ys[1] == nil || ys[1]! > 20, "at x = 0 half is only reached with every y")
    let certain = AttainmentCurve.ys(
      of: [point(1, 0, 5, 0), point(2, 0, 3, 0)], probability: 0.9, along: [0.5, 1, 1.5, 2, 3])
    #expect(certain[0] == nil)
    for (found, exact) in zip(certain.dropFirst(), [5.0, 5, 3, 3]) {
      #expect(try abs(#require(found) - exact) < 1e-12)
    }
  }

  @Test func `more probable borders lie behind less probable ones`() throws {
    let points = [point(1, 0.3, 5, 0.4), point(2, 0.2, 3, 0.5), point(4, 0.4, 2, 0.1)]
    let xs = (0...40).map { Double($0) / 8 }
    let few = AttainmentCurve.ys(of: points, probability: 0.05, along: xs)
    let many = AttainmentCurve.ys(of: points, probability: 0.95, along: xs)
    for (a, b) in zip(few, many) {
      guard let b else { continue }
      #expect(try #require(a) <= b)
    }
    #expect(many.contains { $0 != nil })
  }
}

import Testing

@testable import Pareto

struct NondominatedSortingTests {
  @Test func `points are ranked by the fronts that are taken away before them`() {
    let points = CostMatrix(
      [[1, 5], [2, 3], [4, 1], [2, 5], [3, 4], [5, 5], [2, 3]], [.low, .low])
    #expect(NondominatedSorting.ranks(of: points) == [0, 0, 0, 1, 1, 2, 0])
  }

  @Test func `ranks are those of taking fronts away one by one, in any number of objectives`() {
    var state: UInt64 = 7
    func number() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 60)
    }
    for dimension in 1...5 {
      let values = (0..<120).map { _ in (0..<dimension).map { _ in number() } }
      let points = CostMatrix(values, Array(repeating: .low, count: dimension))
      var expected = Array(repeating: 0, count: points.count)
      var left = Array(0..<points.count)
      var rank = 0
      while !left.isEmpty {
        let front = Set(ParetoFront.indices(of: points.selecting(left)).map { left[$0] })
        for point in front { expected[point] = rank }
        left.removeAll { front.contains($0) }
        rank += 1
      }
      #expect(NondominatedSorting.ranks(of: points) == expected)
    }
  }
}

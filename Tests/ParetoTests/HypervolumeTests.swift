import Testing

@testable import Pareto

@Suite struct HypervolumeTests {
  private func volume(
    _ points: [[Double]], _ reference: [Double], _ objective: Objective = .low
  ) -> Double {
    let objectives = reference.map { _ in objective }
    return Hypervolume.volume(
      of: CostMatrix(points, objectives), reference: reference.map { objective.cost($0) })
  }

  /// Values that other programs state for small sets.
  @Test(
    arguments: [
      // moocore, example of hypervolume().
      ([[5, 5], [4, 6], [2, 7], [7, 4]], [10, 10], Objective.low, 38.0),
      ([[5, 5], [4, 6], [2, 7], [7, 4]], [0, 0], .high, 39),
      // BoTorch, test_hypervolume.py.
      ([[8.5, 3], [8.5, 3.5], [5, 5], [9, 1], [4, 5]], [0, 0], .high, 37.75),
      ([[8.5, 3], [8.5, 3.5], [5, 5], [9, 1], [4, 5]], [1, 0.5], .high, 28.75),
      ([[-1, 0, 0], [0, -1, 0], [0, 0, -1]], [-2.1, -2.5, -2.3], .high, 11.075),
      (
        [[-1, 0, 0, 0], [0, -1, 0, 0], [0, 0, -1, 0], [0, 0, 0, -1]], [-2.1, -2.5, -2.3, -2],
        .high, 23.15
      ),
      // jMetalPy, test_quality_indicator.py.
      ([[1, 0, 1], [0, 1, 0]], [2, 2, 2], .low, 5),
      // Beyond the reference, and on its border.
      ([[3, 0], [2, 1]], [2, 2], .low, 0), ([[1]], [3], .low, 2),
    ] as [([[Double]], [Double], Objective, Double)])
  func `small sets have the volume that other programs give`(
    _ points: [[Double]], _ reference: [Double], _ objective: Objective, _ expected: Double
  ) {
    #expect(abs(volume(points, reference, objective) - expected) < 1e-9)
  }

  @Test func `five objectives of DTLZ2 have the volume that BoTorch gives`() {
    let points = [
      [
        0.42890000759972685, 0.1446377658556118, 0.10335085850913295, 0.49502106785623134,
        0.7344368200145969,
      ],
      [
        0.5124511265981003, 0.5332028064973291, 0.36775794432917486, 0.5261970836251835,
        0.20238412378158688,
      ],
      [
        0.5960106882406603, 0.32491865590163566, 0.5815435820797972, 0.08375675085018466,
        0.44044408882261904,
      ],
      [
        0.6135323874039154, 0.5658986040644925, 0.39684098121151284, 0.3798488823307603,
        0.03960860698719982,
      ],
      [
        0.3957157311550265, 0.4045394517331393, 0.07282417302694655, 0.5699496614967537,
        0.5912790502720109,
      ],
      [
        0.06392539039575441, 0.17204800894814581, 0.6620860391018546, 0.7241037454151875,
        0.06024010111083461,
      ],
    ]
    let found = volume(points, Array(repeating: 1.1, count: 5))
    #expect(abs(found - 0.42127855991587) < 1e-12)
  }

  /// A front of ZDT1 and ZDT2, and the volume of the whole curve within (1, 1).
  @Test(arguments: [(0.5, 2.0 / 3), (2.0, 1.0 / 3)])
  func `sampled fronts of ZDT1 and ZDT2 come up to the analytic volume`(
    _ exponent: Double, _ whole: Double
  ) {
    func sampled(_ count: Int) -> Double {
      volume(
        (0...count).map { step in
          let x = Double(step) / Double(count)
          return [x, 1 - (exponent == 2 ? x * x : x.squareRoot())]
        }, [1, 1])
    }
    // Each step leaves a triangle out: the error is half a step times the height of the front.
    #expect(sampled(1000) < whole)
    #expect(whole - sampled(1000) < 0.00055)
    #expect(whole - sampled(100_000) < 0.0000055)
  }

  @Test func `a linear front of n points has the volume of its steps`() {
    // DTLZ1 with two objectives, scaled: n points with both ends cover 1/2 − 1/(2(n − 1)).
    for count in [2, 3, 10, 101] {
      let points = (0..<count).map { step in
        let x = Double(step) / Double(count - 1)
        return [x, 1 - x]
      }
      let expected = 0.5 - 0.5 / Double(count - 1)
      #expect(abs(volume(points, [1, 1]) - expected) < 1e-12)
    }
  }

  @Test func `a sampled sphere of DTLZ2 comes up to the analytic volume`() {
    // The front is the octant of the unit sphere; within (1.1, 1.1, 1.1) it covers 1.331 − π/6.
    let steps = 60
    var points: [[Double]] = []
    for i in 0...steps {
      for j in 0...steps {
        let (a, b) = (Double(i) / Double(steps), Double(j) / Double(steps))
        guard a * a + b * b <= 1 else { continue }
        points.append([a, b, (1 - a * a - b * b).squareRoot()])
      }
    }
    let whole = 1.331 - Double.pi / 6
    let found = volume(points, [1.1, 1.1, 1.1])
    #expect(found < whole)
    #expect(whole - found < 0.03)
  }

  @Test func `more objectives than three give what counting cells gives`() {
    var state: UInt64 = 11
    for dimension in 2...5 {
      for _ in 0..<12 {
        let points = (0..<9).map { _ in
          (0..<dimension).map { _ -> Double in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 60 & 3)
          }
        }
        var cells = 0
        var cell = Array(repeating: 0.0, count: dimension)
        func visit(_ objective: Int) {
          guard objective < dimension else {
            if points.contains(where: { zip($0, cell).allSatisfy { $0 <= $1 } }) { cells += 1 }
            return
          }
          for value in 0..<4 {
            cell[objective] = Double(value)
            visit(objective + 1)
          }
        }
        visit(0)
        #expect(volume(points, Array(repeating: 4, count: dimension)) == Double(cells))
      }
    }
  }

  @Test func `a share is of the box between reference and ideal`() throws {
    let points = CostMatrix([[1, 3], [2, 2], [4, 1], [4.5, 4.5], [6, 0]], [.low, .low])
    let share = try #require(Hypervolume.share(of: points, reference: [5, 5], ideal: [0, 0]))
    #expect(abs(share - 12.0 / 25) < 1e-12)
    let beyond = CostMatrix([[-3, -3]], [.low, .low])
    #expect(Hypervolume.share(of: beyond, reference: [5, 5], ideal: [0, 0]) == 1)
    #expect(Hypervolume.share(of: points, reference: [5, 0], ideal: [0, 0]) == nil)
  }
}

import Testing

@testable import Pareto

@Suite struct ParetoFrontTests {
  /// The definition, word by word, as an oracle.
  private func slowFront(_ points: CostMatrix, _ slack: [Double]) -> Set<Int> {
    func beats(_ a: Int, _ b: Int) -> Bool {
      let pairs = (0..<points.dimension).map { (points[a, $0] + slack[$0], points[b, $0]) }
      return pairs.allSatisfy { $0.0 <= $0.1 } && pairs.contains { $0.0 < $0.1 }
    }
    return Set(
      (0..<points.count).filter { i in !(0..<points.count).contains { beats($0, i) } })
  }

  /// Small whole numbers by a fixed generator, so that ties and duplicates abound.
  private func grid(_ count: Int, _ objectives: [Objective], _ state: inout UInt64) -> CostMatrix {
    CostMatrix(
      (0..<count).map { _ in
        objectives.map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return Double(state >> 61)
        }
      }, objectives)
  }

  @Test(arguments: [
    [Objective.low], [.low, .low], [.low, .high], [.high, .low], [.high, .high],
    [.low, .high, .low], [.high, .high, .low, .low],
  ])
  func `the front is what the definition says, ties and duplicates included`(
    _ objectives: [Objective]
  ) {
    var state: UInt64 = 7
    let none = objectives.map { _ in 0.0 }
    for _ in 0..<60 {
      let points = grid(14, objectives, &state)
      let front = ParetoFront.indices(of: points)
      #expect(Set(front) == slowFront(points, none))
      #expect(front == front.sorted { points.precedes($0, $1) }, "the best first cost first")
      for slack in [none, objectives.map { _ in 1.0 }, objectives.indices.map { Double($0) }] {
        let near = ParetoFront.indices(of: points, within: slack)
        #expect(Set(near) == slowFront(points, slack))
        #expect(Set(near).isSuperset(of: front))
      }
    }
  }

  @Test func `duplicates are all on the front, the worse of a tie is not`() {
    let points = CostMatrix([[1, 5], [2, 3], [1, 5], [2, 4], [3, 3]], [.low, .low])
    #expect(ParetoFront.indices(of: points) == [0, 2, 1])
  }

  @Test func `the cars that no other beats in miles and power are those that rPref finds`() {
    // mtcars; the front of high(mpg) * high(hp) as the introduction of rPref 1.4 prints it.
    let cars: [(String, Double, Double)] = [
      ("Mazda RX4", 21, 110), ("Mazda RX4 Wag", 21, 110), ("Datsun 710", 22.8, 93),
      ("Hornet 4 Drive", 21.4, 110), ("Hornet Sportabout", 18.7, 175), ("Valiant", 18.1, 105),
      ("Duster 360", 14.3, 245), ("Merc 240D", 24.4, 62), ("Merc 230", 22.8, 95),
      ("Merc 280", 19.2, 123), ("Merc 280C", 17.8, 123), ("Merc 450SE", 16.4, 180),
      ("Merc 450SL", 17.3, 180), ("Merc 450SLC", 15.2, 180), ("Cadillac Fleetwood", 10.4, 205),
      ("Lincoln Continental", 10.4, 215), ("Chrysler Imperial", 14.7, 230),
      ("Fiat 128", 32.4, 66), ("Honda Civic", 30.4, 52), ("Toyota Corolla", 33.9, 65),
      ("Toyota Corona", 21.5, 97), ("Dodge Challenger", 15.5, 150), ("AMC Javelin", 15.2, 150),
      ("Camaro Z28", 13.3, 245), ("Pontiac Firebird", 19.2, 175), ("Fiat X1-9", 27.3, 66),
      ("Porsche 914-2", 26, 91), ("Lotus Europa", 30.4, 113), ("Ford Pantera L", 15.8, 264),
      ("Ferrari Dino", 19.7, 175), ("Maserati Bora", 15, 335), ("Volvo 142E", 21.4, 109),
    ]
    let points = CostMatrix(cars.map { [$0.1, $0.2] }, [.high, .high])
    #expect(
      ParetoFront.indices(of: points).map { cars[$0].0 } == [
        "Toyota Corolla", "Fiat 128", "Lotus Europa", "Ferrari Dino", "Merc 450SL",
        "Ford Pantera L", "Maserati Bora",
      ])
  }

  @Test(arguments: [
    ("low,high", [Objective.low, .high] as [Objective]?), ("high", [.high]),
    (" low , low", [.low, .low]), ("min,max", nil), ("low,", nil), ("", nil),
  ])
  func `directions are read from a list`(_ text: String, _ expected: [Objective]?) {
    #expect(Objective.list(text) == expected)
  }
}

/// Points with several objectives, turned so that less is better in each.
public struct CostMatrix: Sendable, Equatable {
  /// How many points.
  public let count: Int
  /// How many objectives.
  public let dimension: Int
  private let costs: ContiguousArray<Double>

  /// - Parameters:
  ///   - points: as many finite numbers each as there are objectives, in the units of the data.
  ///   - objectives: the direction in which each improves.
  public init(_ points: [[Double]], _ objectives: [Objective]) {
    var costs = ContiguousArray<Double>()
    costs.reserveCapacity(points.count * objectives.count)
    for point in points {
      precondition(point.count == objectives.count, "a point has a number for every objective")
      for (value, objective) in zip(point, objectives) { costs.append(objective.cost(value)) }
    }
    self.init(count: points.count, dimension: objectives.count, costs: costs)
  }

  init(count: Int, dimension: Int, costs: ContiguousArray<Double>) {
    precondition(dimension > 0, "points have at least one objective")
    self.count = count
    self.dimension = dimension
    self.costs = costs
  }

  public subscript(point: Int, objective: Int) -> Double {
    costs[point * dimension + objective]
  }

  /// The costs of one point.
  public func row(_ point: Int) -> [Double] {
    Array(costs[point * dimension..<(point + 1) * dimension])
  }

  /// The points chosen, in the order given.
  public func selecting(_ points: [Int]) -> CostMatrix {
    var chosen = ContiguousArray<Double>()
    chosen.reserveCapacity(points.count * dimension)
    for point in points {
      chosen.append(contentsOf: costs[point * dimension..<(point + 1) * dimension])
    }
    return CostMatrix(count: points.count, dimension: dimension, costs: chosen)
  }

  /// The least cost of each objective: the ideal point.
  public var ideal: [Double] { extremes(min) }

  /// The largest cost of each objective; that of a front is its nadir point.
  public var nadir: [Double] { extremes(max) }

  private func extremes(_ better: (Double, Double) -> Double) -> [Double] {
    (0..<dimension).map { objective in
      (1..<max(count, 1)).reduce(count > 0 ? self[0, objective] : .nan) {
        better($0, self[$1, objective])
      }
    }
  }

  /// Whether a point comes before another when the first objective decides, then the second, and so
  /// on, and at last the order given.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    for objective in 0..<dimension {
      let (first, second) = (self[a, objective], self[b, objective])
      if first != second { return first < second }
    }
    return a < b
  }

  func areEqual(_ a: Int, _ b: Int) -> Bool {
    (0..<dimension).allSatisfy { self[a, $0] == self[b, $0] }
  }
}

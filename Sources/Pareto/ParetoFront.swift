/// The points that no other point beats.
///
/// One point dominates another when it is no worse in every objective and better in at least one.
/// Equal points do not dominate each other: duplicates of a point on the front are all on the front,
/// and of two points that tie in one objective the better in the others alone is on it.
public enum ParetoFront {
  /// The members, by the first objective from best to worst; ties by the next objective, duplicates
  /// in the order given.
  ///
  /// - Returns: indices into `points`.
  /// - Complexity: O(n log n) for two objectives, by one sweep (Kung, Luccio and Preparata, 1975);
  ///   O(n f) for more, with f members.
  public static func indices(of points: CostMatrix) -> [Int] {
    let order = (0..<points.count).sorted { points.precedes($0, $1) }
    guard points.dimension <= 2 else { return filtered(order, points) }
    var front: [Int] = []
    var best = Double.infinity
    let last = points.dimension - 1
    for index in order {
      let cost = points[index, last]
      let isFirst = front.isEmpty
      let isDuplicate = front.last.map { points.areEqual($0, index) } ?? false
      guard isFirst || isDuplicate || last > 0 && cost < best else { continue }
      best = cost
      front.append(index)
    }
    return front
  }

  /// The points that no other beats by the slack: a superset of the front, which says what would be
  /// on it if differences up to the slack did not count.
  ///
  /// A point p is left out when another q exists with q + ε no worse than p in every objective and
  /// better in at least one. Without slack these are the members of the front.
  ///
  /// Source: Loridan, 1984 (ε-efficient points); additive, an ε for each objective.
  ///
  /// - Parameter slack: how much worse a point may be, at least 0, in the units of each objective.
  /// - Returns: indices into `points`, ordered as those of the front.
  public static func indices(of points: CostMatrix, within slack: [Double]) -> [Int] {
    precondition(
      slack.count == points.dimension && slack.allSatisfy { $0 >= 0 },
      "there is a slack of at least zero for every objective")
    let front = indices(of: points)
    guard slack.contains(where: { $0 > 0 }) else { return front }
    // Who beats p by ε is dominated by a member of the front, or is one, that beats p by ε, too.
    return (0..<points.count).sorted { points.precedes($0, $1) }.filter { point in
      !front.contains { beats($0, point, points, slack) }
    }
  }

  private static func filtered(_ order: [Int], _ points: CostMatrix) -> [Int] {
    // In this order a point is never dominated by a later one.
    let none = Array(repeating: 0.0, count: points.dimension)
    var front: [Int] = []
    for index in order where !front.contains(where: { beats($0, index, points, none) }) {
      front.append(index)
    }
    return front
  }

  private static func beats(
    _ a: Int, _ b: Int, _ points: CostMatrix, _ slack: [Double]
  ) -> Bool {
    var isBetter = false
    for objective in 0..<points.dimension {
      let (first, second) = (points[a, objective] + slack[objective], points[b, objective])
      if first > second { return false }
      if first < second { isBetter = true }
    }
    return isBetter
  }
}

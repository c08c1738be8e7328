/// The points that no other point beats.
///
/// One point dominates another when it is no worse in both objectives and better in at least one.
/// Equal points do not dominate each other: duplicates of a front point are all on the front.
public enum ParetoFront {
  /// The members in the order of improving y, that is from the best x to the best y.
  ///
  /// - Parameters:
  ///   - points: two objectives each.
  ///   - xBetter, yBetter: the direction in which each improves.
  /// - Returns: indices into `points`, by x from best to worst; ties keep the order given.
  /// - Complexity: O(n log n), by one sweep (Kung, Luccio and Preparata, 1975).
  public static func indices(
    of points: [(x: Double, y: Double)], xBetter: ChannelSpec.Better, yBetter: ChannelSpec.Better
  ) -> [Int] {
    let costs = points.map { (xBetter.cost($0.x), yBetter.cost($0.y)) }
    let order = points.indices.sorted {
      (costs[$0].0, costs[$0].1, $0) < (costs[$1].0, costs[$1].1, $1)
    }
    var front: [Int] = []
    var best = Double.infinity
    for index in order {
      let isDuplicate = front.last.map { costs[$0] == costs[index] } ?? false
      guard costs[index].1 < best || isDuplicate else { continue }
      best = costs[index].1
      front.append(index)
    }
    return front
  }
}

extension ChannelSpec.Better {
  /// The value turned so that less is better.
  func cost(_ value: Double) -> Double { self == .low ? value : -value }
}

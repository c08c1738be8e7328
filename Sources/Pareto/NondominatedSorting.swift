/// Sorts points into fronts: those that no other beats, those that only these beat, and so on.
///
/// Source: Deb et al., 2002 (the ranks of NSGA-II); Zhang et al., 2015 (efficient non-dominated
/// sorting: points in lexicographic order need only be compared with those ranked before them).
public enum NondominatedSorting {
  /// - Returns: for each point the number of its front, 0 for the members of the Pareto front;
  ///   equal points have equal numbers.
  /// - Complexity: O(n²) comparisons at worst, O(n √n) for points spread evenly.
  public static func ranks(of points: CostMatrix) -> [Int] {
    var ranks = Array(repeating: 0, count: points.count)
    var fronts: [[Int]] = []
    for point in (0..<points.count).sorted(by: { points.precedes($0, $1) }) {
      // The latest member is the one nearest in the first objective, and as a rule beats first.
      let rank =
        fronts.firstIndex { front in
          !front.reversed().contains { dominates($0, point, points) }
        } ?? fronts.count
      if rank == fronts.count { fronts.append([]) }
      fronts[rank].append(point)
      ranks[point] = rank
    }
    return ranks
  }

  private static func dominates(_ a: Int, _ b: Int, _ points: CostMatrix) -> Bool {
    var isBetter = false
    for objective in 0..<points.dimension {
      let (first, second) = (points[a, objective], points[b, objective])
      if first > second { return false }
      if first < second { isBetter = true }
    }
    return isBetter
  }
}

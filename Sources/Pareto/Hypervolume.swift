/// The volume of what points dominate within a reference point: the larger, the better the points.
///
/// Points that are not better than the reference in every objective add nothing. Two objectives are
/// swept once, three are swept over the third with a staircase of the other two; from four on the
/// points are taken off one by one, each with the volume that it alone adds, and what it shares with
/// the rest has one objective less.
///
/// Source: Zitzler and Thiele, 1998; Fonseca, Paquete and López-Ibáñez, 2006; While, Bradstreet and
/// Barone, 2012 (WFG).
public enum Hypervolume {
  /// - Parameters:
  ///   - points: any points.
  ///   - reference: the worst point, as costs.
  /// - Returns: in the product of all units, at least 0.
  public static func volume(of points: CostMatrix, reference: [Double]) -> Double {
    precondition(reference.count == points.dimension, "the reference has a number per objective")
    let inside = (0..<points.count).filter { point in
      reference.indices.allSatisfy { points[point, $0] < reference[$0] }
    }
    let chosen = points.selecting(inside)
    return volume(ParetoFront.indices(of: chosen).map { chosen.row($0) }, reference)
  }

  /// The volume as a share of the box between reference and ideal point; nil when the box is empty.
  ///
  /// A point beyond the ideal counts as far as the ideal goes, so the share is at most 1.
  public static func share(
    of points: CostMatrix, reference: [Double], ideal: [Double]
  ) -> Double? {
    guard zip(reference, ideal).allSatisfy({ $0 > $1 }) else { return nil }
    let box = zip(reference, ideal).reduce(1.0) { $0 * ($1.0 - $1.1) }
    var costs = ContiguousArray<Double>()
    for point in 0..<points.count {
      for objective in ideal.indices {
        costs.append(max(points[point, objective], ideal[objective]))
      }
    }
    let clamped = CostMatrix(count: points.count, dimension: points.dimension, costs: costs)
    return volume(of: clamped, reference: reference) / box
  }

  /// - Parameter front: rows that do not dominate each other, by the first objective from the best.
  private static func volume(_ front: [[Double]], _ reference: [Double]) -> Double {
    guard let first = front.first else { return 0 }
    switch reference.count {
    case 1: return reference[0] - first[0]
    case 2: return area(front.lazy.map { ($0[0], $0[1]) }, (reference[0], reference[1]))
    case 3: return swept(front, reference)
    default: return peeled(front, reference)
    }
  }

  private static func area(
    _ front: some Sequence<(Double, Double)>, _ reference: (Double, Double)
  ) -> Double {
    var area = 0.0
    var top = reference.1
    for (x, y) in front where y < top {
      area += (reference.0 - x) * (top - y)
      top = y
    }
    return area
  }

  /// Sweeps the third objective from the best on; the area dominated so far holds until the next.
  private static func swept(_ front: [[Double]], _ reference: [Double]) -> Double {
    let order = front.sorted { ($0[2], $0[0], $0[1]) < ($1[2], $1[0], $1[1]) }
    // Not dominated in the first two objectives, by the first.
    var stairs: [(Double, Double)] = []
    var volume = 0.0
    var covered = 0.0
    for (index, point) in order.enumerated() {
      let (x, y) = (point[0], point[1])
      if !stairs.contains(where: { $0.0 <= x && $0.1 <= y }) {
        stairs.removeAll { $0.0 >= x && $0.1 >= y }
        stairs.insert((x, y), at: stairs.firstIndex { $0.0 > x } ?? stairs.endIndex)
        covered = area(stairs, (reference[0], reference[1]))
      }
      let next = index + 1 < order.count ? order[index + 1][2] : reference[2]
      volume += covered * (next - point[2])
    }
    return volume
  }

  /// Takes points off from the worst of the last objective on. Compared with the point at hand, all
  /// that remain are better there, so what they share with it is as deep as the point itself and
  /// has its volume in the other objectives.
  private static func peeled(_ front: [[Double]], _ reference: [Double]) -> Double {
    let last = reference.count - 1
    let order = front.sorted { a, b in
      a[last] != b[last] ? a[last] > b[last] : a.lexicographicallyPrecedes(b)
    }
    let rest = Array(reference[..<last])
    var volume = 0.0
    for (index, point) in order.enumerated() {
      let own = Array(point[..<last])
      let box = zip(rest, own).reduce(1.0) { $0 * ($1.0 - $1.1) }
      var limited = ContiguousArray<Double>()
      for other in order[(index + 1)...] {
        for objective in 0..<last { limited.append(max(other[objective], own[objective])) }
      }
      let shared = CostMatrix(
        count: order.count - index - 1, dimension: last, costs: limited)
      let front = ParetoFront.indices(of: shared).map { shared.row($0) }
      volume += (reference[last] - point[last]) * (box - self.volume(front, rest))
    }
    return volume
  }
}

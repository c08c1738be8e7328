/// How probable it is that each point is on the front when all are uncertain.
///
/// Costs are independent and normal. Given the place (x, y) of a point, another one does not dominate
/// it with probability 1 − Fx(x) · Fy(y); the product over the others, integrated over the point's
/// own distribution, is the probability looked for. The integral is computed by Gauss–Legendre rules
/// on panels that end where another point's distribution is steep, to about six digits; nothing is
/// drawn at random.
public enum FrontProbability {
  /// - Returns: one probability for each point. Certain points follow the rule of `ParetoFront`.
  /// - Complexity: O(n²) for points that do not overlap; each overlap costs some thousand steps.
  public static func values(of points: [UncertainPoint]) -> [Double] {
    points.indices.map { value(of: $0, points) }
  }

  private static func value(of index: Int, _ points: [UncertainPoint]) -> Double {
    let own = points[index]
    let (rangeX, rangeY) = (own.x.range, own.y.range)
    var rivals: [UncertainPoint] = []
    for (other, point) in points.enumerated() where other != index {
      // Never as good as this one in some objective.
      if point.x.range.lowerBound > rangeX.upperBound { continue }
      if point.y.range.lowerBound > rangeY.upperBound { continue }
      // Equal certain points do not dominate each other.
      if own.isCertain, point == own { continue }
      if point.x.range.upperBound <= rangeX.lowerBound,
        point.y.range.upperBound <= rangeY.lowerBound
      {
        return 0
      }
      rivals.append(point)
    }
    guard !rivals.isEmpty else { return 1 }
    let x = Nodes(own.x, rivals.map(\.x))
    let y = Nodes(own.y, rivals.map(\.y))
    var total = 0.0
    for i in x.weights.indices {
      var inner = 0.0
      for j in y.weights.indices {
        var isFree = 1.0
        for rival in rivals.indices {
          isFree *= 1 - x.cumulative[rival][i] * y.cumulative[rival][j]
          if isFree < 1e-15 { break }
        }
        inner += y.weights[j] * isFree
      }
      total += x.weights[i] * inner
    }
    return min(max(total, 0), 1)
  }

  /// Where a cost's distribution is sampled, with weights that add up to 1, and what the rivals'
  /// distribution functions are there.
  private struct Nodes {
    var weights: [Double] = []
    var cumulative: [[Double]]

    init(_ own: UncertainCost, _ rivals: [UncertainCost]) {
      guard own.deviation > 0 else {
        weights = [1]
        cumulative = rivals.map { [$0.cumulative(own.mean)] }
        return
      }
      var places: [Double] = []
      let ends = Self.panels(own, rivals)
      for (a, b) in zip(ends, ends.dropFirst()) {
        for (node, weight) in GaussLegendre.five {
          let z = (a + b) / 2 + node * (b - a) / 2
          places.append(own.mean + z * own.deviation)
          weights.append(weight * (b - a) / 2 * UncertainCost.density(z))
        }
      }
      let sum = weights.reduce(0, +)
      for index in weights.indices { weights[index] /= sum }
      cumulative = rivals.map { rival in places.map { rival.cumulative($0) } }
    }

    /// Ends of panels in deviations from the mean: half a deviation wide, and narrower where a rival
    /// is much more certain.
    private static func panels(_ own: UncertainCost, _ rivals: [UncertainCost]) -> [Double] {
      var ends = (-12...12).map { Double($0) / 2 }
      for rival in rivals where rival.deviation < own.deviation / 4 {
        for steps in rival.deviation == 0 ? [0] : [-5.0, -2, 0, 2, 5] {
          let z = (rival.mean + steps * rival.deviation - own.mean) / own.deviation
          if abs(z) < 6 { ends.append(z) }
        }
      }
      ends.sort()
      return ends
    }
  }
}

/// Nodes and weights on −1…1. Source: Abramowitz and Stegun, table 25.4.
private enum GaussLegendre {
  static let five: [(node: Double, weight: Double)] = [
    (-0.906_179_845_938_664, 0.236_926_885_056_189),
    (-0.538_469_310_105_683, 0.478_628_670_499_366), (0, 0.568_888_888_888_889),
    (0.538_469_310_105_683, 0.478_628_670_499_366),
    (0.906_179_845_938_664, 0.236_926_885_056_189),
  ]
}

/// The border of what uncertain points dominate with a given probability.
///
/// A place is attained when at least one point is no worse there in both objectives. For independent
/// points its probability has a closed form, 1 − Π (1 − Fx(x) · Fy(y)), so nothing is drawn at
/// random.
///
/// Source: Grunert da Fonseca, Fonseca and Hall, 2001 (the attainment function).
public enum AttainmentCurve {
  /// The least second cost that is attained with a probability, for each first cost.
  ///
  /// - Parameters:
  ///   - probability: between 0 and 1, exclusively.
  ///   - xs: first costs.
  /// - Returns: nil where no second cost is bad enough.
  public static func ys(
    of points: [UncertainPoint], probability: Double, along xs: [Double]
  ) -> [Double?] {
    precondition(probability > 0 && probability < 1, "a probability between 0 and 1")
    guard let low = points.map(\.y.range.lowerBound).min(),
      let high = points.map(\.y.range.upperBound).max()
    else { return xs.map { _ in nil } }
    return xs.map { x in
      let shares = points.map { $0.x.cumulative(x) }
      func attained(_ y: Double) -> Double {
        1 - zip(points, shares).reduce(1.0) { $0 * (1 - $1.1 * $1.0.y.cumulative(y)) }
      }
      guard attained(high) >= probability else { return nil }
      var (a, b) = (low, high)
      // Fifty halvings leave less than a last place of the range.
      for _ in 0..<50 {
        let middle = (a + b) / 2
        if attained(middle) >= probability { b = middle } else { a = middle }
      }
      return b
    }
  }
}

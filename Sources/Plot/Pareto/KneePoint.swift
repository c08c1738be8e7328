/// The member of a front where the trade-off turns: the point farthest from the line that joins the
/// two ends of the front, on its ideal side, after both objectives are scaled to the front's range.
///
/// Source: Das, 1999 (normal-boundary intersection); see Branke et al., 2004, for other definitions.
public enum KneePoint {
  /// - Parameter front: members from the best x to the best y, as `ParetoFront.indices` orders
  ///   them, on scales on which distances mean something (logarithms for a log axis).
  /// - Returns: an index into `front`, the first of equals; nil when there are fewer than three
  ///   members or none lies on the ideal side of the line.
  public static func index(
    in front: [(x: Double, y: Double)], xBetter: ChannelSpec.Better, yBetter: ChannelSpec.Better
  ) -> Int? {
    guard front.count >= 3, let first = front.first, let last = front.last else { return nil }
    let width = xBetter.cost(last.x) - xBetter.cost(first.x)
    let height = yBetter.cost(first.y) - yBetter.cost(last.y)
    guard width > 0, height > 0 else { return nil }
    var best: (index: Int, distance: Double)?
    for (index, point) in front.enumerated() {
      // Scaled, the ends are (0, 1) and (1, 0); below their line u + v is under 1.
      let u = (xBetter.cost(point.x) - xBetter.cost(first.x)) / width
      let v = (yBetter.cost(point.y) - yBetter.cost(last.y)) / height
      let distance = 1 - u - v
      if distance > 1e-12, distance > (best?.distance ?? 0) { best = (index, distance) }
    }
    return best?.index
  }
}

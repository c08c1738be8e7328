/// The member of a front where the trade-off turns: with every objective scaled to the front's range
/// (0 its best, 1 its worst), the point farthest on the ideal side from the plane on which the
/// scaled objectives add up to 1.
///
/// With two objectives this is the point farthest from the chord, the line that joins the two ends
/// of the front.
///
/// Source: Das, 1999 (normal-boundary intersection); the same as the largest difference of Kneedle
/// (Satopää et al., 2011) without smoothing. See Branke et al., 2004, for other definitions.
public enum KneePoint {
  /// - Parameter front: members of a front, on scales on which distances mean something (logarithms
  ///   for a log axis).
  /// - Returns: an index into `front`, the first of equals; nil when there are fewer than three
  ///   members, an objective does not vary, or none lies on the ideal side.
  public static func index(in front: CostMatrix) -> Int? {
    guard front.count >= 3 else { return nil }
    let (best, worst) = (front.ideal, front.nadir)
    guard zip(best, worst).allSatisfy({ $0 < $1 }) else { return nil }
    var knee: (index: Int, distance: Double)?
    for index in 0..<front.count {
      var distance = 1.0
      for objective in 0..<front.dimension {
        distance -=
          (front[index, objective] - best[objective]) / (worst[objective] - best[objective])
      }
      // A point on the plane is none, whatever the last bits say.
      if distance > 1e-12, distance > (knee?.distance ?? 0) { knee = (index, distance) }
    }
    return knee?.index
  }
}

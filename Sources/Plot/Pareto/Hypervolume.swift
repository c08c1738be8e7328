/// The area that a front dominates within a reference point: the larger, the better the front.
///
/// Source: Zitzler and Thiele, 1998; in two dimensions the sum of the staircase's rectangles.
public enum Hypervolume {
  /// - Parameters:
  ///   - points: any points; those that do not beat the reference in both objectives add nothing.
  ///   - reference: the worst point, in the units of the data.
  /// - Returns: in the product of both units, at least 0.
  public static func area(
    of points: [(x: Double, y: Double)], reference: (x: Double, y: Double),
    xBetter: ChannelSpec.Better, yBetter: ChannelSpec.Better
  ) -> Double {
    let worst = (x: xBetter.cost(reference.x), y: yBetter.cost(reference.y))
    let inside = points.filter { xBetter.cost($0.x) < worst.x && yBetter.cost($0.y) < worst.y }
    let front = ParetoFront.indices(of: inside, xBetter: xBetter, yBetter: yBetter)
    var area = 0.0
    var top = worst.y
    for index in front {
      let (x, y) = (xBetter.cost(inside[index].x), yBetter.cost(inside[index].y))
      area += (worst.x - x) * (top - y)
      top = y
    }
    return area
  }

  /// The area as a share of the box between reference and ideal point; nil when the box is empty.
  public static func share(
    of points: [(x: Double, y: Double)], reference: (x: Double, y: Double),
    ideal: (x: Double, y: Double), xBetter: ChannelSpec.Better, yBetter: ChannelSpec.Better
  ) -> Double? {
    let width = xBetter.cost(reference.x) - xBetter.cost(ideal.x)
    let height = yBetter.cost(reference.y) - yBetter.cost(ideal.y)
    guard width > 0, height > 0 else { return nil }
    return area(of: points, reference: reference, xBetter: xBetter, yBetter: yBetter)
      / (width * height)
  }
}

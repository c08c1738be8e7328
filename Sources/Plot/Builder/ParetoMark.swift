import Pareto

/// A point of a comparison by two objectives: those that no other beats are joined by the front,
/// the others are dimmed.
///
///     ParetoMark(
///       x: .value("Relative cost", 0.11), y: .value("Kept (%)", 95.9), better: (.low, .high))
public struct ParetoMark: ChartContent {
  /// Where an objective improves.
  public enum Direction: Sendable { case low, high }

  /// Of what fronts are made.
  public enum Scope: Sendable { case overall, group }

  public let marks: MarkList

  /// - Parameters:
  ///   - better: the directions in which x and y improve.
  ///   - xError: one standard deviation of x.
  ///   - yError: one standard deviation of y.
  ///   - knee: whether the knee point is marked.
  ///   - ideal: whether the best x with the best y is marked.
  ///   - front: one for all points, or one for each colour.
  ///   - hypervolume: states the volume to this worst point `[x, y]`, as a share of the box up to
  ///     the best point when there is one.
  public init(
    x: PlottableValue, y: PlottableValue, better: (x: Direction, y: Direction),
    xError: PlottableValue? = nil, yError: PlottableValue? = nil, knee: Bool = false,
    ideal: Bool = false, front: Scope = .overall,
    hypervolume: (reference: [Double], ideal: [Double]?)? = nil
  ) {
    var mark = MarkSpec(.pareto)
    mark.knee = knee ? true : nil
    mark.ideal = ideal ? true : nil
    mark.front = front == .group ? .group : nil
    mark.hypervolume = hypervolume.map {
      HypervolumeSpec(reference: $0.reference, ideal: $0.ideal)
    }
    marks = MarkList(
      mark, [(.x, x), (.y, y), (.xError, xError), (.yError, yError)],
      better: [better.x, better.y].map { $0 == .low ? .low : .high })
  }
}

/// A sector of a circle whose angle is its share of all.
public struct SectorMark: ChartContent {
  public let marks: MarkList

  /// - Parameter innerRadius: of the hole in the middle, in points.
  public init(angle: PlottableValue, innerRadius: Double? = nil) {
    var mark = MarkSpec(.arc)
    mark.innerRadius = innerRadius
    marks = MarkList(mark, [(.theta, angle)])
  }
}

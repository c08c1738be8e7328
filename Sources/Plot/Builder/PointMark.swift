/// A point.
public struct PointMark: ChartContent {
  public let marks: MarkList

  public init(x: PlottableValue, y: PlottableValue) {
    marks = MarkList(MarkSpec(.point), [(.x, x), (.y, y)])
  }

  public init(x: PlottableValue) { marks = MarkList(MarkSpec(.point), [(.x, x)]) }
  public init(y: PlottableValue) { marks = MarkList(MarkSpec(.point), [(.y, y)]) }
}

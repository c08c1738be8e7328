/// A place on a line; the line goes through the places of its series in the order of x.
public struct LineMark: ChartContent {
  public let marks: MarkList

  /// - Parameter series: which line the place belongs to, where no colour or symbol says it.
  public init(x: PlottableValue, y: PlottableValue, series: PlottableValue? = nil) {
    marks = MarkList(MarkSpec(.line), [(.x, x), (.y, y), (.detail, series)])
  }
}

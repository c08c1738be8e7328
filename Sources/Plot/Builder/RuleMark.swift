/// A straight line across the chart, or between two places.
public struct RuleMark: ChartContent {
  public let marks: MarkList

  /// Upright; from the bottom to the top unless it says otherwise.
  public init(x: PlottableValue, yStart: PlottableValue? = nil, yEnd: PlottableValue? = nil) {
    marks = MarkList(MarkSpec(.rule), [(.x, x), (.y, yStart), (.y2, yEnd)])
  }

  /// Level; from the left to the right unless it says otherwise.
  public init(xStart: PlottableValue? = nil, xEnd: PlottableValue? = nil, y: PlottableValue) {
    marks = MarkList(MarkSpec(.rule), [(.x, xStart), (.x2, xEnd), (.y, y)])
  }
}

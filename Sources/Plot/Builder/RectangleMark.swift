/// A cell of two categories, or a rectangle between two places on each axis.
public struct RectangleMark: ChartContent {
  public let marks: MarkList

  public init(x: PlottableValue, y: PlottableValue) {
    marks = MarkList(MarkSpec(.rect), [(.x, x), (.y, y)])
  }

  public init(
    xStart: PlottableValue? = nil, xEnd: PlottableValue? = nil, yStart: PlottableValue? = nil,
    yEnd: PlottableValue? = nil
  ) {
    marks = MarkList(
      MarkSpec(.rect), [(.x, xStart), (.x2, xEnd), (.y, yStart), (.y2, yEnd)])
  }
}

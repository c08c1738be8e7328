/// A bar from zero to a value, or between two.
public struct BarMark: ChartContent {
  public let marks: MarkList

  public init(
    x: PlottableValue, y: PlottableValue, stacking: MarkStackingMethod = .standard
  ) {
    marks = MarkList(MarkSpec(.bar), [(.x, x), (.y, y)], stack: stacking.mode)
  }

  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    marks = MarkList(MarkSpec(.bar), [(.x, x), (.y, yStart), (.y2, yEnd)])
  }

  public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) {
    marks = MarkList(MarkSpec(.bar), [(.x, xStart), (.x2, xEnd), (.y, y)])
  }
}

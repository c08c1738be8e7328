/// Words on a place.
public struct TextMark: ChartContent {
  public let marks: MarkList

  public init(x: PlottableValue? = nil, y: PlottableValue? = nil, text: some Plottable) {
    marks = MarkList(
      MarkSpec(.text), [(.x, x), (.y, y), (.text, .value("text", text))])
  }
}

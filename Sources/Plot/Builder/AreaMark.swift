/// A place on the border of an area, which reaches down to zero or between two places.
public struct AreaMark: ChartContent {
  public let marks: MarkList

  public init(
    x: PlottableValue, y: PlottableValue, series: PlottableValue? = nil,
    stacking: MarkStackingMethod = .standard
  ) {
    marks = MarkList(
      MarkSpec(.area), [(.x, x), (.y, y), (.detail, series)], stack: stacking.mode)
  }

  public init(
    x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue,
    series: PlottableValue? = nil
  ) {
    marks = MarkList(
      MarkSpec(.area), [(.x, x), (.y, yStart), (.y2, yEnd), (.detail, series)],
      stack: StackMode.none)
  }
}

/// How bars and areas of one place lie on each other.
public enum MarkStackingMethod: Sendable {
  case standard, normalized, center, unstacked

  var mode: StackMode? {
    switch self {
    // They are stacked when a colour divides them.
    case .standard: nil
    case .normalized: .normalize
    case .center: .center
    case .unstacked: StackMode.none
    }
  }
}

public import Graphics

/// Whether all of a mark's rows share a look, or a value decides about it.
extension ChartContent {
  /// A colour for each category, or one that grows with a number.
  public func foregroundStyle(by value: PlottableValue) -> MarkList {
    marks.changing { $0.set(.color, value) }
  }

  public func foregroundStyle(_ color: Color) -> MarkList {
    marks.changing { element in
      element.mark.color = color.hexText
      if color.alpha < 1 { element.mark.opacity = Double(color.alpha) }
    }
  }

  /// - Parameter color: a name of CSS or `#rrggbb`.
  public func foregroundStyle(_ color: String) -> MarkList {
    marks.changing { $0.mark.color = color }
  }

  /// A symbol for each category.
  public func symbol(by value: PlottableValue) -> MarkList {
    marks.changing { $0.set(.shape, value) }
  }

  /// A symbol for all points; lines have points where they have a symbol.
  public func symbol(_ symbol: ChartSymbol) -> MarkList {
    marks.changing { element in
      element.mark.shape = symbol.rawValue
      if element.mark.type == .line || element.mark.type == .area { element.mark.point = true }
    }
  }

  /// An area that grows with a number.
  public func symbolSize(by value: PlottableValue) -> MarkList {
    marks.changing { $0.set(.size, value) }
  }

  /// - Parameter area: in square points.
  public func symbolSize(_ area: Double) -> MarkList { marks.changing { $0.mark.size = area } }

  /// Dashes for each category.
  public func lineStyle(by value: PlottableValue) -> MarkList {
    marks.changing { $0.set(.strokeDash, value) }
  }

  /// - Parameters:
  ///   - lineWidth: in points.
  ///   - dash: lengths of dashes and gaps in points; the series' own when nil.
  public func lineStyle(lineWidth: Double? = nil, dash: [Double]? = nil) -> MarkList {
    marks.changing { element in
      element.mark.strokeWidth = lineWidth ?? element.mark.strokeWidth
      element.mark.strokeDash = dash ?? element.mark.strokeDash
    }
  }

  public func interpolationMethod(_ method: InterpolationMethod) -> MarkList {
    marks.changing { $0.mark.interpolate = method.interpolation }
  }

  /// - Parameter opacity: 0 to 1.
  public func opacity(_ opacity: Double) -> MarkList {
    marks.changing { $0.mark.opacity = opacity }
  }

  /// An opacity that grows with a number.
  public func opacity(by value: PlottableValue) -> MarkList {
    marks.changing { $0.set(.opacity, value) }
  }

  /// Places bars of one category side by side.
  public func position(by value: PlottableValue) -> MarkList {
    marks.changing { element in
      let isLevel = element.channels.contains { $0.channel == .y && $0.value.measure == .nominal }
      element.set(isLevel ? .yOffset : .xOffset, value)
    }
  }

  /// Words beside the mark, placed so that they overlap nothing.
  ///
  /// - Parameter keep: whether the chart fails when they find no place; else they are left out and
  ///   counted.
  public func annotation(_ words: String, keep: Bool = false) -> MarkList {
    marks.changing { element in
      element.set(.label, .value("label", words))
      element.keepsLabel = keep
    }
  }
}

/// The outline of a point.
public enum ChartSymbol: String, Sendable {
  case circle, square, triangle, diamond, cross, star
}

/// How lines and areas join their places.
public enum InterpolationMethod: Sendable {
  case linear, monotone, cardinal, stepStart, stepCenter, stepEnd

  fileprivate var interpolation: MarkSpec.Interpolation {
    switch self {
    case .linear: .linear
    case .monotone: .monotone
    case .cardinal: .cardinal
    case .stepStart: .stepBefore
    case .stepCenter: .step
    case .stepEnd: .stepAfter
    }
  }
}

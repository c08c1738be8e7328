import Graphics

/// A symbol and what it stands for.
struct LegendEntry {
  enum Symbol {
    case point(PointShape, Color, area: Double)
    case line(Color, dash: [Points])
    case swatch(Color)

    var width: Points {
      switch self {
      case .point(_, _, let area): max(6, 2 * (area / .pi).squareRoot())
      case .line: 18
      case .swatch: 6
      }
    }

    /// With a little air above and below large points.
    var height: Points {
      if case .point = self { width + 1.5 } else { 0 }
    }
  }

  var words: String
  var symbol: Symbol

  /// Draws the symbol in a row, from the left.
  func drawSymbol(at x: Points, on row: inout Frame, theme: ChartTheme, middle: Points) {
    switch symbol {
    case .point(let shape, let color, let area):
      row.items.append(
        .path(
          shape.path(center: Point(x: x + symbol.width / 2, y: middle), area: area), fill: color,
          stroke: nil))
    case .line(let color, let dash):
      row.items.append(
        .path(
          .line(from: Point(x: x, y: middle), to: Point(x: x + symbol.width, y: middle)),
          fill: nil, stroke: Stroke(color: color, width: theme.lineWidth, dash: dash)))
    case .swatch(let color): row.fill(Rect(x: x, y: middle - 3, width: 6, height: 6), color)
    }
  }
}

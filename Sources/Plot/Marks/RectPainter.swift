import Graphics

/// A rectangle: a cell of two categories, or between x, x2 and y, y2.
enum RectPainter: Mark {
  static let type = MarkType.rect
  static let required: [Channel] = []

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    for row in layer.rows {
      let (left, right) = extent(row.x, row.x2, canvas.x, canvas.area.minX, canvas.area.maxX)
      let (top, bottom) = extent(row.y, row.y2, canvas.y, canvas.area.minY, canvas.area.maxY)
      let rect = Rect(x: left, y: top, width: right - left, height: bottom - top)
      let color = canvas.color(of: row, in: layer)
      canvas.fill(.rect(rect), color)
      canvas.grounds.append((rect, color))
    }
  }

  private static func extent(
    _ value: Double?, _ other: Double?, _ scale: PositionScale, _ start: Points, _ end: Points
  ) -> (Points, Points) {
    guard let value else { return (start, end) }
    let place = scale.position(value)
    if let other {
      let second = scale.position(other)
      return (max(min(place, second), start), min(max(place, second), end))
    }
    // Cells touch: a heat map has no gaps.
    let half = abs(scale.bandwidth) / (1 - PositionScale.bandPadding) / 2
    return (place - half, place + half)
  }
}

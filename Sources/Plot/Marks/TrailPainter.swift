import Graphics

/// A line whose thickness follows the size channel, or is what it says.
enum TrailPainter: Mark {
  static let type = MarkType.trail
  static let required: [Channel] = [.x, .y]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let level = canvas.model.size
    let lineWidth = canvas.theme.lineWidth
    func width(_ row: Datum) -> Points {
      guard let size = row.size else { return lineWidth }
      guard layer.measuresSize, let level else { return max(0, size) }
      return max(0.4, level.value(size, from: 0, to: 5))
    }
    for series in Series.of(layer) {
      for (a, b) in zip(series, series.dropFirst()) {
        let (from, to) = (canvas.place(a), canvas.place(b))
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { continue }
        let (nx, ny) = (-dy / length / 2, dx / length / 2)
        let (wa, wb) = (width(a), width(b))
        let color = canvas.color(of: a, in: layer)
        canvas.fill(
          .polyline(
            [
              Point(x: from.x + nx * wa, y: from.y + ny * wa),
              Point(x: to.x + nx * wb, y: to.y + ny * wb),
              Point(x: to.x - nx * wb, y: to.y - ny * wb),
              Point(x: from.x - nx * wa, y: from.y - ny * wa),
            ], closed: true), color)
        canvas.fill(.circle(center: to, radius: wb / 2), color)
        canvas.obstacles.segments.append((from, to))
      }
    }
  }
}

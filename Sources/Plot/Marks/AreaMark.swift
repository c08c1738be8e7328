import Graphics

/// The area between a line and the base, or y2.
enum AreaMark: Mark {
  static let type = MarkType.area
  static let required: [Channel] = [.x, .y]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    for series in Series.of(layer) {
      guard let first = series.first else { continue }
      let shape = layer.mark.interpolate ?? .linear
      let top = shape.corners(series.compactMap { canvas.point($0) })
      let bottom = shape.corners(
        series.compactMap { row in
          row.x.map {
            Point(x: canvas.x.position($0), y: canvas.y.position(row.y2 ?? canvas.y.base))
          }
        })
      guard top.count > 1 else { continue }
      let color = canvas.color(of: first, in: layer)
      canvas.fill(
        .polyline(top + bottom.reversed(), closed: true),
        color.opacity(layer.mark.opacity.map { Float($0) } ?? 0.7))
    }
  }
}

import Graphics

/// The area between a line and the base, or y2; between x and x2 when it is upright.
enum AreaPainter: Mark {
  static let type = MarkType.area
  static let required: [Channel] = [.x, .y]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let isUpright =
      layer.mark.orient.map { $0 == .horizontal }
      ?? (canvas.y.axis.kind == .time && canvas.x.axis.kind != .time
        || layer.rows.contains { $0.x2 != nil })
    for rows in Series.of(layer) {
      let series =
        isUpright ? rows.sorted { ($0.y ?? 0, $0.row) < ($1.y ?? 0, $1.row) } : rows
      guard let first = series.first, series.count > 1 else { continue }
      let shape = layer.mark.interpolate ?? .linear
      let points = series.map { canvas.place($0) }
      let top = shape.corners(points)
      let bottom = shape.corners(
        zip(series, points).map { row, point in
          isUpright
            ? Point(x: canvas.x.position(row.x2 ?? canvas.x.base), y: point.y)
            : Point(x: point.x, y: canvas.y.position(row.y2 ?? canvas.y.base))
        })
      let color = canvas.color(of: first, in: layer)
      let opacity = first.opacity ?? layer.mark.opacity ?? layer.mark.fillOpacity
      canvas.fill(
        .polyline(top + bottom.reversed(), closed: true),
        color.opacity(opacity.map { Float($0) } ?? 0.7))
      if layer.mark.line ?? false {
        canvas.stroke(
          .polyline(top),
          Stroke(color: color.opacity(1), width: canvas.theme.lineWidth, join: .round))
      }
      for point in points where layer.mark.point ?? false {
        canvas.drawPoint(
          at: point, .circle,
          area: PointSizes(layer, canvas.model, canvas.theme).area(of: first),
          color: color.opacity(1), isFilled: true)
      }
    }
  }
}

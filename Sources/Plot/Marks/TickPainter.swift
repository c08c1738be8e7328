import Graphics

/// A short stroke at each value, across the band of its category.
enum TickPainter: Mark {
  static let type = MarkType.tick
  static let required: [Channel] = []

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let hasX = layer.rows.contains { $0.x != nil }
    let isVertical =
      layer.mark.orient.map { $0 == .vertical }
      ?? (hasX && !(canvas.x.axis.isDiscrete && !canvas.y.axis.isDiscrete))
    let bands = isVertical ? canvas.y : canvas.x
    let length = layer.mark.size ?? (bands.axis.isDiscrete ? abs(bands.bandwidth) * 0.75 : 8)
    for row in layer.rows {
      guard row.x != nil || row.y != nil else { continue }
      let point = canvas.place(row, in: layer)
      let x = point.x
      let y = row.y == nil ? canvas.area.maxY - length / 2 : point.y
      let (dx, dy) = isVertical ? (0, length / 2) : (length / 2, 0)
      canvas.stroke(
        .line(from: Point(x: x - dx, y: y - dy), to: Point(x: x + dx, y: y + dy)),
        Stroke(color: canvas.color(of: row, in: layer), width: layer.mark.strokeWidth ?? 1))
    }
  }
}

import Graphics

/// A short stroke at each value, across the band of its category.
enum TickMark: Mark {
  static let type = MarkType.tick
  static let required: [Channel] = [.x]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let isVertical = !(canvas.x.axis.isDiscrete && !canvas.y.axis.isDiscrete)
    let bands = isVertical ? canvas.y : canvas.x
    let length = bands.axis.isDiscrete ? abs(bands.bandwidth) : 8
    for row in layer.rows {
      guard let px = row.x else { continue }
      let x = canvas.x.position(px)
      let y = row.y.map { canvas.y.position($0) } ?? canvas.area.maxY - length / 2
      let (dx, dy) = isVertical ? (0, length / 2) : (length / 2, 0)
      canvas.stroke(
        .line(from: Point(x: x - dx, y: y - dy), to: Point(x: x + dx, y: y + dy)),
        Stroke(color: canvas.color(of: row, in: layer), width: layer.mark.size ?? 1))
    }
  }
}

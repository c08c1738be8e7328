import Graphics

/// A bar from the base, or from x2 or y2, to the value; along x when only y is a category.
enum BarMark: Mark {
  static let type = MarkType.bar
  static let required: [Channel] = [.x, .y]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let isHorizontal = canvas.y.axis.isDiscrete && !canvas.x.axis.isDiscrete
    let (places, values) = isHorizontal ? (canvas.y, canvas.x) : (canvas.x, canvas.y)
    for row in layer.rows {
      guard let px = row.x, let py = row.y else { continue }
      let (place, value) = isHorizontal ? (py, px) : (px, py)
      let base = (isHorizontal ? row.x2 : row.y2) ?? values.base
      let low = min(max(values.position(base), values.minimum), values.maximum)
      let high = min(max(values.position(value), values.minimum), values.maximum)
      let band = places.axis.isDiscrete ? abs(places.bandwidth) : layer.mark.size ?? 6
      let width = layer.mark.size ?? band / Double(layer.offsetCount)
      let shift = band * ((Double(row.offset) + 0.5) / Double(layer.offsetCount) - 0.5)
      let middle = places.position(place) + shift
      let rect =
        isHorizontal
        ? Rect(x: min(low, high), y: middle - width / 2, width: abs(high - low), height: width)
        : Rect(x: middle - width / 2, y: min(low, high), width: width, height: abs(high - low))
      let color = canvas.color(of: row, in: layer)
      canvas.fill(.rect(rect), color)
      canvas.grounds.append((rect, color))
      canvas.obstacles.boxes.append(rect)
      let end =
        isHorizontal ? Point(x: high, y: rect.midY) : Point(x: rect.midX, y: high)
      canvas.requestLabel(of: row, at: end, area: 1, color: canvas.theme.ink, priority: 0)
    }
  }
}

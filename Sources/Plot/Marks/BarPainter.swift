import Graphics

/// A bar from the base, or from x2 or y2, to the value; along x when only y is a category.
enum BarPainter: Mark {
  static let type = MarkType.bar
  static let required: [Channel] = []

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let isHorizontal = layer.mark.orient.map { $0 == .horizontal } ?? canvas.model.growsAlongX
    let (places, values) = isHorizontal ? (canvas.y, canvas.x) : (canvas.x, canvas.y)
    for row in layer.rows {
      let (place, second) = isHorizontal ? (row.y, row.y2) : (row.x, row.x2)
      let (value, from) = isHorizontal ? (row.x, row.x2) : (row.y, row.y2)
      let (start, end) = extent(place, second, places, row, layer)
      let (low, high): (Points, Points)
      if let value {
        low = held(values.position(from ?? values.base), values)
        high = held(values.position(value), values)
      } else {
        (low, high) = (values.minimum, values.maximum)
      }
      let rect =
        isHorizontal
        ? Rect(x: min(low, high), y: start, width: abs(high - low), height: end - start)
        : Rect(x: start, y: min(low, high), width: end - start, height: abs(high - low))
      let color = canvas.color(of: row, in: layer)
      canvas.fill(.rect(rect), color)
      canvas.grounds.append((rect, color))
      canvas.obstacles.boxes.append(rect)
      let tip =
        isHorizontal ? Point(x: high, y: rect.midY) : Point(x: rect.midX, y: high)
      canvas.requestLabel(of: row, at: tip, area: 1, color: canvas.theme.ink, priority: 0)
    }
  }

  /// From where to where a bar goes along the axis that it stands on.
  private static func extent(
    _ place: Double?, _ second: Double?, _ scale: PositionScale, _ row: Datum, _ layer: ChartLayer
  ) -> (Points, Points) {
    guard let place else {
      // A single bar lies in the middle of the room.
      let middle = (scale.minimum + scale.maximum) / 2
      let width = min(layer.mark.size ?? 18, scale.maximum - scale.minimum)
      return (middle - width / 2, middle + width / 2)
    }
    if let second, !scale.axis.isDiscrete {
      let (a, b) = (scale.position(place), scale.position(second))
      let (low, high) = (held(min(a, b), scale), held(max(a, b), scale))
      let gap: Points = high - low > 3 ? 0.5 : 0
      return (low + gap, max(high - gap, low + gap + 0.25))
    }
    let band = scale.axis.isDiscrete ? abs(scale.bandwidth) : layer.mark.size ?? 6
    var width = layer.mark.size ?? band / Double(layer.offsetCount)
    switch layer.mark.width ?? layer.mark.height {
    case .points(let points): width = points
    case .band(let share): width = share * abs(scale.step) / Double(layer.offsetCount)
    case nil: break
    }
    let shift = band * ((Double(row.offset) + 0.5) / Double(layer.offsetCount) - 0.5)
    let middle = scale.position(place) + shift
    return (middle - width / 2, middle + width / 2)
  }

  private static func held(_ at: Points, _ scale: PositionScale) -> Points {
    min(max(at, scale.minimum), scale.maximum)
  }
}

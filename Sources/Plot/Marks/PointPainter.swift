import Graphics

/// A point for each row, with its label beside it.
enum PointPainter: Mark {
  static let type = MarkType.point
  static let required: [Channel] = []

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    canvas.drawPoints(of: layer) { draw(layer, &$0) }
  }

  private static func draw(_ layer: ChartLayer, _ canvas: inout ChartCanvas) {
    let sizes = PointSizes(layer, canvas.model, canvas.theme)
    for row in layer.rows {
      guard var point = canvas.point(row) else { continue }
      if layer.offsetCount > 1 { point = canvas.place(row, in: layer) }
      let color = canvas.color(of: row, in: layer)
      let area = sizes.area(of: row)
      canvas.drawPoint(
        at: point, canvas.shape(of: row, in: layer), area: area, color: color,
        isFilled: layer.mark.filled ?? true)
      canvas.requestLabel(
        of: row, at: point, area: area, color: canvas.theme.ink, priority: 0)
    }
  }
}

/// Areas of points: fixed, given by the size channel, or growing with it so that area is proportional.
struct PointSizes {
  private let fixed: Double
  private let level: LevelModel?
  /// Whether the channel gives the areas themselves; that of a line is its width.
  private let takesAreas: Bool

  init(_ layer: ChartLayer, _ model: ChartModel, _ theme: ChartTheme) {
    fixed = layer.mark.size ?? theme.pointArea
    level = model.size
    takesAreas = !layer.measuresSize && [.point, .pareto].contains(layer.mark.type)
  }

  /// The area for a value on the scale of sizes.
  func area(_ size: Double) -> Double {
    guard let level else { return fixed }
    let area = level.value(size, from: 0, to: fixed * 6)
    return level.range == nil ? max(4, area) : max(0, area)
  }

  func area(of row: Datum) -> Double {
    guard let size = row.size else { return fixed }
    return takesAreas ? max(0, size) : area(size)
  }
}

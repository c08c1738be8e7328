import Graphics

/// A point for each row, with its label beside it.
enum PointPainter: Mark {
  static let type = MarkType.point
  static let required: [Channel] = []

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    canvas.drawPoints(of: layer) { draw(layer, &$0) }
  }

  private static func draw(_ layer: ChartLayer, _ canvas: inout ChartCanvas) {
    let sizes = PointSizes(layer.mark, canvas.model, canvas.theme)
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

/// Areas of points: fixed, or growing with the size channel so that area is proportional.
struct PointSizes {
  private let fixed: Double
  private let level: LevelModel?

  init(_ mark: MarkSpec, _ model: ChartModel, _ theme: ChartTheme) {
    let radius = theme.pointDiameter / 2
    fixed = mark.size ?? .pi * radius * radius
    level = model.size
  }

  /// The area for a value of the size channel.
  func area(_ size: Double) -> Double {
    guard let level, level.domain.upperBound > 0 else { return fixed }
    let area = level.value(size, from: 0, to: fixed * 6)
    return level.range == nil ? max(4, area) : max(0, area)
  }

  func area(of row: Datum) -> Double {
    row.size.map(area) ?? fixed
  }
}

import Graphics

/// Sectors of a circle, each as large as its share; clockwise from the top.
enum ArcPainter: Mark {
  static let type = MarkType.arc
  static let required: [Channel] = [.theta]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let rows = layer.rows.filter { ($0.theta ?? 0) > 0 }
      .sorted { ($0.order ?? 0, $0.group ?? 0, $0.row) < ($1.order ?? 0, $1.group ?? 0, $1.row) }
    let total = rows.reduce(0) { $0 + ($1.theta ?? 0) }
    guard total > 0 else { return }
    let center = Point(x: canvas.area.midX, y: canvas.area.midY)
    let most = min(canvas.area.size.width, canvas.area.size.height) / 2
    let outer = min(layer.mark.outerRadius ?? most, most)
    let inner = min(layer.mark.innerRadius ?? 0, outer)
    var sum = 0.0
    for row in rows {
      let start = sum / total * 2 * Double.pi
      sum += row.theta ?? 0
      let path = sector(center, inner, outer, from: start, to: sum / total * 2 * .pi)
      canvas.fill(
        path, canvas.color(of: row, in: layer),
        stroke: Stroke(color: canvas.theme.background, width: 0.6, join: .round))
    }
  }

  /// Short chords, which no eye tells from an arc.
  private static func sector(
    _ center: Point, _ inner: Points, _ outer: Points, from start: Double, to end: Double
  ) -> Path {
    let count = max(2, Int(((end - start) * 40 / .pi).rounded(.up)))
    func point(_ radius: Points, _ turn: Double) -> Point {
      Point(
        x: center.x + radius * Turning.sine(turn), y: center.y - radius * Turning.cosine(turn))
    }
    let turns = (0...count).map { start + (end - start) * Double($0) / Double(count) }
    let rim = turns.map { point(outer, $0) }
    let hole = inner > 0 ? turns.reversed().map { point(inner, $0) } : [center]
    return .polyline(rim + hole, closed: true)
  }
}

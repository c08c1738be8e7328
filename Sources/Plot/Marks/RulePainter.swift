import Graphics

/// A straight line: across the whole chart with x or y alone, between two places with x2 or y2.
enum RulePainter: Mark {
  static let type = MarkType.rule
  static let required: [Channel] = []

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    for row in layer.rows {
      let place = canvas.place(row, in: layer)
      let x = row.x != nil || row.xPoint != nil ? place.x : nil
      let y = row.y != nil || row.yPoint != nil ? place.y : nil
      let a = Point(x: x ?? canvas.area.minX, y: y ?? canvas.area.maxY)
      let b = Point(
        x: row.x2.map { canvas.x.position($0) } ?? x ?? canvas.area.maxX,
        y: row.y2.map { canvas.y.position($0) } ?? y ?? canvas.area.minY)
      // Nothing of a rule that lies outside is seen.
      guard row.x2 != nil || row.x.map({ canvas.x.contains($0) }) ?? true,
        row.y2 != nil || row.y.map({ canvas.y.contains($0) }) ?? true
      else { continue }
      guard x != nil || y != nil else { continue }
      let color =
        layer.mark.color == nil && row.group == nil && row.shade == nil && row.paint == nil
        ? canvas.theme.muted : canvas.color(of: row, in: layer)
      canvas.stroke(
        .line(from: a, to: b),
        Stroke(
          color: color, width: layer.mark.strokeWidth ?? 0.75, dash: layer.mark.strokeDash ?? []))
      canvas.obstacles.segments.append((a, b))
      let end = Point(x: max(a.x, b.x), y: min(a.y, b.y))
      canvas.requestLabel(of: row, at: end, area: 1, color: canvas.theme.muted, priority: 0)
    }
  }
}

import Graphics
import Pareto

/// Points, and the staircase that joins those that no other beats; the rest is dimmed.
enum ParetoMark: Mark {
  static let type = MarkType.pareto
  static let required: [Channel] = [.x, .y]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let fronts = ParetoAnalysis(layer, canvas.model).fronts
    for front in fronts {
      let color =
        layer.mark.front == .group
        ? layer.rows.first { $0.row == front.members.first?.row }
          .map { canvas.color(of: $0, in: layer) } ?? canvas.theme.accent
        : layer.mark.color.flatMap(Color.init) ?? canvas.theme.accent
      drawStaircase(front.members, color, layer, on: &canvas)
    }
    let onFront = Set(fronts.flatMap { $0.members.map(\.row) })
    let near = Set(fronts.flatMap { $0.near.map(\.row) })
    let sizes = PointSizes(layer, canvas.theme)
    // The front's points last, on top.
    let order =
      layer.rows.filter { !onFront.contains($0.row) }
      + layer.rows.filter { onFront.contains($0.row) }
    for row in order {
      guard let point = canvas.point(row) else { continue }
      let isOnFront = onFront.contains(row.row)
      let isNear = near.contains(row.row)
      let color = canvas.color(of: row, in: layer)
      let area = sizes.area(of: row)
      canvas.drawPoint(
        at: point, canvas.shape(of: row, in: layer), area: area,
        color: isOnFront || isNear
          ? color : color.opacity(color.alpha * canvas.theme.dominatedOpacity),
        isFilled: (layer.mark.filled ?? true) && !isNear)
      canvas.requestLabel(
        of: row, at: point, area: area, color: isOnFront ? canvas.theme.ink : canvas.theme.muted,
        priority: isOnFront ? 1 : 0)
    }
    for front in fronts {
      if layer.mark.ideal ?? false { drawIdeal(front.ideal, on: &canvas) }
      guard let knee = front.knee, let point = canvas.point(knee) else { continue }
      let radius = (sizes.area(of: knee) / .pi).squareRoot() + 2.2
      canvas.stroke(
        .circle(center: point, radius: radius), Stroke(color: canvas.theme.accent, width: 0.8))
      canvas.obstacles.points.append((point, radius))
      canvas.requestLabel("knee", at: point, radius: radius)
    }
  }

  /// A cross where the best x meets the best y.
  private static func drawIdeal(_ ideal: (x: Double, y: Double), on canvas: inout ChartCanvas) {
    guard canvas.x.contains(ideal.x), canvas.y.contains(ideal.y) else { return }
    let at = Point(x: canvas.x.position(ideal.x), y: canvas.y.position(ideal.y))
    let arm: Points = 3
    let stroke = Stroke(color: canvas.theme.muted, width: 0.8, cap: .round)
    for (dx, dy) in [(arm, arm), (arm, -arm)] {
      canvas.stroke(
        .line(from: Point(x: at.x - dx, y: at.y - dy), to: Point(x: at.x + dx, y: at.y + dy)),
        stroke)
    }
    canvas.obstacles.points.append((at, arm))
    canvas.requestLabel("ideal", at: at, radius: arm)
  }

  /// The border of what the front dominates: from each member straight on in the worse direction of
  /// x, then to the next; beyond both ends thin to the edge of the chart.
  private static func drawStaircase(
    _ members: [Datum], _ color: Color, _ layer: ChartLayer, on canvas: inout ChartCanvas
  ) {
    let points = members.compactMap { canvas.point($0) }
    guard let first = points.first, let last = points.last else { return }
    // The members run from the best x to the best y: across, then up. A straight line is the
    // author's choice; what it crosses need not be reachable.
    let isStraight = layer.mark.interpolate == .linear
    let stairs = (isStraight ? .linear : MarkSpec.Interpolation.stepAfter).corners(points)
    let width = layer.mark.strokeWidth ?? canvas.theme.lineWidth
    let worstX = canvas.x.axis.better == .high ? canvas.x.start : canvas.x.end
    let worstY = canvas.y.axis.better == .low ? canvas.y.end : canvas.y.start
    let tails = [
      (Point(x: first.x, y: worstY), first), (last, Point(x: worstX, y: last.y)),
    ]
    for (a, b) in tails {
      canvas.stroke(
        .line(from: a, to: b), Stroke(color: color.opacity(0.4), width: width / 2))
      canvas.obstacles.segments.append((a, b))
    }
    guard stairs.count > 1 else { return }
    canvas.stroke(
      .polyline(stairs),
      Stroke(color: color, width: width, dash: layer.mark.strokeDash ?? [], join: .round))
    for (a, b) in zip(stairs, stairs.dropFirst()) { canvas.obstacles.segments.append((a, b)) }
  }
}

import Graphics

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
    let sizes = PointSizes(layer, canvas.theme)
    // The front's points last, on top.
    let order =
      layer.rows.filter { !onFront.contains($0.row) }
      + layer.rows.filter { onFront.contains($0.row) }
    for row in order {
      guard let point = canvas.point(row) else { continue }
      let isOnFront = onFront.contains(row.row)
      let color = canvas.color(of: row, in: layer)
      let area = sizes.area(of: row)
      canvas.drawPoint(
        at: point, canvas.shape(of: row, in: layer), area: area,
        color: isOnFront ? color : color.opacity(color.alpha * canvas.theme.dominatedOpacity),
        isFilled: layer.mark.filled ?? true)
      canvas.requestLabel(
        of: row, at: point, area: area, color: isOnFront ? canvas.theme.ink : canvas.theme.muted,
        priority: isOnFront ? 1 : 0)
    }
    for front in fronts {
      guard let knee = front.knee, let point = canvas.point(knee) else { continue }
      let radius = (sizes.area(of: knee) / .pi).squareRoot() + 2.2
      canvas.stroke(
        .circle(center: point, radius: radius), Stroke(color: canvas.theme.accent, width: 0.8))
      canvas.obstacles.points.append((point, radius))
    }
    drawDirection(on: &canvas)
  }

  /// The border of what the front dominates: from each member straight on in the worse direction of
  /// x, then to the next; beyond both ends thin to the edge of the chart.
  private static func drawStaircase(
    _ members: [Datum], _ color: Color, _ layer: ChartLayer, on canvas: inout ChartCanvas
  ) {
    let points = members.compactMap { canvas.point($0) }
    guard let first = points.first, let last = points.last else { return }
    // The members run from the best x to the best y: across, then up.
    let stairs = MarkSpec.Interpolation.stepAfter.corners(points)
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

  /// A small arrow "better" that points to the ideal corner, where there is room near it.
  private static func drawDirection(on canvas: inout ChartCanvas) {
    guard let xBetter = canvas.x.axis.better, let yBetter = canvas.y.axis.better else { return }
    let bestX = xBetter == .high ? canvas.x.end : canvas.x.start
    let bestY = yBetter == .high ? canvas.y.end : canvas.y.start
    let right = bestX > canvas.area.midX
    let up = bestY < canvas.area.midY
    let style = LabelStyle(size: 7, isItalic: true, color: canvas.theme.muted)
    let words = canvas.text.setLabel("better", style)
    let arrow: Points = 9
    let size = Size(width: arrow + 3 + words.width, height: arrow)
    // The corner itself, then along its two sides.
    let shifts: [(Points, Points)] = [
      (4, 4), (30, 4), (4, 24), (60, 4), (4, 48), (90, 4), (120, 4), (4, 72), (160, 4),
    ]
    for (dx, dy) in shifts {
      let box = Rect(
        x: right ? canvas.area.maxX - dx - size.width : canvas.area.minX + dx,
        y: up ? canvas.area.minY + dy : canvas.area.maxY - dy - size.height, width: size.width,
        height: size.height)
      guard canvas.obstacles.isFree(box.insetBy(dx: -3, dy: -3)) else { continue }
      // The arrow stands on the corner's side of the word.
      let left = right ? box.maxX - arrow : box.minX
      let tail = Point(x: right ? left : left + arrow, y: up ? box.maxY : box.minY)
      let head = Point(x: right ? left + arrow : left, y: up ? box.minY : box.maxY)
      drawArrow(from: tail, to: head, on: &canvas)
      canvas.items.append(
        .frame(
          words,
          at: Point(
            x: right ? box.minX : box.minX + arrow + 3,
            y: box.midY + 0.36 * style.size - words.baseline)))
      canvas.obstacles.boxes.append(box)
      return
    }
  }

  private static func drawArrow(from tail: Point, to head: Point, on canvas: inout ChartCanvas) {
    let stroke = Stroke(color: canvas.theme.muted, width: 0.7, cap: .round, join: .round)
    canvas.stroke(.line(from: tail, to: head), stroke)
    let (sx, sy): (Double, Double) = (head.x > tail.x ? -1 : 1, head.y > tail.y ? -1 : 1)
    canvas.stroke(
      .polyline([
        Point(x: head.x + sx * 3.6, y: head.y), head, Point(x: head.x, y: head.y + sy * 3.6),
      ]), stroke)
  }
}

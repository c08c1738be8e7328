import Graphics
import Languages
import Pareto

/// Points, and the staircase that joins those that no other beats; the rest is dimmed.
enum ParetoPainter: Mark {
  static let type = MarkType.pareto
  static let required: [Channel] = [.x, .y]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let fronts = ParetoAnalysis(layer, canvas.model).fronts
    for front in fronts {
      let color = color(of: front, layer, canvas)
      if let band = FrontBand.path(front, on: canvas) {
        canvas.fill(band, color.opacity(0.13))
      }
      drawStaircase(front.members, color, layer, on: &canvas)
    }
    let certainty = Dictionary(
      uniqueKeysWithValues: fronts.flatMap { $0.probabilities.map { ($0.row.row, $0.value) } })
    let onFront = layer.front ?? Set(fronts.flatMap { $0.members.map(\.row) })
    let near = Set(fronts.flatMap { $0.near.map(\.row) })
    let sizes = PointSizes(layer, canvas.model, canvas.theme)
    canvas.drawPoints(of: layer) { canvas in
      drawPoints(layer, onFront: onFront, near: near, certainty: certainty, sizes, on: &canvas)
    }
    for front in fronts {
      if layer.mark.ideal ?? false { drawIdeal(front.ideal, on: &canvas) }
      if let knee = front.knee { ring(knee, sizes, on: &canvas) }
    }
    if let knee = layer.rows.first(where: { $0.row == layer.knee }) {
      ring(knee, sizes, on: &canvas)
    }
  }

  private static func ring(_ knee: Datum, _ sizes: PointSizes, on canvas: inout ChartCanvas) {
    guard let point = canvas.point(knee) else { return }
    let radius = (sizes.area(of: knee) / .pi).squareRoot() + 2.2
    canvas.stroke(
      .circle(center: point, radius: radius), Stroke(color: canvas.theme.accent, width: 0.8))
    // The stroke's other half, and clear space for the word.
    canvas.obstacles.points.append((point, radius + 1))
    canvas.requestLabel(canvas.model.terms[.knee], at: point, radius: radius + 1)
  }

  private static func drawPoints(
    _ layer: ChartLayer, onFront: Set<Int>, near: Set<Int>, certainty: [Int: Double],
    _ sizes: PointSizes, on canvas: inout ChartCanvas
  ) {
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
      let dimmed = canvas.theme.dominatedOpacity
      let share = certainty[row.row].map(Float.init) ?? (isOnFront || isNear ? 1 : 0)
      let shown = color.opacity(color.alpha * (dimmed + (1 - dimmed) * share))
      drawErrors(of: row, shown, on: &canvas)
      canvas.drawPoint(
        at: point, canvas.shape(of: row, in: layer), area: area, color: shown,
        isFilled: (layer.mark.filled ?? true) && !isNear)
      var labelled = row
      // A chance that is neither none nor sure stands beside the point.
      if let chance = certainty[row.row], (0.005..<0.995).contains(chance) {
        let percent = canvas.model.numbers.percent(chance)
        labelled.label = row.label.map { $0 + " " + percent } ?? percent
      }
      canvas.requestLabel(
        of: labelled, at: point, area: area,
        color: isOnFront ? canvas.theme.ink : canvas.theme.muted,
        priority: isOnFront ? 1 : 0)
    }
  }

  private static func color(
    of front: ParetoAnalysis.Front, _ layer: ChartLayer, _ canvas: ChartCanvas
  ) -> Color {
    guard layer.mark.front == .group, let first = front.members.first else {
      return layer.mark.color.flatMap(Color.init) ?? canvas.theme.accent
    }
    return canvas.color(of: first, in: layer)
  }

  /// One standard deviation to each side.
  private static func drawErrors(of row: Datum, _ color: Color, on canvas: inout ChartCanvas) {
    guard let x = row.x, let y = row.y, let point = canvas.point(row) else { return }
    let stroke = Stroke(color: color, width: 0.6)
    func bar(_ value: Double, _ error: Double?, _ scale: PositionScale) -> (Points, Points)? {
      guard let error, error > 0 else { return nil }
      let domain = scale.axis.domain
      return (
        scale.position(max(value - error, domain.lowerBound)),
        scale.position(min(value + error, domain.upperBound))
      )
    }
    if let (low, high) = bar(x, row.xError, canvas.x) {
      let ends = (Point(x: low, y: point.y), Point(x: high, y: point.y))
      canvas.stroke(.line(from: ends.0, to: ends.1), stroke)
      canvas.obstacles.segments.append(ends)
    }
    if let (low, high) = bar(y, row.yError, canvas.y) {
      let ends = (Point(x: point.x, y: low), Point(x: point.x, y: high))
      canvas.stroke(.line(from: ends.0, to: ends.1), stroke)
      canvas.obstacles.segments.append(ends)
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
    canvas.requestLabel(canvas.model.terms[.ideal], at: at, radius: arm)
  }

  /// The border of what the front dominates: from each member straight on in the worse direction of
  /// x, then to the next; beyond both ends thin to the edge of the chart. A straight line borders
  /// nothing and ends at its last points.
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
    for (a, b) in tails where !isStraight {
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

import Graphics

/// What direct labels keep away from.
struct LabelObstacles: Sendable {
  var points: [(center: Point, radius: Points)] = []
  var segments: [(Point, Point)] = []
  var boxes: [Rect] = []
  /// Labels stay inside.
  var bounds = Rect(x: 0, y: 0, width: 0, height: 0)
  /// Cells of one point that points of a crowd cover, row by row; empty when there is no crowd.
  private var covered: [Bool] = []

  /// Whether a rectangle touches nothing.
  func isFree(_ rect: Rect) -> Bool {
    !points.contains { rect.isNearer($0.center, than: $0.radius) }
      && !boxes.contains { $0.intersects(rect) }
      && !segments.contains { rect.isCrossed(from: $0.0, to: $0.1) } && !isCovered(rect)
  }

  /// Keeps labels away from a point of a crowd, whose points are not kept one by one.
  mutating func cover(_ center: Point, radius: Points) {
    if covered.isEmpty { covered = Array(repeating: false, count: columns * lines) }
    let rect = Rect(x: center.x, y: center.y, width: 0, height: 0)
      .insetBy(dx: -radius, dy: -radius)
    let (across, down) = cells(of: rect)
    for line in down {
      for column in across { covered[line * columns + column] = true }
    }
  }

  private var columns: Int { max(1, Int(bounds.size.width.rounded(.up))) }
  private var lines: Int { max(1, Int(bounds.size.height.rounded(.up))) }

  private func cells(of rect: Rect) -> (Range<Int>, Range<Int>) {
    func range(_ low: Points, _ high: Points, _ count: Int) -> Range<Int> {
      let start = min(max(Int(low.rounded(.down)), 0), count)
      return start..<max(start, min(Int(high.rounded(.up)), count))
    }
    return (
      range(rect.minX - bounds.minX, rect.maxX - bounds.minX, columns),
      range(rect.minY - bounds.minY, rect.maxY - bounds.minY, lines)
    )
  }

  private func isCovered(_ rect: Rect) -> Bool {
    guard !covered.isEmpty else { return false }
    let (across, down) = cells(of: rect)
    return down.contains { line in across.contains { covered[line * columns + $0] } }
  }
}

extension Rect {
  /// Whether a point lies nearer than some distance.
  func isNearer(_ p: Point, than reach: Points) -> Bool {
    let (dx, dy) = (max(minX - p.x, 0, p.x - maxX), max(minY - p.y, 0, p.y - maxY))
    return dx < reach && dy < reach && dx * dx + dy * dy < reach * reach
  }

  func distance(to p: Point) -> Points {
    let (dx, dy) = (max(minX - p.x, 0, p.x - maxX), max(minY - p.y, 0, p.y - maxY))
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The point of the rectangle nearest to another.
  func nearest(to p: Point) -> Point {
    Point(x: min(max(p.x, minX), maxX), y: min(max(p.y, minY), maxY))
  }

  /// Whether a segment passes through (Liang and Barsky's clipping).
  func isCrossed(from a: Point, to b: Point) -> Bool {
    // Most lie wholly to one side.
    if max(a.x, b.x) < minX || min(a.x, b.x) > maxX || max(a.y, b.y) < minY
      || min(a.y, b.y) > maxY
    {
      return false
    }
    var (t0, t1) = (0.0, 1.0)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    /// - Returns: whether something is left.
    func clip(_ p: Double, _ q: Double) -> Bool {
      if p == 0 { return q >= 0 }
      if p < 0 { t0 = max(t0, q / p) } else { t1 = min(t1, q / p) }
      return t0 <= t1
    }
    return clip(-dx, a.x - minX) && clip(dx, maxX - a.x) && clip(-dy, a.y - minY)
      && clip(dy, maxY - a.y)
  }
}

/// Segments of leaders and lines.
enum SegmentGeometry {
  static func distance(from p: Point, to s: (Point, Point)) -> Points {
    let (dx, dy) = (s.1.x - s.0.x, s.1.y - s.0.y)
    let length = dx * dx + dy * dy
    let t = length == 0 ? 0 : min(max(((p.x - s.0.x) * dx + (p.y - s.0.y) * dy) / length, 0), 1)
    let (ex, ey) = (p.x - s.0.x - t * dx, p.y - s.0.y - t * dy)
    return (ex * ex + ey * ey).squareRoot()
  }

  static func cross(_ a: (Point, Point), _ b: (Point, Point)) -> Bool {
    func side(_ p: Point, _ q: Point, _ r: Point) -> Double {
      (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
    }
    let (d1, d2) = (side(b.0, b.1, a.0), side(b.0, b.1, a.1))
    let (d3, d4) = (side(a.0, a.1, b.0), side(a.0, a.1, b.1))
    return d1 * d2 < 0 && d3 * d4 < 0
  }
}

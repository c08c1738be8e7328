/// A drawn outline, and how it is filled or stroked.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  public var elements: [Element]

  public init(_ elements: [Element] = []) { self.elements = elements }

  public static func rect(_ r: Rect) -> Path {
    Path([
      .move(r.origin), .line(Point(x: r.maxX, y: r.minY)), .line(Point(x: r.maxX, y: r.maxY)),
      .line(Point(x: r.minX, y: r.maxY)), .close,
    ])
  }

  public static func line(from a: Point, to b: Point) -> Path { Path([.move(a), .line(b)]) }

  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    guard let first = points.first else { return Path() }
    return Path([.move(first)] + points.dropFirst().map { .line($0) } + (closed ? [.close] : []))
  }

  /// A circle as four Bézier curves.
  public static func circle(center c: Point, radius r: Points) -> Path {
    let k = r * 0.5522847498
    func p(_ dx: Points, _ dy: Points) -> Point { Point(x: c.x + dx, y: c.y + dy) }
    return Path([
      .move(p(r, 0)), .curve(p(r, k), p(k, r), p(0, r)), .curve(p(-k, r), p(-r, k), p(-r, 0)),
      .curve(p(-r, -k), p(-k, -r), p(0, -r)), .curve(p(k, -r), p(r, -k), p(r, 0)), .close,
    ])
  }
}

public struct Stroke: Hashable, Sendable {
  public enum Cap: String, Hashable, Sendable { case butt, round, square }
  public enum Join: String, Hashable, Sendable { case miter, round, bevel }

  public var color: Color
  public var width: Points
  /// Lengths of dashes and gaps in points; empty for a solid line.
  public var dash: [Points]
  public var cap: Cap
  public var join: Join

  public init(
    color: Color, width: Points, dash: [Points] = [], cap: Cap = .butt, join: Join = .miter
  ) {
    (self.color, self.width, self.dash, self.cap, self.join) = (color, width, dash, cap, join)
  }
}

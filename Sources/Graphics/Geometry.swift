/// A place on a page or in a frame: x to the right, y down, from the top left corner.
public struct Point: Hashable, Sendable {
  public var x: Points
  public var y: Points

  public init(x: Points, y: Points) {
    self.x = x
    self.y = y
  }

  public static let zero = Point(x: 0, y: 0)
}

public struct Size: Hashable, Sendable {
  public var width: Points
  public var height: Points

  public init(width: Points, height: Points) {
    self.width = width
    self.height = height
  }

  public static let zero = Size(width: 0, height: 0)
}

public struct Rect: Hashable, Sendable {
  public var origin: Point
  public var size: Size

  public init(x: Points, y: Points, width: Points, height: Points) {
    origin = Point(x: x, y: y)
    size = Size(width: width, height: height)
  }

  public var minX: Points { origin.x }
  public var minY: Points { origin.y }
  public var maxX: Points { origin.x + size.width }
  public var maxY: Points { origin.y + size.height }
  public var midX: Points { origin.x + size.width / 2 }
  public var midY: Points { origin.y + size.height / 2 }

  /// The smallest rectangle that holds both.
  public func union(_ other: Rect) -> Rect {
    let (x, y) = (min(minX, other.minX), min(minY, other.minY))
    return Rect(
      x: x, y: y, width: max(maxX, other.maxX) - x, height: max(maxY, other.maxY) - y)
  }

  /// Whether the interiors meet; touching edges do not.
  public func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  public func insetBy(dx: Points, dy: Points) -> Rect {
    Rect(x: minX + dx, y: minY + dy, width: size.width - 2 * dx, height: size.height - 2 * dy)
  }

  public func offsetBy(dx: Points, dy: Points) -> Rect {
    Rect(x: minX + dx, y: minY + dy, width: size.width, height: size.height)
  }
}

/// An affine map: x' = a·x + c·y + tx, y' = b·x + d·y + ty (Cairo's matrix).
public struct Transform: Hashable, Sendable {
  public var a, b, c, d: Double
  public var tx, ty: Points

  public init(a: Double, b: Double, c: Double, d: Double, tx: Points, ty: Points) {
    (self.a, self.b, self.c, self.d, self.tx, self.ty) = (a, b, c, d, tx, ty)
  }

  public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, tx: 0, ty: 0)

  public static func translation(x: Points, y: Points) -> Transform {
    Transform(a: 1, b: 0, c: 0, d: 1, tx: x, ty: y)
  }

  public static func scale(_ x: Double, _ y: Double) -> Transform {
    Transform(a: x, b: 0, c: 0, d: y, tx: 0, ty: 0)
  }

  /// A quarter turn counter-clockwise about the origin, as for a vertical axis title.
  public static let quarterTurn = Transform(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 0)

  /// First `self`, then `next`.
  public func then(_ next: Transform) -> Transform {
    Transform(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      tx: tx * next.a + ty * next.c + next.tx, ty: tx * next.b + ty * next.d + next.ty)
  }

  public func apply(to p: Point) -> Point {
    Point(x: a * p.x + c * p.y + tx, y: b * p.x + d * p.y + ty)
  }
}

import Graphics

extension MarkSpec.Interpolation {
  /// The corners of the line through points; curves are drawn as short chords.
  func corners(_ points: [Point]) -> [Point] {
    guard let first = points.first, points.count > 1 else { return points }
    switch self {
    case .linear, .bundle: return points
    case .linearClosed: return points + [first]
    case .step, .stepBefore, .stepAfter: return steps(points)
    case .monotone: return Self.hermite(points, slopes: Self.monotoneSlopes(points))
    case .cardinal, .cardinalOpen, .natural: return Self.cardinal(points, isClosed: false)
    case .cardinalClosed: return Self.cardinal(points, isClosed: true)
    case .basis, .basisOpen: return Self.basis(points, isClosed: false)
    case .basisClosed: return Self.basis(points, isClosed: true)
    }
  }

  private func steps(_ points: [Point]) -> [Point] {
    var corners = [points[0]]
    for (a, b) in zip(points, points.dropFirst()) {
      switch self {
      case .stepAfter: corners.append(Point(x: b.x, y: a.y))
      case .stepBefore: corners.append(Point(x: a.x, y: b.y))
      default:
        let middle = (a.x + b.x) / 2
        corners += [Point(x: middle, y: a.y), Point(x: middle, y: b.y)]
      }
      corners.append(b)
    }
    return corners
  }

  private static let chords = 8

  /// Slopes that keep the curve between its points (Steffen, 1990).
  private static func monotoneSlopes(_ p: [Point]) -> [Double] {
    let secants = zip(p, p.dropFirst()).map { a, b in
      b.x == a.x ? 0 : (b.y - a.y) / (b.x - a.x)
    }
    var slopes = Array(repeating: 0.0, count: p.count)
    for index in 1..<max(p.count - 1, 1) {
      let (h0, h1) = (p[index].x - p[index - 1].x, p[index + 1].x - p[index].x)
      let (s0, s1) = (secants[index - 1], secants[index])
      let mean = h0 + h1 == 0 ? 0 : (s0 * h1 + s1 * h0) / (h0 + h1)
      let sign = (s0 < 0 ? -1.0 : 1) + (s1 < 0 ? -1.0 : 1)
      slopes[index] = sign * min(abs(s0), abs(s1), 0.5 * abs(mean))
    }
    guard p.count > 2 else { return [secants[0], secants[0]] }
    slopes[0] = (3 * secants[0] - slopes[1]) / 2
    slopes[p.count - 1] = (3 * (secants.last ?? 0) - slopes[p.count - 2]) / 2
    return slopes
  }

  private static func hermite(_ p: [Point], slopes: [Double]) -> [Point] {
    var out = [p[0]]
    for index in 0..<(p.count - 1) {
      let (a, b) = (p[index], p[index + 1])
      let h = b.x - a.x
      for step in 1...chords {
        let t = Double(step) / Double(chords)
        let (t2, t3) = (t * t, t * t * t)
        out.append(
          Point(
            x: a.x + h * t,
            y: (2 * t3 - 3 * t2 + 1) * a.y + (t3 - 2 * t2 + t) * h * slopes[index]
              + (-2 * t3 + 3 * t2) * b.y + (t3 - t2) * h * slopes[index + 1]))
      }
    }
    return out
  }

  private static func cardinal(_ p: [Point], isClosed: Bool) -> [Point] {
    func at(_ index: Int) -> Point {
      isClosed ? p[(index + p.count) % p.count] : p[min(max(index, 0), p.count - 1)]
    }
    return segments(p, isClosed: isClosed) { index, t in
      let (a, b, c, d) = (at(index - 1), at(index), at(index + 1), at(index + 2))
      let (t2, t3) = (t * t, t * t * t)
      let w = (
        -0.5 * t3 + t2 - 0.5 * t, 1.5 * t3 - 2.5 * t2 + 1, -1.5 * t3 + 2 * t2 + 0.5 * t,
        0.5 * t3 - 0.5 * t2
      )
      return blend(w, a, b, c, d)
    }
  }

  private static func basis(_ p: [Point], isClosed: Bool) -> [Point] {
    func at(_ index: Int) -> Point {
      isClosed ? p[(index + p.count) % p.count] : p[min(max(index, 0), p.count - 1)]
    }
    let inner = segments(p, isClosed: isClosed) { index, t in
      let (a, b, c, d) = (at(index - 1), at(index), at(index + 1), at(index + 2))
      let (t2, t3) = (t * t, t * t * t)
      let w = (
        (1 - 3 * t + 3 * t2 - t3) / 6, (4 - 6 * t2 + 3 * t3) / 6,
        (1 + 3 * t + 3 * t2 - 3 * t3) / 6, t3 / 6
      )
      return blend(w, a, b, c, d)
    }
    return isClosed ? inner : [p[0]] + inner + [p[p.count - 1]]
  }

  private static func segments(
    _ p: [Point], isClosed: Bool, _ curve: (Int, Double) -> Point
  ) -> [Point] {
    var out = [curve(0, 0)]
    for index in 0..<(isClosed ? p.count : p.count - 1) {
      for step in 1...chords { out.append(curve(index, Double(step) / Double(chords))) }
    }
    return out
  }

  private static func blend(
    _ w: (Double, Double, Double, Double), _ a: Point, _ b: Point, _ c: Point, _ d: Point
  ) -> Point {
    Point(
      x: w.0 * a.x + w.1 * b.x + w.2 * c.x + w.3 * d.x,
      y: w.0 * a.y + w.1 * b.y + w.2 * c.y + w.3 * d.y)
  }
}

/// Directions from a point to the middle of its label.
enum LabelDirections {
  /// A unit vector, y downwards, and what the eye pays for looking there.
  typealias Direction = (x: Double, y: Double, cost: Double)

  /// Sixteen, from the right over the top; the right is read first.
  static let near: [Direction] = {
    let s = 0.7071
    let (a, b) = (0.9239, 0.3827)
    return [
      (1, 0, 0), (a, -b, 0.15), (s, -s, 0.25), (b, -a, 0.5), (0, -1, 0.45), (-b, -a, 0.6),
      (-s, -s, 0.5), (-a, -b, 0.45), (-1, 0, 0.35), (-a, b, 0.5), (-s, s, 0.55), (-b, a, 0.65),
      (0, 1, 0.5), (b, a, 0.6), (s, s, 0.35), (a, b, 0.2),
    ]
  }()

  /// Sixty-four, for far labels, where sixteen leave wide gaps between them.
  static let all = halved(half)

  /// Thirty-two.
  static let half = halved(near)

  /// With the middle of each two neighbours; by a square root, which is rounded alike everywhere.
  private static func halved(_ directions: [Direction]) -> [Direction] {
    directions.indices.flatMap { index -> [Direction] in
      let (a, b) = (directions[index], directions[(index + 1) % directions.count])
      let (x, y) = (a.x + b.x, a.y + b.y)
      let length = (x * x + y * y).squareRoot()
      return [a, (x / length, y / length, (a.cost + b.cost) / 2)]
    }
  }
}

import Graphics

/// The pixels of one point: its outline with soft edges, at a place between the pixels.
struct PointStamp {
  /// Of the top left pixel, from the pixel in which the centre lies.
  let left: Int
  let top: Int
  /// Of a row, with empty pixels at its end so that four may be painted at a time.
  let width: Int
  /// Row by row; colours are multiplied by alpha.
  let pixels: [UInt32]
  /// The first pixel of each row that is not empty, and how many follow; nothing in empty rows.
  let spans: [(first: Int, count: Int)]

  /// - Parameters:
  ///   - shift: of the centre from the top left corner of its pixel, in pixels.
  ///   - area: in square points.
  ///   - scale: pixels for each point.
  ///   - rim: width of the edge in the colour of the paper, in points; 0 for none.
  init(
    _ shape: PointShape, area: Double, color: Color, isFilled: Bool, rim: Points, paper: Color,
    shift: Point, scale: Double
  ) {
    let radius = (area / .pi).squareRoot()
    let line: Points = isFilled ? rim : 1
    let reach = Int(((radius * 1.7 + line) * scale).rounded(.up)) + 1
    let side = 2 * reach + 1
    (left, top) = (-reach, -reach)
    func mask(_ growth: Points) -> [Double] {
      let factor = radius > 0 ? max(0, (radius + growth) / radius) : 0
      let center = Point(x: Double(reach) + shift.x, y: Double(reach) + shift.y)
      return Self.coverage(
        shape.path(center: center, area: area * factor * factor * scale * scale), side: side)
    }
    var ink = mask(isFilled ? 0 : line / 2)
    var edge: [Double]?
    if line > 0 {
      let (outer, inner) = (mask(line / 2), mask(-line / 2))
      let ring = zip(outer, inner).map { max(0, $0 - $1) }
      if isFilled { edge = ring } else { ink = ring }
    }
    let alpha = Double(color.alpha)
    func pixel(_ index: Int) -> UInt32 {
      let over = (edge?[index] ?? 0) * alpha
      let own = ink[index] * alpha * (1 - over)
      func channel(_ ink: Float, _ paper: Float, _ shift: UInt32) -> UInt32 {
        UInt32(((Double(ink) * own + Double(paper) * over) * 255).rounded()) << shift
      }
      return channel(color.red, paper.red, 0) | channel(color.green, paper.green, 8)
        | channel(color.blue, paper.blue, 16) | UInt32(((own + over) * 255).rounded()) << 24
    }
    width = side + 3
    var rows: [UInt32] = []
    var spans: [(first: Int, count: Int)] = []
    for row in 0..<side {
      let line = (0..<side).map { pixel(row * side + $0) }
      rows += line + [0, 0, 0]
      let first = line.firstIndex { $0 != 0 } ?? 0
      spans.append((first, (line.lastIndex { $0 != 0 } ?? first - 1) - first + 1))
    }
    pixels = rows
    self.spans = spans
  }

  /// How much of each pixel a path covers: exactly along rows, sampled eight times across them.
  private static func coverage(_ path: Path, side: Int) -> [Double] {
    var edges: [(Point, Point)] = []
    var start = Point.zero
    var at = Point.zero
    func line(_ end: Point) {
      edges.append((at, end))
      at = end
    }
    for element in path.elements {
      switch element {
      case .move(let point): (start, at) = (point, point)
      case .line(let point): line(point)
      case .curve(let a, let b, let c):
        let from = at
        for step in 1...12 {
          let t = Double(step) / 12
          let (u, v) = (1 - t, t)
          func blend(_ p: (Point) -> Double) -> Double {
            u * u * u * p(from) + 3 * u * u * v * p(a) + 3 * u * v * v * p(b) + v * v * v * p(c)
          }
          line(Point(x: blend(\.x), y: blend(\.y)))
        }
      case .close: line(start)
      }
    }
    let samples = 8
    var out = Array(repeating: 0.0, count: side * side)
    for sample in 0..<side * samples {
      let y = (Double(sample) + 0.5) / Double(samples)
      let crossings = edges.filter { ($0.0.y <= y) != ($0.1.y <= y) }
        .map { $0.0.x + (y - $0.0.y) / ($0.1.y - $0.0.y) * ($0.1.x - $0.0.x) }.sorted()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let (from, to) = (max(0, crossings[pair]), min(Double(side), crossings[pair + 1]))
        guard from < to else { continue }
        for column in Int(from)...min(side - 1, Int(to)) {
          let part = min(to, Double(column + 1)) - max(from, Double(column))
          out[sample / samples * side + column] += max(0, part) / Double(samples)
        }
      }
    }
    return out.map { min($0, 1) }
  }
}

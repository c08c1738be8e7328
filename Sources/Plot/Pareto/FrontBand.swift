import Graphics
import Pareto

/// The region in which an uncertain front lies with a probability of 90 %: from the border that some
/// point reaches with 5 % to the one that some point reaches with 95 %.
enum FrontBand {
  static let probabilities = (low: 0.05, high: 0.95)
  private static let step: Points = 1.5

  /// - Returns: nil when nothing of it lies in the chart.
  static func path(_ front: ParetoAnalysis.Front, on canvas: ChartCanvas) -> Path? {
    guard !front.distributions.isEmpty, let xBetter = canvas.x.axis.better,
      let yBetter = canvas.y.axis.better
    else { return nil }
    let area = canvas.area
    let count = max(2, Int(area.size.width / step))
    let places = (0...count).map { area.minX + area.size.width * Double($0) / Double(count) }
    let costs = places.map { xBetter.cost(canvas.x.value(at: $0)) }
    func border(_ probability: Double) -> [Points?] {
      AttainmentCurve.ys(of: front.distributions, probability: probability, along: costs).map {
        $0.map { cost in
          let y = yBetter.cost(cost)
          let domain = canvas.y.axis.domain
          return canvas.y.position(min(max(y, domain.lowerBound), domain.upperBound))
        }
      }
    }
    let best = border(probabilities.low)
    let worst = border(probabilities.high)
    let edge = yBetter == .low ? canvas.y.end : canvas.y.start
    var near: [Point] = []
    var far: [Point] = []
    for (index, x) in places.enumerated() {
      guard let y = best[index] else { continue }
      near.append(Point(x: x, y: y))
      far.append(Point(x: x, y: worst[index] ?? edge))
    }
    guard near.count > 1 else { return nil }
    return .polyline(near + far.reversed(), closed: true)
  }
}

extension PositionScale {
  /// The value of a quantitative axis at a place, by halving its domain.
  func value(at place: Points) -> Double {
    var (a, b) = (axis.domain.lowerBound, axis.domain.upperBound)
    let ascends = position(b) > position(a)
    for _ in 0..<60 {
      let middle = axis.kind == .log ? (a * b).squareRoot() : (a + b) / 2
      if (position(middle) < place) == ascends { a = middle } else { b = middle }
    }
    return (a + b) / 2
  }
}

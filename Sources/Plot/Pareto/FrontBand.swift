import Graphics
import Pareto

/// The region in which an uncertain front lies with a probability of 90 %: from the border that some
/// point reaches with 5 % to the one that some point reaches with 95 %.
enum FrontBand {
  static let probabilities = (low: 0.05, high: 0.95)
  private static let step: Points = 1.5

  /// - Returns: nil when nothing of it lies in the chart.
  static func path(_ front: ParetoAnalysis.Front, on canvas: ChartCanvas) -> Path? {
    guard let border = border(front, x: canvas.x, y: canvas.y) else { return nil }
    func points(_ y: (Border) -> Double) -> [Point] {
      border.map { Point(x: $0.place, y: canvas.y.position(y($0))) }
    }
    return .polyline(points(\.near) + points(\.far).reversed(), closed: true)
  }

  /// Both ends of the region at a place of the x axis, in the units of the axes.
  struct Border {
    var place: Points
    var x: Double
    var near: Double
    var far: Double
  }

  /// - Returns: nil when nothing of it lies in the chart.
  static func border(
    _ front: ParetoAnalysis.Front, x: PositionScale, y: PositionScale
  ) -> [Border]? {
    guard !front.distributions.isEmpty, let xBetter = x.axis.better, let yBetter = y.axis.better
    else { return nil }
    let width = x.maximum - x.minimum
    let count = max(2, Int(width / step))
    let places = (0...count).map { x.minimum + width * Double($0) / Double(count) }
    let values = places.map { x.value(at: $0) }
    let costs = values.map { xBetter.cost($0) }
    let domain = y.axis.domain
    func ends(_ probability: Double) -> [Double?] {
      AttainmentCurve.ys(of: front.distributions, probability: probability, along: costs).map {
        $0.map { min(max(yBetter.cost($0), domain.lowerBound), domain.upperBound) }
      }
    }
    let best = ends(probabilities.low)
    let worst = ends(probabilities.high)
    let edge = yBetter == .low ? domain.upperBound : domain.lowerBound
    let border = places.indices.compactMap { index in
      best[index].map {
        Border(place: places[index], x: values[index], near: $0, far: worst[index] ?? edge)
      }
    }
    return border.count > 1 ? border : nil
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

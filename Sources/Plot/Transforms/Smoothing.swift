import Foundation

/// Curves through and about data: regression, loess, density, quantiles.
enum Smoothing {
  /// A fitted curve for each group, as points along x.
  static func regression(
    _ data: ChartData, x: String, y: String, _ step: TransformSpec
  ) -> ChartData {
    if step.params ?? false { return quality(data, x: x, y: y, step) }
    return curves(data, x, y, step) { points in
      let method = step.method ?? "linear"
      let xs = points.map(\.0)
      guard let low = step.extent?.first ?? xs.min(), let high = step.extent?.last ?? xs.max(),
        points.count > 1
      else { return [] }
      let curve: (Double) -> Double
      switch method {
      case "log":
        let fit = polynomial(points.map { (Foundation.log($0.0), $0.1) }, order: 1)
        curve = { fit(Foundation.log($0)) }
      case "exp":
        let fit = polynomial(points.map { ($0.0, Foundation.log($0.1)) }, order: 1)
        curve = { exp(fit($0)) }
      case "pow":
        let fit = polynomial(
          points.map { (Foundation.log($0.0), Foundation.log($0.1)) }, order: 1)
        curve = { exp(fit(Foundation.log($0))) }
      case "quad": curve = polynomial(points, order: 2)
      case "poly": curve = polynomial(points, order: step.order ?? 3)
      default: curve = polynomial(points, order: 1)
      }
      let count = method == "linear" ? 1 : 40
      return (0...count).map {
        let place = low + (high - low) * Double($0) / Double(count)
        return (place, curve(place))
      }
    }
  }

  /// The share of y's variance that a polynomial explains, for each group: column `rSquared`.
  private static func quality(
    _ data: ChartData, x: String, y: String, _ step: TransformSpec
  ) -> ChartData {
    let groupby = step.groupby ?? []
    let (xs, ys) = (data.values(x), data.values(y))
    let order = step.method == "quad" ? 2 : step.method == "poly" ? step.order ?? 3 : 1
    return ChartData(
      rows: data.groups(by: groupby).map { group in
        let points = group.rows.compactMap { row in
          xs[row].quantity.flatMap { px in ys[row].quantity.map { (px, $0) } }
        }
        let fit = polynomial(points, order: order)
        let mean = Statistics.mean(points.map(\.1)) ?? 0
        let total = points.reduce(0) { $0 + ($1.1 - mean) * ($1.1 - mean) }
        let rest = points.reduce(0) { $0 + ($1.1 - fit($1.0)) * ($1.1 - fit($1.0)) }
        return zip(groupby, group.key).map { ($0, $1) }
          + [("rSquared", total > 0 ? .number(1 - rest / total) : .null)]
      })
  }

  /// Least squares by normal equations about the mean of x.
  private static func polynomial(
    _ points: [(Double, Double)], order: Int
  ) -> (Double) -> Double {
    let points = points.filter { $0.0.isFinite && $0.1.isFinite }
    let size = order + 1
    guard points.count > 0 else { return { _ in .nan } }
    let middle = points.reduce(0) { $0 + $1.0 } / Double(points.count)
    var matrix = Array(repeating: Array(repeating: 0.0, count: size + 1), count: size)
    for (x, y) in points {
      let powers = (0..<(2 * size)).map { pow(x - middle, Double($0)) }
      for row in 0..<size {
        for column in 0..<size { matrix[row][column] += powers[row + column] }
        matrix[row][size] += powers[row] * y
      }
    }
    // Gauss's elimination with the largest pivot.
    for column in 0..<size {
      let pivot =
        (column..<size).max { abs(matrix[$0][column]) < abs(matrix[$1][column]) } ?? column
      matrix.swapAt(column, pivot)
      guard matrix[column][column] != 0 else { continue }
      for row in 0..<size where row != column {
        let factor = matrix[row][column] / matrix[column][column]
        for place in column...size { matrix[row][place] -= factor * matrix[column][place] }
      }
    }
    let weights = (0..<size).map {
      matrix[$0][$0] == 0 ? 0 : matrix[$0][size] / matrix[$0][$0]
    }
    return { x in
      weights.enumerated().reduce(0) { $0 + $1.element * pow(x - middle, Double($1.offset)) }
    }
  }

  /// Locally weighted regression (Cleveland, 1979), tricube weights, without robust passes.
  static func loess(_ data: ChartData, x: String, y: String, _ step: TransformSpec) -> ChartData {
    curves(data, x, y, step) { points in
      let points = points.sorted { $0.0 < $1.0 }
      let count = max(2, Int((step.bandwidth ?? 0.3) * Double(points.count)))
      var out: [(Double, Double)] = []
      for (place, _) in points where out.last?.0 != place {
        let near = points.sorted { abs($0.0 - place) < abs($1.0 - place) }.prefix(count)
        let reach = max(near.last.map { abs($0.0 - place) } ?? 1, 1e-300)
        var (w, wx, wy, wxx, wxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (px, py) in near {
          let share = min(abs(px - place) / reach, 1)
          let weight = pow(1 - share * share * share, 3) + 1e-12
          let dx = px - place
          w += weight
          wx += weight * dx
          wy += weight * py
          wxx += weight * dx * dx
          wxy += weight * dx * py
        }
        let determinant = w * wxx - wx * wx
        let value =
          abs(determinant) > 1e-12 * w * wxx ? (wxx * wy - wx * wxy) / determinant : wy / w
        out.append((place, value))
      }
      return out
    }
  }

  /// A kernel density estimate; Scott's bandwidth unless given (Scott, 1992).
  static func density(_ data: ChartData, _ field: String, _ step: TransformSpec) -> ChartData {
    let names = step.names
    var named = step
    named.as = NamesSpec(names.isEmpty ? ["value", "density"] : names)
    let all = data.values(field).compactMap(\.quantity)
    return curves(data, field, field, named) { points in
      let values = points.map(\.0).sorted()
      guard let low = step.extent?.first ?? all.min(), let high = step.extent?.last ?? all.max(),
        !values.isEmpty
      else { return [] }
      var width = step.bandwidth ?? 0
      if width <= 0 {
        let deviation = Statistics.variance(values, isSample: true)?.squareRoot() ?? 1
        let quartiles =
          ((Statistics.quantile(values, 0.75) ?? 0) - (Statistics.quantile(values, 0.25) ?? 0))
          / 1.34
        let spread = min(deviation, quartiles) > 0 ? min(deviation, quartiles) : max(deviation, 1)
        width = 1.06 * spread * pow(Double(values.count), -0.2)
      }
      let count = step.steps ?? max(step.minsteps ?? 25, min(step.maxsteps ?? 200, 100))
      return (0...count).map { index in
        let place = low + (high - low) * Double(index) / Double(count)
        let sum = values.reduce(0.0) { sum, value in
          let z = (place - value) / width
          return sum
            + (step.cumulative ?? false
              ? 0.5 * (1 + erf(z / 2.0.squareRoot()))
              : exp(-0.5 * z * z) / (width * (2 * Double.pi).squareRoot()))
        }
        return (place, step.counts ?? false ? sum : sum / Double(values.count))
      }
    }
  }

  /// Values of the quantile function at equal steps of probability.
  static func quantiles(_ data: ChartData, _ field: String, _ step: TransformSpec) -> ChartData {
    var named = step
    if step.names.isEmpty { named.as = NamesSpec(["prob", "value"]) }
    return curves(data, field, field, named) { points in
      let values = points.map(\.0).sorted()
      let width = step.step ?? 0.01
      let probabilities = step.probs ?? stride(from: width / 2, to: 1, by: width).map { $0 }
      return probabilities.map { ($0, Statistics.quantile(values, $0) ?? .nan) }
    }
  }

  /// A table of the points that `curve` makes of each group's.
  private static func curves(
    _ data: ChartData, _ x: String, _ y: String, _ step: TransformSpec,
    _ curve: ([(Double, Double)]) -> [(Double, Double)]
  ) -> ChartData {
    let names = step.names
    let (xName, yName) = (names.first ?? x, names.count > 1 ? names[1] : y)
    let groupby = step.groupby ?? []
    let (xs, ys) = (data.values(x), data.values(y))
    var rows: [[(String, ChartValue)]] = []
    for group in data.groups(by: groupby) {
      let points = group.rows.compactMap { row -> (Double, Double)? in
        guard let px = xs[row].quantity ?? xs[row].moment,
          let py = ys[row].quantity ?? ys[row].moment
        else { return nil }
        return (px, py)
      }
      for (px, py) in curve(points) where py.isFinite {
        rows.append(
          zip(groupby, group.key).map { ($0, $1) } + [(xName, .number(px)), (yName, .number(py))])
      }
    }
    return ChartData(rows: rows)
  }
}

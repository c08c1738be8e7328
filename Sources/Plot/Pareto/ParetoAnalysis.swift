import Pareto

/// The fronts of a Pareto layer, and what is to be said of them.
struct ParetoAnalysis {
  struct Front {
    /// The colour group, nil for an overall front.
    var group: Int?
    /// From the best x to the best y.
    var members: [Datum]
    /// Rows off the front that no other beats by the slack.
    var near: [Datum] = []
    /// The best x and the best y of all rows.
    var ideal: (x: Double, y: Double)
    var knee: Datum?
    /// The hypervolume, or the share of the box when an ideal point is given.
    var volume: Double?
    /// The probability of being on the front for each row, by row; empty when all are certain.
    var probabilities: [(row: Datum, value: Double)] = []
    /// The rows as distributions, when any is uncertain.
    var distributions: [UncertainPoint] = []
  }

  private(set) var fronts: [Front] = []

  init(_ layer: ChartLayer, _ model: ChartModel) {
    guard let xBetter = model.x.better, let yBetter = model.y.better else { return }
    let rows = layer.rows.filter { $0.x != nil && $0.y != nil }
    var groups: [(Int?, [Datum])] = [(nil, rows)]
    if layer.mark.front == .group {
      groups = Set(rows.map { $0.group ?? -1 }).sorted().map { group in
        (group, rows.filter { ($0.group ?? -1) == group })
      }
    }
    let objectives = [xBetter, yBetter]
    for (group, rows) in groups where !rows.isEmpty {
      let points = CostMatrix(rows.map { [$0.x ?? 0, $0.y ?? 0] }, objectives)
      let members = ParetoFront.indices(of: points)
      let ideal = points.ideal
      var front = Front(
        group: group, members: members.map { rows[$0] },
        ideal: (xBetter.cost(ideal[0]), yBetter.cost(ideal[1])))
      if let slack = layer.mark.epsilon, slack.count == 2 {
        let isMember = Set(members)
        front.near = ParetoFront.indices(of: points, within: slack)
          .filter { !isMember.contains($0) }.map { rows[$0] }
      }
      if layer.mark.knee ?? false {
        let places = front.members.map {
          [model.x.scale.linearised($0.x ?? 0), model.y.scale.linearised($0.y ?? 0)]
        }
        front.knee = KneePoint.index(in: CostMatrix(places, objectives)).map { front.members[$0] }
      }
      front.volume = layer.mark.hypervolume.flatMap { spec in
        guard let reference = spec.reference else { return nil }
        let costs = zip(objectives, reference).map { $0.cost($1) }
        guard let ideal = spec.ideal else {
          return Hypervolume.volume(of: points, reference: costs)
        }
        return Hypervolume.share(
          of: points, reference: costs, ideal: zip(objectives, ideal).map { $0.cost($1) })
      }
      if rows.contains(where: { ($0.xError ?? 0) > 0 || ($0.yError ?? 0) > 0 }) {
        front.distributions = rows.map {
          UncertainPoint(
            x: UncertainCost($0.x ?? 0, deviation: $0.xError ?? 0, xBetter),
            y: UncertainCost($0.y ?? 0, deviation: $0.yError ?? 0, yBetter))
        }
        let values = FrontProbability.values(of: front.distributions)
        front.probabilities = zip(rows, values).map { ($0, $1) }
      }
      fronts.append(front)
    }
  }
}

/// The fronts of a Pareto layer, and what is to be said of them.
struct ParetoAnalysis {
  struct Front {
    /// The colour group, nil for an overall front.
    var group: Int?
    /// From the best x to the best y.
    var members: [Datum]
    var knee: Datum?
    /// The hypervolume, or the share of the box when an ideal point is given.
    var volume: Double?
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
    for (group, rows) in groups where !rows.isEmpty {
      let points = rows.map { (x: $0.x ?? 0, y: $0.y ?? 0) }
      let members = ParetoFront.indices(of: points, xBetter: xBetter, yBetter: yBetter)
      var front = Front(group: group, members: members.map { rows[$0] })
      if layer.mark.knee ?? false {
        let places = front.members.map {
          (x: model.x.linearised($0.x ?? 0), y: model.y.linearised($0.y ?? 0))
        }
        front.knee = KneePoint.index(in: places, xBetter: xBetter, yBetter: yBetter)
          .map { front.members[$0] }
      }
      if let spec = layer.mark.hypervolume, spec.reference.count == 2 {
        let reference = (x: spec.reference[0], y: spec.reference[1])
        if let ideal = spec.ideal, ideal.count == 2 {
          front.volume = Hypervolume.share(
            of: points, reference: reference, ideal: (ideal[0], ideal[1]), xBetter: xBetter,
            yBetter: yBetter)
        } else {
          front.volume = Hypervolume.area(
            of: points, reference: reference, xBetter: xBetter, yBetter: yBetter)
        }
      }
      fronts.append(front)
    }
  }
}

import Pareto

/// Checks of a Pareto mark with a list of objectives.
enum ObjectiveOptions {
  /// The mistakes of a mark and its channels, with paths below the view.
  static func problems(
    _ mark: MarkSpec, _ encoding: Encoding, _ data: ChartData
  ) -> [ChartError.Problem] {
    let objectives = mark.objectives ?? []
    var problems: [ChartError.Problem] = []
    func add(_ path: [String], _ message: String, _ help: String...) {
      problems.append(.init(path: path, message: message, help: help))
    }
    if objectives.count < 2 {
      add(
        ["mark", "objectives"], "there are two objectives or more",
        "write for example '- {field: cost, better: low}'")
    }
    for (index, objective) in objectives.enumerated() {
      let path = ["mark", "objectives", String(index)]
      guard let field = objective.field else {
        add(path, "an objective has a 'field'")
        continue
      }
      if data[field] == nil, data.rowCount > 0 {
        add(path + ["field"], "there is no column '\(field)'", ViewBuilder.columns(data))
      }
      if objective.better == nil {
        add(
          path, "an objective needs the direction in which '\(field)' improves",
          "write 'better: low' or 'better: high'")
      }
    }
    for channel in [Channel.x, .y, .xError, .yError, .size] where encoding[channel] != nil {
      add(
        ["encoding", channel.rawValue],
        "a chart of objectives has no channel '\(channel.rawValue)'",
        "the objectives stand in 'mark'; the channels are color, shape and label")
    }
    if let slack = mark.epsilon,
      slack.count != objectives.count || slack.contains(where: { !($0 >= 0) })
    {
      add(
        ["mark", "epsilon"],
        "the slack of \(objectives.count) objectives is \(objectives.count) numbers that are not "
          + "negative")
    }
    if let volume = mark.hypervolume {
      problems += HypervolumeCheck.problems(
        volume, objectives.map { ($0.field ?? "", $0.better) })
    }
    return problems
  }
}

/// Checks of what a hypervolume is measured against.
enum HypervolumeCheck {
  /// - Parameter objectives: how each is called, and the direction in which it improves.
  static func problems(
    _ volume: HypervolumeSpec, _ objectives: [(name: String, better: Objective?)]
  ) -> [ChartError.Problem] {
    let path = ["mark", "hypervolume"]
    let count = objectives.count == 2 ? "two" : "\(objectives.count)"
    guard let reference = volume.reference else {
      let names = objectives.map(\.name).joined(separator: ", ")
      return [
        .init(
          path: path, message: "a hypervolume needs a reference point",
          help: [
            "write 'hypervolume: {reference: [\(names)]}' with the worst point that counts; add "
              + "'ideal: [\(names)]' for a share of the box between the two"
          ])
      ]
    }
    guard reference.count == objectives.count,
      volume.ideal.map({ $0.count == objectives.count }) ?? true
    else {
      return [.init(path: path, message: "a point of \(count) objectives has \(count) numbers")]
    }
    guard let ideal = volume.ideal else { return [] }
    for (index, objective) in objectives.enumerated() {
      guard let better = objective.better,
        better.cost(ideal[index]) >= better.cost(reference[index])
      else { continue }
      return [
        .init(
          path: path + ["ideal"],
          message: "the ideal point is no better than the reference in \(objective.name)")
      ]
    }
    return []
  }
}

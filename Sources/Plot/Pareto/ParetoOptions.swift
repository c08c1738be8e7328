import Pareto

/// Checks of what a Pareto mark asks for.
enum ParetoOptions {
  /// The mistakes of a mark and its channels, with paths below the layer.
  static func problems(_ mark: MarkSpec, _ encoding: Encoding) -> [ChartError.Problem] {
    var problems: [ChartError.Problem] = []
    for channel in [Channel.x, .y] {
      guard let used = encoding[channel], used.better == nil else { continue }
      problems.append(
        .init(
          path: ["encoding", channel.rawValue],
          message: "a Pareto chart needs the direction in which '\(channel.rawValue)' improves",
          help: ["write 'better: low' or 'better: high'"]))
    }
    if let volume = mark.hypervolume {
      problems += self.problems(volume, [encoding.x?.better, encoding.y?.better])
    }
    if let slack = mark.epsilon, slack.count != 2 || slack.contains(where: { !($0 >= 0) }) {
      problems.append(
        .init(
          path: ["mark", "epsilon"],
          message: "the slack of two objectives is two numbers that are not negative",
          help: ["write for example 'epsilon: [0.01, 0.5]', in the units of x and y"]))
    }
    return problems
  }

  private static func problems(
    _ volume: HypervolumeSpec, _ better: [Objective?]
  ) -> [ChartError.Problem] {
    let path = ["mark", "hypervolume"]
    guard let reference = volume.reference else {
      return [
        .init(
          path: path, message: "a hypervolume needs a reference point",
          help: [
            "write 'hypervolume: {reference: [x, y]}' with the worst point that counts; add "
              + "'ideal: [x, y]' for a share of the box between the two"
          ])
      ]
    }
    guard reference.count == 2, volume.ideal.map({ $0.count == 2 }) ?? true else {
      return [.init(path: path, message: "a point of two objectives has two numbers")]
    }
    guard let ideal = volume.ideal else { return [] }
    for (index, name) in ["x", "y"].enumerated() {
      guard let better = better[index], better.cost(ideal[index]) >= better.cost(reference[index])
      else { continue }
      return [
        .init(
          path: path + ["ideal"],
          message: "the ideal point is no better than the reference in \(name)")
      ]
    }
    return []
  }
}

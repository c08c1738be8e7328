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
      problems += HypervolumeCheck.problems(
        volume, [("x", encoding.x?.better), ("y", encoding.y?.better)])
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
}

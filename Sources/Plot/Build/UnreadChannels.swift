/// Finds what a unit asks for and its chart does not show, so that nothing is ignored in silence.
enum UnreadChannels {
  /// One warning for each channel of each unit, at its place in the specification.
  static func warnings(_ units: [ResolvedUnit]) -> [ChartError.Problem] {
    units.flatMap { unit in
      [Channel.size, .opacity].compactMap { unmeasured($0, unit) }
        + [outlined(unit)].compactMap { $0 }
    }.reduce(into: []) { found, problem in
      if !found.contains(problem) { found.append(problem) }
    }
  }

  /// A size or an opacity by a column without numbers.
  private static func unmeasured(_ channel: Channel, _ unit: ResolvedUnit) -> ChartError.Problem? {
    guard unit.data.rowCount > 0, let used = unit.encoding[channel], let field = used.field,
      let source = RowSource(used, unit.data), source.usesScale, source.extent == nil
    else { return nil }
    return .init(
      path: unit.path + ["encoding", channel.rawValue],
      message: "'\(field)' has no numbers: nothing gets its \(channel.rawValue) from it",
      help: ["the channels 'color' and 'shape' tell categories apart"])
  }

  /// Shapes that are SVG paths.
  private static func outlined(_ unit: ResolvedUnit) -> ChartError.Problem? {
    guard let scale = unit.encoding.shape?.scale, scale.hasOutlines else { return nil }
    return .init(
      path: unit.path + ["encoding", "shape", "scale", "range"],
      message: "outlines are printed as the report's own shapes",
      help: ["the shapes are \(PointShape.list)"])
  }
}

extension ScaleSpec {
  /// Whether the range holds SVG paths, which begin with a move: `M0,-1`.
  var hasOutlines: Bool {
    range?.contains { entry in
      guard let text = entry.text, text.first?.lowercased() == "m",
        let next = text.dropFirst().first
      else { return false }
      return next.isNumber || " ,.-+".contains(next)
    } ?? false
  }
}

extension PointShape {
  /// "'circle', 'square', …".
  static var list: String { allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") }
}

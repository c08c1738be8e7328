/// Finds what units ask for and their chart does not show, so that nothing is ignored in silence.
struct UnreadChannels {
  private let units: [ResolvedUnit]
  private let model: ChartModel

  /// - Parameter model: of the units, whose layers are not looked at.
  init(_ units: [ResolvedUnit], _ model: ChartModel) {
    (self.units, self.model) = (units, model)
  }

  /// Each once, at its place in the specification.
  var warnings: [ChartError.Problem] {
    let found =
      units.flatMap { unit in
        [Channel.size, .opacity].compactMap { Self.unmeasured($0, unit) }
          + [Self.outlined(unit)].compactMap { $0 }
      } + unnamed + cut + explainedByColor
    return found.reduce(into: []) { found, problem in
      if !found.contains(problem) { found.append(problem) }
    }
  }

  /// The channels that have legends.
  static let explained: [Channel] = [.color, .shape, .strokeDash, .size, .opacity]

  /// Places that are asked for legends of a chart of objectives, which stand above all panels.
  static func places(of unit: UnitSpec) -> [ChartError.Problem] {
    explained.compactMap { channel in
      guard let orient = unit.encoding[channel]?.legend?.orient, orient != .top, orient != .none
      else { return nil }
      return .init(
        path: unit.path + ["encoding", channel.rawValue, "legend", "orient"],
        message: "the legend of a chart of several objectives stands above it",
        help: ["leave 'orient' out"])
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
    guard let range = unit.encoding.shape?.scale?.range, range.contains(where: \.isOutline) else {
      return nil
    }
    return .init(
      path: unit.path + ["encoding", "shape", "scale", "range"],
      message: "outlines are printed as the report's own shapes",
      help: ["the shapes are \(PointShape.list)"])
  }

  // MARK: Scales and legends

  /// The channels whose values grow along a scale of numbers.
  private var scales: [(Channel, LegendModel, ContinuousScale)] {
    var scales: [(Channel, LegendModel, ContinuousScale)] = []
    if case .shades(let shades) = model.color {
      scales.append((.color, shades.legend, shades.scale))
    }
    if let size = model.size { scales.append((.size, size.legend, size.scale)) }
    if let opacity = model.opacity { scales.append((.opacity, opacity.legend, opacity.scale)) }
    return scales
  }

  private var categories: [(Channel, CategoryModel)] {
    var channels: [(Channel, CategoryModel)] = []
    if case .categories(let colors, _) = model.color { channels.append((.color, colors)) }
    if let shape = model.shape { channels.append((.shape, shape)) }
    if let dash = model.dash { channels.append((.strokeDash, dash)) }
    return channels
  }

  /// Where a part of a channel is written.
  private func path(_ channel: Channel, has part: (ChannelSpec) -> Bool) -> [String] {
    let unit = units.first { $0.encoding[channel].map(part) ?? false }
    return (unit?.path ?? []) + ["encoding", channel.rawValue]
  }

  /// Values that a legend is asked to name and that the chart does not have.
  private var unnamed: [ChartError.Problem] {
    func problems(
      _ channel: Channel, _ legend: LegendModel, _ places: [Int], _ reason: String, _ help: String
    ) -> [ChartError.Problem] {
      places.map { place in
        .init(
          path: path(channel) { $0.legend?.values != nil }
            + ["legend", "values", String(place)],
          message: "'\(legend.values?[place].chartValue.plainText ?? "")' \(reason)", help: [help])
      }
    }
    return categories.flatMap { channel, categories in
      problems(
        channel, categories.legend, categories.unnamed, "is no category of the legend",
        "the categories are "
          + categories.categories.prefix(12).map { "'\($0)'" }.joined(separator: ", "))
    }
      + scales.flatMap { channel, legend, scale in
        problems(
          channel, legend, legend.unnamed(in: scale.domain), "lies outside the scale",
          "the scale runs from \(NumberFormat.plain(scale.domain.lowerBound)) to "
            + NumberFormat.plain(scale.domain.upperBound))
      }
  }

  /// Logarithmic scales of numbers that are not positive.
  private var cut: [ChartError.Problem] {
    scales.filter(\.2.isCut).map { channel, _, scale in
      .init(
        path: path(channel) { $0.scale?.type == .log } + ["scale"],
        message: "a logarithmic scale has no zero: what is less is drawn as "
          + NumberFormat.plain(scale.domain.lowerBound),
        help: ["give 'domainMin' above zero, or write 'type: symlog'"])
    }
  }

  /// Shapes and dashes whose legend the colours' stands for, and what is said of it all the same.
  private var explainedByColor: [ChartError.Problem] {
    categories.filter { $0.0 != .color && $0.1.legend.isShown && model.isExplainedByColor($0.1) }
      .flatMap { channel, _ in
        units.compactMap { unit -> ChartError.Problem? in
          guard let legend = unit.encoding[channel]?.legend, legend.isArranged,
            legend != unit.encoding.color?.legend
          else { return nil }
          return .init(
            path: unit.path + ["encoding", channel.rawValue, "legend"],
            message: "the legend of 'color' names the same categories and stands for this one",
            help: ["say at 'color' how the legend looks"])
        }
      }
  }
}

extension ScalarValue {
  /// Whether it is an SVG path, which begins with a move: `M0,-1`.
  var isOutline: Bool {
    guard let text, text.first?.lowercased() == "m", let next = text.dropFirst().first else {
      return false
    }
    return next.isNumber || " ,.-+".contains(next)
  }
}

extension PointShape {
  /// "'circle', 'square', …".
  static var list: String { allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") }
}

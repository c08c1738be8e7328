/// The marks of which a panel is made.
extension ViewBuilder {
  /// The marks of a view and its layers, with the channels that they inherit.
  mutating func collect(
    _ spec: ChartSpec, _ context: Context, _ units: inout [UnitSpec]
  ) {
    let encoding = spec.encoding?.inheriting(context.encoding) ?? context.encoding
    if let fields = spec.repeat?.layer, let child = spec.spec?.views.first {
      for field in fields {
        var inner = context
        inner.path += ["spec"]
        inner.encoding = encoding
        inner.repeated["layer"] = field
        inner.data = data(child, inner)
        collect(child, inner, &units)
      }
      return
    }
    guard let layers = spec.layer else {
      return append(spec, encoding ?? Encoding(), context, &units)
    }
    if spec.mark != nil {
      problem(context.path + ["mark"], "a chart with layers has its marks in them")
    }
    if layers.isEmpty { problem(context.path + ["layer"], "there is no layer") }
    let isOwnY = spec.resolve?.isIndependent(.y) ?? false
    var hasY = units.contains { $0.encoding.y != nil }
    for (index, layer) in layers.enumerated() {
      var inner = context
      inner.path += ["layer", String(index)]
      inner.encoding = encoding
      inner.data = data(layer, inner)
      let start = units.count
      collect(layer, inner, &units)
      if isOwnY, hasY { for unit in start..<units.count { units[unit].usesSecondY = true } }
      hasY = hasY || units.contains { $0.encoding.y != nil }
    }
  }

  private mutating func append(
    _ spec: ChartSpec, _ encoding: Encoding, _ context: Context, _ units: inout [UnitSpec]
  ) {
    guard var mark = spec.mark else {
      problem(
        context.path, "the chart has no mark", help: ["write for example 'mark: point'"])
      return
    }
    if mark.objectives != nil {
      problem(
        context.path + ["mark", "objectives"], "a chart of objectives has no other layers")
      return
    }
    var encoding = encoding
    for channel in Channel.allCases {
      guard let list = encoding[channel]?.repeated else { continue }
      encoding[channel]?.repeated = nil
      if let field = context.repeated[list], !field.isEmpty {
        encoding[channel]?.field = ChannelSpec.plainName(field)
      } else {
        problem(
          context.path + ["encoding", channel.rawValue, "field"],
          "there is no list '\(list)' to repeat")
      }
    }
    if let datum = encoding.color?.repeatedDatum, let field = context.repeated[datum] {
      encoding.color?.datum = .text(field)
    }
    if mark.type == .circle || mark.type == .square {
      mark.shape = mark.type.rawValue
      mark.filled = mark.filled ?? true
      mark.type = .point
    } else if mark.type == .point, conventions.isVegaLite {
      mark.filled = mark.filled ?? false
    }
    let unit = UnitSpec(
      mark: mark, encoding: encoding, data: context.data, path: context.path,
      facets: context.facets.filter { facet in facet.field.map { context.data[$0] != nil } ?? false
      }
    )
    var check = UnitCheck(unit)
    check.run()
    problems += check.problems
    units.append(unit)
  }
}

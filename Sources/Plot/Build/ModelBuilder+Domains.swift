/// The ends of position axes.
extension ModelBuilder {
  /// The ends of an axis for rows that have been read and stacked.
  func domain(
    of channel: Channel, _ axis: AxisModel, _ layers: [ChartLayer], _ units: [ResolvedUnit],
    growsAlongX: Bool
  ) -> ClosedRange<Double> {
    guard !axis.isDiscrete else { return axis.domain }
    let specs = units.compactMap { $0.encoding[channel] }
    let isValueAxis = growsAlongX == (channel == .x)
    var (low, high) = (Double.infinity, -Double.infinity)
    func add(_ value: Double) {
      guard value.isFinite else { return }
      (low, high) = (min(low, value), max(high, value))
    }
    var hasBase = false
    var spans = false
    for (layer, unit) in zip(layers, units) {
      let grows = layer.mark.type == .bar || layer.mark.type == .area
      if isValueAxis, grows, unit.encoding[channel == .x ? .x2 : .y2] == nil { hasBase = true }
      if channel == .x ? layer.spansX : layer.spansY { spans = true }
      let hasEnds = grows || unit.encoding[channel == .x ? .x2 : .y2] != nil
      for row in layer.rows {
        let place = channel == .x ? row.x : row.y
        if let place { add(place) }
        if hasEnds, let end = channel == .x ? row.x2 : row.y2 { add(end) }
        if layer.mark.type == .pareto, let place,
          let error = channel == .x ? row.xError : row.yError
        {
          for end in [place - error, place + error] where axis.kind != .log || end > 0 { add(end) }
        }
      }
    }
    let scale =
      specs.lazy.compactMap(\.scale).first { $0.domain != nil || $0.zero != nil }
      ?? specs.lazy.compactMap(\.scale).first
    let values = low <= high ? [low, high] : []
    var rule = DomainRule(
      kind: axis.kind, values: values, bounds: scale?.bounds,
      includesZero: scale?.zero ?? hasBase, isNice: scale?.nice ?? hasBase)
    rule.niceCount = (scale?.niceCount).map { min(max($0, 1), 1000) }
    rule.niceInterval = (scale?.niceUnit).flatMap {
      CalendarInterval.Unit(rawValue: $0).map { CalendarInterval(unit: $0) }
    }
    rule.base = axis.scale.base
    rule.least = scale?.domainMin
    rule.most = scale?.domainMax
    if conventions.isVegaLite {
      rule.isPadded = false
      rule.isNice = scale?.nice ?? (axis.kind != .time && axis.binLimits == nil)
      // Lines and areas do not start from zero along the axis that they run along.
      let runs =
        layers.allSatisfy {
          [.line, .area, .trail, .bar].contains($0.mark.type)
        } && !isValueAxis
      rule.includesZero =
        scale?.zero ?? (axis.kind != .time && axis.binLimits == nil && !runs && !spans)
    }
    if let limits = axis.binLimits, let low = limits.first, let high = limits.last,
      scale?.bounds == nil
    {
      return min(low, values.min() ?? low)...max(high, values.max() ?? high)
    }
    return rule.domain
  }
}

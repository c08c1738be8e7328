/// Titles, kinds and options of position axes.
extension ModelBuilder {
  /// What one position axis measures and how it looks; its ends are found when the rows are read.
  func axis(_ channel: Channel, _ units: [ResolvedUnit]) -> AxisModel {
    var axis = AxisModel()
    axis.conventions = conventions
    // A place in the units of the drawing has no scale.
    let users = units.filter { unit in
      unit.encoding[channel].map { $0.value == nil || $0.field != nil } ?? false
    }
    let specs = users.compactMap { $0.encoding[channel] }
    guard
      let place = users.firstIndex(where: { $0.encoding[channel]?.field != nil })
        ?? users.indices.first
    else {
      axis.isShown = false
      return axis
    }
    let (main, unit) = (specs[place], users[place])
    let hint = unit.hints[channel] ?? ChannelHint()
    let measure = main.type ?? UnitResolver.measure(main, unit.data, conventions)
    let bands: [MarkType] = [.bar, .rect, .tick, .boxplot]
    let hasBand = units.contains { bands.contains($0.mark.type) }
    let scale = specs.lazy.compactMap(\.scale).first ?? ScaleSpec()
    axis.scale = ContinuousScale(scale)
    axis.kind = Self.kind(scale.type ?? main.scale?.type, measure, hasBand: hasBand)
    let spec = specs.lazy.compactMap(\.axis).first
    axis.title = Self.title(of: specs, users, spec)
    axis.isReversed = main.scale?.reverse ?? (main.sort == .order(.descending) && !axis.isDiscrete)
    axis.isShown = main.showsAxis
    axis.better = specs.lazy.compactMap(\.better).first
    let format = spec?.format ?? main.format
    axis.format = format.flatMap { NumberFormat($0) }
    axis.timeFormat =
      format.map { TimeFormat($0) } ?? specsHint(users, channel).timeUnit.map(\.format)
    if format == nil, users.contains(where: { Self.isNormalized($0, channel) }) {
      axis.format = NumberFormat(.percent, precision: 0)
    }
    axis.tickValues = spec?.values?.compactMap { value in
      axis.kind == .time ? value.chartValue.moment : value.number
    }
    axis.tickCount = spec?.tickCount
    if conventions.isVegaLite, axis.tickCount == nil, axis.kind == .time,
      let unit = main.timeUnit?.unit, ["month", "quarter", "day", "hours"].contains(unit)
    {
      // Vega's own number, not one for every forty pixels.
      axis.tickCount = 10
    }
    axis.tickMinStep = spec?.tickMinStep
    axis.tickInterval = spec?.tickInterval.flatMap { unit in
      CalendarInterval.Unit(rawValue: unit.unit ?? "").map {
        CalendarInterval(unit: $0, step: max(1, unit.step ?? 1))
      }
    }
    axis.showsGrid = spec?.grid
    axis.showsLabels = spec?.labels ?? true
    axis.showsTicks = spec?.ticks ?? true
    axis.showsLine = spec?.domain ?? true
    axis.labelAngle = spec?.labelAngle
    axis.isOpposite = spec?.orient == .top || spec?.orient == .right
    axis.labelExpression = spec?.labelExpr
    axis.clamps = scale.clamp ?? false
    axis.paddingInner = scale.paddingInner ?? scale.padding
    axis.paddingOuter = scale.paddingOuter ?? scale.padding
    if !axis.isDiscrete { axis.binLimits = hint.bin?.limits }
    if axis.isDiscrete {
      axis.index = CategoryOrder(channel, units, conventions).index
      axis.categories = axis.index?.labels ?? []
      axis.domain = 0...Double(max(axis.categories.count - 1, 0))
    }
    return axis
  }

  private func specsHint(_ users: [ResolvedUnit], _ channel: Channel) -> ChannelHint {
    users.lazy.compactMap { $0.hints[channel] }.first { $0.timeUnit != nil } ?? ChannelHint()
  }

  private static func kind(
    _ given: ScaleSpec.Kind?, _ measure: ChannelSpec.Measure, hasBand: Bool
  ) -> AxisModel.Kind {
    switch given {
    case .log: .log
    case .symlog: .symlog
    case .pow: .pow
    case .sqrt: .sqrt
    case .time, .utc: .time
    case .band: .band
    case .point: .point
    case .linear: measure == .temporal ? .time : .linear
    default:
      switch measure {
      case .quantitative: .linear
      case .temporal: .time
      case .ordinal, .nominal: hasBand ? .band : .point
      }
    }
  }

  static func isNormalized(_ unit: ResolvedUnit, _ channel: Channel) -> Bool {
    unit.encoding[channel]?.stack == .normalize
  }

  /// An author's own title; else the titles of the columns, each once.
  private static func title(
    of specs: [ChannelSpec], _ units: [ResolvedUnit], _ axis: AxisSpec?
  ) -> String {
    if let axis, !axis.showsTitle { return "" }
    if let title = axis?.title { return title }
    var titles: [String] = []
    for (spec, unit) in zip(specs, units) {
      guard spec.showsTitle else { return "" }
      let title = self.title(of: spec, unit.data)
      if !title.isEmpty, !titles.contains(title) { titles.append(title) }
    }
    return titles.joined(separator: ", ")
  }

  static func title(of channel: ChannelSpec, _ data: ChartData) -> String {
    guard channel.showsTitle else { return "" }
    let column = channel.field.flatMap { data[$0] }
    // An author's own title stands as written.
    if let title = channel.title { return title }
    let title = column?.title ?? column?.name ?? ""
    guard let unit = column?.unit, !unit.isEmpty, unit != "1", !title.isEmpty, !title.contains("(")
    else { return title }
    return "\(title) (\(unit))"
  }
}

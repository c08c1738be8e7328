import Graphics

/// Turns the resolved units of one view, or of small multiples that share scales, into models:
/// measures, scales and domains; collects mistakes and excluded rows.
struct ModelBuilder {
  let theme: ChartTheme
  let conventions: ChartConventions
  var problems: [ChartError.Problem] = []
  var warnings: [ChartError.Problem] = []
  private(set) var exclusions: [ChartExclusion] = []
  /// Rows of each cell that no layer draws, in order, with the reason of the first layer.
  private(set) var undrawn: [UndrawnRow] = []

  init(_ theme: ChartTheme, _ conventions: ChartConventions) {
    self.theme = theme
    self.conventions = conventions
  }

  /// - Parameters:
  ///   - cells: the units of each small multiple; of the one view when there is just one.
  ///   - resolve: which scales are each cell's own.
  mutating func build(_ cells: [[ResolvedUnit]], resolve: ResolveSpec?) -> [ChartModel] {
    let all = cells.flatMap { $0 }
    let (color, colors) = ColorBuilder(all, theme, conventions).build(&warnings)
    let second = all.filter(\.usesSecondY)
    let shared = ChartModel(
      x: axis(.x, all), y: axis(.y, primary(all)),
      secondY: second.isEmpty ? nil : axis(.y, second), color: color,
      shape: CategoryOrder(.shape, all, conventions).model,
      dash: CategoryOrder(.strokeDash, all, conventions).model,
      dashes: all.lazy.compactMap { $0.encoding.strokeDash?.scale?.dashes }.first,
      shapes: all.lazy.compactMap { $0.encoding.shape?.scale?.shapes }.first,
      size: level(.size, all), opacity: level(.opacity, all),
      layers: [])
    let places = Places(
      colors: colors, shapes: CategoryOrder(.shape, all, conventions).index,
      dashes: CategoryOrder(.strokeDash, all, conventions).index,
      offsets: CategoryOrder(.xOffset, all, conventions).index
        ?? CategoryOrder(.yOffset, all, conventions).index)
    var models: [ChartModel] = []
    for units in cells {
      var model = shared
      if resolve?.isIndependent(.x) ?? false { model.x = axis(.x, units) }
      if resolve?.isIndependent(.y) ?? false { model.y = axis(.y, primary(units)) }
      model.layers = layers(units, model, places)
      models.append(model)
    }
    return models.settingDomains(of: self, cells, all, resolve)
  }

  /// Title and extent of a channel of quantities; nil when no unit has one.
  private func level(_ channel: Channel, _ units: [ResolvedUnit]) -> LevelModel? {
    let sources = units.compactMap { RowSource($0.encoding[channel], $0.data) }
      .filter(\.usesScale)
    let extents = sources.compactMap(\.extent)
    guard let low = extents.map(\.lowerBound).min(), let high = extents.map(\.upperBound).max(),
      let unit = units.first(where: { $0.encoding[channel]?.field != nil }),
      let main = unit.encoding[channel]
    else { return nil }
    return LevelModel(
      main, unit.data, extent: low...high, startsAtZero: channel == .size)
  }

  private func primary(_ units: [ResolvedUnit]) -> [ResolvedUnit] {
    units.filter { !$0.usesSecondY }
  }

  /// Numbers of the categories that all cells share.
  private struct Places {
    var colors: ColorIndex
    var shapes: CategoryIndex?
    var dashes: CategoryIndex?
    var offsets: CategoryIndex?
  }

  private mutating func layers(
    _ units: [ResolvedUnit], _ model: ChartModel, _ places: Places
  ) -> [ChartLayer] {
    var layers: [ChartLayer] = []
    var gaps: [Int: UndrawnRow] = [:]
    for unit in units {
      let y = unit.usesSecondY ? model.secondY ?? model.y : model.y
      var layer = ChartLayer(mark: unit.mark, rows: [])
      if unit.encoding.xOffset?.field != nil || unit.encoding.yOffset?.field != nil {
        layer.offsetCount = max(1, places.offsets?.count ?? 1)
      }
      layer.usesSecondY = unit.usesSecondY
      let reader = RowReader(
        unit, x: model.x, y: y, colors: places.colors, shapes: places.shapes,
        dashes: places.dashes, offsets: places.offsets, opacity: model.opacity, conventions)
      let count = unit.encoding.hasField ? unit.data.rowCount : 1
      layer.rows.reserveCapacity(count)
      for row in 0..<count {
        switch reader.read(row) {
        case .success(let datum): layer.rows.append(datum)
        case .failure(let gap):
          // Rows of a small multiple are known by their number in the whole.
          let number = unit.rowNumbers?[row] ?? row
          let name = reader.name(of: row, number: number)
          exclude(name, gap.reason)
          if gaps[row] == nil {
            gaps[row] = UndrawnRow(row: number, name: name, reason: gap.reason)
          }
        }
      }
      layer.spansX =
        unit.hints[.x]?.isClass ?? false && unit.encoding.x2 != nil && !model.x.isDiscrete
      layer.spansY = unit.hints[.y]?.isClass ?? false && unit.encoding.y2 != nil && !y.isDiscrete
      Stacking(unit, model.x, y)?.apply(to: &layer)
      layers.append(layer)
    }
    if !gaps.isEmpty {
      let drawn = Set(layers.flatMap { $0.rows.map(\.row) })
      // Rows that no small multiple divides stand in all of them.
      let known = Set(undrawn.map(\.row))
      undrawn += gaps.filter { !drawn.contains($0.key) && !known.contains($0.value.row) }
        .map(\.value).sorted { $0.row < $1.row }
    }
    return layers
  }

  private mutating func exclude(_ row: String, _ reason: String) {
    if let index = exclusions.firstIndex(where: { $0.reason == reason }) {
      if exclusions[index].rows.count < 50 {
        if !exclusions[index].rows.contains(row) { exclusions[index].rows.append(row) }
      } else {
        exclusions[index].unnamed += 1
      }
    } else {
      exclusions.append(ChartExclusion(reason: reason, rows: [row]))
    }
  }

  // MARK: Axes

  private func axis(_ channel: Channel, _ units: [ResolvedUnit]) -> AxisModel {
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
    if conventions == .vegaLite, axis.tickCount == nil, axis.kind == .time,
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
    axis.exponent = scale.exponent ?? 1
    if let base = scale.base, base > 1 { axis.base = base }
    axis.constant = scale.constant ?? 1
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

  // MARK: Domains

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
    rule.base = axis.base
    rule.least = scale?.domainMin
    rule.most = scale?.domainMax
    if conventions == .vegaLite {
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

extension [ChartModel] {
  /// Sets the domains, which are those of all cells together or of each.
  fileprivate func settingDomains(
    of builder: ModelBuilder, _ cells: [[ResolvedUnit]], _ all: [ResolvedUnit],
    _ resolve: ResolveSpec?
  ) -> [ChartModel] {
    let layers = flatMap(\.layers)
    func domain(
      _ channel: Channel, _ axis: AxisModel, _ model: ChartModel, _ units: [ResolvedUnit],
      second: Bool = false
    ) -> ClosedRange<Double> {
      let isOwn = resolve?.isIndependent(channel) ?? false
      let pairs = zip(isOwn ? model.layers : layers, isOwn ? units : all).filter {
        channel == .x || $0.0.usesSecondY == second
      }
      return builder.domain(
        of: channel, axis, pairs.map(\.0), pairs.map(\.1), growsAlongX: model.growsAlongX)
    }
    return zip(self, cells).map { model, units in
      var out = model
      out.x.domain = domain(.x, model.x, model, units)
      out.y.domain = domain(.y, model.y, model, units)
      if let second = model.secondY {
        out.secondY?.domain = domain(.y, second, model, units, second: true)
      }
      return out
    }
  }
}

extension ChartModel {
  /// Whether bars and areas grow to the right.
  var growsAlongX: Bool {
    if let orient = layers.lazy.compactMap(\.mark.orient).first { return orient == .horizontal }
    if y.isDiscrete != x.isDiscrete { return y.isDiscrete }
    if layers.contains(where: { $0.spansY && !$0.spansX }) { return true }
    return !y.isShown && x.isShown && !x.isDiscrete && x.kind != .time
      && !layers.contains { $0.spansX }
  }
}

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
    warnings += UnreadChannels(all, shared).warnings
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
    let drawn = DrawnCategories(models)
    for index in models.indices { models[index].nameOnly(drawn) }
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
      main, unit.data, extent: low...high, leastPositive: sources.compactMap(\.leastPositive).min(),
      startsAtZero: channel == .size, conventions.numbers)
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
      layer.measuresSize = RowSource(unit.encoding.size, unit.data)?.usesScale ?? false
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

  private mutating func exclude(_ row: String, _ reason: UndrawnReason) {
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

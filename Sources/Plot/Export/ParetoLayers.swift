import Graphics
import Pareto

/// A Pareto mark as layers of plain marks: what no front member is faint, the line of the front,
/// its members, knee, ideal point, errors and the band of an uncertain front.
///
/// Which rows are on a front stands in columns that are added to the table: `front` holds the
/// member's place along its front, and is empty for all others.
struct ParetoLayers {
  private(set) var layers: [ExportLayer] = []

  let mark: MarkSpec
  let encoding: Encoding
  let theme: ChartTheme
  private let usesSecondY: Bool
  private var table: ChartData

  private enum Column {
    static let front = "front"
    static let near = "nearly on the front"
    static let knee = "knee"
    static let chance = "chance of being on the front"
  }

  /// - Parameters:
  ///   - index: of the unit.
  ///   - cell: the panel as it was drawn; nil in small multiples, where what does not belong to a
  ///     row (ideal point, band, ends of the line) is left out.
  init(
    _ index: Int, _ panel: Panel, _ models: [ChartModel], _ cell: DrawnPanel?,
    _ explicit: ExplicitUnits
  ) {
    let part = panel.source.parts(of: index).lowerBound
    let unit = panel.source.whole[part]
    mark = unit.mark
    theme = explicit.theme
    usesSecondY = unit.usesSecondY
    var encoding = explicit.encoding(unit.encoding, unit.mark, index)
    (encoding.label, encoding.xError, encoding.yError) = (nil, nil, nil)
    for channel in [Channel.color, .shape] where encoding[channel]?.showsLegend ?? false {
      // The first layer with a legend decides about its symbols, and its points are faint.
      if encoding[channel]?.legend == nil { encoding[channel]?.legend = LegendSpec() }
      encoding[channel]?.legend?.symbolOpacity = 1
    }
    self.encoding = encoding
    table = unit.data
    var fronts: [ParetoAnalysis.Front] = []
    var order = [ChartValue](repeating: .null, count: table.rowCount)
    var near = order
    var knee = order
    var chance = order
    for (model, units) in zip(models, panel.source.cells) {
      let rows = units[part].rowNumbers
      func place(_ row: Datum) -> Int { rows?[row.row] ?? row.row }
      for front in ParetoAnalysis(model.layers[part], model).fronts {
        fronts.append(front)
        for (number, row) in front.members.enumerated() {
          order[place(row)] = .number(Double(number + 1))
        }
        for row in front.near { near[place(row)] = .number(1) }
        if let row = front.knee { knee[place(row)] = .number(1) }
        for (row, value) in front.probabilities { chance[place(row)] = .number(value) }
      }
    }
    table = table.with(Column.front, order)
    for (name, cells) in [(Column.near, near), (Column.knee, knee), (Column.chance, chance)]
    where cells.contains(where: { $0 != .null }) {
      table = table.with(name, cells)
    }
    if let cell { addBands(fronts, cell) }
    addErrors(unit)
    addLine()
    if let cell, mark.interpolate != .linear { addTails(fronts, cell) }
    addPoints(isUncertain: fronts.contains { !$0.probabilities.isEmpty })
    if let cell { addSigns(fronts, cell) }
  }

  // MARK: Layers

  mutating func add(
    _ mark: MarkSpec, _ encoding: Encoding, where filters: [PredicateSpec] = [],
    table own: ChartData? = nil
  ) {
    var spec = ChartSpec(mark: mark, encoding: encoding)
    if !filters.isEmpty {
      spec.transform = filters.map { filter in
        var step = TransformSpec()
        step.filter = filter
        return step
      }
    }
    layers.append(ExportLayer(spec: spec, table: own ?? table, usesSecondY: usesSecondY))
  }

  private static func has(_ column: String) -> PredicateSpec {
    var test = FieldPredicate(field: column)
    test.valid = true
    return .field(test)
  }

  /// The places of a layer, without what tells its groups apart.
  private var places: Encoding {
    var out = Encoding()
    (out.x, out.y) = (encoding.x, encoding.y)
    return out
  }

  func place(_ channel: ChannelSpec?, _ field: String) -> ChannelSpec {
    var out = channel ?? ChannelSpec()
    (out.field, out.datum) = (field, nil)
    return out
  }

  var lineColor: String { mark.color ?? theme.accent.hexText }

  private mutating func addLine() {
    var line = MarkSpec(.line)
    line.interpolate = mark.interpolate ?? .stepAfter
    line.strokeWidth = mark.strokeWidth ?? theme.lineWidth
    line.strokeDash = mark.strokeDash ?? []
    var channels = places
    if mark.front == .group {
      channels.color = encoding.color
    } else {
      line.color = lineColor
    }
    channels.order = ChannelSpec(field: Column.front, type: .quantitative)
    add(line, channels, where: [Self.has(Column.front)])
  }

  private mutating func addPoints(isUncertain: Bool) {
    let radius = theme.pointDiameter / 2
    var point = MarkSpec(.point)
    point.filled = mark.filled ?? true
    point.shape = mark.shape
    if encoding.size == nil { point.size = mark.size ?? .pi * radius * radius }
    if encoding.color == nil { point.color = mark.color ?? theme.palette[0].hexText }
    point.opacity = 1
    let faint = Double(theme.dominatedOpacity)
    if isUncertain {
      var channels = encoding
      // From faint to full as the chance of being on the front grows.
      channels.opacity = ChannelSpec(field: Column.chance, type: .quantitative)
      channels.opacity?.scale = ScaleSpec(domain: [.number(0), .number(1)])
      channels.opacity?.scale?.range = [.number(faint), .number(1)]
      channels.opacity?.showsLegend = false
      return add(point, channels)
    }
    let (front, near) = (Self.has(Column.front), Self.has(Column.near))
    let hasNear = table[Column.near] != nil
    var dimmed = point
    dimmed.opacity = faint
    add(dimmed, encoding, where: [.not(front)] + (hasNear ? [.not(near)] : []))
    if hasNear {
      var hollow = point
      hollow.filled = false
      add(hollow, encoding, where: [near])
    }
    add(point, encoding, where: [front])
    guard table[Column.knee] != nil else { return }
    var ring = MarkSpec(.point)
    ring.shape = "circle"
    ring.filled = false
    ring.color = theme.accent.hexText
    ring.strokeWidth = 0.8
    ring.opacity = 1
    ring.size = .pi * (radius + 2.2) * (radius + 2.2)
    add(ring, places, where: [Self.has(Column.knee)])
  }

  /// One standard deviation to each side, as far as the axis goes.
  private mutating func addErrors(_ unit: ResolvedUnit) {
    for (channel, error) in [(Channel.x, Channel.xError), (.y, .yError)] {
      guard let field = unit.encoding[channel]?.field, let reach = unit.encoding[error]?.field
      else { continue }
      let centers = table.values(field).map(\.quantity)
      let reaches = table.values(reach).map(\.quantity)
      func end(_ sign: Double) -> [ChartValue] {
        zip(centers, reaches).map { pair in
          guard let center = pair.0, let reach = pair.1 else { return .null }
          return .number(center + sign * reach)
        }
      }
      let (low, high) = (field + " low", field + " high")
      table = table.with(low, end(-1)).with(high, end(1))
      var rule = MarkSpec(.rule)
      rule.strokeWidth = 0.6
      rule.color = encoding.color == nil ? mark.color ?? theme.palette[0].hexText : nil
      rule.clip = true
      var channels = places
      channels.color = encoding.color
      channels[channel] = place(encoding[channel], low)
      channels[channel == .x ? .x2 : .y2] = ChannelSpec(field: high)
      add(rule, channels)
    }
  }

  /// The front goes on, thin, to the edges of the chart.
  private mutating func addTails(_ fronts: [ParetoAnalysis.Front], _ cell: DrawnPanel) {
    let (x, y) = (cell.plan.x.axis, cell.plan.y.axis)
    guard !x.isDiscrete, !y.isDiscrete else { return }
    let worstX = x.better == .high ? x.domain.lowerBound : x.domain.upperBound
    let worstY = y.better == .low ? y.domain.upperBound : y.domain.lowerBound
    var ends: [(x: Double, y: Double, x2: Double, y2: Double, group: ChartValue)] = []
    for front in fronts {
      guard let first = front.members.first, let last = front.members.last,
        let a = first.x, let b = first.y, let c = last.x, let d = last.y
      else { continue }
      let group = encoding.color?.field.map { table.values($0)[first.row] } ?? .null
      ends += [(a, worstY, a, b, group), (c, d, worstX, d, group)]
    }
    var rows = ChartData([
      ChartColumn("x", values: ends.map { .number($0.x) }),
      ChartColumn("y", values: ends.map { .number($0.y) }),
      ChartColumn("x2", values: ends.map { .number($0.x2) }),
      ChartColumn("y2", values: ends.map { .number($0.y2) }),
    ])
    var rule = MarkSpec(.rule)
    rule.opacity = 0.4
    rule.strokeWidth = (mark.strokeWidth ?? theme.lineWidth) / 2
    var channels = Encoding()
    channels.x = place(encoding.x, "x")
    channels.y = place(encoding.y, "y")
    channels.x2 = ChannelSpec(field: "x2")
    channels.y2 = ChannelSpec(field: "y2")
    if mark.front == .group, let field = encoding.color?.field {
      rows = rows.with(field, ends.map(\.group))
      channels.color = encoding.color
    } else {
      rule.color = lineColor
    }
    add(rule, channels, table: rows)
  }
}

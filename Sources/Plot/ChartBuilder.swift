import Graphics

/// Turns a specification and data into a `ChartModel`: resolves columns, measures, scales and
/// domains; collects mistakes and excluded rows.
struct ChartBuilder {
  private let spec: ChartSpec
  private let data: ChartData
  private let theme: ChartTheme
  private(set) var problems: [ChartError.Problem] = []
  private(set) var exclusions: [ChartExclusion] = []
  /// Why each row that some layer cannot draw is left out, and how it is called; the first reason.
  private(set) var gaps: [Int: (name: String, reason: String)] = [:]

  init(_ spec: ChartSpec, _ data: ChartData, _ theme: ChartTheme) {
    self.spec = spec
    self.data = data
    self.theme = theme
  }

  /// A mark with the channels that apply to it, and where they stand.
  private struct Source {
    var mark: MarkSpec
    var encoding: Encoding
    var path: [String]

    var stacks: Bool {
      (mark.type == .bar || mark.type == .area) && encoding.x2 == nil && encoding.y2 == nil
        && (encoding.y?.stack ?? encoding.x?.stack ?? true)
    }
  }

  mutating func build() -> ChartModel? {
    let sources = sources()
    checkFields(of: sources)
    guard problems.isEmpty else { return nil }
    var x = axis(.x, sources)
    var y = axis(.y, sources)
    let (color, colorOrder) = colors(sources)
    let shape = categories(.shape, sources)
    let offsets = categories(.xOffset, sources)?.categories ?? []
    guard problems.isEmpty else { return nil }
    var layers: [ChartLayer] = []
    for source in sources {
      var layer = ChartLayer(mark: source.mark, rows: [], offsetCount: max(1, offsets.count))
      let reader = RowReader(
        data: data, encoding: source.encoding, x: x, y: y, groups: colorOrder,
        shapes: shape?.categories ?? [], offsets: offsets)
      for row in 0..<(source.encoding.hasField ? data.rowCount : 1) {
        switch reader.read(row) {
        case .success(let datum): layer.rows.append(datum)
        case .failure(let gap):
          exclude(reader.name(of: row), gap.reason)
          if gaps[row] == nil { gaps[row] = (reader.name(of: row), gap.reason) }
        }
      }
      if source.stacks, !colorOrder.isEmpty, offsets.isEmpty {
        Stacking.stack(&layer.rows, alongX: y.isDiscrete && !x.isDiscrete)
      }
      layers.append(layer)
    }
    let growsAlongX = y.isDiscrete && !x.isDiscrete
    x.domain = domain(of: .x, x, layers, sources, growsAlongX: growsAlongX)
    y.domain = domain(of: .y, y, layers, sources, growsAlongX: growsAlongX)
    return ChartModel(x: x, y: y, color: color, shape: shape, layers: layers)
  }

  private mutating func exclude(_ row: String, _ reason: String) {
    if let index = exclusions.firstIndex(where: { $0.reason == reason }) {
      if !exclusions[index].rows.contains(row) { exclusions[index].rows.append(row) }
    } else {
      exclusions.append(ChartExclusion(reason: reason, rows: [row]))
    }
  }

  private mutating func problem(_ path: [String], _ message: String, help: [String] = []) {
    problems.append(.init(path: path, message: message, help: help))
  }

  // MARK: Sources

  private mutating func sources() -> [Source] {
    if let layers = spec.layer {
      if spec.mark != nil { problem(["mark"], "a chart with layers has its marks in them") }
      if layers.isEmpty { problem(["layer"], "there is no layer") }
      return layers.enumerated().map { index, layer in
        Source(
          mark: layer.mark, encoding: (layer.encoding ?? Encoding()).inheriting(spec.encoding),
          path: ["layer", String(index)])
      }
    }
    guard let mark = spec.mark else {
      problem([], "the chart has no mark", help: ["write for example 'mark: point'"])
      return []
    }
    return [Source(mark: mark, encoding: spec.encoding ?? Encoding(), path: [])]
  }

  /// Checks that columns exist, formats and colours can be read, and each mark has what it needs.
  private mutating func checkFields(of sources: [Source]) {
    for source in sources {
      for channel in Channel.allCases {
        guard let used = source.encoding[channel] else { continue }
        let isOwn = spec.layer == nil || spec.encoding?[channel] == nil
        let path = (isOwn ? source.path : []) + ["encoding", channel.rawValue]
        check(used, channel, path)
      }
      for channel in MarkRegistry.mark(source.mark.type).required
      where source.encoding[channel] == nil {
        problem(
          source.path + ["encoding"],
          "the mark '\(source.mark.type.rawValue)' needs the channel '\(channel.rawValue)'")
      }
      if source.mark.type == .pareto {
        problems += ParetoOptions.problems(source.mark, source.encoding).map {
          ChartError.Problem(path: source.path + $0.path, message: $0.message, help: $0.help)
        }
      }
      if let color = source.mark.color, Color(color) == nil {
        problem(source.path + ["mark", "color"], "'\(color)' is no colour like #0072B2")
      }
    }
  }

  private mutating func check(_ used: ChannelSpec, _ channel: Channel, _ path: [String]) {
    if let field = used.field {
      if data[field] == nil {
        let names = data.columns.map(\.name)
        problem(
          path + ["field"], "there is no column '\(field)'",
          help: ["the columns are \(names.map { "'\($0)'" }.joined(separator: ", "))"])
      }
    } else if used.datum == nil, used.value == nil {
      problem(path, "the channel has neither 'field' nor 'datum' nor 'value'")
    }
    if used.value != nil, [.x, .y, .x2, .y2].contains(channel) {
      problem(
        path + ["value"], "a position has no value in units of the drawing",
        help: ["write 'datum' for a place in units of the data"])
    }
    for (key, format) in [
      ("format", used.format), ("axis", used.axis?.format), ("legend", used.legend?.format),
    ] {
      guard let format, NumberFormat(format) == nil else { continue }
      problem(path + [key], "'\(format)' is no number format", help: ["write for example '.1f'"])
    }
    for color in used.scale?.range ?? [] where Color(color) == nil {
      problem(path + ["scale", "range"], "'\(color)' is no colour like #0072B2")
    }
  }

  // MARK: Axes

  private mutating func axis(_ channel: Channel, _ sources: [Source]) -> AxisModel {
    var axis = AxisModel()
    let specs = sources.compactMap { $0.encoding[channel] }
    guard let main = specs.first(where: { $0.field != nil }) ?? specs.first else {
      axis.isShown = false
      return axis
    }
    let measure = main.type ?? measure(of: main)
    let hasBand = sources.contains { [.bar, .rect, .tick].contains($0.mark.type) }
    switch main.scale?.type {
    case .log: axis.kind = .log
    case .sqrt: axis.kind = .sqrt
    case .band: axis.kind = .band
    case .point: axis.kind = .point
    case .linear: axis.kind = .linear
    case nil: axis.kind = measure == .quantitative ? .linear : hasBand ? .band : .point
    }
    axis.title = main.axis?.title ?? title(of: main)
    axis.isReversed = main.scale?.reverse ?? false
    axis.isShown = main.showsAxis
    axis.better = specs.lazy.compactMap(\.better).first
    axis.format = (main.axis?.format ?? main.format).flatMap(NumberFormat.init)
    axis.tickValues = main.axis?.values
    axis.tickCount = main.axis?.tickCount
    axis.showsGrid = main.axis?.grid
    if axis.isDiscrete {
      axis.categories = categories(channel, sources)?.categories ?? []
      axis.domain = 0...Double(max(axis.categories.count - 1, 0))
    }
    return axis
  }

  private func measure(of channel: ChannelSpec) -> ChannelSpec.Measure {
    if let field = channel.field, let column = data[field] {
      let isNumeric = column.values.allSatisfy {
        if case .text = $0 { false } else { true }
      }
      return isNumeric ? .quantitative : .nominal
    }
    if case .text = channel.datum { return .nominal }
    return .quantitative
  }

  private func title(of channel: ChannelSpec) -> String {
    let column = channel.field.flatMap { data[$0] }
    // An author's own title stands as written.
    if let title = channel.title { return title }
    let title = column?.title ?? column?.name ?? ""
    guard let unit = column?.unit, !unit.isEmpty, unit != "1", !title.isEmpty, !title.contains("(")
    else { return title }
    return "\(title) (\(unit))"
  }

  /// The categories of a channel over all layers, in order; nil when no layer uses it with a field.
  private func categories(_ channel: Channel, _ sources: [Source]) -> CategoryModel? {
    let specs = sources.compactMap { $0.encoding[channel] }.filter {
      $0.field != nil || $0.datum != nil
    }
    guard let main = specs.first else { return nil }
    var seen: Set<ChartValue> = []
    var values: [ChartValue] = []
    for spec in specs {
      let own = spec.field.flatMap { data[$0]?.values } ?? spec.datum.map { [$0.chartValue] } ?? []
      for value in own where value != .null && seen.insert(value).inserted { values.append(value) }
    }
    let measure = main.type ?? self.measure(of: main)
    if main.sort != nil || measure != .nominal {
      values.sort {
        ($0.number ?? .infinity, $0.plainText) < ($1.number ?? .infinity, $1.plainText)
      }
      if main.sort == .descending { values.reverse() }
    }
    if let domain = main.scale?.domain, !domain.isEmpty { values = domain.map(\.chartValue) }
    return CategoryModel(
      title: main.legend?.title ?? title(of: main), categories: values.map(\.plainText),
      showsLegend: main.showsLegend, labelsDirectly: main.legend?.direct ?? true)
  }

  private func colors(_ sources: [Source]) -> (ColorModel, [String]) {
    let specs = sources.compactMap { $0.encoding.color }.filter {
      $0.field != nil || $0.datum != nil
    }
    guard let main = specs.first else { return (.none, []) }
    if (main.type ?? measure(of: main)) == .quantitative, let field = main.field,
      let values = data[field]?.values.compactMap(\.number), let low = values.min(),
      let high = values.max()
    {
      let bounds = main.scale?.bounds ?? (low, high)
      let ramp = main.scale?.scheme == .viridis ? ColorRamp.viridis : .blues
      return (
        .shades(
          title: main.legend?.title ?? title(of: main), domain: bounds.0...max(bounds.0, bounds.1),
          ramp: ramp, showsLegend: main.showsLegend), []
      )
    }
    guard let model = categories(.color, sources) else { return (.none, []) }
    let given = (main.scale?.range ?? []).compactMap { Color($0) }
    let count = model.categories.count
    let colors = (0..<count).map { index -> Color in
      if !given.isEmpty { return given[index % given.count] }
      switch main.scale?.scheme {
      case .blues, .viridis:
        let ramp = main.scale?.scheme == .viridis ? ColorRamp.viridis : .blues
        // The palest quarter is too light for points on white.
        return ramp.color(at: 0.25 + 0.75 * Double(index) / Double(max(count - 1, 1)))
      default: return theme.palette[index % theme.palette.count]
      }
    }
    return (.categories(model, colors: colors), model.categories)
  }

  // MARK: Domains

  private func domain(
    of channel: Channel, _ axis: AxisModel, _ layers: [ChartLayer], _ sources: [Source],
    growsAlongX: Bool
  ) -> ClosedRange<Double> {
    guard !axis.isDiscrete else { return axis.domain }
    let main = sources.lazy.compactMap { $0.encoding[channel] }.first { $0.field != nil }
    let isValueAxis = growsAlongX == (channel == .x)
    var values: [Double] = []
    var hasBase = false
    for layer in layers {
      if isValueAxis, layer.mark.type == .bar || layer.mark.type == .area { hasBase = true }
      for row in layer.rows {
        let pair = channel == .x ? (row.x, row.x2) : (row.y, row.y2)
        values += [pair.0, pair.1].compactMap { $0 }
        if layer.mark.type == .pareto, let value = pair.0,
          let error = channel == .x ? row.xError : row.yError
        {
          values += [value - error, value + error].filter { axis.kind != .log || $0 > 0 }
        }
      }
    }
    return DomainRule(
      kind: axis.kind, values: values, bounds: main?.scale?.bounds,
      includesZero: main?.scale?.zero ?? hasBase, isNice: main?.scale?.nice ?? hasBase
    ).domain
  }
}

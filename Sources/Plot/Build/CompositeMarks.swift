/// Writes box plots, error bars and error bands as layers of plain marks.
enum CompositeMarks {
  /// The plain marks of a unit; the unit itself when it is one.
  static func parts(_ unit: UnitSpec, _ conventions: ChartConventions) -> [UnitSpec] {
    switch unit.mark.type {
    case .errorbar, .errorband: errors(unit, conventions)
    case .boxplot: boxes(unit, conventions)
    default: [unit]
    }
  }

  /// The continuous axis along which a composite mark reaches, and the other.
  private static func axes(
    _ unit: UnitSpec, _ conventions: ChartConventions
  ) -> (value: Channel, second: Channel, place: Channel) {
    func isContinuous(_ channel: Channel) -> Bool {
      guard let used = unit.encoding[channel] else { return false }
      let measure = used.type ?? UnitResolver.measure(used, unit.data, conventions)
      return measure == .quantitative && used.bin == nil
    }
    let isHorizontal =
      unit.mark.orient.map { $0 == .horizontal }
      ?? (isContinuous(.x)
        && (!isContinuous(.y) || unit.encoding[.x2] != nil
          || unit.encoding[.xError] != nil))
    return isHorizontal ? (.x, .x2, .y) : (.y, .y2, .x)
  }

  /// The fields that group, with classes and units of time made columns first.
  private static func grouped(
    _ unit: UnitSpec, except value: Channel, _ conventions: ChartConventions
  ) -> (unit: UnitSpec, fields: [String]) {
    var resolver = UnitResolver(conventions)
    var plain = unit
    plain.encoding[value]?.aggregate = nil
    let resolved = resolver.resolve(plain)
    var out = unit
    out.data = resolved.data
    var fields: [String] = []
    for channel in Channel.allCases
    where channel != value && channel != .xError && channel != .yError {
      guard let field = resolved.encoding[channel]?.field else { continue }
      out.encoding[channel] = resolved.encoding[channel]
      out.encoding[channel]?.timeUnit = nil
      if unit.encoding[channel]?.timeUnit != nil { out.encoding[channel]?.type = .temporal }
      if !fields.contains(field) { fields.append(field) }
    }
    for facet in unit.facets.compactMap(\.field) where !fields.contains(facet) {
      fields.append(facet)
    }
    return (out, fields)
  }

  private static func errors(_ unit: UnitSpec, _ conventions: ChartConventions) -> [UnitSpec] {
    let (value, second, _) = axes(unit, conventions)
    let isBand = unit.mark.type == .errorband
    var base = unit
    let error = unit.encoding[value == .x ? .xError : .yError]
    guard let field = unit.encoding[value]?.field else { return [] }
    let label = unit.data[field]?.title ?? field
    let title = unit.encoding[value]?.title ?? label
    if let error {
      let center = base.data.values(field).map(\.quantity)
      let reach = (0..<base.data.rowCount).map { row in
        error.field.map { base.data.values($0)[row].quantity ?? 0 } ?? error.value?.number ?? 0
      }
      base.data = base.data
        .with("lower error", zip(center, reach).map { pair in cell(pair.0.map { $0 - pair.1 }) })
        .with("upper error", zip(center, reach).map { pair in cell(pair.0.map { $0 + pair.1 }) })
    } else if unit.encoding[second] == nil {
      let (grouped, fields) = grouped(unit, except: value, conventions)
      base = grouped
      let word = if case .word(let word)? = unit.mark.extent { word } else { "stderr" }
      let rows = base.data.groups(by: fields)
      let cells = base.data.values(field)
      func column(_ compute: ([ChartValue]) -> Double?) -> [ChartValue] {
        rows.map { group in cell(compute(group.rows.map { cells[$0] })) }
      }
      func center(_ cells: [ChartValue], _ sign: Double) -> Double? {
        let numbers = cells.compactMap(\.quantity)
        switch word {
        case "iqr":
          return Statistics.quantile(numbers.sorted(), sign < 0 ? 0.25 : 0.75)
        case "ci": return (sign < 0 ? AggregateOperation.ci0 : .ci1).value(of: cells).number
        default:
          guard let mean = Statistics.mean(numbers) else { return nil }
          let reach =
            word == "stdev"
            ? Statistics.variance(numbers, isSample: true)?.squareRoot()
            : Statistics.standardError(numbers)
          return mean + sign * (reach ?? 0)
        }
      }
      base.data = Aggregation.table(base.data, by: fields, [])
        .with("lower error", column { center($0, -1) })
        .with("upper error", column { center($0, 1) })
    } else {
      base.data = base.data.with("lower error", base.data.values(field))
        .with("upper error", base.data.values(unit.encoding[second]?.field ?? field))
    }
    base.encoding[.xError] = nil
    base.encoding[.yError] = nil
    var from = unit.encoding[value] ?? ChannelSpec()
    from.field = "lower error"
    from.aggregate = nil
    from.type = .quantitative
    from.title = title
    if conventions.isReport {
      var scale = from.scale ?? ScaleSpec()
      scale.zero = scale.zero ?? false
      from.scale = scale
    }
    base.encoding[value] = from
    base.encoding[second] = ChannelSpec(field: "upper error", type: .quantitative)
    if isBand {
      base.mark = MarkSpec(.area)
      base.mark.color = unit.mark.color
      base.mark.opacity = unit.mark.opacity ?? 0.3
      base.mark.interpolate = unit.mark.interpolate
      base.mark.orient = value == .x ? .horizontal : .vertical
      base.encoding[value]?.stack = StackMode.none
      return [base]
    }
    base.mark = MarkSpec(.rule)
    base.mark.color = unit.mark.color ?? (unit.encoding[.color] == nil ? "#1a1a1a" : nil)
    base.mark.strokeWidth = unit.mark.strokeWidth ?? 1
    guard unit.mark.ticks ?? false else { return [base] }
    return [base]
      + [(value, "lower error"), (value, "upper error")].map { channel, field in
        var end = base
        end.mark = MarkSpec(.tick)
        end.mark.color = base.mark.color
        end.mark.orient = value == .x ? .vertical : .horizontal
        end.encoding[channel]?.field = field
        end.encoding[second] = nil
        return end
      }
  }

  /// Box from first to third quartile, line at the median, whiskers to the farthest rows within
  /// 1.5 interquartile ranges (Tukey), the others as points.
  private static func boxes(_ unit: UnitSpec, _ conventions: ChartConventions) -> [UnitSpec] {
    let (value, second, _) = axes(unit, conventions)
    guard let field = unit.encoding[value]?.field else { return [] }
    let (base, fields) = grouped(unit, except: value, conventions)
    let cells = base.data.values(field)
    var reach: Double? = 1.5
    switch unit.mark.extent {
    case .word: reach = nil
    case .factor(let factor): reach = factor
    case nil: break
    }
    let groups = base.data.groups(by: fields)
    var boxes = Aggregation.table(base.data, by: fields, [])
    var columns: [String: [ChartValue]] = [:]
    var outliers: [Int] = []
    for group in groups {
      let numbers = group.rows.compactMap { cells[$0].quantity }.sorted()
      let q1 = Statistics.quantile(numbers, 0.25) ?? .nan
      let q3 = Statistics.quantile(numbers, 0.75) ?? .nan
      let limit = reach.map { $0 * (q3 - q1) } ?? .infinity
      let inner = numbers.filter { $0 >= q1 - limit && $0 <= q3 + limit }
      outliers += group.rows.filter {
        guard let number = cells[$0].quantity else { return false }
        return number < q1 - limit || number > q3 + limit
      }
      for (name, number) in [
        ("box q1", q1), ("box q3", q3), ("box median", Statistics.quantile(numbers, 0.5) ?? .nan),
        ("box low", inner.first ?? .nan), ("box high", inner.last ?? .nan),
      ] {
        columns[name, default: []].append(number.isNaN ? .null : .number(number))
      }
    }
    for (name, values) in columns.sorted(by: { $0.key < $1.key }) {
      boxes = boxes.with(name, values)
    }
    func part(_ mark: MarkSpec, _ from: String, _ to: String?, _ data: ChartData) -> UnitSpec {
      var part = base
      part.data = data
      part.mark = mark
      var channel = base.encoding[value] ?? ChannelSpec()
      channel.field = from
      channel.aggregate = nil
      channel.type = .quantitative
      channel.title = channel.title ?? base.data[field]?.title ?? field
      if conventions.isReport {
        var scale = channel.scale ?? ScaleSpec()
        scale.zero = scale.zero ?? false
        channel.scale = scale
      }
      channel.stack = StackMode.none
      part.encoding[value] = channel
      part.encoding[second] = to.map { ChannelSpec(field: $0, type: .quantitative) }
      part.encoding[.size] = nil
      // Lines are ink; the colours are the boxes'.
      if mark.type == .rule || mark.type == .tick { part.encoding[.color] = nil }
      return part
    }
    var whisker = MarkSpec(.rule)
    whisker.color = "#1a1a1a"
    var box = MarkSpec(.bar)
    box.color = unit.mark.color
    box.size = unit.mark.size ?? 14
    box.orient = value == .x ? .horizontal : .vertical
    var median = MarkSpec(.tick)
    median.color = "#ffffff"
    median.size = box.size
    median.orient = value == .x ? .vertical : .horizontal
    var point = MarkSpec(.point)
    point.filled = false
    return [
      part(whisker, "box low", "box q1", boxes), part(whisker, "box q3", "box high", boxes),
      part(box, "box q1", "box q3", boxes), part(median, "box median", nil, boxes),
    ] + (outliers.isEmpty ? [] : [part(point, field, nil, base.data.rows(outliers.sorted()))])
  }

  private static func cell(_ number: Double?) -> ChartValue {
    number.map { .number($0) } ?? .null
  }
}

extension ScalarValue {
  /// The number, when it is one.
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  /// The text, when it is one.
  var text: String? { if case .text(let value) = self { value } else { nil } }
}

import Languages

/// A mark with the channels that apply to it, before its channels' own transforms.
struct UnitSpec {
  var mark: MarkSpec
  var encoding: Encoding
  var data: ChartData
  var path: [String]
  /// Fields by which small multiples divide the rows.
  var facets: [ChannelSpec] = []
  /// Whether the layer has a y scale of its own, at the right.
  var usesSecondY = false
}

/// A mark whose channels name columns of its data: classes, units of time and operations on groups
/// have become columns.
struct ResolvedUnit {
  var mark: MarkSpec
  var encoding: Encoding
  var data: ChartData
  /// The rows before they were summed up, by which categories may be sorted.
  var raw: ChartData
  var path: [String]
  var hints: [Channel: ChannelHint] = [:]
  /// The columns that divide the rows into small multiples.
  var facetFields: [String] = []
  var facetHints: [ChannelHint] = []
  var usesSecondY = false
  /// Of a small multiple: which rows of the whole it holds.
  var rowNumbers: [Int]?
}

/// What is known of a channel's column besides its values.
struct ChannelHint: Sendable {
  var bin: BinRule?
  var timeUnit: TimeUnit?
  var aggregate: AggregateOperation?

  /// Whether the column holds classes or units of time, which have a width.
  var isClass: Bool { bin != nil || timeUnit != nil }
}

/// Turns the `bin`, `timeUnit`, `aggregate` and `condition` of channels into columns.
struct UnitResolver {
  let conventions: ChartConventions
  private(set) var problems: [ChartError.Problem] = []

  init(_ conventions: ChartConventions) { self.conventions = conventions }

  mutating func resolve(_ unit: UnitSpec) -> ResolvedUnit {
    var out = ResolvedUnit(
      mark: unit.mark, encoding: unit.encoding, data: unit.data, raw: unit.data, path: unit.path,
      usesSecondY: unit.usesSecondY)
    for channel in Channel.allCases {
      guard var used = out.encoding[channel] else { continue }
      used = used.withoutSelection
      // `*` stands for all columns: then whole rows are counted.
      if used.field == "*", used.aggregate == .operation(.count) { used.field = nil }
      if used.type == nil { used.type = Self.measure(used, out.data, conventions) }
      classify(&used, channel.rawValue, &out, channel)
      out.encoding[channel] = used
    }
    for index in out.encoding.details.indices {
      var used = out.encoding.details[index]
      classify(&used, "detail\(index)", &out, nil)
      out.encoding.details[index] = used
    }
    for (index, facet) in unit.facets.enumerated() {
      var used = facet
      let before = out.hints
      out.hints[.detail] = nil
      classify(&used, "facet\(index)", &out, .detail)
      out.facetFields.append(used.field ?? "")
      out.facetHints.append(out.hints[.detail] ?? ChannelHint())
      out.hints = before
    }
    out.raw = out.data
    aggregate(&out)
    for channel in Channel.allCases {
      guard let used = out.encoding[channel], !used.conditions.isEmpty else { continue }
      out.encoding[channel] = judged(used, channel, &out)
    }
    spread(&out)
    return out
  }

  mutating func problem(_ path: [String], _ message: String, help: [String] = []) {
    problems.append(.init(path: path, message: message, help: help))
  }

  /// The measure of a channel that does not say: by its transform, else by its cells.
  static func measure(
    _ channel: ChannelSpec, _ data: ChartData, _ conventions: ChartConventions
  ) -> ChannelSpec.Measure {
    if channel.timeUnit != nil { return .temporal }
    switch channel.aggregate {
    case .operation: return .quantitative
    case .argmin, .argmax, nil: break
    }
    if channel.bin != nil { return .quantitative }
    switch channel.scale?.type {
    case .time, .utc: return .temporal
    case .linear, .log, .symlog, .pow, .sqrt, .threshold, .quantize, .quantile:
      return .quantitative
    default: break
    }
    if let field = channel.field, let column = data[field] {
      if conventions.isVegaLite {
        if case .values = channel.sort { return .ordinal }
        return .nominal
      }
      let isNumeric = column.values.allSatisfy {
        switch $0 {
        case .text, .bool: false
        case .null, .number: true
        }
      }
      return isNumeric ? .quantitative : .nominal
    }
    switch channel.datum {
    case .text, .bool: return .nominal
    default: return .quantitative
    }
  }

  /// Numbers that are years, as dates; nil when any is not. Nobody counts so few milliseconds.
  private static func years(_ cells: some Collection<ChartValue>) -> [ChartValue]? {
    var dates: [ChartValue] = []
    for cell in cells {
      switch cell {
      case .null: dates.append(.null)
      case .number(let year) where year >= 1000 && year < 10_000 && year == year.rounded():
        dates.append(.number(CalendarDate(year: Int(year)).milliseconds))
      default: return nil
      }
    }
    return dates.contains { $0 != .null } ? dates : nil
  }

  /// Replaces the channel's column by that of its classes or units of time.
  private mutating func classify(
    _ channel: inout ChannelSpec, _ name: String, _ unit: inout ResolvedUnit, _ key: Channel?
  ) {
    guard let field = channel.field, unit.data[field] != nil else { return }
    var hint = ChannelHint()
    if channel.type == .temporal || channel.timeUnit != nil,
      let dates = Self.years(unit.data.values(field))
    {
      unit.data = unit.data.with(field, dates, like: field)
    }
    let values = unit.data.values(field)
    let label = unit.data[field]?.title ?? field
    let isText = values.contains { if case .text = $0 { true } else { false } }
    if let spec = channel.timeUnit {
      guard let timeUnit = spec.timeUnit else {
        return problem(
          unit.path + ["encoding", name, "timeUnit"], "'\(spec.unit ?? "")' is no unit of time")
      }
      hint.timeUnit = timeUnit
      let starts = values.map { $0.moment.map { spec.isBinned ? $0 : timeUnit.floor($0) } }
      let derived = name + " " + timeUnit.words(.english) + " " + field
      unit.data = unit.data.with(derived, starts.map { $0.map { .number($0) } ?? .null })
      channel.field = derived
      if channel.title == nil { channel.title = "\(label) (\(timeUnit.words(conventions.terms)))" }
    } else if channel.type == .temporal, isText {
      unit.data = unit.data.with(
        field, values.map { $0.moment.map { .number($0) } ?? .null }, like: field)
    }
    if let spec = channel.bin, !spec.isBinned {
      let numbers = values.compactMap(\.quantity)
      guard let low = numbers.min(), let high = numbers.max() else { return }
      let few = ["row", "column", "size", "color", "shape", "opacity"].contains(name)
      let rule = BinRule(spec, extent: low...high, maxbins: few || name.hasPrefix("facet") ? 6 : 10)
      hint.bin = rule
      let derived = name + " bin " + field
      let starts = values.map { $0.quantity.flatMap { rule.lower($0) } }
      unit.data = unit.data.with(derived, starts.map { $0.map { .number($0) } ?? .null })
      channel.field = derived
      if channel.title == nil { channel.title = conventions.terms(.binned, label) }
    }
    if let key { unit.hints[key] = hint }
  }

  /// A channel whose value depends on a test, as a column of literal values, or of the cells of the
  /// rows that pass.
  private mutating func judged(
    _ channel: ChannelSpec, _ key: Channel, _ unit: inout ResolvedUnit
  ) -> ChannelSpec {
    var out = channel
    out.conditions = []
    let base = channel.field.map { unit.data.values($0) }
    var cells = (0..<unit.data.rowCount).map {
      base?[$0] ?? channel.value?.chartValue ?? channel.datum?.chartValue ?? .null
    }
    var isLiteral = channel.field == nil
    for condition in channel.conditions.reversed() {
      do throws(ExpressionError) {
        let test = try RowTest(condition.test ?? .selection, unit.data)
        let chosen = condition.channel
        if let field = chosen.field {
          isLiteral = false
          let own = unit.data.values(field)
          for row in cells.indices { cells[row] = test.passes(row) ? own[row] : .null }
          out = chosen
          out.conditions = []
        } else if let value = chosen.value?.chartValue {
          for row in cells.indices where test.passes(row) { cells[row] = value }
          if channel.field != nil { isLiteral = key == .color ? false : isLiteral }
        }
      } catch {
        problem(unit.path + ["encoding", key.rawValue, "condition", "test"], error.message)
      }
    }
    let name = "\(key.rawValue) condition"
    unit.data = unit.data.with(name, cells, like: out.field)
    out.field = name
    out.value = nil
    out.datum = nil
    if isLiteral {
      out.usesScale = false
      out.type = .nominal
    }
    return out
  }
}

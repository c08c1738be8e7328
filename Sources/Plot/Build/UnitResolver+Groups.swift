import Languages

/// Operations on groups, and the width of classes.
extension UnitResolver {
  /// One row for each combination of the channels that are no operation.
  mutating func aggregate(_ unit: inout ResolvedUnit) {
    let used = Channel.allCases.compactMap { channel in
      unit.encoding[channel].map { (channel, $0) }
    }
    guard used.contains(where: { $0.1.aggregate != nil }) else { return }
    var fields: [String] = []
    for field in used.compactMap({ $0.1.aggregate == nil ? $0.1.field : nil })
      + unit.encoding.details.compactMap(\.field) + unit.facetFields + tested(unit)
    where !fields.contains(field) && unit.data[field] != nil {
      fields.append(field)
    }
    let groups = unit.data.groups(by: fields)
    var columns = fields.enumerated().map { index, field in
      ChartColumn(
        field, title: unit.data[field]?.title, unit: unit.data[field]?.unit,
        values: groups.map { $0.key[index] })
    }
    for (channel, var used) in used {
      guard let aggregate = used.aggregate else { continue }
      let label = used.field.map { unit.data[$0]?.title ?? $0 } ?? ""
      let cells = used.field.map { unit.data.values($0) } ?? []
      var (name, title): (String, String)
      var values: [ChartValue]
      switch aggregate {
      case .operation(let operation):
        name = operation == .count ? "__count" : operation.rawValue + "_" + (used.field ?? "")
        title =
          operation == .count
          ? conventions.terms[.countOfRecords]
          : conventions.terms(.aggregateOf, operation.words(conventions.terms), label)
        values = groups.map { group in
          used.field == nil
            ? .number(Double(group.rows.count))
            : operation.value(of: group.rows.map { cells[$0] })
        }
        if operation == .count { values = groups.map { .number(Double($0.rows.count)) } }
        unit.hints[channel, default: ChannelHint()].aggregate = operation
      case .argmin(let by), .argmax(let by):
        let keys = unit.data.values(by).map(\.quantity)
        let isMax = aggregate == .argmax(by)
        name = (isMax ? "argmax_" : "argmin_") + by + "_" + (used.field ?? "")
        title = conventions.terms(isMax ? .largest : .smallest, label, by)
        values = groups.map { group in
          let rows = group.rows.filter { keys[$0] != nil }
          let chosen = rows.min { a, b in
            let (x, y) = (keys[a] ?? 0, keys[b] ?? 0)
            return x == y ? a < b : isMax ? x > y : x < y
          }
          return chosen.map { cells[$0] } ?? .null
        }
      }
      if !columns.contains(where: { $0.name == name }) {
        columns.append(ChartColumn(name, values: values))
      }
      used.field = name
      used.aggregate = nil
      if used.title == nil { used.title = title }
      unit.encoding[channel] = used
    }
    unit.data = ChartData(columns, rowCount: groups.count)
  }

  /// Columns that conditions look at.
  private func tested(_ unit: ResolvedUnit) -> [String] {
    func fields(_ predicate: PredicateSpec?) -> [String] {
      switch predicate {
      case .field(let field): [field.field]
      case .and(let list), .or(let list): list.flatMap { fields($0) }
      case .not(let inner): fields(inner)
      case .expression, .selection, nil: []
      }
    }
    return Channel.allCases.flatMap { channel in
      unit.encoding[channel]?.conditions.flatMap { fields($0.test) } ?? []
    }
  }

  /// Gives classes and units of time their width: bars and cells span them, other marks stand in
  /// the middle of a class.
  func spread(_ unit: inout ResolvedUnit) {
    let spans = [MarkType.bar, .rect].contains(unit.mark.type)
    for (channel, second) in [(Channel.x, Channel.x2), (.y, .y2)] {
      guard let used = unit.encoding[channel], let field = used.field,
        let hint = unit.hints[channel], unit.encoding[second] == nil
      else { continue }
      let isContinuous =
        (used.type == .quantitative || used.type == .temporal) && used.scale?.type != .band
        && used.scale?.type != .point && used.scale?.type != .ordinal
      guard isContinuous else { continue }
      let ends: (Double) -> Double
      if let bin = hint.bin {
        ends = { bin.clean($0 + bin.step) }
      } else if let timeUnit = hint.timeUnit, hint.aggregate == nil {
        ends = { timeUnit.end($0) }
      } else {
        continue
      }
      let starts = unit.data.values(field)
      if spans {
        let name = field + "_end"
        unit.data = unit.data.with(
          name, starts.map { $0.number.map { .number(ends($0)) } ?? .null })
        unit.encoding[second] = ChannelSpec(field: name, type: used.type)
      } else if hint.bin != nil || used.bandPosition != nil {
        let share = used.bandPosition ?? 0.5
        unit.data = unit.data.with(
          field,
          starts.map {
            $0.number.map { .number($0 + share * (ends($0) - $0)) } ?? .null
          })
      }
    }
  }
}

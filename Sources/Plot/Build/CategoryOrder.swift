/// The categories of a channel over all units, in the order in which they stand.
struct CategoryOrder {
  private let channel: Channel
  private let units: [ResolvedUnit]
  private let main: ChannelSpec?
  private let conventions: ChartConventions
  private let hint: ChannelHint

  init(_ channel: Channel, _ units: [ResolvedUnit], _ conventions: ChartConventions) {
    self.channel = channel
    self.units = units.filter { unit in
      guard let used = unit.encoding[channel], used.usesScale else { return false }
      return used.field != nil || used.datum != nil
    }
    self.conventions = conventions
    main = self.units.first?.encoding[channel]
    hint = self.units.lazy.compactMap { $0.hints[channel] }.first ?? ChannelHint()
  }

  /// Title, labels and legend; nil when no unit uses the channel.
  var model: CategoryModel? {
    guard let main, let unit = units.first, let index else { return nil }
    return CategoryModel(
      LegendModel(main, unit.data, conventions.numbers), index.values, index.labels)
  }

  /// The place of each category; nil when no unit uses the channel.
  var index: CategoryIndex? {
    guard let main else { return nil }
    let values = ordered(main)
    return CategoryIndex(values, labels: values.map { label($0, main) })
  }

  private func ordered(_ main: ChannelSpec) -> [ChartValue] {
    var seen: Set<ChartValue> = []
    var values: [ChartValue] = []
    for unit in units {
      guard let spec = unit.encoding[channel] else { continue }
      let own =
        spec.field.map { unit.data.values($0).distinct } ?? spec.datum.map { [$0.chartValue] } ?? []
      for value in own where value != .null && seen.insert(value).inserted { values.append(value) }
    }
    if let domain = main.scale?.domain, !domain.isEmpty, main.type != .quantitative {
      return domain.map { value in
        main.type == .temporal || hint.timeUnit != nil
          ? value.chartValue.moment.map { .number($0) } ?? value.chartValue : value.chartValue
      }
    }
    let measure = main.type ?? .nominal
    switch main.sort {
    case .data: break
    case .order(let order):
      values.sort { $0 < $1 }
      if order == .descending { values.reverse() }
    case .values(let first):
      let rank = Dictionary(
        first.enumerated().map { (sortKey($0.element), $0.offset) }, uniquingKeysWith: { a, _ in a }
      )
      let others = values.filter { rank[$0] == nil }.sorted { $0 < $1 }
      values =
        values.filter { rank[$0] != nil }.sorted { (rank[$0] ?? 0) < (rank[$1] ?? 0) }
        + others
    case .channel(let name, let order):
      guard let other = Channel(rawValue: name), let unit = units.first,
        let field = unit.encoding[other]?.field
      else { break }
      let operation: AggregateOperation = unit.hints[other]?.aggregate == nil ? .min : .sum
      values = sorted(values, unit.data, main.field, field, operation, order)
    case .field(let field, let op, let order):
      guard let unit = units.first else { break }
      // The rows may have been summed up since, under the same name of the category's column.
      let operation = op.flatMap { AggregateOperation(rawValue: $0) } ?? .min
      let data = field == nil || unit.raw[field ?? ""] != nil ? unit.raw : unit.data
      values = sorted(values, data, main.field, field, operation, order)
    case nil:
      if conventions.isVegaLite || measure != .nominal {
        values.sort { $0 < $1 }
      }
    }
    return values
  }

  /// Days and months may be named in an order.
  private func sortKey(_ value: ScalarValue) -> ChartValue {
    guard let unit = hint.timeUnit, case .text(let name) = value else { return value.chartValue }
    let key = name.lowercased().prefix(3)
    var date = CalendarDate(year: 2012)
    if unit.parts == [.day],
      let day = TimeFormat.weekdays.firstIndex(where: { $0.lowercased().hasPrefix(key) })
    {
      date.day = day + 1
      return .number(date.milliseconds)
    }
    if unit.parts == [.month],
      let month = TimeFormat.months.firstIndex(where: { $0.lowercased().hasPrefix(key) })
    {
      date.month = month
      return .number(date.milliseconds)
    }
    return value.chartValue
  }

  private func sorted(
    _ values: [ChartValue], _ data: ChartData, _ category: String?, _ field: String?,
    _ operation: AggregateOperation, _ order: ChannelSpec.Sort
  ) -> [ChartValue] {
    guard let category, data[category] != nil else { return values }
    var keys: [ChartValue: ChartValue] = [:]
    let cells = field.map { data.values($0) }
    for group in data.groups(by: [category]) {
      guard let cells else {
        keys[group.key[0]] = .number(Double(group.rows.count))
        continue
      }
      let own = group.rows.map { cells[$0] }
      let isText = own.allSatisfy { $0.quantity == nil }
      keys[group.key[0]] =
        isText ? own.min { $0 < $1 } ?? .null : operation.value(of: own)
    }
    let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    return values.sorted { a, b in
      let (x, y) = (keys[a] ?? .null, keys[b] ?? .null)
      if x < y { return order == .ascending }
      if y < x { return order == .descending }
      return (places[a] ?? 0) < (places[b] ?? 0)
    }
  }

  private func label(_ value: ChartValue, _ main: ChannelSpec) -> String {
    CategoryLabels.label(
      value, hint, isTemporal: main.type == .temporal,
      format: main.axis?.format ?? main.legend?.format ?? main.format, conventions)
  }
}

/// How categories are written.
enum CategoryLabels {
  static func label(
    _ value: ChartValue, _ hint: ChannelHint, isTemporal: Bool, format: String?,
    _ conventions: ChartConventions
  ) -> String {
    let (numbers, terms) = (conventions.numbers, conventions.terms)
    guard case .number(let number) = value else { return value.plainText(numbers) }
    if let bin = hint.bin {
      let write = TickFormat.span(
        step: bin.step, largest: bin.stop, format: format.flatMap { NumberFormat($0) },
        numbers)
      return write(number) + " – " + write(bin.clean(number + bin.step))
    }
    if let unit = hint.timeUnit {
      return (format.map { TimeFormat($0) } ?? unit.format).text(number, terms)
    }
    if isTemporal { return TimeFormat(format ?? "%b %d, %Y").text(number, terms) }
    if let format = format.flatMap({ NumberFormat($0) }) {
      return numbers.written(format.text(number))
    }
    let text = DecimalDigits.shortest(number)
    return numbers.written(text.hasPrefix("-") ? "−" + text.dropFirst() : text)
  }
}

/// Categories and their numbers from 0.
struct CategoryIndex: Sendable {
  /// In order.
  let values: [ChartValue]
  let labels: [String]
  private let places: [ChartValue: Int]

  init(_ values: [ChartValue], labels: [String]) {
    self.values = values
    self.labels = labels
    places = Dictionary(values.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
  }

  var count: Int { labels.count }

  subscript(value: ChartValue) -> Int? { places[value] }
}

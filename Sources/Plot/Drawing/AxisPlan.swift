import Graphics

/// Ticks and labels of an axis of some length.
struct AxisPlan {
  var ticks: [Tick] = []
  var minor: [Tick] = []

  static let tickLength: Points = 3
  static let labelGap: Points = 2.5

  /// Chooses ticks; as many as fit without their labels touching.
  ///
  /// - Parameters:
  ///   - room: the length that a label of some words takes along the axis, with its gap.
  ///   - flushes: whether labels at the ends of the axis stand within it, as Vega's do below it.
  init(
    _ axis: AxisModel, length: Points, preferred: Points, flushes: Bool = false,
    room: (String) -> Points
  ) {
    if axis.isDiscrete {
      ticks = axis.categories.enumerated().map { Tick(value: Double($0), label: $1) }
    } else if let values = axis.tickValues {
      ticks = Self.given(values, axis)
    } else if axis.conventions.isVegaLite {
      choose(axis, count: Self.vegaCount(axis, length))
    } else {
      var count = axis.tickCount ?? max(2, Int((length / preferred).rounded()))
      repeat {
        choose(axis, count: Double(count))
        count -= 1
      } while count > 1 && Self.overlaps(ticks, axis, length: length, room: room)
    }
    if let expression = axis.labelExpression {
      let labels = LabelExpression.labels(
        expression, values: ticks.map { .number($0.value) }, labels: ticks.map(\.label),
        axis.conventions.numbers)
      for index in ticks.indices { ticks[index].label = labels[index] }
    }
    if !axis.showsLabels { for index in ticks.indices { ticks[index].label = nil } }
    if axis.conventions.isReport { nameYear(axis) }
    thin(axis, length: length, flushes: flushes, room: room)
  }

  /// Adds the year to the first label of months or days when no label says it.
  private mutating func nameYear(_ axis: AxisModel) {
    guard axis.kind == .time, axis.timeFormat == nil, axis.labelExpression == nil,
      axis.tickValues == nil, let first = ticks.first, let label = first.label,
      !ticks.contains(where: { CalendarInterval(unit: .year).floor($0.value) == $0.value }),
      ticks.allSatisfy({ CalendarInterval(unit: .day).floor($0.value) == $0.value })
    else { return }
    let isMonth = CalendarInterval(unit: .month).floor(first.value) == first.value
    ticks[0].label =
      isMonth
      ? TimeFormat("%b %Y").text(first.value, axis.conventions.terms)
      : label + TimeFormat(", %Y").text(first.value)
  }

  private mutating func choose(_ axis: AxisModel, count: Double) {
    minor = []
    let numbers = axis.conventions.numbers
    switch axis.kind {
    case .log:
      (ticks, minor) =
        axis.conventions.isVegaLite
        ? LogTicks.vega(
          axis.domain, count: count, base: axis.scale.base, format: axis.format, numbers)
        : LogTicks.printed(axis.domain, count: Int(count), format: axis.format, numbers)
    case .time:
      if let interval = axis.tickInterval {
        ticks = interval.starts(in: axis.domain).map {
          Tick(value: $0, label: axis.timeText($0))
        }
      } else {
        ticks = TimeTicks.ticks(
          axis.domain, count: count, format: axis.timeFormat, axis.conventions.terms)
      }
    default:
      var count = count
      if let step = axis.tickMinStep, step > 0 {
        let length = axis.domain.upperBound - axis.domain.lowerBound
        count = min(count, (length / step).rounded(.down) + 1)
      }
      if let limits = axis.binLimits {
        let most = max(count, Double(limits.count))
        let write = TickFormat.span(axis.domain, count: most, format: axis.format, numbers)
        ticks = limits.filter { axis.domain.contains($0) }.map {
          Tick(value: $0, label: write($0))
        }
      } else {
        let write = TickFormat.span(axis.domain, count: count, format: axis.format, numbers)
        ticks = Ticks.values(axis.domain, count: count).map { Tick(value: $0, label: write($0)) }
      }
    }
  }

  /// Vega-Lite's number of ticks for a length.
  private static func vegaCount(_ axis: AxisModel, _ length: Points) -> Double {
    if let count = axis.tickCount { return Double(count) }
    if axis.kind == .log { return 10 }
    if axis.binLimits != nil { return (length / 10).rounded(.up) }
    return (length / 40).rounded(.up)
  }

  private static func given(_ values: [Double], _ axis: AxisModel) -> [Tick] {
    let inside = values.filter { axis.domain.contains($0) }
    if axis.kind == .time {
      return inside.map { Tick(value: $0, label: axis.timeText($0)) }
    }
    let numbers = axis.conventions.numbers
    let write: @Sendable (Double) -> String
    if axis.kind != .log, axis.conventions.isVegaLite {
      write = TickFormat.span(
        axis.domain, count: Double(values.count), format: axis.format, numbers)
    } else {
      write = TickFormat.each(axis.format, numbers)
    }
    return inside.map { Tick(value: $0, label: write($0)) }
  }

  /// Takes away every second label until they do not overlap, on a log axis those that meet the
  /// last one kept (Vega's `parity` and `greedy`).
  private mutating func thin(
    _ axis: AxisModel, length: Points, flushes: Bool, room: (String) -> Points
  ) {
    let scale = PositionScale(axis, from: 0, to: length)
    var kept = ticks.indices.filter { !(ticks[$0].label ?? "").isEmpty }
    func span(_ index: Int) -> (Points, Points) {
      let half = room(ticks[index].label ?? "") / 2
      var at = scale.position(ticks[index].value)
      if flushes, at < 1 { at = half } else if flushes, at > length - 1 { at = length - half }
      return (at - half, at + half)
    }
    func meet(_ a: Int, _ b: Int) -> Bool {
      let (x, y) = (span(a), span(b))
      return max(x.0, y.0) < min(x.1, y.1)
    }
    func overlap() -> Bool { zip(kept, kept.dropFirst()).contains { meet($0, $1) } }
    let all = kept
    let isVega = axis.conventions.isVegaLite
    while kept.count >= 3 || kept.count == 2 && !isVega, overlap() {
      if kept.count == 2 {
        kept = [kept[0]]
      } else if axis.kind == .log || axis.kind == .symlog {
        var chosen: [Int] = []
        for index in kept where chosen.last.map({ !meet($0, index) }) ?? true {
          chosen.append(index)
        }
        kept = chosen.count < kept.count ? chosen : [kept[0]]
      } else {
        kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      }
    }
    if isVega, kept.count < 3, all.count >= 3, let last = all.last, kept.last != last {
      // The end of the axis says more than the last of few.
      kept = Array(kept.prefix(1)) + [last]
    }
    let shown = Set(kept)
    for index in ticks.indices where !shown.contains(index) { ticks[index].label = nil }
  }

  private static func overlaps(
    _ ticks: [Tick], _ axis: AxisModel, length: Points, room: (String) -> Points
  ) -> Bool {
    let scale = PositionScale(axis, from: 0, to: length)
    let spans = ticks.map { (abs(scale.position($0.value)), room($0.label ?? "")) }.sorted {
      $0.0 < $1.0
    }
    return zip(spans, spans.dropFirst()).contains { $1.0 - $0.0 < ($0.1 + $1.1) / 2 }
  }

  /// All ticks with their lengths; minor ones are half as long.
  var allTicks: [(Tick, Points)] {
    ticks.map { ($0, Self.tickLength) } + minor.map { ($0, Self.tickLength / 2) }
  }
}

extension AxisModel {
  /// How a moment is written on the axis.
  fileprivate func timeText(_ moment: Double) -> String {
    timeFormat?.text(moment, conventions.terms) ?? TimeTicks.label(moment, conventions.terms)
  }
}

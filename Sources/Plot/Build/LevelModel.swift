/// A quantity that sizes or opacities grow with.
struct LevelModel: Sendable {
  var legend: LegendModel
  var format: NumberFormat?
  let scale: ContinuousScale
  /// What the ends stand for: areas in square points, or opacities; the chart's own when nil.
  private(set) var range: (low: Double, high: Double)?
  private let isReversed: Bool

  /// - Parameters:
  ///   - extent: of the values.
  ///   - leastPositive: of them.
  ///   - startsAtZero: whether nothing is drawn as nothing, where the author does not say.
  init(
    _ channel: ChannelSpec, _ data: ChartData, extent: ClosedRange<Double>,
    leastPositive: Double?, startsAtZero: Bool, _ marks: NumberMarks
  ) {
    legend = LegendModel(channel, data, marks)
    format = (channel.legend?.format ?? channel.format).flatMap { NumberFormat($0) }
    let spec = channel.scale ?? ScaleSpec()
    var (low, high) = spec.bounds ?? (extent.lowerBound, extent.upperBound)
    if spec.type != .log, spec.bounds == nil, spec.zero ?? startsAtZero {
      (low, high) = (min(low, 0), max(high, 0))
    }
    scale = ContinuousScale(
      spec, from: spec.domainMin ?? low, to: spec.domainMax ?? high, leastPositive: leastPositive)
    let ends = spec.range?.compactMap(\.number) ?? []
    if ends.count == 2 { range = (ends[0], ends[1]) }
    isReversed = spec.reverse ?? false
  }

  /// What a value stands for between two ends, unless the author gives others.
  func value(_ value: Double, from low: Double, to high: Double) -> Double {
    let (low, high) = range ?? (low, high)
    let share = min(max(scale.share(of: value), 0), 1)
    return low + (high - low) * (isReversed ? 1 - share : share)
  }

  /// Between faint and nearly full.
  func opacity(of value: Double) -> Double {
    min(max(self.value(value, from: 0.3, to: 0.8), 0), 1)
  }

  /// What a legend names: a few round values from the least, unless the author asks for others.
  var ticks: [Tick] { legend.named(samples) }

  private var samples: [Tick] {
    func ticks(_ count: Double) -> [Tick] {
      legend.ticks(of: scale, format, nil, count: count)
        .filter { $0.value > 0 || scale.domain.lowerBound < 0 }
    }
    if legend.asksForTicks || scale.kind == .log { return ticks(4) }
    for count in [3.0, 4, 5] {
      let ticks = ticks(count)
      if ticks.count > 1 { return ticks.suffix(4) }
    }
    let write = TickFormat.each(format, legend.marks)
    return Set([scale.domain.lowerBound, scale.domain.upperBound]).sorted().map {
      Tick(value: $0, label: write($0))
    }
  }
}

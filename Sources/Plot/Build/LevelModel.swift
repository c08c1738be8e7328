/// A quantity that sizes or opacities grow with.
struct LevelModel: Sendable {
  var legend: LegendModel
  var format: NumberFormat?
  /// The ends, and what lies evenly between them.
  private var scale = AxisModel()
  /// What the ends stand for: areas in square points, or opacities; the chart's own when nil.
  private(set) var range: (low: Double, high: Double)?
  private let isReversed: Bool

  var domain: ClosedRange<Double> { scale.domain }

  /// - Parameters:
  ///   - extent: of the values.
  ///   - startsAtZero: whether nothing is drawn as nothing, where the author does not say.
  init(
    _ channel: ChannelSpec, _ data: ChartData, extent: ClosedRange<Double>, startsAtZero: Bool,
    _ marks: NumberMarks
  ) {
    legend = LegendModel(channel, data, marks)
    format = (channel.legend?.format ?? channel.format).flatMap { NumberFormat($0) }
    let spec = channel.scale ?? ScaleSpec()
    scale.follow(spec)
    var (low, high) = spec.bounds ?? (extent.lowerBound, extent.upperBound)
    if scale.kind != .log, spec.bounds == nil, spec.zero ?? startsAtZero {
      (low, high) = (min(low, 0), max(high, 0))
    }
    (low, high) = (spec.domainMin ?? low, spec.domainMax ?? high)
    // Logarithms have no zero: what is not positive is drawn as the least.
    if scale.kind == .log, low <= 0 { low = high > 0 ? high / 1000 : 1 }
    scale.domain = low...max(low, high)
    let ends = spec.range?.compactMap(\.number) ?? []
    if ends.count == 2 { range = (ends[0], ends[1]) }
    isReversed = spec.reverse ?? false
  }

  /// What a value stands for between two ends, unless the author gives others.
  func value(_ value: Double, from low: Double, to high: Double) -> Double {
    let (low, high) = range ?? (low, high)
    return low + (high - low) * share(of: value)
  }

  /// Where a value stands between the ends, 0 to 1.
  private func share(of value: Double) -> Double {
    let (low, high) = (
      scale.linearised(domain.lowerBound), scale.linearised(domain.upperBound)
    )
    guard high > low else { return 1 }
    let value = scale.kind == .log ? max(value, domain.lowerBound) : value
    let share = min(max((scale.linearised(value) - low) / (high - low), 0), 1)
    return isReversed ? 1 - share : share
  }

  /// Between faint and nearly full.
  func opacity(of value: Double) -> Double {
    min(max(self.value(value, from: 0.3, to: 0.8), 0), 1)
  }

  /// What a legend names.
  var ticks: [Tick] {
    let values = samples
    let labels = values.map { value in
      format.map { legend.marks.written($0.text(value)) }
        ?? TickFormat.each(nil, legend.marks)(value)
    }
    return zip(values, legend.words(labels, of: values.map { .number($0) })).map {
      Tick(value: $0, label: $1)
    }
  }

  /// A few round values from the least, unless the author asks for others.
  private var samples: [Double] {
    func isDrawn(_ value: Double) -> Bool { value > 0 || domain.lowerBound < 0 }
    if legend.values != nil || legend.tickCount != nil || legend.tickMinStep != nil {
      return legend.numbers(in: domain, count: 4).filter(isDrawn)
    }
    if scale.kind == .log {
      return LogTicks.printed(domain, count: 4, format: format, legend.marks).major.map(\.value)
    }
    for count in [3.0, 4, 5] {
      let values = Ticks.values(domain, count: count).filter(isDrawn)
      if values.count > 1 { return values.suffix(4) }
    }
    return domain.lowerBound < domain.upperBound
      ? [domain.lowerBound, domain.upperBound] : [domain.upperBound]
  }
}

extension AxisModel {
  /// Takes the kind of a scale of sizes, opacities or colours.
  mutating func follow(_ spec: ScaleSpec) {
    switch spec.type {
    case .log: kind = .log
    case .symlog: kind = .symlog
    case .pow: kind = .pow
    case .sqrt: kind = .sqrt
    default: break
    }
    exponent = spec.exponent ?? 1
    if let base = spec.base, base > 1 { self.base = base }
    constant = spec.constant ?? 1
  }
}

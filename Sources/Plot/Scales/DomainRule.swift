/// The ends of a quantitative axis.
///
/// Given bounds are kept. Otherwise the data's extent gets a little room at both ends, so that no
/// point sits on an axis; an end at zero stays there.
struct DomainRule {
  var kind: AxisModel.Kind
  var values: [Double]
  var bounds: (Double, Double)?
  var includesZero: Bool
  /// Whether the ends move outwards to a multiple of the tick step.
  var isNice: Bool
  /// About how many ticks the ends are rounded for.
  var niceCount: Double?
  /// The unit of time to whose starts the ends are moved.
  var niceInterval: CalendarInterval?
  /// Of a logarithmic axis.
  var base = 10.0
  /// Whether there is room between the data and the ends.
  var isPadded = true
  /// Ends that are given one by one.
  var least: Double?
  var most: Double?

  init(
    kind: AxisModel.Kind, values: [Double], bounds: (Double, Double)?, includesZero: Bool,
    isNice: Bool
  ) {
    self.kind = kind
    self.values = values.filter(\.isFinite)
    self.bounds = bounds
    self.includesZero = includesZero
    self.isNice = isNice
  }

  /// Room at each end, as a share of the extent.
  static let padding = 0.05

  var domain: ClosedRange<Double> {
    let full = extent
    let (low, high) = (least ?? full.lowerBound, most ?? full.upperBound)
    return low < high ? low...high : full
  }

  private var extent: ClosedRange<Double> {
    if let bounds, kind != .log || bounds.0 > 0 { return spread(bounds.0, bounds.1) }
    guard var low = values.min(), var high = values.max() else {
      return kind == .log ? 0.1...1 : 0...1
    }
    if let least { low = least }
    if let most { high = max(most, low) }
    if kind == .log { return logarithmic(low, high) }
    if kind == .time {
      let domain =
        low == high ? low - CalendarDate.dayLength...high + CalendarDate.dayLength : low...high
      return isNice ? niceTime(domain) : domain
    }
    let startsAtZero = includesZero || kind == .sqrt && low >= 0 && isPadded
    if startsAtZero { (low, high) = (min(low, 0), max(high, 0)) }
    if isNice { return Ticks.nice(spread(low, high), count: niceCount ?? (isPadded ? 6 : 10)) }
    let domain = spread(low, high)
    guard isPadded else { return domain }
    let room = (domain.upperBound - domain.lowerBound) * Self.padding
    // Room never crosses zero: an axis of shares or counts does not go below it.
    let (start, end) = (domain.lowerBound - room, domain.upperBound + room)
    return (low >= 0 && start < 0 ? 0 : start)...(high <= 0 && end > 0 ? 0 : end)
  }

  private func logarithmic(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    if low == high {
      return isPadded ? low / 2...high * 2 : LogTicks.nice(low / 2...high * 2, base: base)
    }
    guard isPadded else { return isNice ? LogTicks.nice(low...high, base: base) : low...high }
    let room = (LogMath.log10(high) - LogMath.log10(low)) * Self.padding
    return LogMath.pow10(LogMath.log10(low) - room)...LogMath.pow10(LogMath.log10(high) + room)
  }

  private func niceTime(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
    let interval = niceInterval ?? TimeTicks.interval(domain, count: niceCount ?? 10)
    let low = interval.floor(domain.lowerBound)
    let last = interval.floor(domain.upperBound)
    return low...(last < domain.upperBound ? interval.next(last) : last)
  }

  /// Makes a single value into a range around it.
  private func spread(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    guard low == high else { return low...high }
    let room = low == 0 ? 1 : abs(low) * 0.1
    return low - room...high + room
  }
}

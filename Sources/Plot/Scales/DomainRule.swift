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

  /// Room at each end, as a share of the extent.
  static let padding = 0.05

  var domain: ClosedRange<Double> {
    if let bounds, kind != .log || bounds.0 > 0 { return spread(bounds.0, bounds.1) }
    guard var low = values.min(), var high = values.max() else {
      return kind == .log ? 0.1...1 : 0...1
    }
    if kind == .log {
      if low == high { return low / 2...high * 2 }
      let room = (LogMath.log10(high) - LogMath.log10(low)) * Self.padding
      return LogMath.pow10(LogMath.log10(low) - room)...LogMath.pow10(LogMath.log10(high) + room)
    }
    if includesZero || kind == .sqrt && low >= 0 { (low, high) = (min(low, 0), max(high, 0)) }
    if isNice {
      let domain = spread(low, high)
      let step = Ticks.step(domain, count: 6)
      return (domain.lowerBound / step).rounded(.down)
        * step...(domain.upperBound / step).rounded(.up) * step
    }
    let domain = spread(low, high)
    let room = (domain.upperBound - domain.lowerBound) * Self.padding
    // Room never crosses zero: an axis of shares or counts does not go below it.
    let (start, end) = (domain.lowerBound - room, domain.upperBound + room)
    return (low >= 0 && start < 0 ? 0 : start)...(high <= 0 && end > 0 ? 0 : end)
  }

  /// Makes a single value into a range around it.
  private func spread(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    guard low == high else { return low...high }
    let room = low == 0 ? 1 : abs(low) * 0.1
    return low - room...high + room
  }
}

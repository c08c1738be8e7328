import Foundation

/// Ticks of a logarithmic axis.
enum LogTicks {
  /// Labelled ticks, and the minor ones between them.
  ///
  /// The mantissas 1, then 1 3, then 1 2 5 and finer sets are tried until there are enough labels.
  /// Each set divides a decade about evenly, so labels never crowd towards its end; when the domain
  /// spans less than a third of a decade, linear ticks serve better.
  static func printed(
    _ domain: ClosedRange<Double>, count: Int, format: NumberFormat?, _ numbers: NumberMarks
  ) -> (major: [Tick], minor: [Tick]) {
    let decades = Foundation.log10(domain.upperBound / domain.lowerBound)
    let all = mantissas([1, 2, 3, 4, 5, 6, 7, 8, 9], domain)
    let write = TickFormat.each(format, numbers)
    var chosen: [Double] = []
    if decades > Double(count) {
      let every = Int((decades / Double(count)).rounded(.up))
      chosen = mantissas([1], domain).filter {
        Int(Foundation.log10($0).rounded()) % every == 0
      }
    } else {
      for set in evenMantissas {
        let candidate = mantissas(set, domain)
        if candidate.count > count + 1, chosen.count >= 3 { break }
        // A format of few digits may write 1.5 as 2.
        guard Set(candidate.map(write)).count == candidate.count else { continue }
        chosen = candidate
        if candidate.count >= min(4, count) { break }
      }
    }
    if chosen.count < 3, decades < 1 {
      return (Ticks.linear(domain, count: count, format: format, numbers), [])
    }
    // Far from one, digits are only counted; exponents are read.
    let usesPowers =
      format == nil && (domain.lowerBound < 1e-4 || domain.upperBound > 1e6)
      && chosen.allSatisfy {
        let power = Foundation.log10($0)
        return abs(power - power.rounded()) < 1e-9
      }
    let major = chosen.map { value in
      Tick(
        value: value,
        label: usesPowers
          ? NumberFormat.power(Int(Foundation.log10(value).rounded())) : write(value))
    }
    let minor = decades > 6 ? [] : all.filter { !chosen.contains($0) }
    return (major, minor.map { Tick(value: $0, label: nil) })
  }

  /// Sets of mantissas whose largest step is at most 2.1 times the smallest in the logarithm; the
  /// last has the ten of the series R10 (ISO 3), rounded.
  private static let evenMantissas: [[Double]] = [
    [1], [1, 3], [1, 2, 5], [1, 2, 3, 5, 7], [1, 1.5, 2, 3, 4, 5, 7],
    [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8],
  ]

  /// d3's ticks with Vega's choice of those that have a label.
  static func vega(
    _ domain: ClosedRange<Double>, count: Double, base: Double = 10, format: NumberFormat?,
    _ numbers: NumberMarks
  ) -> (major: [Tick], minor: [Tick]) {
    let (first, last) = (
      LogMath.log(domain.lowerBound, base: base), LogMath.log(domain.upperBound, base: base)
    )
    var values: [Double] = []
    if base == base.rounded(), base <= 100, last - first < count {
      values = mantissas((1..<Int(base)).map(Double.init), domain, base: base, slack: 0)
      if Double(values.count) * 2 < count { values = Ticks.values(domain, count: count) }
    } else {
      values = Ticks.values(first...last, count: min(last - first, count)).map {
        LogMath.power($0, base: base)
      }
    }
    let limit = max(1, base * count / Double(max(values.count, 1)))
    let write = TickFormat.each(format, numbers)
    var (major, minor): ([Tick], [Tick]) = ([], [])
    for value in values {
      let power = (LogMath.log(value, base: base) + 0.5).rounded(.down)
      var share = value / LogMath.power(power, base: base)
      if share * base < base - 0.5 { share *= base }
      if share <= limit {
        major.append(Tick(value: value, label: write(value)))
      } else {
        minor.append(Tick(value: value, label: nil))
      }
    }
    return (major, minor)
  }

  /// Ends moved outwards to powers of the base.
  static func nice(_ domain: ClosedRange<Double>, base: Double = 10) -> ClosedRange<Double> {
    func power(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
      LogMath.power(LogMath.log(value, base: base).rounded(rule), base: base)
    }
    return power(domain.lowerBound, .down)...power(domain.upperBound, .up)
  }

  private static func mantissas(
    _ set: [Double], _ domain: ClosedRange<Double>, base: Double = 10, slack: Double = 1e-12
  ) -> [Double] {
    let first = Int(LogMath.log(domain.lowerBound, base: base).rounded(.down))
    let last = Int(LogMath.log(domain.upperBound, base: base).rounded(.up))
    var out: [Double] = []
    for exponent in first...max(first, last) {
      for mantissa in set {
        let power = LogMath.power(Double(abs(exponent)), base: base)
        let value = exponent < 0 ? mantissa / power : mantissa * power
        if value >= domain.lowerBound * (1 - slack), value <= domain.upperBound * (1 + slack) {
          out.append(value)
        }
      }
    }
    return out
  }
}

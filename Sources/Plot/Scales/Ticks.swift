import Foundation

/// A labelled place of an axis, or a minor tick when it has no label.
struct Tick: Equatable, Sendable {
  var value: Double
  var label: String?
}

/// Chooses round values within a domain.
enum Ticks {
  /// Multiples of 1, 2 or 5 times a power of ten, about `count` of them (d3's rule).
  static func linear(_ domain: ClosedRange<Double>, count: Int, format: NumberFormat?) -> [Tick] {
    let step = self.step(domain, count: count)
    guard step > 0 else { return [tick(domain.lowerBound, step: 1, format)] }
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard first <= last else { return [] }
    // Steps below one are divided by, not multiplied with: 3 / 10 is 0.3, 3 × 0.1 is not.
    let inverse = step < 1 ? (1 / step).rounded() : 0
    return stride(from: first, through: last, by: 1).map {
      tick(inverse > 0 ? $0 / inverse : $0 * step, step: step, format)
    }
  }

  /// The step of `linear`.
  static func step(_ domain: ClosedRange<Double>, count: Int) -> Double {
    let length = domain.upperBound - domain.lowerBound
    guard length > 0, count > 0 else { return 0 }
    let raw = length / Double(count)
    let power = Int(log10(raw).rounded(.down))
    let error = raw / pow(10, Double(power))
    let factor: Double =
      error >= 50.0.squareRoot()
      ? 10 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
    return power >= 0
      ? factor * LogMath.power10(power) : factor / LogMath.power10(-power)
  }

  /// Labelled ticks of a log axis, and the minor ones between them.
  ///
  /// The mantissas 1, then 1 3, then 1 2 5, then all, are tried until there are enough labels; when
  /// the domain spans less than a third of a decade, linear ticks serve better.
  static func log(
    _ domain: ClosedRange<Double>, count: Int, format: NumberFormat?
  ) -> (major: [Tick], minor: [Tick]) {
    let decades = log10(domain.upperBound / domain.lowerBound)
    let all = mantissas([1, 2, 3, 4, 5, 6, 7, 8, 9], domain)
    var chosen: [Double] = []
    if decades > Double(count) {
      let every = Int((decades / Double(count)).rounded(.up))
      chosen = mantissas([1], domain).filter { Int(log10($0).rounded()) % every == 0 }
    } else {
      for set in [[1], [1, 3], [1, 2, 5], [1, 2, 3, 5, 7], [1, 2, 3, 4, 5, 6, 7, 8, 9]] {
        let candidate = mantissas(set, domain)
        if candidate.count > count + 1, chosen.count >= 3 { break }
        chosen = candidate
        if candidate.count >= min(4, count) { break }
      }
    }
    if chosen.count < 3, decades < 1 {
      let linear = linear(domain, count: count, format: format)
      return (linear, [])
    }
    // Far from one, digits are only counted; exponents are read.
    let usesPowers =
      format == nil && (domain.lowerBound < 1e-4 || domain.upperBound > 1e6)
      && chosen.allSatisfy { abs(log10($0) - log10($0).rounded()) < 1e-9 }
    let major = chosen.map { value in
      Tick(
        value: value,
        label: usesPowers
          ? NumberFormat.power(Int(log10(value).rounded()))
          : format?.text(value) ?? NumberFormat.tick(value))
    }
    let minor = decades > 6 ? [] : all.filter { !chosen.contains($0) }
    return (major, minor.map { Tick(value: $0, label: nil) })
  }

  private static func mantissas(_ set: [Int], _ domain: ClosedRange<Double>) -> [Double] {
    let first = Int(log10(domain.lowerBound).rounded(.down))
    let last = Int(log10(domain.upperBound).rounded(.up))
    var out: [Double] = []
    for exponent in first...max(first, last) {
      for mantissa in set {
        let power = LogMath.power10(abs(exponent))
        let value = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        if value >= domain.lowerBound * (1 - 1e-12), value <= domain.upperBound * (1 + 1e-12) {
          out.append(value)
        }
      }
    }
    return out
  }

  private static func tick(_ value: Double, step: Double, _ format: NumberFormat?) -> Tick {
    Tick(value: value, label: format?.text(value) ?? NumberFormat.tick(value, step: step))
  }
}

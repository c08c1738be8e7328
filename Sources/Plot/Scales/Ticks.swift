import Foundation

/// A labelled place of an axis, or a minor tick when it has no label.
struct Tick: Equatable, Sendable {
  var value: Double
  var label: String?
}

/// Chooses round values within a domain, as d3-array 3 and d3-scale 4 do.
enum Ticks {
  /// Multiples of 1, 2 or 5 times a power of ten, about `count` of them.
  static func values(_ domain: ClosedRange<Double>, count: Double) -> [Double] {
    guard count > 0 else { return [] }
    guard domain.lowerBound < domain.upperBound else { return [domain.lowerBound] }
    let (first, last, increment) = spec(domain, count)
    guard first <= last else { return [] }
    return stride(from: first, through: last, by: 1).map {
      increment < 0 ? $0 / -increment : $0 * increment
    }
  }

  /// Labelled ticks of a linear axis.
  static func linear(
    _ domain: ClosedRange<Double>, count: Int, format: NumberFormat?, _ numbers: NumberMarks
  ) -> [Tick] {
    let write = TickFormat.span(domain, count: Double(count), format: format, numbers)
    return values(domain, count: Double(count)).map { Tick(value: $0, label: write($0)) }
  }

  /// The step of `values`; 0 for an empty domain.
  static func step(_ domain: ClosedRange<Double>, count: Double) -> Double {
    guard domain.lowerBound < domain.upperBound, count > 0 else { return 0 }
    let increment = spec(domain, count).increment
    return increment < 0 ? 1 / -increment : increment
  }

  /// Ends moved outwards to a multiple of the step of about ten ticks (d3's `nice`).
  static func nice(_ domain: ClosedRange<Double>, count: Double = 10) -> ClosedRange<Double> {
    var (low, high) = (domain.lowerBound, domain.upperBound)
    var before: Double?
    for _ in 0..<10 {
      guard low < high else { break }
      let step = spec(low...high, count).increment
      if step == before || step == 0 { break }
      if step > 0 {
        (low, high) = ((low / step).rounded(.down) * step, (high / step).rounded(.up) * step)
      } else {
        (low, high) = ((low * step).rounded(.up) / step, (high * step).rounded(.down) / step)
      }
      before = step
    }
    return low...high
  }

  /// First and last multiple, and the step, or minus its inverse when it is below one: 3 / 10 is
  /// 0.3 where 3 × 0.1 is not.
  private static func spec(
    _ domain: ClosedRange<Double>, _ count: Double
  ) -> (first: Double, last: Double, increment: Double) {
    let (start, stop) = (domain.lowerBound, domain.upperBound)
    let step = (stop - start) / count
    let power = Foundation.log10(step).rounded(.down)
    let error = step / LogMath.pow10(power)
    let factor: Double =
      error >= 50.0.squareRoot()
      ? 10 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
    var (first, last, increment): (Double, Double, Double)
    if power < 0 {
      increment = LogMath.pow10(-power) / factor
      (first, last) = (halfUp(start * increment), halfUp(stop * increment))
      if first / increment < start { first += 1 }
      if last / increment > stop { last -= 1 }
      increment = -increment
    } else {
      increment = LogMath.pow10(power) * factor
      (first, last) = (halfUp(start / increment), halfUp(stop / increment))
      if first * increment < start { first += 1 }
      if last * increment > stop { last -= 1 }
    }
    if last < first, count >= 0.5, count < 2 { return spec(domain, count * 2) }
    return (first, last, increment)
  }

  /// JavaScript's `Math.round`.
  private static func halfUp(_ value: Double) -> Double { (value + 0.5).rounded(.down) }
}

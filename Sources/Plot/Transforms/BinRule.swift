import Foundation

/// Classes of equal width for a range of numbers (vega-statistics' `bin`).
struct BinRule: Equatable, Sendable {
  var start: Double
  var stop: Double
  var step: Double

  /// - Parameters:
  ///   - extent: the least and greatest number.
  ///   - maxbins: how many classes there may be when the specification does not say.
  init(_ spec: BinSpec, extent: ClosedRange<Double>, maxbins: Double = 10) {
    let most = max(spec.maxbins ?? maxbins, 1)
    let base = spec.base ?? 10
    var (low, high) = (extent.lowerBound, extent.upperBound)
    if let given = spec.extent, given.count == 2 { (low, high) = (given[0], given[1]) }
    let least = low
    var span = high - low
    if span == 0 { span = abs(low) == 0 ? 1 : abs(low) }
    let logBase = Foundation.log(base)
    var step: Double
    if let given = spec.step {
      step = given
    } else if let steps = spec.steps, !steps.isEmpty {
      let index = steps.firstIndex { $0 >= span / most } ?? steps.count
      step = steps[max(0, min(index, steps.count - 1))]
    } else {
      let level = (Foundation.log(most) / logBase).rounded(.up)
      let finest = spec.minstep ?? 0
      let power = (Foundation.log(span) / logBase + 0.5).rounded(.down) - level
      step = max(finest, base == 10 ? LogMath.pow10(power) : pow(base, power))
      while (span / step).rounded(.up) > most { step *= base }
      for divisor in spec.divide ?? [5, 2] {
        let finer = step / divisor
        if finer >= finest, span / finer <= most { step = finer }
      }
    }
    let logStep = Foundation.log(step)
    let precision = logStep >= 0 ? 0 : (-logStep / logBase).rounded(.towardZero) + 1
    let slack = pow(base, -precision - 1)
    if spec.nice ?? true {
      let cut = (low / step + slack).rounded(.down) * step
      low = low < cut ? cut - step : cut
      high = (high / step).rounded(.up) * step
    }
    if let anchor = spec.anchor {
      let shift = anchor - (low + step * ((anchor - low) / step).rounded(.down))
      low += shift
      high += shift
      if low > least { low -= step }
    }
    (start, stop, self.step) = (low, high == low ? low + step : high, step)
  }

  /// The lower end of the class in which a number lies; nil outside all.
  func lower(_ value: Double) -> Double? {
    guard value >= start, value <= stop else { return nil }
    let held = max(start, min(value, stop - step))
    return clean(start + step * (1e-14 + (held - start) / step).rounded(.down))
  }

  /// Lower ends of all classes, and the upper end of the last.
  var limits: [Double] {
    let count = Int(min(max(((stop - start) / step).rounded(), 1), 10_000))
    return (0...count).map { clean(start + Double($0) * step) }
  }

  /// 0.1 + 0.2 as 0.3: limits are multiples of the step.
  func clean(_ value: Double) -> Double {
    let digits = 12 - Int(Foundation.log10(max(abs(stop), abs(start), step)).rounded(.up))
    guard (0..<15).contains(digits) else { return value }
    let scale = LogMath.power10(digits)
    return (value * scale).rounded() / scale
  }
}

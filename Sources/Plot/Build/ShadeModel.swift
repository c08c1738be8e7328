import Graphics

/// Colours that grow with a number.
struct ShadeModel: Sendable {
  var legend: LegendModel
  var domain: ClosedRange<Double>
  /// The middle of a diverging ramp.
  var middle: Double?
  /// What lies evenly between the ends.
  var scale = AxisModel()
  var ramp: ColorRamp
  var format: NumberFormat?
  var timeFormat: TimeFormat?

  private func place(_ value: Double) -> Double {
    scale.linearised(scale.kind == .log ? max(value, domain.lowerBound) : value)
  }

  /// Where a value stands between the ends, 0 to 1.
  func share(of value: Double) -> Double {
    let (low, high) = (place(domain.lowerBound), place(domain.upperBound))
    return high > low ? (place(value) - low) / (high - low) : 0.5
  }

  /// The colour at a share of the way between the ends.
  func ramp(at share: Double) -> Color {
    let (low, high) = (place(domain.lowerBound), place(domain.upperBound))
    return color(placed: low + share * (high - low))
  }

  func color(_ value: Double) -> Color { color(placed: place(value)) }

  private func color(placed value: Double) -> Color {
    let (low, high) = (place(domain.lowerBound), place(domain.upperBound))
    if let middle, low < middle, middle < high {
      let share =
        value < middle
        ? (value - low) / (middle - low) / 2 : 0.5 + (value - middle) / (high - middle) / 2
      return ramp.color(at: share)
    }
    return ramp.color(at: high > low ? (value - low) / (high - low) : 0.5)
  }

  /// The places that a legend names, from the least, with their words.
  ///
  /// - Parameter count: about how many, unless the author says.
  func ticks(count: Double) -> [Tick] {
    let count = legend.tickCount.map { Double(max(1, $0)) } ?? count
    let values: [Double]
    if legend.values != nil {
      values = legend.numbers(in: domain, count: count).filter { domain.contains($0) }
    } else if timeFormat != nil {
      values = TimeTicks.ticks(domain, count: count, format: timeFormat).map(\.value)
    } else if scale.kind == .log {
      values = LogTicks.printed(domain, count: Int(count), format: format, legend.marks).major.map(
        \.value)
    } else {
      values = legend.numbers(in: domain, count: count)
    }
    return zip(values, labels(of: values)).map { Tick(value: $0, label: $1) }
  }

  func labels(of values: [Double]) -> [String] {
    legend.words(
      values.map {
        timeFormat?.text($0) ?? legend.marks.written(format?.text($0) ?? NumberFormat.plain($0))
      }, of: values.map { .number($0) })
  }
}

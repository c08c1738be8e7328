import Graphics
import Languages

/// Colours that grow with a number.
struct ShadeModel: Sendable {
  var legend: LegendModel
  var scale: ContinuousScale
  /// The language of months.
  var terms = Terms.english
  /// The middle of a diverging ramp where it lies between the ends, and its share of the way there.
  let middle: Double?
  private let middleShare: Double?
  var ramp: ColorRamp
  var format: NumberFormat?
  var timeFormat: TimeFormat?

  init(_ legend: LegendModel, _ scale: ContinuousScale, _ ramp: ColorRamp, middle: Double?) {
    (self.legend, self.scale, self.ramp) = (legend, scale, ramp)
    middleShare = middle.map { scale.share(of: $0) }.flatMap { 0 < $0 && $0 < 1 ? $0 : nil }
    self.middle = middleShare == nil ? nil : middle
  }

  func color(_ value: Double) -> Color { color(at: scale.share(of: value)) }

  /// The colour at a share of the way between the ends; the middle of the ramp stands at the middle.
  func color(at share: Double) -> Color {
    guard let middleShare else { return ramp.color(at: share) }
    return ramp.color(
      at: share < middleShare
        ? share / middleShare / 2 : 0.5 + (share - middleShare) / (1 - middleShare) / 2)
  }

  /// The places that a legend names, from the least, with their words.
  ///
  /// - Parameter count: about how many, unless the author says.
  func ticks(count: Double) -> [Tick] {
    legend.named(legend.ticks(of: scale, format, timeFormat, count: count))
  }

  /// Both ends with their words.
  var ends: [Tick] {
    legend.named(
      [scale.domain.lowerBound, scale.domain.upperBound].map { end in
        Tick(value: end, label: timeFormat?.text(end, terms) ?? text(end))
      })
  }

  /// Whole numbers as ticks are written; of others, the digits that matter.
  private func text(_ end: Double) -> String {
    if let format { return legend.marks.written(format.text(end)) }
    return end == end.rounded() && abs(end) < 1e15
      ? TickFormat.each(nil, legend.marks)(end) : legend.marks.short(end)
  }
}

import Graphics

/// Maps the values of one axis to points on the page.
struct PositionScale: Sendable {
  let axis: AxisModel
  /// Where the lower and upper end of the axis lie.
  let start: Points
  let end: Points

  /// Share of a category's room that lies between bars.
  static let bandPadding = 0.2

  init(_ axis: AxisModel, from start: Points, to end: Points) {
    self.axis = axis
    (self.start, self.end) = axis.isReversed ? (end, start) : (start, end)
  }

  /// The place of a value; the middle of a category's band. The infinities are the ends of the
  /// drawing, left and top, right and bottom.
  func position(_ value: Double) -> Points {
    guard value.isFinite else { return value < 0 ? minimum : maximum }
    if axis.isDiscrete { return start + (value + 0.5) * step }
    let share = axis.scale.share(of: value)
    return start + (axis.clamps ? min(max(share, 0), 1) : share) * (end - start)
  }

  /// Width of a category's bar, signed like the axis runs.
  var bandwidth: Points { step * (1 - (axis.paddingInner ?? Self.bandPadding)) }

  /// From one category to the next.
  var step: Points { (end - start) / Double(max(axis.categories.count, 1)) }

  /// Whether a value lies within the domain.
  func contains(_ value: Double) -> Bool {
    axis.isDiscrete || axis.clamps || !value.isFinite || axis.domain.contains(value)
  }

  var minimum: Points { min(start, end) }
  var maximum: Points { max(start, end) }

  /// Where bars and areas stand: at zero, or at the axis' end on scales without one.
  var base: Double {
    axis.kind == .log || axis.kind == .time
      ? axis.domain.lowerBound : min(max(0, axis.domain.lowerBound), axis.domain.upperBound)
  }
}

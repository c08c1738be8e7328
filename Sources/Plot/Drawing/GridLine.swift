import Graphics

/// A line of the grid, which makes way for the labels that it would cross.
struct GridLine {
  let isUpright: Bool
  /// The place on the axis that has the tick.
  let at: Points
  private(set) var parts: [ClosedRange<Points>]

  private static let gap: Points = 1

  init(isUpright: Bool, at place: Points, _ extent: ClosedRange<Points>) {
    (self.isUpright, at, parts) = (isUpright, place, [extent])
  }

  /// Leaves out what lies under a label.
  mutating func makeWay(for label: Rect) {
    let box = label.insetBy(dx: -Self.gap, dy: -Self.gap)
    let (across, along) =
      isUpright
      ? (box.minX...box.maxX, box.minY...box.maxY) : (box.minY...box.maxY, box.minX...box.maxX)
    guard across.contains(at) else { return }
    parts = parts.flatMap { part -> [ClosedRange<Points>] in
      guard part.overlaps(along) else { return [part] }
      var rest: [ClosedRange<Points>] = []
      if part.lowerBound < along.lowerBound { rest.append(part.lowerBound...along.lowerBound) }
      if along.upperBound < part.upperBound { rest.append(along.upperBound...part.upperBound) }
      return rest
    }
  }

  func items(_ stroke: Stroke) -> [FrameItem] {
    parts.map { part in
      func point(_ along: Points) -> Point {
        isUpright ? Point(x: at, y: along) : Point(x: along, y: at)
      }
      return .path(
        .line(from: point(part.lowerBound), to: point(part.upperBound)), fill: nil, stroke: stroke)
    }
  }
}

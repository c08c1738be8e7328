import Graphics

/// Legends beside the data, below it or within it, where the author asks for them; above, they
/// stand in the row of the y title.
struct PlacedLegend {
  private var left: Frame?
  private var right: Frame?
  private var below: Frame?
  /// In the corners of the data's rectangle.
  private var corners: [(side: LegendSide, frame: Frame)] = []

  private static let gap: Points = 10
  /// Of a corner from the axes.
  private static let inset: Points = 6
  /// The most of a chart's width that a legend beside it takes; a wider one stands below.
  private static let mostWidth = 0.35

  /// - Parameters:
  ///   - guides: of all sides.
  ///   - width: of the whole chart.
  ///   - hasCorners: whether there is one rectangle of data in which a legend may stand.
  init(
    _ guides: [LegendGuide], width: Points, hasCorners: Bool, _ theme: ChartTheme,
    _ text: any TextSetting
  ) {
    func side(_ guide: LegendGuide) -> LegendSide {
      hasCorners ? guide.legend.side : guide.legend.side.outer
    }
    func column(_ wanted: LegendSide) -> Frame? {
      Legend(guides.filter { side($0) == wanted }, width: nil, theme: theme, text: text)?.frame
    }
    var lower = guides.filter { side($0) == .bottom }
    (left, right) = (column(.left), column(.right))
    if let frame = left, frame.width > width * Self.mostWidth {
      left = nil
      lower += guides.filter { side($0) == .left }
    }
    if let frame = right, frame.width > width * Self.mostWidth {
      right = nil
      lower += guides.filter { side($0) == .right }
    }
    below = Legend(lower, width: width, theme: theme, text: text)?.frame
    guard hasCorners else { return }
    for wanted in LegendSide.allCases where wanted.isCorner {
      if let frame = column(wanted) { corners.append((wanted, frame)) }
    }
  }

  var leftRoom: Points { left.map { $0.width + Self.gap } ?? 0 }
  var rightRoom: Points { right.map { $0.width + Self.gap } ?? 0 }
  var bottomRoom: Points { below.map { $0.height + Self.gap / 2 } ?? 0 }

  /// Of chart and legends together.
  ///
  /// - Parameter chart: with the room at the left, without those at the right and below.
  func size(beside chart: Size) -> Size {
    let sides = [left, right].compactMap { $0?.height }.max() ?? 0
    return Size(
      width: max(chart.width + rightRoom, below?.width ?? 0),
      height: max(chart.height, sides) + bottomRoom)
  }

  /// - Parameter area: of the data; legends beside it begin at its top, one below at its left.
  func items(beside chart: Size, _ area: Rect) -> [FrameItem] {
    var items: [FrameItem] = []
    func top(_ frame: Frame) -> Points { max(0, min(area.minY, chart.height - frame.height)) }
    if let left { items.append(.frame(left, at: Point(x: 0, y: top(left)))) }
    if let right {
      items.append(.frame(right, at: Point(x: chart.width + Self.gap, y: top(right))))
    }
    if let below {
      let sides = [left, right].compactMap { $0?.height }.max() ?? 0
      let x = min(area.minX, max(chart.width + rightRoom - below.width, 0))
      items.append(
        .frame(below, at: Point(x: x, y: max(chart.height, sides) + Self.gap / 2)))
    }
    return items
  }

  /// The legends in the corners of a rectangle of data, and where they stand.
  func insets(in area: Rect) -> [(frame: Frame, rect: Rect)] {
    corners.compactMap { side, frame in
      side.corner.map { corner in
        (
          frame,
          Rect(
            x: corner.isRight
              ? area.maxX - Self.inset - frame.width : area.minX + Self.inset,
            y: corner.isBottom
              ? area.maxY - Self.inset - frame.height : area.minY + Self.inset,
            width: frame.width, height: frame.height)
        )
      }
    }
  }
}

import Graphics

/// Legends beside the data, below it or within it, where the author asks for them; above, they
/// stand in the row of the y title.
struct PlacedLegend {
  private typealias Side = LegendSpec.Orient

  /// At the left and the right.
  private var columns: [Side: Frame] = [:]
  private var below: Frame?
  /// In the corners of the data's rectangle.
  private var corners: [(corner: Corner, frame: Frame)] = []

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
    func asked(for wanted: Side) -> [LegendGuide] {
      guides.filter { (hasCorners ? $0.legend.side : $0.legend.side.outer) == wanted }
    }
    func column(_ wanted: Side) -> Frame? {
      Legend(asked(for: wanted), width: nil, theme: theme, text: text)?.frame
    }
    var lower = asked(for: .bottom)
    for side in [Side.left, .right] {
      guard let frame = column(side) else { continue }
      if frame.width > width * Self.mostWidth {
        lower += asked(for: side)
      } else {
        columns[side] = frame
      }
    }
    below = Legend(lower, width: width, theme: theme, text: text)?.frame
    guard hasCorners else { return }
    for side in Side.allCases {
      if let corner = Corner(side), let frame = column(side) { corners.append((corner, frame)) }
    }
  }

  private func room(_ side: Side) -> Points { columns[side].map { $0.width + Self.gap } ?? 0 }

  var leftRoom: Points { room(.left) }
  var rightRoom: Points { room(.right) }
  var bottomRoom: Points { below.map { $0.height + Self.gap / 2 } ?? 0 }

  /// Of chart and legends together.
  ///
  /// - Parameters:
  ///   - chart: with the room at the left, without those at the right and below.
  ///   - area: of the data.
  func size(beside chart: Size, _ area: Rect) -> Size {
    Size(
      width: max(chart.width + rightRoom, below?.width ?? 0),
      height: bottom(of: chart, area) + bottomRoom)
  }

  /// Of chart and legends beside it; one at the left stands below title and y title, whatever its
  /// height.
  private func bottom(of chart: Size, _ area: Rect) -> Points {
    max(
      chart.height, columns[.left].map { area.minY + $0.height } ?? 0, columns[.right]?.height ?? 0)
  }

  /// - Parameter area: of the data; legends beside it begin at its top, one below at its left.
  func items(beside chart: Size, _ area: Rect) -> [FrameItem] {
    var items: [FrameItem] = []
    if let left = columns[.left] {
      items.append(.frame(left, at: Point(x: 0, y: area.minY)))
    }
    if let right = columns[.right] {
      let top = max(0, min(area.minY, chart.height - right.height))
      items.append(.frame(right, at: Point(x: chart.width + Self.gap, y: top)))
    }
    if let below {
      let x = min(area.minX, max(chart.width + rightRoom - below.width, 0))
      items.append(.frame(below, at: Point(x: x, y: bottom(of: chart, area) + Self.gap / 2)))
    }
    return items
  }

  /// The legends in the corners of a rectangle of data, and where they stand.
  func insets(in area: Rect) -> [(frame: Frame, rect: Rect)] {
    corners.map { corner, frame in
      let x = corner.isRight ? area.maxX - Self.inset - frame.width : area.minX + Self.inset
      let y = corner.isBottom ? area.maxY - Self.inset - frame.height : area.minY + Self.inset
      return (frame, Rect(x: x, y: y, width: frame.width, height: frame.height))
    }
  }
}

/// A corner of the data's rectangle.
private struct Corner {
  let isRight: Bool
  let isBottom: Bool

  /// Nil for a side.
  init?(_ side: LegendSpec.Orient) {
    switch side {
    case .topLeft: (isRight, isBottom) = (false, false)
    case .topRight: (isRight, isBottom) = (true, false)
    case .bottomLeft: (isRight, isBottom) = (false, true)
    case .bottomRight: (isRight, isBottom) = (true, true)
    case .none, .top, .bottom, .left, .right: return nil
    }
  }
}

extension LegendSpec.Orient {
  /// The side at which what would stand in a corner stands beside the data.
  fileprivate var outer: LegendSpec.Orient {
    Corner(self).map { $0.isRight ? .right : .left } ?? self
  }
}

import Graphics

/// A legend at the right of the data or below it, where the author asks for one; above, it stands
/// in the row of the y title.
struct PlacedLegend {
  private let frame: Frame
  private let isBelow: Bool
  private static let gap: Points = 10
  /// The most of a chart's width that a legend at the right takes; a wider one stands below.
  private static let mostWidth = 0.35

  /// - Parameter width: of the whole chart.
  /// - Returns: nil when there is nothing to explain, or it stands above.
  init?(_ model: ChartModel, width: Points, _ theme: ChartTheme, _ text: any TextSetting) {
    guard model.legendSide != .top else { return nil }
    func legend(_ width: Points) -> Frame? {
      Legend(model, width: width, theme: theme, text: text)?.frame
    }
    let column = model.legendSide == .right ? legend(0) : nil
    isBelow = column.map { $0.width > width * Self.mostWidth } ?? true
    guard let frame = isBelow ? legend(width) : column else { return nil }
    self.frame = frame
  }

  var rightRoom: Points { isBelow ? 0 : frame.width + Self.gap }
  var bottomRoom: Points { isBelow ? frame.height + Self.gap / 2 : 0 }

  /// Of chart and legend together.
  func size(beside chart: Size) -> Size {
    isBelow
      ? Size(width: max(chart.width, frame.width), height: chart.height + bottomRoom)
      : Size(width: chart.width + rightRoom, height: max(chart.height, frame.height))
  }

  /// - Parameter area: of the data; the legend begins at its top, or at its left.
  func item(beside chart: Size, _ area: Rect) -> FrameItem {
    let x = min(area.minX, max(chart.width - frame.width, 0))
    return .frame(
      frame,
      at: isBelow
        ? Point(x: x, y: chart.height + Self.gap / 2)
        : Point(
          x: chart.width + Self.gap, y: max(0, min(area.minY, chart.height - frame.height))))
  }
}

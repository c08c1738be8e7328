import Graphics

/// Divides the chart's rectangle: title, legend, y title, axes, data.
///
///     title
///     y title                     legend
///     │
///     │            area
///     └─────────────────────────────────
///                  x title
struct ChartPlan {
  let area: Rect
  let x: PositionScale
  let y: PositionScale
  let xTicks: AxisPlan
  let yTicks: AxisPlan
  /// Title, y title and legend.
  private(set) var headings: [FrameItem] = []

  init(
    _ model: ChartModel, size: Size, title: String?, direct: DirectLabels? = nil,
    theme: ChartTheme, text: any TextSetting
  ) {
    var top: Points = 0
    if let title {
      let words = text.setLabel(
        title, LabelStyle(size: theme.titleSize + 1, weight: .semibold, color: theme.ink))
      headings.append(.frame(words, at: .zero))
      top += words.height + 4
    }
    top = Self.headings(
      model, hasLegend: direct == nil, width: size.width, from: top, theme: theme, text: text,
      into: &headings)

    // Half a tick label may rise above the axis' end.
    top += theme.tickSize * 0.4
    let hasX = model.x.isShown
    let bottom =
      hasX
      ? AxisPlan.tickLength + AxisPlan.labelGap + theme.tickSize * 0.76
        + (model.x.title.isEmpty ? 3 : theme.titleSize * 1.85) : 2
    let height = max(size.height - top - bottom, 20)
    let line = theme.tickSize * 1.5
    yTicks = AxisPlan(model.y, length: height, preferred: 30) { _ in line }
    let widest =
      yTicks.ticks.compactMap { $0.label.map { text.setLabel($0, theme.tickStyle).width } }.max()
      ?? 0
    let left = model.y.isShown ? widest + AxisPlan.tickLength + AxisPlan.labelGap : 2
    // The last label of x may stand over the end of the axis.
    let right: Points = max(6, direct.map { $0.width + DirectLabels.gap + 1 } ?? 0)
    area = Rect(
      x: left, y: top, width: max(size.width - left - right, 20), height: height)
    xTicks = AxisPlan(model.x, length: area.size.width, preferred: 55) {
      text.setLabel($0, theme.tickStyle).width + 6
    }
    x = PositionScale(model.x, from: area.minX, to: area.maxX)
    // Categories of y read from the top.
    y =
      model.y.isDiscrete
      ? PositionScale(model.y, from: area.minY, to: area.maxY)
      : PositionScale(model.y, from: area.maxY, to: area.minY)
  }

  /// Sets the y title at the left and the legend at the right of one row, or the legend above when
  /// they do not fit.
  /// - Returns: where the area may begin.
  private static func headings(
    _ model: ChartModel, hasLegend: Bool, width: Points, from top: Points, theme: ChartTheme,
    text: any TextSetting, into items: inout [FrameItem]
  ) -> Points {
    var top = top
    var title =
      model.y.isShown && !model.y.title.isEmpty
      ? text.setLabel(model.y.title, theme.titleStyle) : nil
    if let arrow = DirectionArrow.frame(model, theme: theme, text: text) {
      var both =
        title ?? Frame(size: Size(width: 0, height: arrow.height), baseline: arrow.baseline)
      both.place(arrow, x: both.width > 0 ? both.width + 8 : 0, baseline: both.baseline)
      both.size.width += arrow.width + (both.width > 0 ? 8 : 0)
      title = both
    }
    let legend = hasLegend ? Legend(model, width: width, theme: theme, text: text) : nil
    let row = Legend.rowHeight
    if let legend {
      let fits = legend.frame.width + 16 + (title?.width ?? 0) <= width
      if title == nil || fits, legend.frame.height <= row {
        items.append(.frame(legend.frame, at: Point(x: width - legend.frame.width, y: top)))
      } else {
        items.append(.frame(legend.frame, at: Point(x: 0, y: top)))
        top += legend.frame.height + 2
      }
    }
    if let title {
      let baseline = top + row / 2 + 0.36 * theme.titleSize
      items.append(.frame(title, at: Point(x: 0, y: baseline - title.baseline)))
    }
    return title != nil || legend != nil ? top + row + 4 : top
  }
}

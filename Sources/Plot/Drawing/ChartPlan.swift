import Graphics

/// Divides the rectangle of a chart of one panel: title, legend, y title, axes, data.
///
///     title
///     y title                     legend
///     │
///     │            area
///     └─────────────────────────────────
///                  x title
struct ChartPlan {
  let panel: PanelPlan
  let size: Size
  /// Title, y title and legend.
  private(set) var headings: [FrameItem] = []
  /// Legends in the corners of the data's rectangle.
  private(set) var insets: [(frame: Frame, rect: Rect)] = []

  /// A legend that is larger than the data's rectangle, in a corner of which it is asked for, stands
  /// beside the data.
  ///
  /// - Parameters:
  ///   - size: of the whole; ignored when the data's rectangle is given.
  ///   - area: of the data's rectangle.
  ///   - leastHeight: of the data's rectangle, for which the whole grows; in a narrow column titles
  ///     and legend would leave it none.
  init(
    _ model: ChartModel, size: Size, area fixed: Size?, title: String?,
    direct: DirectLabels? = nil, leastHeight: Points = 20, theme: ChartTheme,
    text: any TextSetting
  ) {
    func plan(hasCorners: Bool) -> ChartPlan {
      ChartPlan(
        model, size, fixed, title, direct, leastHeight, hasCorners: hasCorners, theme, text)
    }
    let wanted = plan(hasCorners: true)
    self = wanted.holdsInsets ? wanted : plan(hasCorners: false)
  }

  private var holdsInsets: Bool {
    let (area, rects) = (panel.area, insets.map(\.rect))
    return rects.enumerated().allSatisfy { index, rect in
      rect.minX >= area.minX && rect.maxX <= area.maxX && rect.minY >= area.minY
        && rect.maxY <= area.maxY && !rects[..<index].contains { $0.intersects(rect) }
    }
  }

  private init(
    _ model: ChartModel, _ size: Size, _ fixed: Size?, _ title: String?, _ direct: DirectLabels?,
    _ leastHeight: Points, hasCorners: Bool, _ theme: ChartTheme, _ text: any TextSetting
  ) {
    let rooms = AxisRooms(model, theme: theme, text: text)
    let xAtTop = model.x.isOpposite && model.x.isShown
    // The last label of x may stand over the end of the axis.
    let labelOverhang: Points = max(6, direct.map { $0.width + DirectLabels.gap + 1 } ?? 0)
    // A legend beside or below the data takes its room first.
    let guides = direct == nil ? LegendGuide.all(model, theme) : []
    let placed = PlacedLegend(guides, width: size.width, hasCorners: hasCorners, theme, text)
    func sides(_ height: Points) -> (left: Points, right: Points) {
      let own = rooms.side(model.y, height: height)
      let second = model.secondY.map { rooms.side($0, height: height) } ?? 0
      let overhang = max(labelOverhang, fixed.map { rooms.overhang(width: $0.width) } ?? 0)
      let sides = model.y.isOpposite ? (2, max(own, overhang)) : (own, max(second, overhang))
      return (sides.0 + placed.leftRoom, sides.1)
    }
    func bottom(_ width: Points) -> Points { rooms.bottom(width: width) + rooms.bottomTitle }

    var size = Size(
      width: size.width - placed.rightRoom, height: size.height - placed.bottomRoom)
    var width = fixed?.width ?? size.width
    var headingWidth = size.width
    if let fixed {
      let (left, right) = sides(fixed.height)
      headingWidth = left + fixed.width + right
    }
    var top = Self.headings(
      model, title: title, guides: guides.filter { $0.legend.side == .top }, width: headingWidth,
      theme: theme, text: text, into: &headings)
    // Half a tick label may rise above the axis' end.
    top += theme.tickSize * 0.4
    var height: Points
    var (left, right): (Points, Points) = (0, 0)
    if let fixed {
      height = fixed.height
      (left, right) = sides(height)
    } else {
      // Turned labels take height, which decides about the ticks of y, which take width.
      width = max(size.width - 40, 20)
      height = max(size.height - top - bottom(width), 20)
      (left, right) = sides(height)
      width = max(size.width - left - right, 20)
      height = max(size.height - top - bottom(width), leastHeight)
      (left, right) = sides(height)
      width = max(size.width - left - right, 20)
      if leastHeight > 20 { size.height = max(size.height, top + height + bottom(width)) }
    }
    let below = bottom(width)
    if xAtTop { top += below }
    let area = Rect(x: left, y: top, width: width, height: height)
    panel = PanelPlan(model, area: area, theme: theme, text: text)
    let inner =
      fixed == nil
      ? size
      : Size(width: left + width + right, height: top + height + (xAtTop ? 4 : below))
    self.size = placed.size(beside: inner, area)
    headings += placed.items(beside: inner, area)
    insets = placed.insets(in: area)
  }

  /// Sets the title, then the y title at the left and the legend at the right of one row, or the
  /// legend above when they do not fit.
  /// - Returns: where the area may begin.
  static func headings(
    _ model: ChartModel, title: String?, guides: [LegendGuide], width: Points,
    theme: ChartTheme, text: any TextSetting, into items: inout [FrameItem]
  ) -> Points {
    var top: Points = 0
    if let title {
      let words = text.setLabel(
        title, LabelStyle(size: theme.titleSize + 1, weight: .semibold, color: theme.ink))
      items.append(.frame(words, at: .zero))
      top += words.height + 4
    }
    func heading(_ axis: AxisModel?) -> Frame? {
      guard let axis, axis.isShown, !axis.title.isEmpty else { return nil }
      return text.setLabel(axis.title, theme.titleStyle)
    }
    let second = heading(model.secondY)
    var own = heading(model.y)
    if let arrow = DirectionArrow.frame(model, theme: theme, text: text) {
      var both =
        own ?? Frame(size: Size(width: 0, height: arrow.height), baseline: arrow.baseline)
      both.place(arrow, x: both.width > 0 ? both.width + 8 : 0, baseline: both.baseline)
      both.size.width += arrow.width + (both.width > 0 ? 8 : 0)
      own = both
    }
    let legend = Legend(guides, width: width, theme: theme, text: text)
    let row = Legend.rowHeight
    if let legend {
      let fits =
        legend.frame.width + 16 + (own?.width ?? 0) + (second?.width ?? 0) <= width
      if (own == nil && second == nil) || fits, legend.frame.height <= row {
        let shift = second.map { $0.width + 16 } ?? 0
        items.append(
          .frame(legend.frame, at: Point(x: width - legend.frame.width - shift, y: top)))
      } else {
        items.append(.frame(legend.frame, at: Point(x: 0, y: top)))
        top += legend.frame.height + 2
      }
    }
    let baseline = top + row / 2 + 0.36 * theme.titleSize
    if let own {
      let x = model.y.isOpposite ? width - own.width : 0
      items.append(.frame(own, at: Point(x: x, y: baseline - own.baseline)))
    }
    if let second {
      items.append(
        .frame(second, at: Point(x: width - second.width, y: baseline - second.baseline)))
    }
    return own != nil || second != nil || legend != nil ? top + row + 4 : top
  }
}

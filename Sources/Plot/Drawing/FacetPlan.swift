import Graphics

/// Divides the rectangle of small multiples: one legend and y title above, headers above the
/// panels, axes at the left and below, shared by a row or column where the scales are.
struct FacetPlan {
  struct Cell {
    var panel: PanelPlan
    var showsX: Bool
    var showsY: Bool
  }

  private(set) var cells: [Cell] = []
  private(set) var headings: [FrameItem] = []
  let size: Size

  private static let gap: Points = 10

  init(
    _ facets: FacetView, width: Points, isFixed: Bool, title: String?, theme: ChartTheme,
    text: any TextSetting
  ) {
    let (rows, columns) = (facets.rowCount, facets.columnCount)
    let models = facets.cells.map(\.model)
    let guides = LegendGuide.all(models[0], theme)
    let placed = PlacedLegend(guides, width: width, hasCorners: false, theme, text)
    let width = width - placed.rightRoom - placed.leftRoom
    let headerSize = theme.titleSize * 1.5
    let headerStyle = LabelStyle(size: theme.tickSize + 0.5, weight: .semibold, color: theme.ink)
    let hasRowHeaders = facets.rowHeaders.contains { !$0.isEmpty }
    let isWrapped = facets.cells.contains { $0.header != nil }

    // Sizes of the panels.
    var area = facets.panel.area
    func left(_ height: Points) -> Points {
      models.map { AxisRooms($0, theme: theme, text: text).side($0.y, height: height) }.max() ?? 0
    }
    func bottom(_ width: Points) -> Points {
      models.map { AxisRooms($0, theme: theme, text: text).bottom(width: width) }.max() ?? 0
    }
    if !isFixed {
      let guess = (facets.panel.height?.points ?? width * theme.heightToWidth / Double(columns))
      let room = left(guess)
      let sides = facets.isYShared ? room : room * Double(columns)
      let each =
        ((facets.panel.width?.points ?? width) - sides - 6 - Self.gap * Double(columns - 1))
        / Double(columns)
      area.width = max(each, 20)
      area.height = facets.panel.height?.points ?? max(area.width * 0.75, 50)
    }
    let axisRoom = left(area.height)
    let leftRoom = axisRoom + placed.leftRoom
    let bottomRoom = bottom(area.width)
    let columnGap = Self.gap + (facets.isYShared ? 0 : axisRoom)
    // A header stands over every panel that wraps, over the first row and over each row.
    let rowHeader = isWrapped || hasRowHeaders ? headerSize : 0
    let rowGap = Self.gap + rowHeader + (facets.isXShared ? 0 : bottomRoom)
    let total =
      leftRoom + Double(columns) * area.width + Double(columns - 1) * columnGap + 6

    var headings: [FrameItem] = []
    var top = ChartPlan.headings(
      models[0], title: title, guides: guides.filter { $0.legend.side == .top }, width: total,
      theme: theme, text: text, into: &headings)
    func set(_ words: String, _ style: LabelStyle, x: Points, baseline: Points, align: Double) {
      guard !words.isEmpty else { return }
      let frame = text.setLabel(words, style)
      headings.append(
        .frame(frame, at: Point(x: x - frame.width * align, y: baseline - frame.baseline)))
    }
    let titles = [facets.columnTitle, facets.rowTitle].filter { !$0.isEmpty }
    if !titles.isEmpty {
      let middle = leftRoom + (total - leftRoom) / 2
      set(
        titles.joined(separator: " × "), LabelStyle(size: theme.tickSize + 0.5, color: theme.muted),
        x: middle, baseline: top + theme.titleSize, align: 0.5)
      top += headerSize
    }
    if facets.columnHeaders.contains(where: { !$0.isEmpty }) {
      for (column, header) in facets.columnHeaders.enumerated() {
        let x = leftRoom + Double(column) * (area.width + columnGap) + area.width / 2
        set(header, headerStyle, x: x, baseline: top + theme.titleSize, align: 0.5)
      }
      top += headerSize
    }
    top += rowHeader + theme.tickSize * 0.4
    for cell in facets.cells {
      let x = leftRoom + Double(cell.column) * (area.width + columnGap)
      let y = top + Double(cell.row) * (area.height + rowGap)
      let plan = PanelPlan(
        cell.model, area: Rect(x: x, y: y, width: area.width, height: area.height), theme: theme,
        text: text)
      let hasBelow = facets.cells.contains { $0.row > cell.row && $0.column == cell.column }
      cells.append(
        Cell(
          panel: plan, showsX: !facets.isXShared || !hasBelow,
          showsY: !facets.isYShared || cell.column == 0))
      if let header = cell.header {
        set(header, headerStyle, x: x + area.width / 2, baseline: y - 5, align: 0.5)
      } else if hasRowHeaders, cell.column == 0, facets.rowHeaders.indices.contains(cell.row) {
        set(facets.rowHeaders[cell.row], headerStyle, x: x, baseline: y - 5, align: 0)
      }
    }
    let end = top + Double(rows) * area.height + Double(rows - 1) * rowGap + bottomRoom
    let xTitle = models[0].x.isShown ? models[0].x.title : ""
    set(
      xTitle, theme.titleStyle, x: leftRoom + (total - leftRoom) / 2,
      baseline: end + theme.titleSize * 1.55, align: 0.5)
    let inner = Size(
      width: total, height: end + (xTitle.isEmpty ? 3 : theme.titleSize * 1.85))
    let data = Rect(x: leftRoom, y: top, width: 0, height: 0)
    size = placed.size(beside: inner, data)
    headings += placed.items(beside: inner, data)
    self.headings = headings
  }
}

import Graphics

/// Draws a tree of views.
struct ViewPainter {
  let theme: ChartTheme
  let text: any TextSetting
  let conventions: ChartConventions
  private(set) var droppedLabels: [String] = []
  /// In the order of the views.
  private(set) var drawn: [DrawnPanel] = []

  /// Between views, and between small multiples.
  private static let gap: Points = 14
  /// Of the data's rectangle of a chart that has no height of its own.
  private static let leastHeight: Points = 90

  init(theme: ChartTheme, text: any TextSetting, conventions: ChartConventions) {
    self.theme = theme
    self.text = text
    self.conventions = conventions
  }

  /// - Parameters:
  ///   - width: of the space; under Vega-Lite's conventions views have widths of their own.
  ///   - height: of a panel when it does not say; from the theme's proportion when nil.
  mutating func draw(
    _ view: ChartView, width: Points, height: Points? = nil, title: String? = nil
  ) throws(ChartError) -> Frame {
    switch view {
    case .panel(let panel):
      let isFixed = conventions.isVegaLite
      let width = panel.width?.points ?? width
      let size = Size(
        width: width, height: panel.height?.points ?? height ?? width * theme.heightToWidth)
      let direct =
        isFixed ? nil : DirectLabels(panel.model, size: size, theme: theme, text: text)
      let plan = ChartPlan(
        panel.model, size: size, area: isFixed ? panel.area : nil, title: title, direct: direct,
        leastHeight: panel.height == nil && height == nil ? Self.leastHeight : 20, theme: theme,
        text: text)
      var frame = Frame(size: plan.size, items: plan.headings)
      var painter = PanelPainter(theme: theme, text: text)
      frame.items += try painter.items(plan.panel, direct: direct, insets: plan.insets)
      droppedLabels += painter.droppedLabels
      drawn += painter.drawn
      return frame
    case .titled(let words, let inner):
      return try draw(inner, width: width, height: height, title: title ?? words)
    case .grid(let grid): return try draw(grid, width: width, title: title)
    case .facets(let facets): return try draw(facets, width: width, title: title)
    case .objectives(let view): return try draw(view, width: width, height: height, title: title)
    }
  }

  private mutating func draw(
    _ view: ObjectiveView, width: Points, height: Points?, title: String?
  ) throws(ChartError) -> Frame {
    let width = view.width?.points ?? width
    let height = view.height?.points ?? height
    guard view.panels.isEmpty else {
      var matrix = ObjectiveMatrix(view, theme: theme, text: text)
      let frame = try matrix.draw(width: width, height: height, title: title)
      droppedLabels += matrix.droppedLabels
      return frame
    }
    var lines = ParallelCoordinates(view, theme: theme, text: text)
    let size = Size(width: width, height: height ?? width * theme.heightToWidth)
    let frame = try lines.draw(size: size, title: title)
    droppedLabels += lines.droppedLabels
    return frame
  }

  private func heading(_ title: String) -> Frame {
    text.setLabel(
      title, LabelStyle(size: theme.titleSize + 1, weight: .semibold, color: theme.ink))
  }

  private mutating func draw(
    _ grid: GridView, width: Points, title: String?
  ) throws(ChartError) -> Frame {
    var frame = Frame(size: .zero)
    var top: Points = 0
    if let title {
      let words = heading(title)
      frame.items.append(.frame(words, at: .zero))
      top = words.height + 6
    }
    let columns = min(grid.columns, grid.views.count)
    let each = (width - Self.gap * Double(columns - 1)) / Double(columns)
    var start = 0
    while start < grid.views.count {
      var x: Points = 0
      var tallest: Points = 0
      for view in grid.views[start..<min(start + columns, grid.views.count)] {
        let part = try draw(
          view, width: each, height: columns > 1 ? each * 0.8 : nil)
        frame.items.append(.frame(part, at: Point(x: x, y: top)))
        tallest = max(tallest, part.size.height)
        frame.size.width = max(frame.size.width, x + part.size.width)
        x += (conventions.isVegaLite ? part.size.width : each) + Self.gap
      }
      top += tallest + Self.gap
      start += columns
    }
    frame.size.height = max(0, top - Self.gap)
    return frame
  }

  private mutating func draw(
    _ facets: FacetView, width: Points, title: String?
  ) throws(ChartError) -> Frame {
    let plan = FacetPlan(
      facets, width: width, isFixed: conventions.isVegaLite, title: title, theme: theme,
      text: text)
    var frame = Frame(size: plan.size, items: plan.headings)
    var painter = PanelPainter(theme: theme, text: text)
    for cell in plan.cells {
      frame.items += try painter.items(
        cell.panel, showsX: cell.showsX, showsY: cell.showsY, showsXTitle: false)
    }
    droppedLabels += painter.droppedLabels
    drawn += painter.drawn
    return frame
  }
}

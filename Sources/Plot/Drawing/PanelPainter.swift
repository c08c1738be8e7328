import Graphics

/// Draws one panel: grid, marks, axes, labels.
struct PanelPainter {
  let theme: ChartTheme
  let text: any TextSetting
  private(set) var droppedLabels: [String] = []
  /// In the order of drawing.
  private(set) var drawn: [DrawnPanel] = []

  init(theme: ChartTheme, text: any TextSetting) {
    self.theme = theme
    self.text = text
  }

  /// - Parameters:
  ///   - showsX: whether the panel has the x axis; in small multiples one may do for several.
  ///   - showsXTitle: whether its title stands below it.
  ///   - insets: legends within the data's rectangle.
  /// - Throws: when a label that must be kept finds no place.
  mutating func items(
    _ plan: PanelPlan, showsX: Bool = true, showsY: Bool = true, showsXTitle: Bool = true,
    direct: DirectLabels? = nil, insets: [(frame: Frame, rect: Rect)] = []
  ) throws(ChartError) -> [FrameItem] {
    var canvas = ChartCanvas(
      model: plan.model, theme: theme, text: text, x: plan.x, y: plan.y, area: plan.area)
    var grid = canvas.grid(plan.xTicks, plan.yTicks)
    for layer in plan.model.layers { draw(layer, plan, &canvas) }
    canvas.drawBase()
    if showsX { canvas.drawAxisX(plan.xTicks, angle: plan.xAngle, showsTitle: showsXTitle) }
    if showsY { canvas.drawAxisY(plan.y, plan.yTicks, atRight: plan.model.y.isOpposite) }
    if showsY, let second = plan.secondY, let ticks = plan.secondTicks {
      canvas.drawAxisY(second, ticks, atRight: true)
    }
    direct?.draw(on: &canvas)
    for inset in insets { canvas.place(inset.frame, in: inset.rect) }
    drawn.append(DrawnPanel(plan: plan))
    try drawLabels(on: &canvas)
    for label in drawn[drawn.count - 1].labels {
      for index in grid.indices { grid[index].makeWay(for: label.place.box) }
    }
    let stroke = Stroke(color: theme.rule, width: theme.gridWidth)
    return grid.flatMap { $0.items(stroke) } + canvas.items
  }

  private func draw(_ layer: ChartLayer, _ plan: PanelPlan, _ canvas: inout ChartCanvas) {
    if layer.usesSecondY, let second = plan.secondY { canvas.y = second }
    defer { canvas.y = plan.y }
    let start = canvas.items.count
    MarkRegistry.mark(layer.mark.type).draw(layer, on: &canvas)
    let runs = [MarkType.line, .area, .trail].contains(layer.mark.type)
    func isOutside() -> Bool {
      layer.rows.contains { row in
        (row.x.map { !canvas.x.contains($0) } ?? false)
          || (row.y.map { !canvas.y.contains($0) } ?? false)
      }
    }
    guard layer.mark.clip ?? (runs && isOutside()), canvas.items.count > start else { return }
    var clipped = Frame(size: Size(width: plan.area.maxX, height: plan.area.maxY))
    clipped.items = Array(canvas.items[start...])
    canvas.items.removeSubrange(start...)
    canvas.items.append(.group(clipped, transform: .identity, clip: plan.area))
  }

  /// Sizes of the labels of a crowd, which are smaller than others as long as that gives more of them
  /// a place; below six points names are no longer read with ease.
  private static let crowdedSizes = [0.87, 0.8]
  private static let leastSize: Points = 6
  /// More labels than this have no room in any size.
  private static let mostLabels = 200

  private func placedLabels(_ canvas: ChartCanvas) -> ([LabelRequest], [PlacedLabel?]) {
    func place(_ labels: [LabelRequest]) -> (labels: [LabelRequest], places: [PlacedLabel?]) {
      (labels, LabelPlacement.place(labels, avoiding: canvas.obstacles))
    }
    func lost(_ tried: (labels: [LabelRequest], places: [PlacedLabel?])) -> Double {
      zip(tried.labels, tried.places).reduce(0) {
        $1.1 == nil && !$1.0.isOwn ? $0 + $1.0.worth : $0
      }
    }
    var best = place(canvas.labels)
    for share in Self.crowdedSizes
    where lost(best) > 0 && canvas.labels.count <= Self.mostLabels {
      let smaller = place(
        canvas.labels.map { label in
          var label = label
          label.style.size = max(label.style.size * share, min(label.style.size, Self.leastSize))
          label.frame = text.setLabel(label.words, label.style)
          return label
        })
      if lost(smaller) < lost(best) { best = smaller }
    }
    return best
  }

  private mutating func drawLabels(on canvas: inout ChartCanvas) throws(ChartError) {
    droppedLabels += canvas.unaskedLabels
    let (labels, places) = placedLabels(canvas)
    for (request, place) in zip(labels, places) {
      guard let place else {
        if request.mustBePlaced { throw ChartError(keptLabel: request.words) }
        if !request.isOwn { droppedLabels.append(request.words) }
        continue
      }
      drawn[drawn.count - 1].labels.append((request, place))
      if let leader = place.leader {
        canvas.stroke(
          .line(from: leader.0, to: leader.1), Stroke(color: theme.muted, width: 0.3))
      }
      canvas.items.append(
        .frame(
          request.frame,
          at: Point(
            x: place.box.minX, y: place.box.minY + request.inkAscent - request.frame.baseline)))
    }
  }
}

/// A panel as it was drawn, with the places that were found for its labels.
struct DrawnPanel {
  let plan: PanelPlan
  var labels: [(request: LabelRequest, place: PlacedLabel)] = []
}

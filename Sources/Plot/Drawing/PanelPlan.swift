import Graphics

/// The scales, ticks and margins of one panel whose rectangle of data is known.
struct PanelPlan {
  let model: ChartModel
  let area: Rect
  let x: PositionScale
  let y: PositionScale
  let secondY: PositionScale?
  let xTicks: AxisPlan
  let yTicks: AxisPlan
  let secondTicks: AxisPlan?
  /// Degrees by which the labels of x are turned.
  let xAngle: Double

  init(_ model: ChartModel, area: Rect, theme: ChartTheme, text: any TextSetting) {
    self.model = model
    self.area = area
    let rooms = AxisRooms(model, theme: theme, text: text)
    xAngle = rooms.angle(width: area.size.width)
    xTicks = rooms.xTicks(area.size.width)
    yTicks = rooms.yTicks(model.y, area.size.height)
    x = PositionScale(model.x, from: area.minX, to: area.maxX)
    // Categories of y read from the top.
    y =
      model.y.isDiscrete
      ? PositionScale(model.y, from: area.minY, to: area.maxY)
      : PositionScale(model.y, from: area.maxY, to: area.minY)
    secondY = model.secondY.map { PositionScale($0, from: area.maxY, to: area.minY) }
    secondTicks = model.secondY.map { rooms.yTicks($0, area.size.height) }
  }
}

/// How much room the axes of a model take beside the data.
struct AxisRooms {
  let model: ChartModel
  let theme: ChartTheme
  let text: any TextSetting

  init(_ model: ChartModel, theme: ChartTheme, text: any TextSetting) {
    self.model = model
    self.theme = theme
    self.text = text
  }

  private func width(_ label: String) -> Points { text.setLabel(label, theme.tickStyle).width }

  func xTicks(_ length: Points) -> AxisPlan {
    let angle = angle(width: length)
    let isReport = model.x.conventions.isReport
    let line = theme.tickSize * (isReport ? 1.2 : 1.1)
    // Turned labels need a line's height; at most one word is as wide as itself.
    return AxisPlan(
      model.x, length: length, preferred: 55,
      flushes: !isReport && angle == 0 && !model.x.isDiscrete
    ) { label in
      angle == 0 ? width(label) + (model.x.conventions.isReport ? 6 : 0) : line
    }
  }

  func yTicks(_ axis: AxisModel, _ length: Points) -> AxisPlan {
    let line = theme.tickSize * (axis.conventions.isReport ? 1.5 : 1)
    return AxisPlan(axis, length: length, preferred: 30) { _ in line }
  }

  /// The labels of categories are turned when they would overlap.
  func angle(width length: Points) -> Double {
    if let angle = model.x.labelAngle {
      let turned = angle.truncatingRemainder(dividingBy: 360)
      return turned > 180 ? turned - 360 : turned < -180 ? turned + 360 : turned
    }
    guard model.x.isDiscrete, !model.x.categories.isEmpty, model.x.showsLabels else { return 0 }
    let step = length / Double(model.x.categories.count)
    return model.x.categories.contains { width($0) + 4 > step } ? -90 : 0
  }

  /// Below the data, with the labels' ends but without the title.
  func bottom(width length: Points) -> Points {
    guard model.x.isShown else { return 2 }
    let ticks = AxisPlan.tickLength + AxisPlan.labelGap
    let angle = angle(width: length)
    guard angle != 0 else { return ticks + theme.tickSize * 0.76 }
    let widest = xTicks(length).ticks.compactMap { $0.label.map(width) }.max() ?? 0
    let turn = abs(angle) * .pi / 180
    return ticks + widest * Turning.sine(turn) + theme.tickSize * 0.76 * Turning.cosine(turn)
  }

  /// How far the last label of x stands out over the end of the axis.
  func overhang(width length: Points) -> Points {
    guard model.x.isShown, !model.x.isDiscrete, angle(width: length) == 0 else { return 0 }
    let scale = PositionScale(model.x, from: 0, to: length)
    let ends = xTicks(length).ticks.compactMap { tick in
      tick.label.map { scale.position(tick.value) + width($0) / 2 - length }
    }
    return max(0, ends.max() ?? 0)
  }

  var bottomTitle: Points {
    model.x.isShown && !model.x.title.isEmpty ? theme.titleSize * 1.85 : 3
  }

  /// Beside the data, for the labels of a y axis.
  func side(_ axis: AxisModel, height: Points) -> Points {
    guard axis.isShown else { return 2 }
    let widest = yTicks(axis, height).ticks.compactMap { $0.label.map(width) }.max() ?? 0
    return widest + AxisPlan.tickLength + AxisPlan.labelGap
  }
}

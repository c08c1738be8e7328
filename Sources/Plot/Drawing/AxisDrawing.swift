import Graphics

extension ChartCanvas {
  /// Grid lines at the ticks; on quantitative axes unless the author says otherwise.
  func grid(_ x: AxisPlan, _ y: AxisPlan) -> [GridLine] {
    var lines: [GridLine] = []
    let isVega = self.x.axis.conventions.isVegaLite
    let isPareto = model.layers.contains { $0.mark.type == .pareto || $0.mark.type == .point }
    let isContinuous = !self.x.axis.isDiscrete && self.x.axis.isShown
    if self.x.axis.showsGrid
      ?? (isContinuous && (isVega ? self.x.axis.binLimits == nil : isPareto))
    {
      for tick in x.ticks {
        lines.append(
          GridLine(isUpright: true, at: self.x.position(tick.value), area.minY...area.maxY))
      }
    }
    if self.y.axis.showsGrid
      ?? (!self.y.axis.isDiscrete && self.y.axis.isShown && self.y.axis.binLimits == nil)
    {
      for tick in y.ticks {
        lines.append(
          GridLine(isUpright: false, at: self.y.position(tick.value), area.minX...area.maxX))
      }
    }
    return lines
  }

  /// The line that bars and areas stand on, where it is not the axis itself.
  mutating func drawBase() {
    guard model.layers.contains(where: { $0.mark.type == .bar || $0.mark.type == .area }) else {
      return
    }
    let stroke = Stroke(color: theme.muted, width: theme.axisWidth)
    let growsAlongX = model.growsAlongX
    let scale = growsAlongX ? x : y
    guard scale.axis.isShown, scale.axis.kind != .time,
      scale.base > scale.axis.domain.lowerBound, !scale.axis.isDiscrete
    else { return }
    let at = scale.position(scale.base)
    self.stroke(
      growsAlongX
        ? .line(from: Point(x: at, y: area.minY), to: Point(x: at, y: area.maxY))
        : .line(from: Point(x: area.minX, y: at), to: Point(x: area.maxX, y: at)), stroke)
  }

  /// - Parameter showsTitle: false when the panels of a figure share one.
  mutating func drawAxisX(_ plan: AxisPlan, angle: Double, showsTitle: Bool = true) {
    guard x.axis.isShown else { return }
    let stroke = Stroke(color: theme.muted, width: theme.axisWidth)
    let isTop = x.axis.isOpposite
    let base = isTop ? area.minY : area.maxY
    let down: Double = isTop ? -1 : 1
    // Categories need no line but the one that their bars stand on.
    if x.axis.showsLine,
      !x.axis.isDiscrete || !y.axis.isDiscrete && y.base == y.axis.domain.lowerBound
    {
      self.stroke(
        .line(from: Point(x: area.minX, y: base), to: Point(x: area.maxX, y: base)), stroke)
    }
    if x.axis.showsTicks, !x.axis.isDiscrete {
      for (tick, length) in plan.allTicks {
        let at = x.position(tick.value)
        self.stroke(
          .line(from: Point(x: at, y: base), to: Point(x: at, y: base + down * length)), stroke)
      }
    }
    let gap = AxisPlan.tickLength + AxisPlan.labelGap
    let baseline = isTop ? base - gap : base + gap + theme.tickSize * 0.76
    var lowest = baseline
    for tick in plan.ticks {
      guard let label = tick.label, !label.isEmpty else { continue }
      let at = x.position(tick.value)
      if angle == 0 {
        // As Vega, whose labels at the ends stand within the axis.
        let flushes = x.axis.conventions.isVegaLite && !x.axis.isDiscrete
        let align = flushes && at < area.minX + 1 ? 0 : flushes && at > area.maxX - 1 ? 1 : 0.5
        place(label, theme.tickStyle, x: at, baseline: baseline, align: align)
      } else {
        let frame = text.setLabel(label, theme.tickStyle)
        // The end that is nearer to the axis stands at the tick.
        let endsAtTick = (angle < 0) != isTop
        let turn = Turning.transform(degrees: angle, to: Point(x: at, y: base + down * gap))
        var turned = Frame(size: .zero)
        turned.items = [
          .frame(
            frame,
            at: Point(x: endsAtTick ? -frame.width : 0, y: 0.36 * theme.tickSize - frame.baseline))
        ]
        items.append(.group(turned, transform: turn, clip: nil))
        let turnAngle = abs(angle) * .pi / 180
        lowest = max(
          lowest,
          base + gap + frame.width * Turning.sine(turnAngle) + theme.tickSize * 0.76
            * Turning.cosine(turnAngle))
      }
    }
    if showsTitle, !x.axis.title.isEmpty {
      // A title wider than the axis keeps within the drawing's right edge.
      let width = text.setLabel(x.axis.title, theme.titleStyle).width
      let middle =
        width > area.size.width ? max(area.maxX + 6 - width / 2, width / 2) : area.midX
      place(
        x.axis.title, theme.titleStyle, x: middle,
        baseline: isTop ? baseline - theme.tickSize - 3 : lowest + theme.titleSize * 1.55,
        align: 0.5)
    }
  }

  mutating func drawAxisY(_ scale: PositionScale, _ plan: AxisPlan, atRight: Bool) {
    guard scale.axis.isShown else { return }
    let stroke = Stroke(color: theme.muted, width: theme.axisWidth)
    let base = atRight ? area.maxX : area.minX
    let out: Double = atRight ? 1 : -1
    if !scale.axis.isDiscrete {
      if scale.axis.showsLine {
        self.stroke(
          .line(from: Point(x: base, y: area.minY), to: Point(x: base, y: area.maxY)), stroke)
      }
      for (tick, length) in plan.allTicks where scale.axis.showsTicks {
        let at = scale.position(tick.value)
        self.stroke(
          .line(from: Point(x: base + out * length, y: at), to: Point(x: base, y: at)), stroke)
      }
    }
    for tick in plan.ticks {
      guard let label = tick.label, !label.isEmpty else { continue }
      place(
        label, theme.tickStyle, x: base + out * (AxisPlan.tickLength + AxisPlan.labelGap),
        baseline: scale.position(tick.value) + 0.36 * theme.tickSize, align: atRight ? 0 : 1)
    }
  }
}

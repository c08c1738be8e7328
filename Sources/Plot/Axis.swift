import Graphics

/// Ticks, labels, line and grid of the two axes.
struct AxisPlan {
  var ticks: [Tick]
  var minor: [Tick] = []

  static let tickLength: Points = 3
  static let labelGap: Points = 2.5

  /// Chooses ticks for an axis of a length; as many as fit without their labels touching.
  ///
  /// - Parameter room: the length that a label of some words takes along the axis, with its gap.
  init(_ axis: AxisModel, length: Points, preferred: Points, room: (String) -> Points) {
    guard !axis.isDiscrete else {
      ticks = axis.categories.enumerated().map { Tick(value: Double($0), label: $1) }
      return
    }
    if let values = axis.tickValues {
      let step = zip(values.dropFirst(), values).map { abs($0 - $1) }.min() ?? 1
      ticks = values.filter { axis.domain.contains($0) }.map {
        Tick(value: $0, label: axis.format?.text($0) ?? NumberFormat.tick($0, step: step))
      }
      return
    }
    var count = axis.tickCount ?? max(2, Int((length / preferred).rounded()))
    repeat {
      if axis.kind == .log {
        (ticks, minor) = Ticks.log(axis.domain, count: count, format: axis.format)
      } else {
        ticks = Ticks.linear(axis.domain, count: count, format: axis.format)
      }
      count -= 1
    } while count > 1 && Self.overlap(ticks, axis, length: length, room: room)
  }

  private static func overlap(
    _ ticks: [Tick], _ axis: AxisModel, length: Points, room: (String) -> Points
  ) -> Bool {
    let scale = PositionScale(axis, from: 0, to: length)
    let spans = ticks.map { (abs(scale.position($0.value)), room($0.label ?? "")) }.sorted {
      $0.0 < $1.0
    }
    return zip(spans, spans.dropFirst()).contains { $1.0 - $0.0 < ($0.1 + $1.1) / 2 }
  }
}

extension ChartCanvas {
  /// Grid lines at the ticks; on quantitative axes unless the author says otherwise.
  mutating func drawGrid(_ x: AxisPlan, _ y: AxisPlan) {
    let stroke = Stroke(color: theme.rule, width: theme.gridWidth)
    let isPareto = model.layers.contains { $0.mark.type == .pareto || $0.mark.type == .point }
    if self.x.axis.showsGrid ?? (!self.x.axis.isDiscrete && isPareto) {
      for tick in x.ticks {
        let at = self.x.position(tick.value)
        self.stroke(
          .line(from: Point(x: at, y: area.minY), to: Point(x: at, y: area.maxY)), stroke)
      }
    }
    if self.y.axis.showsGrid ?? !self.y.axis.isDiscrete {
      for tick in y.ticks {
        let at = self.y.position(tick.value)
        self.stroke(
          .line(from: Point(x: area.minX, y: at), to: Point(x: area.maxX, y: at)), stroke)
      }
    }
  }

  /// The line that bars and areas stand on, where it is not the axis itself.
  mutating func drawBase() {
    guard model.layers.contains(where: { $0.mark.type == .bar || $0.mark.type == .area }) else {
      return
    }
    let stroke = Stroke(color: theme.muted, width: theme.axisWidth)
    let growsAlongX = y.axis.isDiscrete && !x.axis.isDiscrete
    let scale = growsAlongX ? x : y
    guard scale.base > scale.axis.domain.lowerBound, !scale.axis.isDiscrete else { return }
    let at = scale.position(scale.base)
    self.stroke(
      growsAlongX
        ? .line(from: Point(x: at, y: area.minY), to: Point(x: at, y: area.maxY))
        : .line(from: Point(x: area.minX, y: at), to: Point(x: area.maxX, y: at)), stroke)
  }

  mutating func drawAxisX(_ plan: AxisPlan) {
    guard x.axis.isShown else { return }
    let stroke = Stroke(color: theme.muted, width: theme.axisWidth)
    let base = area.maxY
    // Categories need no line but the one that their bars stand on.
    if !x.axis.isDiscrete || !y.axis.isDiscrete && y.base == y.axis.domain.lowerBound {
      self.stroke(
        .line(from: Point(x: area.minX, y: base), to: Point(x: area.maxX, y: base)), stroke)
    }
    for (tick, length) in plan.allTicks where !x.axis.isDiscrete {
      let at = x.position(tick.value)
      self.stroke(
        .line(from: Point(x: at, y: base), to: Point(x: at, y: base + length)), stroke)
    }
    let baseline =
      base + AxisPlan.tickLength + AxisPlan.labelGap + theme.tickSize * 0.76
    for tick in plan.ticks {
      guard let label = tick.label else { continue }
      place(
        label, theme.tickStyle, x: x.position(tick.value), baseline: baseline, align: 0.5)
    }
    if !x.axis.title.isEmpty {
      place(
        x.axis.title, theme.titleStyle, x: area.midX,
        baseline: baseline + theme.titleSize * 1.55, align: 0.5)
    }
  }

  mutating func drawAxisY(_ plan: AxisPlan) {
    guard y.axis.isShown else { return }
    let stroke = Stroke(color: theme.muted, width: theme.axisWidth)
    if !y.axis.isDiscrete {
      self.stroke(
        .line(from: Point(x: area.minX, y: area.minY), to: Point(x: area.minX, y: area.maxY)),
        stroke)
      for (tick, length) in plan.allTicks {
        let at = y.position(tick.value)
        self.stroke(
          .line(from: Point(x: area.minX - length, y: at), to: Point(x: area.minX, y: at)), stroke)
      }
    }
    for tick in plan.ticks {
      guard let label = tick.label else { continue }
      place(
        label, theme.tickStyle, x: area.minX - AxisPlan.tickLength - AxisPlan.labelGap,
        baseline: y.position(tick.value) + 0.36 * theme.tickSize, align: 1)
    }
  }
}

extension AxisPlan {
  /// All ticks with their lengths; minor ones are half as long.
  fileprivate var allTicks: [(Tick, Points)] {
    ticks.map { ($0, Self.tickLength) } + minor.map { ($0, Self.tickLength / 2) }
  }
}

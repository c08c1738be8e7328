import Graphics
import Languages
import Pareto

/// Draws rows of several objectives as lines across parallel axes, the better end of each at the
/// top: the front in colour and in front, with names at the ends of its lines; the rest dimmed.
struct ParallelCoordinates {
  private let view: ObjectiveView
  private let theme: ChartTheme
  private let text: any TextSetting
  private(set) var droppedLabels: [String] = []

  private static let labelGap: Points = 7
  /// The most that names take of the width.
  private static let mostNames = 0.3

  init(_ view: ObjectiveView, theme: ChartTheme, text: any TextSetting) {
    self.view = view
    self.theme = theme
    self.text = text
  }

  /// - Throws: when a name that must be kept finds no place.
  mutating func draw(size: Size, title: String?) throws(ChartError) -> Frame {
    var frame = Frame(size: size)
    var top = headings(width: size.width, title: title, into: &frame)
    let names = try names(width: size.width * Self.mostNames)
    let right = names.map(\.frame.width).max().map { $0 + Self.labelGap } ?? 8
    let count = view.axes.count
    // Half of the first title may stand over the end, within a sixth of the width.
    let lead = text.setLabel(view.axes[0].title, theme.titleStyle).width / 2
    let left = max(tickWidth(0) + 6, min(lead, size.width / 6), 24)
    let step = max((size.width - left - max(right, 24)) / Double(max(count - 1, 1)), 20)
    let titles = view.axes.map { wrapped($0.title, width: step - 14) }
    let lines = Double(titles.map(\.count).max() ?? 1)
    let lineHeight = theme.titleSize * 1.2
    top += lines * lineHeight + theme.legendSize * 1.5
    let area = Rect(
      x: left, y: top, width: step * Double(count - 1),
      height: max(size.height - top - 8, 40))
    let scales = view.axes.map { axis -> PositionScale in
      // The better end at the top, whichever way the numbers run.
      var axis = axis
      axis.isReversed = false
      return axis.better == .low
        ? PositionScale(axis, from: area.minY, to: area.maxY)
        : PositionScale(axis, from: area.maxY, to: area.minY)
    }
    func x(_ axis: Int) -> Points { area.minX + step * Double(axis) }
    for (axis, words) in titles.enumerated() {
      head(
        words, view.axes[axis], x: x(axis), bottom: area.minY, lineHeight, width: size.width, &frame
      )
    }
    for axis in view.axes.indices {
      frame.items.append(
        .path(
          .line(from: Point(x: x(axis), y: area.minY), to: Point(x: x(axis), y: area.maxY)),
          fill: nil, stroke: Stroke(color: theme.muted, width: theme.axisWidth)))
    }
    let order = view.rows.sorted { ($0.rank, $0.datum.row) > ($1.rank, $1.datum.row) }
    for row in order {
      let points = zip(row.values, scales).enumerated().map { axis, pair in
        Point(x: x(axis), y: pair.1.position(pair.0))
      }
      draw(row, points, &frame)
    }
    for (axis, scale) in scales.enumerated() { ticks(scale, x: x(axis), &frame) }
    try place(names, scales[count - 1], x: area.maxX, area, &frame)
    return frame
  }

  /// Title and legend. - Returns: where the rest begins.
  private func headings(width: Points, title: String?, into frame: inout Frame) -> Points {
    var looks = view.looks
    looks.y.isShown = false
    looks.x.isShown = false
    let names = Set(view.rows.compactMap(\.datum.label))
    var needsLegend = true
    if case .categories(let colors, _) = looks.color {
      // Names at the ends of the lines say it already.
      needsLegend = !Set(colors.categories).isSubset(of: names)
    }
    return ChartPlan.headings(
      looks, title: title, guides: needsLegend ? LegendGuide.all(looks, theme) : [],
      width: width, theme: theme, text: text, into: &frame.items)
  }

  private func color(_ row: ObjectiveView.Row) -> Color {
    guard row.isOnFront || row.isNear else { return theme.muted.opacity(0.28) }
    if case .none = view.looks.color { return theme.accent }
    return view.looks.color.color(of: row.datum, mark: view.mark, theme: theme)
  }

  private func draw(_ row: ObjectiveView.Row, _ points: [Point], _ frame: inout Frame) {
    let color = color(row)
    let isKnee = row.datum.row == view.knee
    let dash = row.isNear ? [2, 1.5] : []
    frame.items.append(
      .path(
        .polyline(points), fill: nil,
        stroke: Stroke(
          color: color, width: row.isOnFront ? (isKnee ? 2 : theme.lineWidth) : 0.6, dash: dash,
          join: .round)))
    guard row.isOnFront else { return }
    let shape = PointShape.at(row.datum.shape ?? row.datum.group ?? 0)
    let edge = Stroke(color: theme.background, width: theme.pointEdge, join: .round)
    for point in points {
      frame.items.append(.path(shape.path(center: point, area: 13), fill: color, stroke: edge))
    }
  }

  // MARK: Axes

  private func plan(_ axis: AxisModel, _ length: Points) -> AxisPlan {
    AxisPlan(axis, length: length, preferred: 42) { _ in theme.tickSize * 1.5 }
  }

  private func tickWidth(_ axis: Int) -> Points {
    plan(view.axes[axis], 150).ticks.compactMap { tick in
      tick.label.map { text.setLabel($0, theme.tickStyle).width }
    }.max() ?? 0
  }

  /// Ticks at the left, their labels on a ground that dims the lines below.
  private func ticks(_ scale: PositionScale, x: Points, _ frame: inout Frame) {
    for tick in plan(scale.axis, abs(scale.end - scale.start)).ticks {
      let y = scale.position(tick.value)
      frame.items.append(
        .path(
          .line(from: Point(x: x - AxisPlan.tickLength, y: y), to: Point(x: x, y: y)), fill: nil,
          stroke: Stroke(color: theme.muted, width: theme.axisWidth)))
      guard let label = tick.label, !label.isEmpty else { continue }
      let words = text.setLabel(label, theme.tickStyle)
      let left = x - AxisPlan.tickLength - AxisPlan.labelGap - words.width
      frame.fill(
        Rect(
          x: left - 1, y: y - theme.tickSize * 0.5, width: words.width + 2,
          height: theme.tickSize), theme.background.opacity(0.8))
      frame.place(words, x: left, baseline: y + 0.36 * theme.tickSize)
    }
  }

  /// The title of an axis in lines, and the direction in which it improves.
  private func head(
    _ lines: [String], _ axis: AxisModel, x: Points, bottom: Points, _ lineHeight: Points,
    width: Points, _ frame: inout Frame
  ) {
    func set(_ words: Frame, baseline: Points) {
      let left = min(max(x - words.width / 2, 0), max(width - words.width, 0))
      frame.place(words, x: left, baseline: baseline)
    }
    let direction =
      axis.conventions.terms[axis.better == .low ? .lowerIsBetter : .higherIsBetter]
    let base = bottom - theme.tickSize * 0.9
    set(
      text.setLabel(
        direction, LabelStyle(size: theme.legendSize - 0.5, isItalic: true, color: theme.muted)),
      baseline: base)
    for (index, line) in lines.reversed().enumerated() {
      set(
        text.setLabel(line, theme.titleStyle),
        baseline: base - theme.legendSize * 1.3 - Double(index) * lineHeight)
    }
  }

  /// A title broken between words so that it keeps to a width where it can.
  private func wrapped(_ title: String, width: Points) -> [String] {
    var lines: [String] = []
    for word in title.split(separator: " ") {
      let longer = lines.last.map { $0 + " " + word }
      if let longer, text.setLabel(longer, theme.titleStyle).width <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  // MARK: Names

  private struct Name {
    var frame: Frame
    var row: ObjectiveView.Row
  }

  private mutating func names(width: Points) throws(ChartError) -> [Name] {
    var names: [Name] = []
    for row in view.rows where row.isOnFront || row.datum.keepsLabel {
      guard let words = row.datum.label, !words.isEmpty else { continue }
      let ink = row.isOnFront ? color(row).readable(on: theme.background) : theme.muted
      let style = LabelStyle(size: theme.labelSize, color: ink)
      let full = row.datum.row == view.knee ? "\(words) (\(view.terms[.knee]))" : words
      let frame = text.setLabel(full, style)
      if frame.width <= width {
        names.append(Name(frame: frame, row: row))
      } else {
        try drop(row)
      }
    }
    return names
  }

  private mutating func drop(_ row: ObjectiveView.Row) throws(ChartError) {
    guard let words = row.datum.label else { return }
    if row.datum.keepsLabel { throw ChartError(keptLabel: words) }
    droppedLabels.append(words)
  }

  /// Names beside the last axis, each as near to its line's end as the others allow.
  private mutating func place(
    _ all: [Name], _ scale: PositionScale, x: Points, _ area: Rect, _ frame: inout Frame
  ) throws(ChartError) {
    let height = theme.labelSize * 1.3
    let most = Int((area.size.height + 2) / height)
    // Those that must stand, then in the order of the rows.
    let kept = all.filter(\.row.datum.keepsLabel) + all.filter { !$0.row.datum.keepsLabel }
    for name in kept.dropFirst(most) { try drop(name.row) }
    let names = kept.prefix(most).map { ($0, scale.position($0.row.values.last ?? 0)) }
      .sorted { ($0.1, $0.0.row.datum.row) < ($1.1, $1.0.row.datum.row) }
    var places = DirectLabels.spread(names.map(\.1), gap: height)
    // Held within the chart: from below, then from above.
    var limit = area.maxY + 4
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - height
    }
    limit = area.minY + 2
    for index in places.indices {
      places[index] = max(places[index], limit)
      limit = places[index] + height
    }
    for ((name, end), middle) in zip(names, places) {
      let left = x + Self.labelGap
      if abs(middle - end) > 1.5 {
        frame.items.append(
          .path(
            .line(from: Point(x: x + 2.6, y: end), to: Point(x: left - 1, y: middle)), fill: nil,
            stroke: Stroke(color: theme.muted, width: 0.3)))
      }
      frame.place(name.frame, x: left, baseline: middle + 0.36 * theme.labelSize)
    }
  }
}

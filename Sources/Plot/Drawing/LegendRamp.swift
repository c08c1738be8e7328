import Graphics

/// The gradient of a colour that grows with a number.
struct LegendRamp {
  let shades: ShadeModel

  init(_ shades: ShadeModel) { self.shades = shades }

  private static let thickness: Points = 6
  private static let steps = 24

  /// Whether places between the ends are asked for.
  private var hasTicks: Bool { shades.legend.values != nil || shades.legend.tickCount != nil }

  /// One row with its title; numbers stand at the ends, or below where they are asked for.
  func row(_ theme: ChartTheme, _ text: any TextSetting, width most: Points) -> Frame {
    let height = Legend.rowHeight
    var row = Frame(size: Size(width: 0, height: height))
    let baseline = height / 2 + 0.36 * theme.legendSize
    var x: Points = 0
    func write(_ words: String, _ style: LabelStyle, gap: Points) {
      guard !words.isEmpty else { return }
      let frame = text.setLabel(words, style)
      row.place(frame, x: x, baseline: baseline)
      x += frame.width
      row.size.width = x
      x += gap
    }
    write(
      shades.legend.title, LabelStyle(size: theme.legendSize, color: theme.muted), gap: 8)
    guard hasTicks else {
      let ends = shades.labels(of: [shades.domain.lowerBound, shades.domain.upperBound])
      write(ends[0], theme.legendStyle, gap: 4)
      fill(&row, x: x, y: 3, length: 72, isUpright: false)
      x += 72 + 4
      write(ends[1], theme.legendStyle, gap: 0)
      return row
    }
    let length = max(60, min(120, most - x))
    fill(&row, x: x, y: 3, length: length, isUpright: false)
    row.size = Size(width: x + length, height: height + theme.legendSize * 1.2)
    var free = -Points.infinity
    for tick in shades.ticks(count: 5) {
      let words = text.setLabel(tick.label ?? "", theme.legendStyle)
      let middle = x + length * shades.share(of: tick.value)
      // Words at the ends stand within the legend; those that would touch are left out.
      let left = min(max(middle - words.width / 2, x), max(x, x + length - words.width))
      guard left >= free else { continue }
      free = left + words.width + 3
      row.items.append(
        .path(
          .line(from: Point(x: middle, y: 9), to: Point(x: middle, y: 11)), fill: nil,
          stroke: Stroke(color: theme.muted, width: theme.axisWidth)))
      row.place(words, x: left, baseline: height + theme.legendSize * 0.8)
    }
    return row
  }

  /// Upright, greatest numbers at the top, with the title above.
  func column(_ theme: ChartTheme, _ text: any TextSetting) -> Frame {
    var frame = Frame(size: .zero)
    let titleSize = LabelStyle(size: theme.legendSize, color: theme.muted)
    if !shades.legend.title.isEmpty {
      let words = text.setLabel(shades.legend.title, titleSize)
      frame.place(words, x: 0, baseline: Legend.rowHeight / 2 + 0.36 * theme.legendSize)
      frame.size = Size(width: words.width, height: Legend.rowHeight)
    }
    let ticks = shades.ticks(count: 5)
    let length = max(48, Double(ticks.count) * theme.legendSize * 1.6)
    // Half a line of the label at the top may stand above the gradient.
    let top = frame.size.height + theme.legendSize / 2
    fill(&frame, x: 0, y: top, length: length, isUpright: true)
    var free = Points.infinity
    for tick in ticks {
      let middle = top + length * (1 - shades.share(of: tick.value))
      guard middle + theme.legendSize / 2 <= free else { continue }
      free = middle - theme.legendSize / 2
      let words = text.setLabel(tick.label ?? "", theme.legendStyle)
      let x = Self.thickness + 2
      frame.items.append(
        .path(
          .line(from: Point(x: Self.thickness, y: middle), to: Point(x: x, y: middle)),
          fill: nil, stroke: Stroke(color: theme.muted, width: theme.axisWidth)))
      frame.place(words, x: x + 2, baseline: middle + 0.36 * theme.legendSize)
      frame.size.width = max(frame.size.width, x + 2 + words.width)
    }
    frame.size.height = top + length + theme.legendSize / 2
    return frame
  }

  private func fill(
    _ frame: inout Frame, x: Points, y: Points, length: Points, isUpright: Bool
  ) {
    let step = length / Double(Self.steps)
    for index in 0..<Self.steps {
      let color = shades.ramp(at: (Double(index) + 0.5) / Double(Self.steps))
      let start = Double(index) * step
      // Half a point of overlap hides the seams of anti-aliasing.
      let extent = index < Self.steps - 1 ? step + 0.5 : step
      frame.fill(
        isUpright
          ? Rect(x: x, y: y + length - start - extent, width: Self.thickness, height: extent)
          : Rect(x: x + start, y: y, width: extent, height: Self.thickness), color)
    }
  }
}

import Graphics

/// The gradient of a colour that grows with a number.
struct LegendRamp {
  let shades: ShadeModel

  init(_ shades: ShadeModel) { self.shades = shades }

  private static let thickness: Points = 6
  private static let steps = 24

  /// One row with its title; numbers stand at the ends, or below where they are asked for.
  func row(
    _ title: Frame?, _ theme: ChartTheme, _ text: any TextSetting, width most: Points
  ) -> Frame {
    let height = Legend.rowHeight
    var row = Frame(size: Size(width: 0, height: height))
    let baseline = Legend.baseline(0, height, theme)
    var x: Points = 0
    func place(_ words: Frame?, gap: Points) {
      guard let words else { return }
      row.place(words, x: x, baseline: baseline)
      x += words.width
      row.size.width = x
      x += gap
    }
    place(title, gap: 8)
    guard shades.legend.asksForTicks else {
      let ends = shades.ends.map { tick -> Frame? in
        guard let label = tick.label, !label.isEmpty else { return nil }
        return text.setLabel(label, theme.legendStyle)
      }
      place(ends[0], gap: 4)
      fill(&row, x: x, y: 3, length: 72, isUpright: false)
      x += 72 + 4
      row.size.width = x - 4
      place(ends[1], gap: 0)
      return row
    }
    let length = max(60, min(120, most - x))
    fill(&row, x: x, y: 3, length: length, isUpright: false)
    row.size = Size(width: x + length, height: height + theme.legendSize * 1.2)
    var free = -Points.infinity
    for tick in shades.ticks(count: 5) {
      let words = text.setLabel(tick.label ?? "", theme.legendStyle)
      let middle = x + length * shades.scale.share(of: tick.value)
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

  /// Upright, greatest numbers at the top.
  func column(_ theme: ChartTheme, _ text: any TextSetting) -> Frame {
    var frame = Frame(size: .zero)
    let ticks = shades.ticks(count: 5)
    let length = max(48, Double(ticks.count) * theme.legendSize * 1.6)
    // Half a line of the label at the top may stand above the gradient.
    let top = theme.legendSize / 2
    fill(&frame, x: 0, y: top, length: length, isUpright: true)
    var free = Points.infinity
    for tick in ticks {
      let middle = top + length * (1 - shades.scale.share(of: tick.value))
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
      let color = shades.color(at: (Double(index) + 0.5) / Double(Self.steps))
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

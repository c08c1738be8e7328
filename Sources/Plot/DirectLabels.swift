import Graphics

/// Names of lines at their ends, in place of a legend: nothing has to be looked up.
///
/// They stand in a margin at the right, each as near to its line's end as the others allow, joined to
/// it by a hairline. A chart gets them when colours mean categories, every category is a line that
/// runs into the right third of the chart, and all fit; otherwise it keeps its legend.
struct DirectLabels {
  private struct Entry {
    var group: Int
    var words: Frame
    var color: Color
  }

  private let entries: [Entry]
  private let lineHeight: Points

  static let gap: Points = 6
  /// The most that the margin may take of the chart's width.
  private static let mostWidth = 0.28
  private static let mostCount = 10
  /// Lines that end before this share of the axis are too far from the margin.
  private static let leastEnd = 0.66

  /// - Returns: nil when the chart needs a legend, or has nothing to explain.
  init?(_ model: ChartModel, size: Size, theme: ChartTheme, text: any TextSetting) {
    guard case .categories(let categories, let colors) = model.color, categories.legend.isShown,
      categories.legend.standsDirectly, !model.x.isDiscrete, !model.x.isReversed,
      (2...Self.mostCount).contains(categories.entries.count)
    else { return nil }
    if let shape = model.shape, shape.categories != categories.categories { return nil }
    let drawn = Set(model.layers.map(\.mark.type))
    guard drawn.isSubset(of: [.line, .point, .pareto, .rule, .text]) else { return nil }
    for entry in categories.entries {
      guard let end = Self.ends(of: entry.place, model).last?.x,
        model.x.scale.share(of: end) >= Self.leastEnd
      else { return nil }
    }
    entries = categories.entries.map { entry in
      let color = colors[entry.place].readable(on: theme.background)
      return Entry(
        group: entry.place,
        words: text.setLabel(entry.words, LabelStyle(size: theme.labelSize, color: color)),
        color: colors[entry.place])
    }
    lineHeight = theme.labelSize * 1.3
    let room = size.height * 0.66
    guard width <= size.width * Self.mostWidth, Double(entries.count) * lineHeight <= room else {
      return nil
    }
  }

  /// What the margin takes, without its gap.
  var width: Points { entries.map(\.words.width).max() ?? 0 }

  /// The rows of a group that a line joins, by x.
  private static func ends(of group: Int, _ model: ChartModel) -> [Datum] {
    model.layers.filter { layer in
      layer.mark.type == .line || layer.mark.type == .pareto && layer.mark.front == .group
    }.flatMap { layer -> [Datum] in
      guard layer.mark.type == .pareto else { return layer.rows }
      return ParetoAnalysis(layer, model).fronts.first { $0.group == group }?.members ?? []
    }.filter { $0.group == group && $0.x != nil && $0.y != nil }
      .sorted { ($0.x ?? 0, $0.row) < ($1.x ?? 0, $1.row) }
  }

  func draw(on canvas: inout ChartCanvas) {
    let ends = entries.map { entry in
      Self.ends(of: entry.group, canvas.model).last.flatMap { canvas.point($0) }
        ?? Point(x: canvas.area.maxX, y: canvas.area.midY)
    }
    let order = entries.indices.sorted { (ends[$0].y, $0) < (ends[$1].y, $1) }
    let places = Self.spread(order.map { ends[$0].y }, gap: lineHeight)
    let left = canvas.area.maxX + Self.gap
    for (index, middle) in zip(order, places) {
      let entry = entries[index]
      let end = Point(x: ends[index].x + canvas.theme.pointDiameter / 2 + 1, y: ends[index].y)
      if left - end.x > 7 || abs(middle - end.y) > 2.5 {
        canvas.stroke(
          .line(from: end, to: Point(x: left - 1.5, y: middle)),
          Stroke(color: entry.color.opacity(0.6), width: 0.4))
      }
      canvas.items.append(
        .frame(
          entry.words,
          at: Point(
            x: left, y: middle + 0.36 * canvas.theme.labelSize - entry.words.baseline)))
    }
  }

  /// Moves places apart so that neighbours keep a gap and the sum of squared moves is least.
  ///
  /// Places that are too close form a block that is centred on the mean of what its members want
  /// (pool adjacent violators).
  ///
  /// - Parameter wanted: in ascending order.
  static func spread(_ wanted: [Points], gap: Points) -> [Points] {
    // Without the gaps the places only have to ascend.
    var blocks: [(sum: Points, count: Int)] = []
    for (index, place) in wanted.enumerated() {
      blocks.append((place - Double(index) * gap, 1))
      while blocks.count > 1 {
        let (a, b) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
        guard a.sum / Double(a.count) > b.sum / Double(b.count) else { break }
        blocks.removeLast(2)
        blocks.append((a.sum + b.sum, a.count + b.count))
      }
    }
    let level = blocks.flatMap { Array(repeating: $0.sum / Double($0.count), count: $0.count) }
    return level.enumerated().map { $1 + Double($0) * gap }
  }
}

extension Color {
  /// The colour, darkened until text in it can be read: contrast 4.5 : 1 (WCAG 2, AA).
  func readable(on background: Color) -> Color {
    var color = self
    while color.contrast(with: background) < 4.5, color.red + color.green + color.blue > 0.01 {
      color = Color(red: color.red * 0.94, green: color.green * 0.94, blue: color.blue * 0.94)
    }
    return color
  }
}

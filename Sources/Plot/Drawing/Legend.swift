import Graphics

/// The key to colours and shapes: a title and entries in rows.
struct Legend {
  /// Entries, broken into rows of the width given.
  let frame: Frame

  private enum Symbol {
    case point(PointShape, Color)
    case line(Color, dash: [Points])
    case swatch(Color)
  }

  static let rowHeight: Points = 12

  /// - Returns: nil when there is nothing to explain.
  init?(_ model: ChartModel, width: Points, theme: ChartTheme, text: any TextSetting) {
    var rows: [Frame] = []
    if case .categories(let categories, let colors) = model.color, categories.showsLegend,
      categories.categories.count > 1
    {
      let entries = zip(categories.categories, colors).enumerated().map { index, entry in
        (entry.0, Self.symbol(index, entry.1, model))
      }
      rows += Self.rows(categories.title, entries, width, theme, text)
    }
    if case .shades(let shades) = model.color, shades.showsLegend {
      rows.append(Self.ramp(shades, theme, text))
    }
    if let shape = model.shape, shape.showsLegend, !Self.repeats(shape, model.color) {
      let entries = shape.categories.enumerated().map {
        (
          $1,
          Symbol.point(PointShape.allCases[$0 % PointShape.allCases.count], theme.muted)
        )
      }
      rows += Self.rows(shape.title, entries, width, theme, text)
    }
    guard !rows.isEmpty else { return nil }
    var frame = Frame(
      size: Size(
        width: rows.map(\.width).max() ?? 0, height: Double(rows.count) * Self.rowHeight))
    for (index, row) in rows.enumerated() {
      frame.place(row, at: Point(x: 0, y: Double(index) * Self.rowHeight))
    }
    self.frame = frame
  }

  private static func repeats(_ shape: CategoryModel, _ color: ColorModel) -> Bool {
    if case .categories(let colors, _) = color {
      colors.categories == shape.categories
    } else {
      false
    }
  }

  private static func symbol(_ index: Int, _ color: Color, _ model: ChartModel) -> Symbol {
    let types = Set(model.layers.map(\.mark.type))
    if types.contains(.point) || types.contains(.pareto) {
      let fixed = model.layers.compactMap { layer in
        layer.mark.shape.flatMap(PointShape.index).map { PointShape.allCases[$0] }
      }.first
      let isHollow = model.layers.contains { $0.mark.filled == false && model.shape == nil }
      let shape =
        fixed ?? (isHollow ? PointShape.circle : nil)
        ?? (model.shape == nil
          || repeats(
            model.shape ?? .init(title: "", categories: [], showsLegend: false), model.color)
          ? PointShape.allCases[index % PointShape.allCases.count] : .circle)
      return .point(shape, color)
    }
    return types.contains(.line) || types.contains(.rule) || types.contains(.tick)
      || types.contains(.trail)
      ? .line(color, dash: types.contains(.line) ? Dashes.of(index) : []) : .swatch(color)
  }

  private static func rows(
    _ title: String, _ entries: [(String, Symbol)], _ width: Points, _ theme: ChartTheme,
    _ text: any TextSetting
  ) -> [Frame] {
    var rows: [Frame] = []
    var row = Frame(size: Size(width: 0, height: rowHeight))
    var x: Points = 0
    let baseline = rowHeight / 2 + 0.36 * theme.legendSize
    if !title.isEmpty {
      let words = text.setLabel(
        title, LabelStyle(size: theme.legendSize, color: theme.muted))
      row.place(words, x: 0, baseline: baseline)
      x = words.width + 8
    }
    for (name, symbol) in entries {
      let words = text.setLabel(name, theme.legendStyle)
      let mark: Points = if case .line = symbol { 18 } else { 6 }
      let total = mark + 3 + words.width
      if x > 0, x + total > width {
        rows.append(row)
        row = Frame(size: Size(width: 0, height: rowHeight))
        x = 0
      }
      draw(symbol, at: x, width: mark, theme, on: &row)
      row.place(words, x: x + mark + 3, baseline: baseline)
      row.size.width = x + total
      x += total + 10
    }
    return rows + [row]
  }

  private static func draw(
    _ symbol: Symbol, at x: Points, width: Points, _ theme: ChartTheme, on row: inout Frame
  ) {
    let middle = rowHeight / 2
    let radius = theme.pointDiameter / 2
    switch symbol {
    case .point(let shape, let color):
      row.items.append(
        .path(
          shape.path(
            center: Point(x: x + width / 2, y: middle), area: .pi * radius * radius),
          fill: color, stroke: nil))
    case .line(let color, let dash):
      row.items.append(
        .path(
          .line(from: Point(x: x, y: middle), to: Point(x: x + width, y: middle)), fill: nil,
          stroke: Stroke(color: color, width: theme.lineWidth, dash: dash)))
    case .swatch(let color): row.fill(Rect(x: x, y: middle - 3, width: 6, height: 6), color)
    }
  }

  private static func ramp(
    _ shades: ShadeModel, _ theme: ChartTheme, _ text: any TextSetting
  ) -> Frame {
    var row = Frame(size: Size(width: 0, height: rowHeight))
    let baseline = rowHeight / 2 + 0.36 * theme.legendSize
    var x: Points = 0
    func write(_ words: String, _ style: LabelStyle, gap: Points) {
      let frame = text.setLabel(words, style)
      row.place(frame, x: x, baseline: baseline)
      x += frame.width + gap
    }
    func label(_ value: Double) -> String {
      shades.timeFormat?.text(value) ?? shades.format?.text(value) ?? NumberFormat.plain(value)
    }
    if !shades.title.isEmpty {
      write(shades.title, LabelStyle(size: theme.legendSize, color: theme.muted), gap: 8)
    }
    write(label(shades.domain.lowerBound), theme.legendStyle, gap: 4)
    for index in 0..<24 {
      // Half a point of overlap hides the seams of anti-aliasing.
      row.fill(
        Rect(x: x + Double(index) * 3, y: 3, width: index < 23 ? 3.5 : 3, height: 6),
        shades.ramp.color(at: (Double(index) + 0.5) / 24))
    }
    x += 72 + 4
    write(label(shades.domain.upperBound), theme.legendStyle, gap: 0)
    row.size.width = x
    return row
  }
}

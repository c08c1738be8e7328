import Graphics

/// The key to colours, shapes, dashes, sizes and opacities: a title and entries in rows. Channels of
/// the same categories share their entries.
struct Legend {
  /// Entries, broken into rows of the width given.
  let frame: Frame

  static let rowHeight: Points = 12

  /// - Parameter width: of the rows; 0 puts each entry in a row of its own.
  /// - Returns: nil when there is nothing to explain.
  init?(_ model: ChartModel, width: Points, theme: ChartTheme, text: any TextSetting) {
    let setter = LegendRows(width: width, theme: theme, text: text)
    let rows = Self.guides(model, theme).enumerated().flatMap { index, guide -> [Frame] in
      let rows =
        switch guide.content {
        case .entries(let entries): setter.rows(guide.title, entries)
        case .ramp(let shades): setter.ramp(shades)
        }
      let space = Frame(size: Size(width: 0, height: 5))
      return index > 0 && width == 0 ? [space] + rows : rows
    }
    guard !rows.isEmpty else { return nil }
    var frame = Frame(
      size: Size(
        width: rows.map(\.width).max() ?? 0, height: rows.reduce(0) { $0 + $1.height }))
    var top: Points = 0
    for row in rows {
      frame.place(row, at: Point(x: 0, y: top))
      top += row.height
    }
    self.frame = frame
  }

  private struct Guide {
    enum Content {
      case entries([LegendEntry])
      case ramp(ShadeModel)
    }

    var title: String
    var content: Content
  }

  private static func guides(_ model: ChartModel, _ theme: ChartTheme) -> [Guide] {
    var guides: [Guide] = []
    func add(_ title: String, _ entries: [LegendEntry]) {
      guides.append(Guide(title: title, content: .entries(entries)))
    }
    if case .categories(let categories, let colors) = model.color, categories.showsLegend,
      categories.categories.count > 1
    {
      add(
        categories.title,
        zip(categories.categories, colors).enumerated().map { index, entry in
          LegendEntry(words: entry.0, symbol: symbol(index, entry.1, model, theme))
        })
    }
    if case .shades(let shades) = model.color, shades.showsLegend {
      guides.append(Guide(title: shades.title, content: .ramp(shades)))
    }
    if let shape = model.shape, shape.showsLegend, !repeats(shape, model.color) {
      let shapes = PointShape.allCases
      add(
        shape.title,
        shape.categories.enumerated().map {
          LegendEntry(
            words: $1,
            symbol: .point(shapes[$0 % shapes.count], theme.muted, area: theme.pointArea))
        })
    }
    if let dash = model.dash, dash.showsLegend, dash.categories.count > 1,
      !repeats(dash, model.color)
    {
      add(
        dash.title,
        dash.categories.enumerated().map {
          LegendEntry(words: $1, symbol: .line(theme.muted, dash: Dashes.of($0, model)))
        })
    }
    let points = model.layers.first { [.point, .pareto].contains($0.mark.type) }
    if let size = model.size, size.showsLegend, let points {
      let sizes = PointSizes(points.mark, model, theme)
      add(
        size.title,
        size.samples.map {
          LegendEntry(
            words: size.label($0),
            symbol: .point(.circle, theme.muted.opacity(0.7), area: sizes.area($0)))
        })
    }
    if let opacity = model.opacity, opacity.showsLegend {
      add(
        opacity.title,
        opacity.samples.map {
          let color = theme.ink.opacity(Float(opacity.opacity(of: $0)))
          return LegendEntry(
            words: opacity.label($0),
            symbol: points == nil
              ? .swatch(color) : .point(.circle, color, area: theme.pointArea))
        })
    }
    return guides
  }

  private static func repeats(_ other: CategoryModel?, _ color: ColorModel) -> Bool {
    if let other, case .categories(let colors, _) = color {
      colors.categories == other.categories
    } else {
      false
    }
  }

  private static func symbol(
    _ index: Int, _ color: Color, _ model: ChartModel, _ theme: ChartTheme
  ) -> LegendEntry.Symbol {
    let types = Set(model.layers.map(\.mark.type))
    if types.contains(.point) || types.contains(.pareto) {
      let shapes = PointShape.allCases
      let fixed = model.layers.compactMap { layer in
        layer.mark.shape.flatMap(PointShape.index).map { shapes[$0] }
      }.first
      let isHollow = model.layers.contains { $0.mark.filled == false && model.shape == nil }
      let own = model.shape == nil || repeats(model.shape, model.color)
      let shape = fixed ?? (isHollow || !own ? .circle : shapes[index % shapes.count])
      return .point(shape, color, area: theme.pointArea)
    }
    let isDashed =
      types.contains(.line) && (model.dash == nil || repeats(model.dash, model.color))
    return types.contains(.line) || types.contains(.rule) || types.contains(.tick)
      || types.contains(.trail)
      ? .line(color, dash: isDashed ? Dashes.of(index, model) : []) : .swatch(color)
  }
}

extension ChartTheme {
  /// Of a point drawn as a circle.
  var pointArea: Double { .pi * pointDiameter * pointDiameter / 4 }
}

extension LevelModel {
  fileprivate func label(_ value: Double) -> String {
    format?.text(value) ?? TickFormat.each(nil)(value)
  }
}

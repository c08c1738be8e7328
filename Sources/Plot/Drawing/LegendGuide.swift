import Graphics

/// What one part of a legend explains: a channel, or several of the same categories.
struct LegendGuide {
  enum Content {
    case entries([LegendEntry])
    case ramp(LegendRamp)
  }

  var legend: LegendModel
  var content: Content

  /// The guides of a chart, in order.
  static func all(_ model: ChartModel, _ theme: ChartTheme) -> [LegendGuide] {
    var guides: [LegendGuide] = []
    func add(_ legend: LegendModel, _ entries: [LegendEntry]) {
      if !entries.isEmpty { guides.append(LegendGuide(legend: legend, content: .entries(entries))) }
    }
    func add(_ categories: CategoryModel, _ symbol: (Int) -> LegendEntry.Symbol) {
      add(
        categories.legend,
        categories.entries.map { LegendEntry(words: $0.words, symbol: symbol($0.place)) })
    }
    func add(_ legend: LegendModel, _ ticks: [Tick], _ symbol: (Double) -> LegendEntry.Symbol) {
      add(
        legend,
        ticks.map { LegendEntry(words: $0.label ?? "", symbol: symbol($0.value)) })
    }
    if case .categories(let categories, let colors) = model.color, categories.legend.isShown,
      categories.categories.count > 1
    {
      add(categories) { symbol($0, colors[$0], model, theme) }
    }
    if case .shades(let shades) = model.color, shades.legend.isShown {
      if shades.legend.kind == .symbol {
        add(shades.legend, shades.ticks(count: 5)) {
          symbol(0, shades.color($0), model, theme)
        }
      } else {
        guides.append(LegendGuide(legend: shades.legend, content: .ramp(LegendRamp(shades))))
      }
    }
    if let shape = model.shape, shape.legend.isShown, !model.isExplainedByColor(shape) {
      add(shape) { .point(model.shape($0), theme.muted, area: theme.pointArea) }
    }
    if let dash = model.dash, dash.legend.isShown, dash.categories.count > 1,
      !model.isExplainedByColor(dash)
    {
      add(dash) { .line(theme.muted, dash: Dashes.of($0, model)) }
    }
    let points = model.layers.first { [.point, .pareto].contains($0.mark.type) }
    if let size = model.size, size.legend.isShown, let points {
      let sizes = PointSizes(points, model, theme)
      add(size.legend, size.ticks) {
        .point(.circle, theme.muted.opacity(0.7), area: sizes.area($0))
      }
    }
    if let opacity = model.opacity, opacity.legend.isShown {
      add(opacity.legend, opacity.ticks) {
        let color = theme.ink.opacity(Float(opacity.opacity(of: $0)))
        return points == nil
          ? .swatch(color) : .point(.circle, color, area: theme.pointArea)
      }
    }
    return guides
  }

  private static func symbol(
    _ index: Int, _ color: Color, _ model: ChartModel, _ theme: ChartTheme
  ) -> LegendEntry.Symbol {
    let types = Set(model.layers.map(\.mark.type))
    if types.contains(.point) || types.contains(.pareto) {
      let fixed = model.layers.lazy.compactMap { layer in
        layer.mark.shape.flatMap(PointShape.index).map { PointShape.at($0) }
      }.first
      let isHollow = model.layers.contains { $0.mark.filled == false && model.shape == nil }
      let own = model.shape.map(model.isExplainedByColor) ?? true
      let shape = fixed ?? (isHollow || !own ? .circle : model.shape(index))
      return .point(shape, color, area: theme.pointArea)
    }
    let isDashed =
      types.contains(.line) && (model.dash.map(model.isExplainedByColor) ?? true)
    return types.contains(.line) || types.contains(.rule) || types.contains(.tick)
      || types.contains(.trail)
      ? .line(color, dash: isDashed ? Dashes.of(index, model) : []) : .swatch(color)
  }
}

extension ChartTheme {
  /// Of a point drawn as a circle.
  var pointArea: Double { .pi * pointDiameter * pointDiameter / 4 }
}

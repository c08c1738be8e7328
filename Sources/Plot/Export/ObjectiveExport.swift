import Pareto

/// A chart of several objectives in the marks that Vega-Lite has: lines over objectives for parallel
/// coordinates, with each value as its place between the worst and best; points for a matrix.
struct ObjectiveExport {
  private let view: ObjectiveView

  init(_ view: ObjectiveView) { self.view = view }

  var spec: ChartSpec { view.panels.isEmpty ? lines : matrix }

  private var lines: ChartSpec {
    let table = view.ranked.data
    let count = view.axes.count
    var long = table.rows(view.rows.indices.flatMap { Array(repeating: $0, count: count) })
    let places = view.rows.flatMap { row in
      zip(view.axes, row.values).map { axis, value in
        let share = axis.scale.share(of: value)
        return axis.better == .low ? 1 - share : share
      }
    }
    long =
      long
      .with("line", view.rows.flatMap { Array(repeating: number($0.datum.row + 1), count: count) })
      .with("objective", view.rows.flatMap { _ in view.axes.map { ChartValue.text($0.title) } })
      .with("place", places.map { .number($0) })
      .with("faint", view.rows.flatMap { Array(repeating: faint($0), count: count) })
    var spec = ChartSpec(mark: MarkSpec(.line))
    spec.data = DataSpec(values: long)
    var encoding = view.ranked.encoding
    var x = ChannelSpec(field: "objective", type: .nominal)
    x.sort = .values(view.axes.map { .text($0.title) })
    x.showsTitle = false
    var y = ChannelSpec(field: "place", type: .quantitative)
    y.title = "from worst to best"
    (encoding.x, encoding.y) = (x, y)
    encoding.detail = ChannelSpec(field: "line", type: .nominal)
    encoding.opacity = faintness
    encoding.label = nil
    spec.encoding = encoding
    return spec
  }

  private var matrix: ChartSpec {
    let objectives = view.mark.objectives ?? []
    var spec = ChartSpec()
    spec.data = DataSpec(
      values: view.ranked.data.with("faint", view.rows.map { faint($0) }))
    spec.columns = view.axes.count - 1
    spec.concat = view.panels.map { panel in
      var part = ChartSpec(mark: MarkSpec(.point))
      part.mark?.filled = true
      var encoding = view.ranked.encoding
      func channel(_ index: Int) -> ChannelSpec {
        var channel = objectives[index]
        channel.type = .quantitative
        channel.better = nil
        channel.title = view.axes[index].title
        var scale = channel.scale ?? ScaleSpec()
        scale.zero = scale.zero ?? false
        channel.scale = scale
        return channel
      }
      (encoding.x, encoding.y) = (channel(panel.x), channel(panel.y))
      encoding.opacity = faintness
      encoding.label = nil
      part.encoding = encoding
      return part
    }
    return spec
  }

  private func number(_ value: Int) -> ChartValue { .number(Double(value)) }

  private func faint(_ row: ObjectiveView.Row) -> ChartValue {
    .number(row.isOnFront ? 1 : 0.25)
  }

  private var faintness: ChannelSpec {
    var channel = ChannelSpec(field: "faint", type: .quantitative)
    channel.usesScale = false
    channel.showsLegend = false
    return channel
  }
}

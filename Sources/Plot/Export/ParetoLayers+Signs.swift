import Graphics

/// Bands of uncertain fronts and ideal points.
extension ParetoLayers {
  mutating func addBands(_ fronts: [ParetoAnalysis.Front], _ cell: DrawnPanel) {
    for front in fronts {
      guard let border = FrontBand.border(front, x: cell.plan.x, y: cell.plan.y) else { continue }
      let rows = ChartData([
        ChartColumn("x", values: border.map { .number($0.x.rounded(digits: 6)) }),
        ChartColumn("y", values: border.map { .number($0.near.rounded(digits: 6)) }),
        ChartColumn("y2", values: border.map { .number($0.far.rounded(digits: 6)) }),
      ])
      var area = MarkSpec(.area)
      area.color = lineColor
      area.opacity = 0.13
      var channels = Encoding()
      channels.x = place(encoding.x, "x")
      channels.y = place(encoding.y, "y")
      channels.y?.stack = StackMode.none
      channels.y2 = ChannelSpec(field: "y2")
      add(area, channels, table: rows)
    }
  }

  /// The ideal point.
  mutating func addSigns(_ fronts: [ParetoAnalysis.Front], _ cell: DrawnPanel) {
    guard mark.ideal ?? false else { return }
    let places = fronts.map(\.ideal).filter {
      cell.plan.x.contains($0.x) && cell.plan.y.contains($0.y)
    }
    let rows = ChartData([
      ChartColumn("x", values: places.map { .number($0.x) }),
      ChartColumn("y", values: places.map { .number($0.y) }),
    ])
    var cross = MarkSpec(.text)
    cross.text = "×"
    cross.fontSize = theme.labelSize * 1.6
    cross.color = theme.muted.hexText
    var channels = Encoding()
    channels.x = place(encoding.x, "x")
    channels.y = place(encoding.y, "y")
    add(cross, channels, table: rows)
  }
}

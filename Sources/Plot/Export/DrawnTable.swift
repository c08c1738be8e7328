extension Chart {
  /// The rows that the marks stand for: after transforms, classes and operations on groups, dates
  /// as ISO 8601 writes them. When marks stand for different rows, one table below the other, with
  /// their numbers in a column `part`.
  public var drawnData: ChartData {
    let tables = view.sources.flatMap { source in
      source.whole.map { unit in
        var table = unit.data
        for channel in Channel.allCases {
          guard let used = unit.encoding[channel], let field = used.field,
            used.type == .temporal || unit.hints[channel]?.timeUnit != nil
          else { continue }
          let cells = table.values(field)
          guard cells.contains(where: { $0.number != nil }) else { continue }
          table = table.with(
            field, cells.map { $0.number.map { .text(CalendarDate($0).isoText) } ?? $0 },
            like: field)
        }
        return table
      }
    }
    let stacked = ChartData.stacked(tables, numberedIn: "part")
    let parts = Set(stacked.values("part"))
    return parts.count > 1
      ? stacked : ChartData(Array(stacked.columns.dropFirst()), rowCount: stacked.rowCount)
  }
}

extension ChartView {
  /// What all panels were made from, in order.
  fileprivate var sources: [PanelSource] {
    switch self {
    case .panel(let panel): [panel.source]
    case .facets(let facets): [facets.panel.source]
    case .grid(let grid): grid.views.flatMap(\.sources)
    case .titled(_, let view): view.sources
    case .objectives(let view): [PanelSource(whole: [view.ranked])]
    }
  }
}

extension CalendarDate {
  /// `2026-03-01`, with the time of day when there is one, in UTC.
  var isoText: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = "\(year)-\(two(month + 1))-\(two(day))"
    guard hour != 0 || minute != 0 || second != 0 || millisecond != 0 else { return date }
    let time = "T\(two(hour)):\(two(minute)):\(two(second))"
    guard millisecond != 0 else { return date + time + "Z" }
    let parts = "00\(millisecond)".suffix(3)
    return date + time + "." + parts + "Z"
  }
}

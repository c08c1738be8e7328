/// Puts the bars or areas of one place on top of each other.
///
/// Bars and areas are stacked when a channel divides them and nothing else was said, and always when
/// it was. Negative values stack downwards. The order channel decides who lies below, else the
/// colours.
struct Stacking {
  private let mode: StackMode
  private let alongX: Bool
  /// Whether nothing asks for stacking but rows of one place.
  private let isPlain: Bool

  /// Nil when the unit's rows are not stacked.
  init?(_ unit: ResolvedUnit, _ x: AxisModel, _ y: AxisModel) {
    let encoding = unit.encoding
    guard unit.mark.type == .bar || unit.mark.type == .area else { return nil }
    let asked = encoding.x?.stack ?? encoding.y?.stack
    if asked == StackMode.none { return nil }
    let isDivided =
      encoding.color?.field != nil || encoding.detail?.field != nil || !encoding.details.isEmpty
      || encoding.opacity?.field != nil || encoding.order?.field != nil
    let hasOffset = encoding.xOffset?.field != nil || encoding.yOffset?.field != nil
    // Vega-Lite also stacks the single rows of one place.
    isPlain = asked == nil && !isDivided
    let stacksRows =
      y.conventions.isVegaLite && !hasOffset
      && !unit.hints.values.contains { $0.aggregate != nil }
    guard asked != nil || isDivided && !hasOffset || stacksRows else { return nil }
    alongX = Self.growsAlongX(unit, x, y)
    let (channel, second): (Channel, Channel) = alongX ? (.x, .x2) : (.y, .y2)
    guard let value = encoding[channel], value.field != nil, encoding[second] == nil,
      !(alongX ? x : y).isDiscrete, (alongX ? x : y).kind != .log || asked != nil
    else { return nil }
    // Vega-Lite stacks means as well; sums of means mean nothing.
    if asked == nil, y.conventions.isReport, let operation = unit.hints[channel]?.aggregate,
      !operation.isSummative
    {
      return nil
    }
    mode = asked ?? .zero
  }

  static func growsAlongX(_ unit: ResolvedUnit, _ x: AxisModel, _ y: AxisModel) -> Bool {
    if let orient = unit.mark.orient { return orient == .horizontal }
    if x.isDiscrete != y.isDiscrete { return y.isDiscrete && x.isShown }
    if unit.encoding.y == nil { return unit.encoding.x != nil && x.kind != .time }
    if unit.encoding.x == nil { return false }
    if unit.hints[.y]?.bin != nil || y.kind == .time, x.kind != .time { return true }
    return unit.hints[.x]?.aggregate != nil && unit.hints[.y]?.aggregate == nil
      && unit.hints[.x]?.bin == nil && x.kind != .time
  }

  func apply(to layer: inout ChartLayer) {
    struct Place: Hashable {
      var value: Double
      var offset: Int
    }
    func place(_ row: Datum) -> Place {
      Place(value: (alongX ? row.y : row.x) ?? 0, offset: row.offset)
    }
    func length(_ row: Datum) -> Double { (alongX ? row.x : row.y) ?? 0 }
    if isPlain, Set(layer.rows.map(place)).count == layer.rows.count { return }
    var totals: [Place: Double] = [:]
    for row in layer.rows { totals[place(row), default: 0] += abs(length(row)) }
    let largest = totals.values.max() ?? 0
    var tops: [Place: (up: Double, down: Double)] = [:]
    let order = layer.rows.indices.sorted { a, b in
      let (x, y) = (layer.rows[a], layer.rows[b])
      return (x.order ?? 0, x.group ?? 0, a) < (y.order ?? 0, y.group ?? 0, b)
    }
    for index in order {
      let key = place(layer.rows[index])
      let total = totals[key] ?? 0
      let length = length(layer.rows[index]) * (mode == .normalize && total > 0 ? 1 / total : 1)
      var top = tops[key] ?? (mode == .center ? (largest - total) / 2 : 0, 0)
      let base = length < 0 ? top.down : top.up
      if length < 0 { top.down += length } else { top.up += length }
      tops[key] = top
      if alongX {
        (layer.rows[index].x2, layer.rows[index].x) = (base, base + length)
      } else {
        (layer.rows[index].y2, layer.rows[index].y) = (base, base + length)
      }
    }
  }
}

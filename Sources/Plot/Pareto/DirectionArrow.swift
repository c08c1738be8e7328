import Graphics
import Languages
import Pareto

/// An arrow and the word "better", for the row of the y title: it points where the ideal corner of
/// the chart lies. Beside the title it stands in the same place in every chart and meets no label.
enum DirectionArrow {
  private static let length: Points = 6.5

  /// - Returns: nil when the chart has no front.
  static func frame(_ model: ChartModel, theme: ChartTheme, text: any TextSetting) -> Frame? {
    guard model.layers.contains(where: { $0.mark.type == .pareto }),
      let xBetter = model.x.better, let yBetter = model.y.better
    else { return nil }
    let right = (xBetter == .high) != model.x.isReversed
    let up = (yBetter == .high) != model.y.isReversed
    let style = LabelStyle(size: theme.legendSize, isItalic: true, color: theme.muted)
    let words = text.setLabel(model.terms[.better], style)
    var frame = Frame(
      size: Size(width: length + 4 + words.width, height: words.height), baseline: words.baseline)
    let base = words.baseline
    let tail = Point(x: right ? 0 : length, y: up ? base : base - length)
    let head = Point(x: right ? length : 0, y: up ? base - length : base)
    let stroke = Stroke(color: theme.muted, width: 0.8, cap: .round, join: .round)
    let (sx, sy): (Double, Double) = (right ? -1 : 1, up ? 1 : -1)
    frame.items.append(.path(.line(from: tail, to: head), fill: nil, stroke: stroke))
    frame.items.append(
      .path(
        .polyline([
          Point(x: head.x + sx * 3.4, y: head.y), head, Point(x: head.x, y: head.y + sy * 3.4),
        ]), fill: nil, stroke: stroke))
    frame.place(words, x: length + 4, baseline: base)
    return frame
  }
}

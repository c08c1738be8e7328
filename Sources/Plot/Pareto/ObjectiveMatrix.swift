import Graphics
import Languages
import Pareto

/// Draws a scatter for each pair of objectives, below each other by y and beside each other by x,
/// so that each objective has one scale in its row and one in its column. Each panel has the
/// staircase of its own two objectives; bright are the points on the front of all.
struct ObjectiveMatrix {
  private let view: ObjectiveView
  private let theme: ChartTheme
  private let text: any TextSetting
  private(set) var droppedLabels: [String] = []

  private static let gap: Points = 12

  init(_ view: ObjectiveView, theme: ChartTheme, text: any TextSetting) {
    self.view = view
    self.theme = theme
    self.text = text
  }

  /// - Parameter height: of the whole; from the width when nil.
  mutating func draw(
    width: Points, height: Points?, title: String?
  ) throws(ChartError) -> Frame {
    var frame = Frame(size: Size(width: width, height: 0))
    var looks = view.looks
    looks.y.isShown = false
    looks.x.isShown = false
    let top = ChartPlan.headings(
      looks, title: title, guides: LegendGuide.all(looks, theme), width: width, theme: theme,
      text: text, into: &frame.items)
    let count = Double(view.axes.count - 1)
    let rooms = view.panels.map { AxisRooms($0.model, theme: theme, text: text) }
    let left =
      zip(view.panels, rooms).filter { $0.0.x == 0 }
      .map { $0.1.side($0.0.model.y, height: 80) }.max() ?? 0
    let guess = (width - left - 6 - Self.gap * (count - 1)) / count
    // The last label of an axis may stand over its end.
    let right = max(6, rooms.map { $0.overhang(width: guess) }.max() ?? 0)
    let panelWidth = max((width - left - right - Self.gap * (count - 1)) / count, 30)
    let bottom = rooms.map { $0.bottom(width: panelWidth) }.max() ?? 0
    let header = theme.titleSize * 1.6
    let footer = theme.titleSize * 1.85 + theme.legendSize * 1.3
    let free = height.map { ($0 - top - bottom - footer) / count - header - Self.gap }
    let panelHeight = max(free ?? panelWidth * (count > 2 ? 0.85 : 0.7), 40)
    var shown: Set<String> = []
    var wanted: Set<String> = []
    for panel in view.panels {
      let row = Double(panel.y - 1)
      let area = Rect(
        x: left + Double(panel.x) * (panelWidth + Self.gap),
        y: top + header + row * (panelHeight + header + Self.gap), width: panelWidth,
        height: panelHeight)
      var painter = PanelPainter(theme: theme, text: text)
      let isLast = panel.y == view.axes.count - 1
      frame.items += try painter.items(
        PanelPlan(panel.model, area: area, theme: theme, text: text), showsX: isLast,
        showsY: panel.x == 0, showsXTitle: false)
      let dropped = Set(painter.droppedLabels)
      let names = Set(panel.model.layers.flatMap { $0.rows.compactMap(\.label) })
      wanted.formUnion(names)
      shown.formUnion(names.subtracting(dropped))
      if panel.x == 0 { set(view.axes[panel.y], x: 0, baseline: area.minY - 6, &frame) }
      if isLast {
        let base = area.maxY + bottom + theme.titleSize * 1.4
        let axis = view.axes[panel.x]
        let lines = [
          (text.setLabel(axis.title, theme.titleStyle), base),
          (direction(axis), base + theme.legendSize * 1.3),
        ]
        for (words, baseline) in lines {
          let x = min(max(area.midX - words.width / 2, 0), max(width - words.width, 0))
          frame.place(words, x: x, baseline: baseline)
        }
      }
      frame.size.height = max(frame.size.height, area.maxY + bottom + footer)
    }
    // A row that one panel names is named.
    droppedLabels = wanted.subtracting(shown).sorted()
    return frame
  }

  /// The title of an objective and the direction in which it improves.
  private func heading(_ axis: AxisModel) -> Frame {
    let words = text.setLabel(axis.title, theme.titleStyle)
    let direction = direction(axis)
    var frame = Frame(
      size: Size(width: words.width + 5 + direction.width, height: words.height),
      baseline: words.baseline)
    frame.place(words, x: 0, baseline: words.baseline)
    frame.place(direction, x: words.width + 5, baseline: words.baseline)
    return frame
  }

  private func direction(_ axis: AxisModel) -> Frame {
    text.setLabel(
      axis.conventions.terms[axis.better == .low ? .lowerIsBetter : .higherIsBetter],
      LabelStyle(size: theme.legendSize - 0.5, isItalic: true, color: theme.muted))
  }

  private func set(_ axis: AxisModel, x: Points, baseline: Points, _ frame: inout Frame) {
    frame.place(heading(axis), x: x, baseline: baseline)
  }
}

public import Graphics

/// A chart: data, and how it is drawn. Adapts to the width it is given.
///
///     let chart = try Chart(spec, data: data)
///     let frame = try chart.draw(width: 363, text: setter)
public struct Chart: Drawable {
  let model: ChartModel
  let theme: ChartTheme
  private let spec: ChartSpec
  /// Rows that cannot be drawn and why; never dropped in silence.
  public let exclusions: [ChartExclusion]
  /// Rows that no layer draws, each once, in order; with the reason of the first layer.
  public let undrawnRows: [UndrawnRow]
  /// What the chart states beside the picture: knee point and hypervolume with their definitions.
  public let notes: [String]
  public let altText: String

  /// - Throws: `ChartError` with all mistakes of the specification.
  public init(
    _ spec: ChartSpec, data: ChartData, theme: ChartTheme = .standard
  ) throws(ChartError) {
    var builder = ChartBuilder(spec, data, theme)
    guard let model = builder.build() else { throw ChartError(problems: builder.problems) }
    self.model = model
    self.theme = theme
    self.spec = spec
    exclusions = builder.exclusions
    let drawn = Set(model.layers.flatMap { $0.rows.map(\.row) })
    undrawnRows = builder.gaps.filter { !drawn.contains($0.key) }.sorted { $0.key < $1.key }
      .map { UndrawnRow(row: $0.key, name: $0.value.name, reason: $0.value.reason) }
    let description = ChartDescription(model, exclusions: builder.exclusions)
    altText = description.text
    notes = description.notes
  }

  /// - Throws: `ChartError` when a label that must be kept finds no place.
  public func draw(width: Points, text: any TextSetting) throws -> Frame {
    try layOut(width: width, text: text).frame
  }

  /// Draws the chart and names the labels that found no place.
  public func drawing(width: Points, text: any TextSetting) throws -> Drawing {
    let (frame, dropped) = try layOut(width: width, text: text)
    guard !dropped.isEmpty else { return Drawing(frame: frame) }
    let count = dropped.count == 1 ? "1 label" : "\(dropped.count) labels"
    return Drawing(
      frame: frame,
      omissions: ["there is no room for \(count): " + dropped.joined(separator: ", ")])
  }

  /// Draws the chart and tells which labels found no place.
  func layOut(
    width: Points, text: any TextSetting
  ) throws(ChartError) -> (frame: Frame, droppedLabels: [String]) {
    let width = spec.width ?? width
    let size = Size(width: width, height: spec.height ?? width * theme.heightToWidth)
    let direct = DirectLabels(model, size: size, theme: theme, text: text)
    let plan = ChartPlan(
      model, size: size, title: spec.title, direct: direct, theme: theme, text: text)
    var canvas = ChartCanvas(
      model: model, theme: theme, text: text, x: plan.x, y: plan.y, area: plan.area)
    canvas.drawGrid(plan.xTicks, plan.yTicks)
    for layer in model.layers { MarkRegistry.mark(layer.mark.type).draw(layer, on: &canvas) }
    canvas.drawBase()
    canvas.drawAxisX(plan.xTicks)
    canvas.drawAxisY(plan.yTicks)
    direct?.draw(on: &canvas)
    let dropped = try drawLabels(on: &canvas)
    var frame = Frame(size: size, items: plan.headings)
    frame.items += canvas.items
    return (frame, dropped)
  }

  private func drawLabels(on canvas: inout ChartCanvas) throws(ChartError) -> [String] {
    let places = LabelPlacement.place(canvas.labels, avoiding: canvas.obstacles)
    var dropped: [String] = []
    for (request, place) in zip(canvas.labels, places) {
      guard let place else {
        if request.mustBePlaced {
          throw ChartError(problems: [
            .init(
              path: ["encoding", "label", "keep"],
              message: "there is no room for the label '\(request.words)'",
              help: ["make the chart wider or higher, or keep fewer labels"])
          ])
        }
        if !request.isOwn { dropped.append(request.words) }
        continue
      }
      if let leader = place.leader {
        canvas.stroke(
          .line(from: leader.0, to: leader.1), Stroke(color: theme.muted, width: 0.3))
      }
      canvas.items.append(
        .frame(
          request.frame,
          at: Point(
            x: place.box.minX, y: place.box.minY + request.inkAscent - request.frame.baseline)))
    }
    return dropped
  }
}

public import Graphics

/// A chart: data, and how it is drawn. Adapts to the width it is given.
///
///     let chart = try Chart(spec, data: data)
///     let frame = try chart.draw(width: 363, text: setter)
public struct Chart: Drawable {
  let view: ChartView
  let theme: ChartTheme
  private let spec: ChartSpec
  let conventions: ChartConventions
  /// The rows that it was made from, before its transforms.
  public let data: ChartData
  /// Rows that cannot be drawn and why; never dropped in silence.
  public let exclusions: [ChartExclusion]
  /// Rows that no layer draws, each once, in order; with the reason of the first layer.
  public let undrawnRows: [UndrawnRow]
  /// What of the specification is drawn otherwise than it says.
  public let warnings: [ChartError.Problem]
  /// What the chart states beside the picture: knee point and hypervolume with their definitions.
  public let notes: [String]
  public let altText: String

  /// - Parameters:
  ///   - data: the rows of views that name none of their own.
  ///   - conventions: the defaults where the specification is silent.
  /// - Throws: `ChartError` with all mistakes of the specification.
  public init(
    _ spec: ChartSpec, data: ChartData, theme: ChartTheme = .standard,
    conventions: ChartConventions = .report
  ) throws(ChartError) {
    var builder = ViewBuilder(spec, theme, conventions)
    guard let view = builder.build(spec, data) else {
      throw ChartError(problems: builder.problems)
    }
    self.view = view
    self.theme = theme
    self.spec = spec
    self.data = data
    self.conventions = conventions
    exclusions = builder.exclusions
    undrawnRows = builder.undrawn
    warnings = builder.warnings
    let described = view.models.enumerated().map { index, model in
      ChartDescription(model, exclusions: index == 0 ? builder.exclusions : [])
    }
    altText = described.prefix(12).map(\.text).joined(separator: " ")
    notes = described.flatMap(\.notes)
  }

  /// The first panel.
  var model: ChartModel { view.models[0] }

  /// What it was made from.
  public var specification: ChartSpec { spec }

  /// - Throws: `ChartError` when a label that must be kept finds no place.
  public func draw(width: Points, text: any TextSetting) throws -> Frame {
    try layOut(width: width, text: text).frame
  }

  /// Draws the chart and names the labels that found no place.
  public func drawing(width: Points, text: any TextSetting) throws -> Drawing {
    let (frame, dropped) = try layOut(width: width, text: text)
    guard !dropped.isEmpty else { return Drawing(frame: frame) }
    let count = dropped.count == 1 ? "1 label" : "\(dropped.count) labels"
    let rest = dropped.count > 50 ? " and \(dropped.count - 50) more" : ""
    return Drawing(
      frame: frame,
      omissions: [
        "there is no room for \(count): " + dropped.prefix(50).joined(separator: ", ") + rest
      ])
  }

  /// Where the panels and labels stand at some width.
  func drawnPanels(
    width: Points, text: any TextSetting
  ) throws(ChartError) -> [DrawnPanel] {
    var painter = ViewPainter(theme: theme, text: text, conventions: conventions)
    _ = try painter.draw(view, width: spec.width?.points ?? width)
    return painter.drawn
  }

  /// Draws the chart and tells which labels found no place.
  func layOut(
    width: Points, text: any TextSetting
  ) throws(ChartError) -> (frame: Frame, droppedLabels: [String]) {
    var painter = ViewPainter(theme: theme, text: text, conventions: conventions)
    let title: String? = if case .titled = view { nil } else { spec.title?.text }
    let frame = try painter.draw(
      view, width: spec.width?.points ?? width, title: title.flatMap { $0.isEmpty ? nil : $0 })
    return (frame, painter.droppedLabels)
  }
}

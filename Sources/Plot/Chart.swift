public import Graphics

/// A chart: data, and how it is drawn. Adapts to the width it is given.
///
///     let chart = try Chart(spec, data: data)
///     let frame = try chart.draw(width: 363, text: setter)
public struct Chart: Drawable {
  /// What it was made from.
  public let specification: ChartSpec
  /// The rows that it was made from, before its transforms.
  public let data: ChartData
  let theme: ChartTheme
  let conventions: ChartConventions
  private let contents: ChartContents

  /// - Parameters:
  ///   - data: the rows of views that name none of their own.
  ///   - conventions: the defaults where the specification is silent.
  /// - Throws: `ChartError` with all mistakes of the specification.
  public init(
    _ spec: ChartSpec, data: ChartData, theme: ChartTheme = .standard,
    conventions: ChartConventions = .report
  ) throws(ChartError) {
    self.init(spec, data, theme, conventions)
    _ = try contents.made()
  }

  /// A chart whose mistakes are thrown when it is drawn: until then it can be changed.
  init(
    _ spec: ChartSpec, _ data: ChartData, _ theme: ChartTheme, _ conventions: ChartConventions
  ) {
    (specification, self.data, self.theme) = (spec, data, theme)
    var conventions = conventions
    if let numbers = spec.config?.numbers { conventions.numbers = numbers }
    self.conventions = conventions
    contents = ChartContents(spec, data, theme, conventions)
  }

  /// Rows that cannot be drawn and why; never dropped in silence.
  public var exclusions: [ChartExclusion] { parts.exclusions }
  /// Rows that no layer draws, each once, in order; with the reason of the first layer.
  public var undrawnRows: [UndrawnRow] { parts.undrawnRows }
  /// What of the specification is drawn otherwise than it says.
  public var warnings: [ChartError.Problem] { parts.warnings }
  /// What the chart states beside the picture: knee point and hypervolume with their definitions.
  public var notes: [String] { parts.notes }
  public var altText: String { parts.altText }

  var view: ChartView { parts.view }

  /// The first panel.
  var model: ChartModel { view.models[0] }

  /// Empty when the specification has mistakes, which drawing throws.
  private var parts: ChartContents.Parts {
    (try? contents.made()) ?? ChartContents.Parts()
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
    let view = try contents.made().view
    var painter = ViewPainter(theme: theme, text: text, conventions: conventions)
    _ = try painter.draw(view, width: specification.width?.points ?? width)
    return painter.drawn
  }

  /// Draws the chart and tells which labels found no place.
  func layOut(
    width: Points, text: any TextSetting
  ) throws(ChartError) -> (frame: Frame, droppedLabels: [String]) {
    let view = try contents.made().view
    var painter = ViewPainter(theme: theme, text: text, conventions: conventions)
    let title: String? = if case .titled = view { nil } else { specification.title?.text }
    let frame = try painter.draw(
      view, width: specification.width?.points ?? width,
      title: title.flatMap { $0.isEmpty ? nil : $0 })
    return (frame, painter.droppedLabels)
  }
}

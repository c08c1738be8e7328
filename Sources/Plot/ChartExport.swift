public import Graphics
import Rendering
public import Typography

/// Writes a chart as a file of its own, through Cairo.
public struct ChartExport: Sendable {
  private let fonts: FontLibrary
  private let text: LabelSetter

  public init(fonts: FontLibrary) {
    self.fonts = fonts
    text = LabelSetter(fonts: fonts)
  }

  /// - Parameters:
  ///   - width: in points; 128 mm, the text block of a report, unless given.
  ///   - title: of the picture, for screen readers.
  /// - Throws: `ChartError` or `RenderingError`.
  public func svg(
    _ chart: Chart, width: Points = .millimetres(128), title: String
  ) throws -> [UInt8] {
    try SVGRenderer(fonts: fonts).render(
      chart.draw(width: width, text: text), title: title, description: chart.altText)
  }

  public func pdf(
    _ chart: Chart, width: Points = .millimetres(128), title: String
  ) throws -> [UInt8] {
    try PDFRenderer(fonts: fonts).render(
      chart.draw(width: width, text: text), title: title, description: chart.altText)
  }

  /// - Parameter scale: pixels for each point.
  public func png(
    _ chart: Chart, width: Points = .millimetres(128), scale: Double = 2
  ) throws -> [UInt8] {
    try PNGRenderer(fonts: fonts).render(
      chart.draw(width: width, text: text), scale: scale)
  }
}

/// One way to draw rows. A mark is a file in `Marks/` and a line in `MarkRegistry`.
protocol Mark: Sendable {
  static var type: MarkType { get }
  /// Channels without which it cannot be drawn.
  static var required: [Channel] { get }
  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas)
}

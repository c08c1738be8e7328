import Graphics

/// The text channel's words, centred on their place.
enum TextMark: Mark {
  static let type = MarkType.text
  static let required: [Channel] = [.x, .y, .text]

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    for row in layer.rows {
      guard let point = canvas.point(row), let words = row.text else { continue }
      let color =
        layer.mark.color == nil && row.group == nil
        ? canvas.readableInk(at: point) : canvas.color(of: row, in: layer)
      let size = layer.mark.size ?? canvas.theme.labelSize
      let style = LabelStyle(size: size, color: color)
      // Half the height of a digit above the baseline puts it on the middle.
      canvas.place(words, style, x: point.x, baseline: point.y + 0.36 * size, align: 0.5)
    }
  }
}

import Graphics

/// The text channel's words, centred on their place unless the mark says otherwise.
enum TextPainter: Mark {
  static let type = MarkType.text
  static let required: [Channel] = []

  static func draw(_ layer: ChartLayer, on canvas: inout ChartCanvas) {
    let mark = layer.mark
    for row in layer.rows {
      guard canvas.point(row) != nil, let words = row.text else { continue }
      let point = canvas.place(row, in: layer)
      let size = mark.fontSize ?? mark.size ?? canvas.theme.labelSize
      // About the middle of the words, which need not stand on their place.
      let shift = (0.5 - (mark.align?.share ?? 0.5)) * Double(words.utf8.count) * size * 0.5
      let middle = Point(x: point.x + (mark.dx ?? 0) + shift, y: point.y + (mark.dy ?? 0))
      let color =
        mark.color == nil && row.group == nil && row.shade == nil && row.paint == nil
        ? canvas.readableInk(at: middle) : canvas.color(of: row, in: layer)
      let style = LabelStyle(
        size: size, weight: mark.fontWeight?.isBold ?? false ? .bold : .regular, color: color)
      let (x, y) = (point.x + (mark.dx ?? 0), point.y + (mark.dy ?? 0))
      let align = mark.align?.share ?? 0.5
      // Half the height of a digit above the baseline puts it on the middle.
      guard let angle = mark.angle, angle != 0 else {
        canvas.place(words, style, x: x, baseline: y + 0.36 * size, align: align)
        continue
      }
      let frame = canvas.text.setLabel(words, style)
      var turned = Frame(size: .zero)
      turned.items = [
        .frame(frame, at: Point(x: -frame.width * align, y: 0.36 * size - frame.baseline))
      ]
      canvas.items.append(
        .group(
          turned, transform: Turning.transform(degrees: angle, to: Point(x: x, y: y)), clip: nil))
    }
  }
}

import Graphics
import Typography

extension Line {
  /// What nobody sees that a line is too wide by.
  static let hair: Points = 0.5

  /// The line, set smaller when it is wider than its column, so that nothing stands in the margin.
  func squeezed(into width: Points) -> Line {
    guard overfullBy > Self.hair else { return self }
    let scale = width / (width + overfullBy)
    let (size, baseline) = (frame.size, frame.baseline)
    var line = self
    line.frame = Frame(
      size: Size(width: size.width * scale, height: size.height), baseline: baseline,
      items: [
        .group(
          Frame(size: size, baseline: baseline, items: frame.items),
          transform: .scale(scale, scale).then(.translation(x: 0, y: baseline * (1 - scale))),
          clip: nil)
      ])
    line.contentWidth = min(contentWidth, width)
    return line
  }
}

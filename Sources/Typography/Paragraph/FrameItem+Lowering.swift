import Graphics

extension FrameItem {
  /// From coordinates relative to a line's baseline to those of its frame; links get the line's
  /// height.
  func lowered(by ascent: Points, height: Points) -> FrameItem {
    func down(_ p: Point) -> Point { Point(x: p.x, y: p.y + ascent) }
    switch self {
    case .glyphs(let run, let at): return .glyphs(run, at: down(at))
    case .frame(let frame, let at): return .frame(frame, at: down(at))
    case .image(let image, let rect): return .image(image, in: rect.offsetBy(dx: 0, dy: ascent))
    case .anchor(let name, let at): return .anchor(name, at: Point(x: at.x, y: 0))
    case .beginLink(let target, let rect, let id):
      return .beginLink(
        target, Rect(x: rect.minX, y: 0, width: rect.size.width, height: height), structure: id)
    case .path(let path, let fill, let stroke):
      // Only rules are drawn as paths here.
      let corners = path.elements.map { element -> Path.Element in
        switch element {
        case .move(let p): .move(down(p))
        case .line(let p): .line(down(p))
        case .curve(let a, let b, let c): .curve(down(a), down(b), down(c))
        case .close: .close
        }
      }
      return .path(Path(corners), fill: fill, stroke: stroke)
    default: return self
    }
  }
}

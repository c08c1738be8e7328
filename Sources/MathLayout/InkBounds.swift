public import Graphics
public import Typography

/// Where the ink of a frame lies, which may be less than its box (white space) or more (letters
/// that lean out): what a picture of one formula is cropped to.
public struct InkBounds {
  private let fonts: FontLibrary
  private var low = Point(x: .infinity, y: .infinity)
  private var high = Point(x: -.infinity, y: -.infinity)

  /// The smallest rectangle, in the frame's coordinates, that holds all ink; nil without any.
  ///
  /// - Parameter fonts: the library that the frame was set with.
  public static func of(_ frame: Frame, fonts: FontLibrary) -> Rect? {
    var bounds = InkBounds(fonts: fonts)
    bounds.add(frame, .identity)
    guard bounds.low.x <= bounds.high.x, bounds.low.y <= bounds.high.y else { return nil }
    return Rect(
      x: bounds.low.x, y: bounds.low.y, width: bounds.high.x - bounds.low.x,
      height: bounds.high.y - bounds.low.y)
  }

  private init(fonts: FontLibrary) { self.fonts = fonts }

  private mutating func add(_ frame: Frame, _ transform: Transform) {
    for item in frame.items {
      switch item {
      case .glyphs(let run, let origin): add(run, at: origin, transform)
      case .path(let path, _, let stroke):
        let reach = (stroke?.width ?? 0) / 2
        for point in path.elements.flatMap(\.points) {
          add(
            Rect(x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach),
            transform)
        }
      case .image(_, let rect): add(rect, transform)
      case .frame(let inner, let at):
        add(inner, Transform.translation(x: at.x, y: at.y).then(transform))
      case .group(let inner, let own, _): add(inner, own.then(transform))
      case .anchor, .beginTag, .beginLink, .endTag: break
      }
    }
  }

  private mutating func add(_ run: GlyphRun, at origin: Point, _ transform: Transform) {
    let face = fonts.face(run.font)
    for glyph in run.glyphs {
      let ink = face.extents(glyph.id)
      guard ink.width > 0 || ink.height > 0 else { continue }
      let stretch = Double(run.stretch)
      add(
        Rect(
          x: origin.x + Points(glyph.x) + ink.left * run.size * stretch,
          y: origin.y + Points(glyph.y) - ink.top * run.size,
          width: ink.width * run.size * stretch, height: ink.height * run.size),
        transform)
    }
  }

  private mutating func add(_ rect: Rect, _ transform: Transform) {
    for x in [rect.minX, rect.maxX] {
      for y in [rect.minY, rect.maxY] {
        let corner = transform.apply(to: Point(x: x, y: y))
        low = Point(x: min(low.x, corner.x), y: min(low.y, corner.y))
        high = Point(x: max(high.x, corner.x), y: max(high.y, corner.y))
      }
    }
  }
}

extension Path.Element {
  /// End and control points: they enclose the curve.
  fileprivate var points: [Point] {
    switch self {
    case .move(let point), .line(let point): [point]
    case .curve(let a, let b, let c): [a, b, c]
    case .close: []
    }
  }
}

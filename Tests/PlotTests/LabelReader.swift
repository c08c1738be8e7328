import Graphics

/// Finds the words of a drawing.
enum LabelReader {
  /// The words and where their baselines begin, in the order of drawing.
  static func labels(of frame: Frame, at origin: Point = .zero) -> [(String, Point)] {
    frame.items.flatMap { item -> [(String, Point)] in
      switch item {
      case .glyphs(let run, let at):
        [(String(decoding: run.text, as: UTF8.self), Point(x: origin.x + at.x, y: origin.y + at.y))]
      case .frame(let inner, let at):
        labels(of: inner, at: Point(x: origin.x + at.x, y: origin.y + at.y))
      case .group(let inner, _, _): labels(of: inner, at: origin)
      default: []
      }
    }
  }
}

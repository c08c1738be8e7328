public import Graphics

/// Finds the words of a drawing.
public enum LabelReader {
  /// The words and where their baselines begin, in the order of drawing.
  public static func labels(of frame: Frame, at origin: Point = .zero) -> [(String, Point)] {
    runs(of: frame, at: origin).map { (String(decoding: $0.text, as: UTF8.self), $1) }
  }

  /// The words in order.
  public static func words(of frame: Frame) -> [String] { labels(of: frame).map(\.0) }

  /// The words with the rectangles that they take, from the height of a capital above the baseline.
  public static func boxes(of frame: Frame) -> [(words: String, rect: Rect)] {
    runs(of: frame, at: .zero).map { run, at in
      let height = 0.72 * run.size
      return (
        String(decoding: run.text, as: UTF8.self),
        Rect(x: at.x, y: at.y - height, width: run.width, height: height)
      )
    }
  }

  /// Where turned groups stand is not looked at.
  private static func runs(of frame: Frame, at origin: Point) -> [(GlyphRun, Point)] {
    frame.items.flatMap { item -> [(GlyphRun, Point)] in
      switch item {
      case .glyphs(let run, let at): [(run, Point(x: origin.x + at.x, y: origin.y + at.y))]
      case .frame(let inner, let at):
        runs(of: inner, at: Point(x: origin.x + at.x, y: origin.y + at.y))
      case .group(let inner, _, _): runs(of: inner, at: origin)
      default: []
      }
    }
  }
}

import Graphics
import Typography

/// What tests look at in set lines.
extension Frame {
  /// The runs with their origins, frames inside included.
  var runs: [(run: GlyphRun, at: Point)] {
    items.flatMap { item -> [(run: GlyphRun, at: Point)] in
      switch item {
      case .glyphs(let run, let at): [(run, at)]
      case .frame(let frame, let at):
        frame.runs.map { ($0.run, Point(x: $0.at.x + at.x, y: $0.at.y + at.y)) }
      default: []
      }
    }
  }

  /// The pictures in drawing order.
  var pictures: [ImageResource] {
    items.compactMap { if case .image(let picture, _) = $0 { picture } else { nil } }
  }

  /// The text in drawing order.
  var text: String { runs.map { String(decoding: $0.run.text, as: UTF8.self) }.joined() }
}

extension [Line] {
  /// The words as a reader gets them out of a PDF: divided words joined.
  var words: [String] {
    let text = map(\.frame.text).joined(separator: "\n")
    return text.replacing("\u{AD}\n", with: "").split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }
}

extension String {
  var words: [String] { split(whereSeparator: \.isWhitespace).map(String.init) }
}

extension Typesetter {
  /// A typesetter with the default fonts.
  static func make() throws -> Typesetter { Typesetter(fonts: try FontLibrary()) }
}

/// Real prose, free of copyright: the beginning of a Grimms' tale, as in Knuth and Plass's paper.
let frogKing = """
  In olden times when wishing still helped one, there lived a king whose daughters were all \
  beautiful; and the youngest was so beautiful that the sun itself, which has seen so much, was \
  astonished whenever it shone in her face. Close by the king's castle lay a great dark forest, \
  and under an old lime-tree in the forest was a well, and when the day was very warm, the \
  king's child went out into the forest and sat down by the side of the cool fountain; and when \
  she was bored she took a golden ball, and threw it up on high and caught it; and this ball was \
  her favorite plaything.
  """

import Diagnostics
import Markup

/// Finds where characters stand in the sources, for findings that come up when glyphs are chosen.
struct TextPlaces: ManuscriptWalker {
  private(set) var places: [Unicode.Scalar: SourceSpan] = [:]
  private var wanted: Set<Unicode.Scalar>

  /// The first place of each character in the text of the chapters.
  init(of characters: Set<Unicode.Scalar>, in chapters: [ResolvedDocument]) {
    wanted = characters
    walk(chapters)
  }

  mutating func visit(_ block: Block<Resolved>) {
    guard !wanted.isEmpty else { return }
    switch block {
    case .code(let code): find(code.text, code.span)
    case .math(let math): find(math.tex.text, math.span)
    default: descend(into: block)
    }
  }

  mutating func visit(_ inline: Inline<Resolved>) {
    switch inline {
    case .text(let text, let span), .code(let text, let span): find(text, span)
    case .math(let math): find(math.tex.text, math.span)
    case .image(let image): find(image.alt, image.span)
    default: descend(into: inline)
    }
  }

  /// The character itself where the text stands in the source as it is printed, else the text.
  private mutating func find(_ text: String, _ span: SourceSpan) {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return }
    var offset = 0
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if wanted.remove(scalar) != nil {
        let isVerbatim = Int(span.end - span.start) == text.utf8.count
        places[scalar] =
          isVerbatim
          ? SourceSpan(
            file: span.file, start: Int(span.start) + offset,
            end: Int(span.start) + offset + length) : span
      }
      offset += length
    }
  }
}

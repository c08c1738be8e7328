import Diagnostics
import Markup

/// Finds where characters stand in the sources, for findings that come up when glyphs are chosen.
struct TextPlaces {
  private(set) var places: [Unicode.Scalar: SourceSpan] = [:]
  private var wanted: Set<Unicode.Scalar>

  /// The first place of each character in the text of the chapters.
  init(of characters: Set<Unicode.Scalar>, in chapters: [ResolvedDocument]) {
    wanted = characters
    for chapter in chapters where !wanted.isEmpty {
      find(chapter.blocks)
      for note in chapter.footnotes { find(note.blocks) }
    }
  }

  private mutating func find(_ blocks: [Block<Resolved>]) {
    for block in blocks where !wanted.isEmpty { find(block) }
  }

  private mutating func find(_ block: Block<Resolved>) {
    switch block {
    case .heading(let heading): find(heading.content)
    case .paragraph(let paragraph): find(paragraph.content)
    case .list(let list): for item in list.items { find(item.blocks) }
    case .quote(let inner), .aligned(_, let inner): find(inner.blocks)
    case .callout(let callout):
      find(callout.title)
      find(callout.blocks)
    case .details(let details):
      find(details.title)
      find(details.blocks)
    case .table(let table):
      find(table.caption)
      for row in table.head + table.body.flatMap(\.rows) {
        for cell in row.cells { find(cell.blocks) }
      }
    case .figure(let figure):
      find(figure.caption)
      if case .blocks(let blocks) = figure.content { find(blocks) }
    case .references(let list): for entry in list.entries { find(entry.content) }
    case .code(let code): find(code.text, code.span)
    case .math(let math): find(math.tex.text, math.span)
    case .rule: break
    }
  }

  private mutating func find(_ inlines: [Inline<Resolved>]) {
    for inline in inlines {
      switch inline {
      case .text(let text, let span), .code(let text, let span): find(text, span)
      case .math(let math): find(math.tex.text, math.span)
      case .image(let image): find(image.alt, image.span)
      case .emphasis(let c, _), .strong(let c, _), .strikethrough(let c, _), .underline(let c, _),
        .superscript(let c, _), .subscript(let c, _), .smallCaps(let c, _), .keyboard(let c, _),
        .traced(_, let c):
        find(c)
      case .link(let link): find(link.content)
      default: break
      }
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

import Markup

/// The images that a manuscript names, in reading order.
struct ImageSurvey {
  private var found: [ImageReference] = []

  static func images(in manuscript: Manuscript<Parsed>) -> [ImageReference] {
    var survey = ImageSurvey()
    for chapter in manuscript.chapters {
      survey.read(chapter.blocks)
      for note in chapter.footnotes { survey.read(note.blocks) }
    }
    return survey.found
  }

  private mutating func read(_ blocks: [Block<Parsed>]) {
    for block in blocks { read(block) }
  }

  private mutating func read(_ block: Block<Parsed>) {
    switch block {
    case .heading(let heading): read(heading.content)
    case .paragraph(let paragraph): read(paragraph.content)
    case .list(let list): for item in list.items { read(item.blocks) }
    case .quote(let container), .aligned(_, let container): read(container.blocks)
    case .callout(let callout):
      read(callout.title)
      read(callout.blocks)
    case .details(let details):
      read(details.title)
      read(details.blocks)
    case .table(let table):
      read(table.caption)
      for row in table.head + table.body.flatMap(\.rows) {
        for cell in row.cells { read(cell.blocks) }
      }
      for note in table.notes { read(note) }
    case .figure(let figure):
      read(figure.caption)
      switch figure.content {
      case .image(let image): found.append(image)
      case .blocks(let blocks): read(blocks)
      case .drawing: break
      }
    case .code, .math, .rule, .references, .embed: break
    }
  }

  private mutating func read(_ content: [Inline<Parsed>]) {
    for inline in content {
      switch inline {
      case .image(let image): found.append(image)
      case .emphasis(let inner, _), .strong(let inner, _), .strikethrough(let inner, _),
        .underline(let inner, _), .superscript(let inner, _), .subscript(let inner, _),
        .smallCaps(let inner, _), .keyboard(let inner, _), .traced(_, let inner):
        read(inner)
      case .link(let link): read(link.content)
      case .text, .code, .math, .softBreak, .lineBreak, .footnote, .anchor, .embed: break
      }
    }
  }
}

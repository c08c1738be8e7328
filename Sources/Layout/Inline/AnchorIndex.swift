import Markup

/// The anchors that the pages of a manuscript will have, known before any is made, so that a link
/// to nowhere is found when it is set.
struct AnchorIndex: Sendable {
  private(set) var names: Set<String> = []
  /// The numbers of displayed formulas by label, for references inside of formulas.
  private(set) var equations: [String: String] = [:]

  init(_ chapters: [ResolvedDocument]) {
    for chapter in chapters {
      add(chapter.blocks)
      for note in chapter.footnotes { add(note.blocks) }
    }
  }

  func contains(_ name: String) -> Bool { names.contains(name) }

  private mutating func add(_ label: Label?) {
    if let label { names.insert(label.name) }
  }

  private mutating func add(_ blocks: [Block<Resolved>]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block<Resolved>) {
    switch block {
    case .heading(let heading):
      add(heading.label)
      add(heading.content)
    case .paragraph(let paragraph): add(paragraph.content)
    case .list(let list): for item in list.items { add(item.blocks) }
    case .quote(let quote), .aligned(_, let quote): add(quote.blocks)
    case .callout(let callout): add(callout.blocks)
    case .details(let details):
      add(details.title)
      add(details.blocks)
    case .math(let math):
      add(math.label)
      if let label = math.label, let number = math.number { equations[label.name] = number }
    case .table(let table):
      add(table.label)
      add(table.caption)
      for row in table.head + table.body.flatMap(\.rows) {
        for cell in row.cells { add(cell.blocks) }
      }
    case .figure(let figure):
      add(figure.label)
      add(figure.caption)
      if case .blocks(let blocks) = figure.content { add(blocks) }
    case .references(let list): for entry in list.entries { names.insert(entry.anchor) }
    case .code(let code): add(code.attributes.label)
    case .rule: break
    }
  }

  private mutating func add(_ inlines: [Inline<Resolved>]) {
    for inline in inlines {
      switch inline {
      case .anchor(let name, _): names.insert(name)
      case .emphasis(let c, _), .strong(let c, _), .strikethrough(let c, _), .underline(let c, _),
        .superscript(let c, _), .subscript(let c, _), .smallCaps(let c, _), .keyboard(let c, _),
        .traced(_, let c):
        add(c)
      case .link(let link): add(link.content)
      default: break
      }
    }
  }
}

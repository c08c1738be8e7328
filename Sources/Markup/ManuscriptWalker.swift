/// Goes through a manuscript in reading order. A walker says what it does at a block or an inline;
/// where to go from there stands here once, so that no walker forgets the title of a row group or
/// the note of a table.
public protocol ManuscriptWalker {
  associatedtype Stage: DocumentStage

  /// Called for each block. The default goes on to what the block holds.
  mutating func visit(_ block: Block<Stage>)

  /// Called for each inline. The default goes on to what the inline holds.
  mutating func visit(_ inline: Inline<Stage>)
}

// Inlinable, so that a walk over thousands of pages is compiled for its stage.
extension ManuscriptWalker {
  @inlinable public mutating func visit(_ block: Block<Stage>) { descend(into: block) }

  @inlinable public mutating func visit(_ inline: Inline<Stage>) { descend(into: inline) }

  /// The text of each chapter, then its footnotes.
  @inlinable public mutating func walk(_ chapters: [Document<Stage>]) {
    for chapter in chapters {
      walk(chapter.blocks)
      for note in chapter.footnotes { walk(note.blocks) }
    }
  }

  @inlinable public mutating func walk(_ blocks: [Block<Stage>]) {
    for block in blocks { visit(block) }
  }

  @inlinable public mutating func walk(_ content: [Inline<Stage>]) {
    for inline in content { visit(inline) }
  }

  /// Visits the blocks and inlines directly inside of a block. What is embedded has none.
  @inlinable public mutating func descend(into block: Block<Stage>) {
    switch block {
    case .heading(let heading): walk(heading.content)
    case .paragraph(let paragraph): walk(paragraph.content)
    case .list(let list): for item in list.items { walk(item.blocks) }
    case .quote(let container), .aligned(_, let container): walk(container.blocks)
    case .callout(let callout):
      walk(callout.title)
      walk(callout.blocks)
    case .details(let details):
      walk(details.title)
      walk(details.blocks)
    case .table(let table): descend(into: table)
    case .figure(let figure):
      if case .blocks(let blocks) = figure.content { walk(blocks) }
      walk(figure.caption)
    case .references(let list): for entry in list.entries { walk(entry.content) }
    case .code, .math, .rule, .embed: break
    }
  }

  @inlinable mutating func descend(into table: DocumentTable<Stage>) {
    walk(table.caption)
    for row in table.head { descend(into: row) }
    for group in table.body {
      if let title = group.title { walk(title) }
      for row in group.rows { descend(into: row) }
    }
    for note in table.notes { walk(note) }
  }

  @inlinable mutating func descend(into row: TableRow<Stage>) {
    for cell in row.cells { walk(cell.blocks) }
  }

  /// Visits the inlines directly inside of an inline. What is embedded has none.
  @inlinable public mutating func descend(into inline: Inline<Stage>) {
    switch inline {
    case .emphasis(let content, _), .strong(let content, _), .strikethrough(let content, _),
      .underline(let content, _), .superscript(let content, _), .subscript(let content, _),
      .smallCaps(let content, _), .keyboard(let content, _), .highlight(let content, _),
      .foreign(_, let content, _), .traced(_, let content):
      walk(content)
    case .link(let link): walk(link.content)
    case .text, .code, .math, .image, .softBreak, .lineBreak, .footnote, .anchor, .embed: break
    }
  }
}

import Configuration
import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  /// A table on landscape pages of its own, after the page that mentions it.
  mutating func addLandscape(
    _ table: DocumentTable<Resolved>, _ layout: TableLayout, caption: TableCaption?,
    notes: [VerticalBox], in context: BlockContext
  ) {
    if table.number == nil { pointToNextPage(table, in: context) }
    // Footnotes in cells stand below the table: its pages have no room for others.
    let footnotes = layout.notes.flatMap { galley.notes[$0].lines }
    let list = composeList { composer in
      composer.addTable(table, layout, caption: caption, notes: notes + footnotes, in: context)
    }
    var part = Galley()
    part.items = list.items
    part.items.append(.pageBreak(PageBreak(PageBreak.forced)))
    part.decorations = list.decorations
    part.carries = galley.carries
    let height = landscapeSize.height
    var breaker = PageBreaker(
      part.withoutNotesAndFloats, height: height, rhythm: rhythm, separator: 0, floatGap: 0)
    let pages = breaker.breakPages().map { plan in
      let page = PageContent(part, plan, width: context.width, height: height, composer: self)
      return InsertedPage(content: page.frame, anchors: page.anchors)
    }
    addSpace(displaySpace)
    galley.insertions.append((after: max(0, galley.items.count - 1), pages: pages))
  }

  /// A line where the table would stand, for tables that no text refers to by number.
  private mutating func pointToNextPage(
    _ table: DocumentTable<Resolved>, in context: BlockContext
  ) {
    var inner = bodyContext(in: chapter.section)
    inner.text = styles.caption
    inner.text.color = style.colors.muted
    inner.grid = LineGrid(style.sizes.caption)
    inner.alignment = .left
    let tag = structure.add(.paragraph, in: inner.parent)
    addSpace(displaySpace)
    addLines(
      ParagraphContent("The table stands on the next page.", style: inner.text), in: inner,
      tag: tag, at: nil)
    addSpace(displaySpace)
  }
}

extension Galley {
  /// The items alone, for pages that carry neither footnotes nor floats.
  var withoutNotesAndFloats: Galley {
    var galley = self
    galley.floats = []
    galley.items = ContiguousArray(
      items.filter { if case .float = $0 { false } else { true } }.map { item in
        guard case .box(var box) = item else { return item }
        box.notes = []
        return .box(box)
      })
    return galley
  }
}

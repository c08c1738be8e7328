import Configuration
import Diagnostics
import Graphics
import Languages
import Markup
import Typography

extension Composer {
  /// A table on pages of its own, after the page that mentions it.
  mutating func addPages(
    of table: DocumentTable<Resolved>, isLandscape: Bool, _ compose: (inout Composer) -> Void
  ) {
    if table.number == nil { pointToNextPage(table) }
    let list = composeList(compose)
    var part = Galley()
    part.items = list.items
    part.items.append(.pageBreak(PageBreak(PageBreak.forced)))
    part.decorations = list.decorations
    part.carries = galley.carries
    let size =
      isLandscape ? landscapeSize : Size(width: style.textWidth, height: style.textHeight)
    var breaker = PageBreaker(
      part.withoutNotesAndFloats, height: size.height, rhythm: rhythm, separator: 0, floatGap: 0)
    let pages = breaker.breakPages().map { plan in
      PageContent(part, plan, width: size.width, height: size.height, composer: self)
    }
    addSpace(displaySpace)
    if isLandscape {
      insert(pages)
    } else {
      for (index, page) in pages.enumerated() {
        addAcross(page, height: index < pages.count - 1 ? style.textHeight : page.end)
      }
    }
  }

  /// Landscape pages; between columns they keep their place among what stands across these.
  private mutating func insert(_ pages: [PageContent]) {
    if style.columns > 1 {
      galley.wideFloats.append(
        WideFloat(
          kind: .table, item: galley.items.count, sectionStart: chapter.sectionStart, boxes: [],
          insertion: galley.insertions.count))
    }
    let inserted = pages.map { InsertedPage(content: $0.frame, anchors: $0.anchors) }
    galley.insertions.append((after: max(0, galley.items.count - 1), pages: inserted))
  }

  /// A page's worth of a table, or what is left of it on its last page: text follows below.
  private mutating func addAcross(_ page: PageContent, height: Points) {
    let box = VerticalBox(page.frame, height: height, tag: .document)
    galley.wideFloats.append(
      WideFloat(
        kind: .table, item: galley.items.count, sectionStart: chapter.sectionStart, boxes: [box],
        anchors: page.anchors))
  }

  /// A line where the table would stand, for tables that no text refers to by number.
  private mutating func pointToNextPage(
    _ table: DocumentTable<Resolved>
  ) {
    var inner = bodyContext(in: chapter.section)
    inner.text = styles.caption
    inner.text.color = style.colors.muted
    inner.grid = LineGrid(style.sizes.caption)
    inner.alignment = .left
    let tag = structure.add(.paragraph, in: inner.parent)
    addSpace(displaySpace)
    addLines(
      ParagraphContent(styles.terms.tableFollows, style: inner.text), in: inner,
      tag: tag, at: nil)
    addSpace(displaySpace)
  }
}

extension Composer {
  /// The footnotes of a table's cells, to stand below the table where its page has no room for
  /// others.
  func footnotes(of layout: TableLayout) -> [VerticalBox] {
    layout.notes.flatMap { galley.notes[$0].lines }
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

import Configuration
import Graphics
import Typography

/// Makes pages of galleys: breaks, content, running heads, numbers.
struct PageAssembly {
  private(set) var pages: [Page] = []
  /// Where works are cited, in a report that lists them with their pages.
  private(set) var citations = CitationPages()
  private let recordsCitations: Bool
  private var pageOfAnchor: [String: String] = [:]
  private let furniture: PageFurniture
  private let style: PageStyle

  /// - Parameter recordsCitations: whether the pages of citations are asked for.
  init(_ styles: TextStyles, recordsCitations: Bool) {
    self.recordsCitations = recordsCitations
    furniture = PageFurniture(styles)
    style = styles.page
  }

  /// The number of the page where an anchor stands.
  func label(of anchor: String) -> String { pageOfAnchor[anchor] ?? "" }

  /// Adds a chapter's pages. Each file of a manuscript that is no chapter of a book is a galley of
  /// its own, too.
  ///
  /// - Parameters:
  ///   - title: what stands across the top of the first page.
  ///   - head: the running head; the chapter's title when nil.
  ///   - isPart: whether the first page is the title of a part, which prints no number.
  ///   - opensPages: whether each title of the first level begins a page.
  mutating func add(
    _ galley: Galley, title: [VerticalBox] = [], head: String? = nil, isPart: Bool = false,
    opensPages: Bool = false, _ composer: inout Composer
  ) {
    let first = pages.count
    defer {
      if recordsCitations {
        for index in first..<pages.count {
          citations.add(pages[index].content, label: pages[index].label, index: index)
        }
      }
    }
    let layouts = layouts(of: galley, columns: style.columns, title: title, composer)
    let chapter = composer.outline.last.map(\.chapter)
    let titles = composer.outline.filter { $0.chapter == chapter && $0.level == 1 }
    var head = head ?? titles.first?.title ?? ""
    if layouts.isEmpty {
      for page in galley.insertions.flatMap(\.pages) {
        addInserted(page, of: galley, head: head, &composer)
      }
    }
    for (index, layout) in layouts.enumerated() {
      let label = String(pages.count + 1)
      let (frame, anchors) = content(
        layout, of: galley, width: style.columnWidth, title: index == 0 ? title : [], composer)
      for anchor in anchors { pageOfAnchor[anchor] = label }
      if isPart, index == 0 {
        pages.append(
          Page(
            size: style.paper, content: frame, furniture: Frame(size: style.paper), label: label))
        continue
      }
      let opening =
        opensPages ? titles.last { title in anchors.contains { $0 == title.anchor } } : nil
      if let opening { head = opening.title }
      add(
        frame, of: galley, head: index == 0 || opening != nil ? nil : head, label: label, &composer)
      for insertion in layout.insertions {
        for page in galley.insertions[insertion].pages {
          addInserted(page, of: galley, head: head, &composer)
        }
      }
    }
  }

  private func layouts(
    of galley: Galley, columns: Int, title: [VerticalBox], _ composer: Composer
  ) -> [PageLayout] {
    PageLayouter(
      galley: galley, columns: columns, height: style.textHeight, rhythm: composer.rhythm,
      separator: Composer.noteSeparator, floatGap: composer.floatGap,
      titleHeight: title.reduce(0) { $0 + $1.height }
    ).pages()
  }

  /// Everything on a page, in the coordinates of the paper.
  private func content(
    _ layout: PageLayout, of galley: Galley, width: Points, title: [VerticalBox],
    _ composer: Composer
  ) -> (frame: Frame, anchors: [String]) {
    var frame = Frame(size: style.paper)
    var anchors: [String] = []
    var across = TaggedContent()
    var y: Points = 0
    func place(_ boxes: [VerticalBox]) {
      for box in boxes {
        across.place(box, x: 0, y: y)
        y += box.height
        anchors += box.anchors
      }
    }
    place(title)
    for float in layout.wideFloats {
      place(galley.wideFloats[float].boxes)
      anchors += galley.wideFloats[float].anchors
      y += composer.floatGap
    }
    y = layout.top + layout.height
    for float in layout.footFloats {
      y += composer.floatGap
      place(galley.wideFloats[float].boxes)
      anchors += galley.wideFloats[float].anchors
    }
    let origin = Point(x: style.textLeft, y: style.textTop)
    let items = across.finish()
    if !items.isEmpty {
      let height = layout.footFloats.isEmpty ? layout.top : y
      frame.place(
        Frame(size: Size(width: style.textWidth, height: height), items: items), at: origin)
    }
    for (index, plan) in layout.columns.enumerated() {
      let column = PageContent(
        galley, plan, width: width, height: layout.height, composer: composer)
      anchors += column.anchors
      let place = galley.runsRightToLeft ? layout.columns.count - 1 - index : index
      frame.place(
        column.frame,
        at: Point(
          x: origin.x + Double(place) * (width + style.columnGap), y: origin.y + layout.top))
    }
    return (frame, anchors)
  }

  private mutating func add(
    _ frame: Frame, of galley: Galley, head: String?, label: String, _ composer: inout Composer
  ) {
    pages.append(
      Page(
        size: style.paper, content: frame,
        furniture: furniture.frame(
          head: head, label: label, paper: style.paper,
          isReversed: galley.runsRightToLeft, typesetter: &composer.typesetter),
        label: label))
  }

  private mutating func addInserted(
    _ page: InsertedPage, of galley: Galley, head: String, _ composer: inout Composer
  ) {
    let label = String(pages.count + 1)
    for anchor in page.anchors { pageOfAnchor[anchor] = label }
    let paper = Size(width: style.paper.height, height: style.paper.width)
    var frame = Frame(size: paper)
    frame.place(page.content, at: Point(x: .millimetres(22), y: .millimetres(24)))
    pages.append(
      Page(
        size: paper, content: frame,
        furniture: furniture.frame(
          head: head, label: label, paper: paper, isReversed: galley.runsRightToLeft,
          typesetter: &composer.typesetter),
        label: label))
  }

  /// A document without content has one empty page: there are no PDFs without pages.
  mutating func addEmptyPage() {
    pages.append(
      Page(
        size: style.paper, content: Frame(size: style.paper), furniture: Frame(size: style.paper),
        label: "1"))
  }

  // MARK: Front matter

  func titlePage(_ content: Frame) -> Page {
    var frame = Frame(size: style.paper)
    frame.place(content, at: Point(x: style.textLeft, y: style.textTop))
    return Page(size: style.paper, content: frame, furniture: Frame(size: style.paper), label: "i")
  }

  /// Pages numbered in Roman numerals.
  ///
  /// - Parameter title: what stands at the top of the first page.
  func frontPages(
    _ galley: Galley, title: [VerticalBox], head: String, after count: Int,
    _ composer: inout Composer
  ) -> [Page] {
    layouts(of: galley, columns: 1, title: title, composer).enumerated().map { index, layout in
      let label = RomanNumeral.lowercase(count + index + 1)
      let (frame, _) = content(
        layout, of: galley, width: style.textWidth, title: index == 0 ? title : [], composer)
      return Page(
        size: style.paper, content: frame,
        furniture: furniture.frame(
          head: index == 0 ? nil : head, label: label, paper: style.paper,
          isReversed: galley.runsRightToLeft, typesetter: &composer.typesetter),
        label: label)
    }
  }
}

import Configuration
import Graphics
import Typography

/// Makes pages of galleys: breaks, content, running heads, numbers.
struct PageAssembly {
  private(set) var pages: [Page] = []
  private var pageOfAnchor: [String: String] = [:]
  private let furniture: PageFurniture
  private let style: PageStyle

  init(_ styles: TextStyles) {
    furniture = PageFurniture(styles)
    style = styles.page
  }

  /// The number of the page where an anchor stands.
  func label(of anchor: String) -> String { pageOfAnchor[anchor] ?? "" }

  /// Adds a chapter's pages. A chapter that does not open a page still begins one, because each
  /// file of a manuscript is its own galley.
  mutating func add(_ galley: Galley, _ composer: inout Composer) {
    let plans = plans(of: galley, composer)
    let chapter = composer.outline.last.map(\.chapter)
    let head = composer.outline.first { $0.chapter == chapter && $0.level == 1 }?.title
    if plans.isEmpty {
      for page in galley.insertions.flatMap(\.pages) {
        addInserted(page, head: head ?? "", &composer)
      }
    }
    for (index, plan) in plans.enumerated() {
      addPage(
        PageContent(
          galley, plan, width: style.textWidth, height: style.textHeight, composer: composer),
        head: index == 0 ? nil : head ?? "", paper: style.paper, &composer)
      for insertion in galley.insertions
      where plan.items.contains(insertion.after)
        || (plan.items.isEmpty && plan.items.lowerBound == insertion.after)
      {
        for page in insertion.pages { addInserted(page, head: head ?? "", &composer) }
      }
    }
  }

  private func plans(of galley: Galley, _ composer: Composer) -> [PagePlan] {
    var breaker = PageBreaker(
      galley, height: style.textHeight, rhythm: composer.rhythm,
      separator: Composer.noteSeparator, floatGap: composer.floatGap)
    return breaker.breakPages()
  }

  private mutating func addPage(
    _ content: PageContent, head: String?, paper: Size, _ composer: inout Composer
  ) {
    let label = String(pages.count + 1)
    for anchor in content.anchors { pageOfAnchor[anchor] = label }
    var frame = Frame(size: paper)
    frame.place(content.frame, at: Point(x: style.textLeft, y: style.textTop))
    pages.append(
      Page(
        size: paper, content: frame,
        furniture: furniture.frame(
          head: head, label: label, paper: paper, typesetter: &composer.typesetter),
        label: label))
  }

  private mutating func addInserted(
    _ page: InsertedPage, head: String, _ composer: inout Composer
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
          head: head, label: label, paper: paper, typesetter: &composer.typesetter),
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
  func frontPages(_ galley: Galley, head: String, after count: Int, _ composer: inout Composer)
    -> [Page]
  {
    plans(of: galley, composer).enumerated().map { index, plan in
      let label = RomanNumeral.lowercase(count + index + 1)
      let content = PageContent(
        galley, plan, width: style.textWidth, height: style.textHeight, composer: composer)
      var frame = Frame(size: style.paper)
      frame.place(content.frame, at: Point(x: style.textLeft, y: style.textTop))
      return Page(
        size: style.paper, content: frame,
        furniture: furniture.frame(
          head: index == 0 ? nil : head, label: label, paper: style.paper,
          typesetter: &composer.typesetter),
        label: label)
    }
  }
}

import CCairo
import Graphics

/// Opens and closes cairo's tags as content asks for them.
///
/// Cairo 1.16 marks content only under tags without children: text beside a link in one paragraph
/// would belong to nothing. So tags are written flat, one leaf for each stretch of content of one
/// element, inside a single Document element that keeps links sound; the structure pass builds the
/// real tree. A leaf stays open until content of another element comes, so an element that is
/// reopened on every line costs nothing.
struct TagWriter {
  private(set) var content = MarkedContent()
  private let context: OpaquePointer
  private let structure: StructureTree
  private var stack: [StructureID] = []
  private var open: (element: StructureID, tag: String)?

  init(context: OpaquePointer, structure: StructureTree) {
    self.context = context
    self.structure = structure
  }

  func beginDocument() { cairo_tag_begin(context, "Document", nil) }
  func endDocument() { cairo_tag_end(context, "Document") }
  mutating func beginPage() { content.pages.append(.init()) }

  mutating func endPage() {
    precondition(stack.isEmpty, "tags are balanced within a page")
    closeLeaf()
  }

  mutating func begin(_ element: StructureID) { stack.append(element) }

  /// - Parameter rect: on the page.
  mutating func beginLink(_ target: LinkTarget, _ rect: Rect, _ element: StructureID) {
    closeLeaf()
    let place =
      "rect=[\(short(rect.minX)) \(short(rect.minY)) \(short(rect.size.width)) "
      + "\(short(rect.size.height))]"
    let goal =
      switch target {
      case .url(let url): "uri='\(url.asciiURL)'"
      case .anchor(let name): "dest='\(name.destinationName)'"
      }
    let page = content.pages.count - 1
    content.pages[page].links.append((element, content.pages[page].marks.count, target))
    openLeaf(element, tag: "Link", attributes: place + " " + goal)
    stack.append(element)
  }

  /// Whether the content that follows belongs straight to a picture or a formula.
  var isInPicture: Bool {
    guard let element = stack.last else { return false }
    let role = structure[element].role
    return role == .figure || role == .formula
  }

  /// Remembers where a picture or formula stands; the first page of several counts.
  ///
  /// - Parameter rect: on the page.
  mutating func add(bounds rect: Rect) {
    guard let element = stack.last else { return }
    let page = content.pages.count - 1
    if let known = content.bounds[element] {
      if known.page == page { content.bounds[element]?.rect = known.rect.union(rect) }
    } else {
      content.bounds[element] = .init(page: page, rect: rect)
    }
  }

  mutating func end() {
    precondition(!stack.isEmpty, "each endTag closes a tag of its own frame")
    stack.removeLast()
  }

  /// Content follows: see that it is marked with the innermost element, or with none.
  @inline(__always)
  mutating func prepareContent() {
    if let wanted = stack.last {
      if open?.element != wanted { switchLeaf(to: wanted) }
    } else if open != nil {
      closeLeaf()
    }
  }

  /// What follows is a stretch of its own, even of the same element.
  mutating func breakContent() { closeLeaf() }

  private mutating func switchLeaf(to element: StructureID) {
    closeLeaf()
    let role = structure[element].role
    // A second stretch of a link must not become a second annotation.
    openLeaf(element, tag: role == .link || role == .document ? "Span" : role.rawValue)
  }

  private mutating func openLeaf(_ element: StructureID, tag: String, attributes: String? = nil) {
    content.pages[content.pages.count - 1].marks.append(element)
    cairo_tag_begin(context, tag, attributes)
    open = (element, tag)
  }

  private mutating func closeLeaf() {
    guard let leaf = open else { return }
    cairo_tag_end(context, leaf.tag)
    open = nil
  }

  /// Names a place of the page for links and the outline.
  func anchor(_ name: String, at point: Point) {
    cairo_tag_begin(
      context, CAIRO_TAG_DEST,
      "name='\(name.destinationName)' x=\(short(point.x)) y=\(short(point.y))")
    cairo_tag_end(context, CAIRO_TAG_DEST)
  }

  private func short(_ value: Points) -> String {
    let text = String((value * 100).rounded() / 100)
    // Cairo's attribute parser knows no exponents; such lengths are off every page anyway.
    return text.utf8.contains(UInt8(ascii: "e")) ? "0" : text
  }
}

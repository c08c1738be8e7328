import Graphics

/// Turns the structure tree and the marked content of the pages into PDF objects.
///
///     StructTreeRoot ── Document ── Sect ── P ── K [0 /Link 2]     0, 2: marked content of a page
///          └── ParentTree   page → elements of its marks, link annotation → its element
///
/// An element is one object however often it was opened; elements without any content are left
/// out, but for the cells that keep a table regular. Source: ISO 32000-1, 14.7.
struct StructureTreeWriter {
  /// Object numbers that the file already has.
  struct Places {
    var pages: [Int]
    /// For each page, its link annotations in drawing order.
    var annotations: [[Int]]
  }

  /// A mark or a link annotation of an element.
  private struct Own {
    var page: Int32
    var index: Int32
    var isAnnotation: Bool
    /// Place in the order of drawing.
    var order: Int32
    /// The element's next one, -1 for none.
    var next: Int32 = -1
  }

  private static let never = Int32.max

  private let tree: StructureTree
  private let content: MarkedContent
  private let places: Places
  private let language: String
  private let pageHeights: [Points]
  // Lists by element, chained through indices: one allocation each instead of one for each element.
  private var own: [Own] = []
  private var firstOwn: [Int32]
  private var lastOwn: [Int32]
  private var firstChild: [Int32]
  private var nextSibling: [Int32]
  /// When an element or what is in it was first drawn.
  private var firstOrder: [Int32]
  /// Position among the objects to write; -1 for elements left out.
  private var position: [Int32]
  private var elementCount = 0
  /// The number of the first element; the others follow, then the arrays of the pages.
  private var first = 0
  private var root = 0

  init(document: PagedDocument, content: MarkedContent, places: Places) {
    tree = document.structure
    language = document.metadata.language
    pageHeights = document.pages.map(\.size.height)
    self.content = content
    self.places = places
    let none = [Int32](repeating: -1, count: tree.elements.count)
    (firstOwn, lastOwn, firstChild, nextSibling, position) = (none, none, none, none, none)
    firstOrder = [Int32](repeating: Self.never, count: tree.elements.count)
    collectOwn()
    chooseElements()
  }

  private mutating func collectOwn() {
    var order: Int32 = 0
    for (page, marks) in content.pages.enumerated() {
      var link = 0
      for (index, element) in marks.marks.enumerated() {
        while link < marks.links.count, marks.links[link].mark == index {
          add(page, link, isAnnotation: true, order, to: marks.links[link].element)
          link += 1
        }
        add(page, index, isAnnotation: false, order, to: element)
        order += 1
      }
    }
  }

  private mutating func add(
    _ page: Int, _ index: Int, isAnnotation: Bool, _ order: Int32, to element: StructureID
  ) {
    let id = Int(element.rawValue)
    let this = Int32(own.count)
    own.append(
      Own(page: Int32(page), index: Int32(index), isAnnotation: isAnnotation, order: order))
    if lastOwn[id] < 0 { firstOwn[id] = this } else { own[Int(lastOwn[id])].next = this }
    lastOwn[id] = this
    firstOrder[id] = min(firstOrder[id], order)
  }

  private mutating func chooseElements() {
    let elements = tree.elements
    // Parents are made before their children, so one backward walk brings content up …
    for id in elements.indices.dropFirst().reversed() where firstOrder[id] != Self.never {
      let parent = Int(elements[id].parent.rawValue)
      precondition(parent < id, "a parent element is made before its children")
      firstOrder[parent] = min(firstOrder[parent], firstOrder[id])
    }
    // … one forward walk keeps what is needed …
    for id in elements.indices {
      let role = elements[id].role
      let isCell = role == .tableRow || role == .tableCell || role == .tableHeader
      guard
        id == 0 || firstOrder[id] != Self.never
          || isCell && position[Int(elements[id].parent.rawValue)] >= 0
      else { continue }
      position[id] = Int32(elementCount)
      elementCount += 1
    }
    // … and another backward one chains children in reading order.
    for id in elements.indices.dropFirst().reversed() where position[id] >= 0 {
      let parent = Int(elements[id].parent.rawValue)
      nextSibling[id] = firstChild[parent]
      firstChild[parent] = Int32(id)
    }
  }

  /// Adds the tree to a file.
  /// - Returns: the number of the StructTreeRoot.
  mutating func write(to file: inout PDFWriter) -> Int {
    root = file.nextNumber
    first = root + 1
    file.add { writeRoot(to: &$0) }
    for id in tree.elements.indices where position[id] >= 0 {
      file.add { write(id, to: &$0) }
    }
    for page in content.pages {
      file.add { out in
        out.append("[")
        for element in page.marks {
          out.append(reference: number(element))
          out.append(" ")
        }
        out.append("]")
      }
    }
    return root
  }

  /// Pages have StructParents 0, 1, 2 …; annotations follow.
  private func writeRoot(to out: inout PDFBytes) {
    out.append("<</Type/StructTreeRoot/K ")
    out.append(reference: first)
    out.append("/ParentTree<</Nums[")
    for page in content.pages.indices {
      out.append(page)
      out.append(" ")
      out.append(reference: first + elementCount + page)
      out.append(" ")
    }
    var key = content.pages.count
    for page in content.pages {
      for link in page.links {
        out.append(key)
        out.append(" ")
        out.append(reference: number(link.element))
        out.append(" ")
        key += 1
      }
    }
    out.append("]>>/ParentTreeNextKey ")
    out.append(key)
    let notes = tree.elements.indices.filter {
      tree.elements[$0].role == .note && position[$0] >= 0
    }
    if !notes.isEmpty {
      out.append("/IDTree<</Names[")
      for note in notes {
        out.append(text: Self.name(ofNote: note))
        out.append(" ")
        out.append(reference: first + Int(position[note]))
        out.append(" ")
      }
      out.append("]>>")
    }
    out.append(">>")
  }

  private func number(_ element: StructureID) -> Int {
    first + Int(position[Int(element.rawValue)])
  }

  private func write(_ id: Int, to out: inout PDFBytes) {
    let element = tree.elements[id]
    out.append("<</S/")
    out.append(text: element.role.rawValue)
    out.append("/P ")
    out.append(reference: id == 0 ? root : number(element.parent))
    let page = firstOwn[id] < 0 ? -1 : own[Int(firstOwn[id])].page
    if page >= 0 {
      out.append("/Pg ")
      out.append(reference: places.pages[Int(page)])
    }
    if firstOwn[id] >= 0 || firstChild[id] >= 0 {
      out.append("/K[")
      writeKids(of: id, page: page, to: &out)
      out.append("]")
    }
    writeAttributes(element, isRoot: id == 0, to: &out)
    writeLayout(id, element, to: &out)
    out.append(">>")
  }

  /// Children in reading order, own content between them where it was drawn.
  private func writeKids(of id: Int, page: Int32, to out: inout PDFBytes) {
    var mark = firstOwn[id]
    var child = firstChild[id]
    while child >= 0 {
      let start = firstOrder[Int(child)]
      while mark >= 0, start != Self.never, own[Int(mark)].order < start {
        write(own[Int(mark)], page: page, to: &out)
        mark = own[Int(mark)].next
      }
      out.append(reference: first + Int(position[Int(child)]))
      out.append(" ")
      child = nextSibling[Int(child)]
    }
    while mark >= 0 {
      write(own[Int(mark)], page: page, to: &out)
      mark = own[Int(mark)].next
    }
  }

  private func write(_ own: Own, page: Int32, to out: inout PDFBytes) {
    if own.isAnnotation {
      out.append("<</Type/OBJR/Pg ")
      out.append(reference: places.pages[Int(own.page)])
      out.append("/Obj ")
      out.append(reference: places.annotations[Int(own.page)][Int(own.index)])
      out.append(">>")
    } else if own.page == page {
      out.append(Int(own.index))
      out.append(" ")
    } else {
      out.append("<</Type/MCR/Pg ")
      out.append(reference: places.pages[Int(own.page)])
      out.append("/MCID ")
      out.append(Int(own.index))
      out.append(">>")
    }
  }

  private func writeAttributes(
    _ element: StructureElement, isRoot: Bool, to out: inout PDFBytes
  ) {
    func text(_ key: StaticString, _ value: String?) {
      guard let value else { return }
      out.append(key)
      out.append(text: PDFText.string(value))
    }
    text("/Alt", element.altText)
    text("/ActualText", element.actualText)
    text("/Lang", element.language ?? (isRoot ? language : nil))
    if let numbering = element.listNumbering {
      out.append("/A<</O/List/ListNumbering/")
      out.append(text: numbering.rawValue)
      out.append(">>")
    }
    guard element.scope != nil || element.columnSpan > 1 || element.rowSpan > 1 else { return }
    out.append("/A<</O/Table")
    if let scope = element.scope {
      out.append("/Scope/")
      out.append(text: scope.rawValue)
    }
    if element.columnSpan > 1 {
      out.append("/ColSpan ")
      out.append(element.columnSpan)
    }
    if element.rowSpan > 1 {
      out.append("/RowSpan ")
      out.append(element.rowSpan)
    }
    out.append(">>")
  }

  /// The place of pictures and formulas (14.8.5.4.5), the names of footnotes.
  private func writeLayout(_ id: Int, _ element: StructureElement, to out: inout PDFBytes) {
    if element.role == .note {
      out.append("/ID")
      out.append(text: Self.name(ofNote: id))
    }
    guard element.role == .figure || element.role == .formula,
      let bounds = content.bounds[StructureID(rawValue: Int32(id))]
    else { return }
    let height = pageHeights[bounds.page]
    func short(_ value: Points) -> String { String((value * 100).rounded() / 100) }
    let rect = bounds.rect
    let corners = [rect.minX, height - rect.maxY, rect.maxX, height - rect.minY]
    out.append(
      text: "/A<</O/Layout/BBox[\(corners.map(short).joined(separator: " "))]/Placement/"
        + (element.parent == .document || isBlock(element) ? "Block" : "Inline") + ">>")
  }

  /// Whether a picture or formula stands on its own, and not in a line of text.
  private func isBlock(_ element: StructureElement) -> Bool {
    switch tree[element.parent].role {
    case .section, .part, .division, .blockQuote, .listBody, .document, .note: true
    default: false
    }
  }

  /// As wide as all others, so that the names are in order.
  private static func name(ofNote id: Int) -> String {
    let digits = String(id)
    return "(note-" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits + ")"
  }
}

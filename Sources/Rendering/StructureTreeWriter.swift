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
    /// The number of the StructTreeRoot object.
    var root: Int
    /// Numbers for elements and page arrays: `first`, `first + 1` …
    var first: Int
  }

  private enum Kid {
    case element(Int)
    case mark(page: Int, index: Int)
    case annotation(page: Int, index: Int)
  }

  private let tree: StructureTree
  private let content: MarkedContent
  private let language: String
  /// Own marks and annotations of each element, in drawing order, with their place in that order.
  private var own: [[(order: Int, kid: Kid)]]
  private var firstOrder: [Int]
  private var children: [[Int]]
  /// Position among the objects to write; -1 for elements left out.
  private var position: [Int]
  /// How many elements are written.
  private(set) var elementCount = 0

  init(tree: StructureTree, content: MarkedContent, language: String) {
    self.tree = tree
    self.content = content
    self.language = language
    let count = tree.elements.count
    own = Array(repeating: [], count: count)
    firstOrder = Array(repeating: Int.max, count: count)
    children = Array(repeating: [], count: count)
    position = Array(repeating: -1, count: count)
    collectOwn()
    chooseElements()
  }

  private mutating func collectOwn() {
    var order = 0
    for (page, marks) in content.pages.enumerated() {
      var link = 0
      for (index, element) in marks.marks.enumerated() {
        let id = Int(element.rawValue)
        while link < marks.links.count, marks.links[link].mark == index {
          let target = Int(marks.links[link].element.rawValue)
          own[target].append((order, .annotation(page: page, index: link)))
          firstOrder[target] = min(firstOrder[target], order)
          link += 1
        }
        own[id].append((order, .mark(page: page, index: index)))
        firstOrder[id] = min(firstOrder[id], order)
        order += 1
      }
    }
  }

  private mutating func chooseElements() {
    // Parents are made before their children, so one backward walk brings content up …
    for id in tree.elements.indices.dropFirst().reversed() where firstOrder[id] != .max {
      let parent = Int(tree.elements[id].parent.rawValue)
      firstOrder[parent] = min(firstOrder[parent], firstOrder[id])
    }
    // … and one forward walk keeps what is needed.
    for id in tree.elements.indices {
      let element = tree.elements[id]
      let parent = Int(element.parent.rawValue)
      let isCell =
        element.role == .tableRow || element.role == .tableCell || element.role == .tableHeader
      guard id == 0 || firstOrder[id] != .max || isCell && position[parent] >= 0 else { continue }
      precondition(id == 0 || parent < id, "a parent element is made before its children")
      position[id] = elementCount
      elementCount += 1
      if id != 0 { children[parent].append(id) }
    }
  }

  /// How many object numbers are needed: elements, then one array for each page.
  var objectCount: Int { elementCount + content.pages.count }

  /// The elements, then the arrays of the pages, as PDF syntax in the order of their numbers.
  func objects(_ places: Places) -> [String] {
    var out: [String] = []
    out.reserveCapacity(objectCount)
    for id in tree.elements.indices where position[id] >= 0 { out.append(element(id, places)) }
    for page in content.pages {
      out.append(
        "[" + page.marks.map { "\(number($0, places)) 0 R" }.joined(separator: " ") + "]")
    }
    return out
  }

  /// The StructTreeRoot dictionary. Pages have StructParents 0, 1, 2 …; annotations follow.
  func root(_ places: Places) -> String {
    var nums = ""
    for page in content.pages.indices {
      nums += "\(page) \(places.first + elementCount + page) 0 R "
    }
    var key = content.pages.count
    for page in content.pages {
      for link in page.links {
        nums += "\(key) \(number(link.element, places)) 0 R "
        key += 1
      }
    }
    return "<</Type/StructTreeRoot/K \(places.first) 0 R/ParentTree<</Nums[\(nums)]>>"
      + "/ParentTreeNextKey \(key)>>"
  }

  private func number(_ element: StructureID, _ places: Places) -> Int {
    places.first + position[Int(element.rawValue)]
  }

  private func element(_ id: Int, _ places: Places) -> String {
    let element = tree.elements[id]
    let parent =
      id == 0 ? places.root : places.first + position[Int(element.parent.rawValue)]
    var out = "<</S/\(element.role.rawValue)/P \(parent) 0 R"
    let kids = kids(of: id)
    let page = kids.lazy.compactMap { kid -> Int? in
      switch kid {
      case .mark(let page, _), .annotation(let page, _): page
      case .element: nil
      }
    }.first
    if let page { out += "/Pg \(places.pages[page]) 0 R" }
    if !kids.isEmpty {
      let items = kids.map { kid in
        switch kid {
        case .element(let child): "\(places.first + position[child]) 0 R"
        case .mark(let at, let index) where at == page: "\(index)"
        case .mark(let at, let index):
          "<</Type/MCR/Pg \(places.pages[at]) 0 R/MCID \(index)>>"
        case .annotation(let at, let index):
          "<</Type/OBJR/Pg \(places.pages[at]) 0 R/Obj \(places.annotations[at][index]) 0 R>>"
        }
      }
      out += items.count == 1 ? "/K " + items[0] : "/K[" + items.joined(separator: " ") + "]"
    }
    return out + attributes(element, isRoot: id == 0) + ">>"
  }

  private func attributes(_ element: StructureElement, isRoot: Bool) -> String {
    var out = ""
    if let alt = element.altText { out += "/Alt" + PDFText.string(alt) }
    if let text = element.actualText { out += "/ActualText" + PDFText.string(text) }
    if let language = element.language ?? (isRoot ? language : nil) {
      out += "/Lang" + PDFText.string(language)
    }
    var table = ""
    if let scope = element.scope { table += "/Scope/" + scope.rawValue }
    if element.columnSpan > 1 { table += "/ColSpan \(element.columnSpan)" }
    if element.rowSpan > 1 { table += "/RowSpan \(element.rowSpan)" }
    return table.isEmpty ? out : out + "/A<</O/Table\(table)>>"
  }

  /// Children in reading order, own content between them where it was drawn.
  private func kids(of id: Int) -> [Kid] {
    var kids: [Kid] = []
    var marks = own[id][...]
    for child in children[id] {
      while let next = marks.first, next.order < firstOrder[child], firstOrder[child] != .max {
        kids.append(next.kid)
        marks.removeFirst()
      }
      kids.append(.element(child))
    }
    return kids + marks.map(\.kid)
  }
}

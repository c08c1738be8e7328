/// A rule that the structure of a PDF breaks.
public struct TagFinding: Hashable, Sendable {
  /// The clause of ISO 14289-1 (PDF/UA-1), or of ISO 32000-1 where it leads there.
  public var clause: String
  public var message: String
}

/// What a machine can check of ISO 14289-1 (PDF/UA-1), without the inside of font programs. That a
/// text describes its picture, only people can say.
///
/// The clauses are numbered as in the standard; 14.x are those of ISO 32000-1.
public struct TagRules {
  let pdf: TaggedPDF
  private(set) var findings: [TagFinding] = []

  private init(_ pdf: TaggedPDF) { self.pdf = pdf }

  /// - Returns: what is broken, in the order of the clauses of each group: file, marks, elements.
  public static func check(_ pdf: TaggedPDF) -> [TagFinding] {
    var rules = TagRules(pdf)
    rules.checkFile()
    rules.checkParts()
    rules.checkMarks()
    rules.checkOrder()
    rules.checkAnnotations()
    rules.checkElements()
    return rules.findings
  }

  mutating func report(_ clause: String, _ message: String) {
    findings.append(TagFinding(clause: clause, message: message))
  }

  // MARK: The file

  private mutating func checkFile() {
    if let part = pdf.accessibilityPart, part != "1" {
      report("5", "the metadata claim part \(part) of ISO 14289, not 1")
    }
    if !pdf.isMarked { report("6.2", "the file does not say that it is marked") }
    if pdf.isSuspect { report("7.1", "the file says that its tags are suspect") }
    if pdf.title == nil { report("7.1", "the metadata have no title") }
    if !pdf.showsTitle { report("7.1", "viewers are not asked to show the title") }
    if let language = pdf.language {
      if !Self.isLanguage(language) {
        report("7.2", "'\(language)' is not a language tag")
      }
    } else {
      report("7.2", "the file has no language")
    }
    let roots = pdf.elements.indices.filter { pdf.elements[$0].parent == nil }
    if roots.map(pdf.role) != ["Document"] {
      report("14.8.4", "the tree has \(roots.count) roots, not one Document")
    }
  }

  // MARK: Marks

  /// Each mark of each page belongs to one element, which the parent tree names.
  private mutating func checkMarks() {
    var owners: [TaggedPDF.Mark: Int] = [:]
    for (index, element) in pdf.elements.enumerated() {
      for case .mark(let mark) in element.kids {
        if owners.updateValue(index, forKey: mark) != nil {
          report("14.7.4", "\(describe(mark)) belongs to two elements")
        }
      }
    }
    for (index, page) in pdf.pages.enumerated() {
      let content = page.content
      if content.loose > 0 {
        report(
          "7.1", "page \(index + 1) paints \(content.loose) times outside of content and artifacts")
      }
      if content.misplaced > 0 {
        report("7.1", "page \(index + 1) has marks within marks or artifacts")
      }
      let parents = page.parentKey.flatMap { pdf.parents[$0] } ?? []
      for number in content.marks {
        let mark = TaggedPDF.Mark(page: index, number: number)
        guard let owner = owners.removeValue(forKey: mark) else {
          report("7.1", "\(describe(mark)) belongs to no element")
          continue
        }
        let named = parents.indices.contains(number) ? parents[number] : 0
        if named != pdf.elements[owner].object {
          report("14.7.4", "the parent tree does not lead from \(describe(mark)) to its element")
        }
      }
    }
    let absent = owners.keys.sorted { ($0.page, $0.number) < ($1.page, $1.number) }
    for mark in absent { report("14.7.4", "\(describe(mark)) is named and not there") }
  }

  private func describe(_ mark: TaggedPDF.Mark) -> String {
    "mark \(mark.number) of page \(mark.page + 1)"
  }

  /// What flows is read as it is drawn; notes, tables and figures may stand elsewhere.
  private mutating func checkOrder() {
    var places: [TaggedPDF.Mark: Int] = [:]
    for (page, content) in pdf.pages.map(\.content).enumerated() {
      for (place, number) in content.marks.enumerated() {
        places[.init(page: page, number: number)] = place
      }
    }
    var last = (page: -1, place: -1)
    var stack = pdf.elements.indices.filter { pdf.elements[$0].parent == nil }.map {
      TaggedPDF.Kid.element($0)
    }
    stack.reverse()
    while let kid = stack.popLast() {
      switch kid {
      case .element(let element):
        guard !floats(element) else { continue }
        stack += pdf.elements[element].kids.reversed()
      case .mark(let mark):
        guard let place = places[mark] else { continue }
        if (mark.page, place) < last {
          report("14.8.2", "\(describe(mark)) is read after what is drawn behind it")
        }
        last = (mark.page, place)
      case .annotation: continue
      }
    }
  }

  private func floats(_ element: Int) -> Bool {
    switch pdf.role(element) {
    case "Note", "Table", "Figure", "Caption": true
    case "Div": pdf.children(of: element).contains { pdf.role($0) == "Caption" }
    default: false
    }
  }

  // MARK: Annotations

  private mutating func checkAnnotations() {
    var owners: [Int: Int] = [:]
    for (index, element) in pdf.elements.enumerated() {
      for case .annotation(let object) in element.kids { owners[object] = index }
    }
    for (index, page) in pdf.pages.enumerated() where !page.annotations.isEmpty {
      if page.tabOrder != "S" { report("7.18.3", "page \(index + 1) has no tab order by tags") }
      for annotation in page.annotations where annotation.subtype != "Popup" {
        let owner = owners[annotation.object]
        if ["TrapNet", "PrinterMark"].contains(annotation.subtype) {
          if annotation.subtype == "TrapNet" || owner != nil {
            report("7.18.8", "page \(index + 1) has a \(annotation.subtype) among its content")
          }
          continue
        }
        let kind = Kind(annotation.subtype)
        if owner.map(pdf.role) != kind.role {
          report(
            kind.clause, "\(kind.noun) of page \(index + 1) belongs to no \(kind.role) element")
        }
        if annotation.contents?.isEmpty ?? true {
          report(kind.clause, "\(kind.noun) of page \(index + 1) does not say what it is")
        }
        let parents = annotation.parentKey.flatMap { pdf.parents[$0] }
        if parents != owner.map({ [pdf.elements[$0].object] }) {
          report("14.7.4", "the parent tree does not lead from \(kind.noun) of page \(index + 1)")
        }
      }
    }
  }
}

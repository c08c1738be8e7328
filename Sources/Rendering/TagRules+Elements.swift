extension TagRules {
  /// Roles, what stands in what, and what each must carry.
  mutating func checkElements() {
    var level = 0
    var names: Set<String> = []
    for (index, element) in pdf.elements.enumerated() {
      let role = pdf.role(index)
      if !Self.standard.contains(role) { report("7.1", "'\(role)' is no standard role") }
      if element.role != role, Self.standard.contains(element.role) {
        report("7.1", "the standard role '\(element.role)' is mapped to another")
      }
      checkPlace(index, role)
      switch role {
      case "Figure", "Formula":
        let text = element.altText ?? element.actualText ?? ""
        if text.allSatisfy(\.isWhitespace) {
          report(role == "Figure" ? "7.3" : "7.7", "a \(role) has no alternative text")
        }
        if !element.hasBounds { report("7.3", "a \(role) does not say where it stands") }
      case "Note":
        if !names.insert(element.id ?? "").inserted || element.id == nil {
          report("7.9", "a Note has no name of its own")
        }
      case "TH" where element.scope == nil: report("7.5", "a TH has no scope")
      case "Table": checkRegular(index)
      case "Link" where !hasContent(index): report("7.18.5", "a Link has no content")
      case "H1", "H2", "H3", "H4", "H5", "H6":
        let found = Int(role.dropFirst()) ?? 1
        if found > level + 1 {
          report("7.4.2", level == 0 ? "the first heading is \(role)" : "\(role) follows H\(level)")
        }
        level = found
      default: break
      }
    }
  }

  private func hasContent(_ element: Int) -> Bool {
    pdf.elements[element].kids.contains {
      switch $0 {
      case .mark: true
      case .element(let child): hasContent(child)
      case .annotation: false
      }
    }
  }

  /// What may stand in an element, and what it must stand in (ISO 32000-1, 14.8.4.2 to 14.8.4.4).
  private mutating func checkPlace(_ index: Int, _ role: String) {
    let children = pdf.children(of: index).map(pdf.role)
    let parent = pdf.elements[index].parent.map(pdf.role) ?? "the root"
    if let allowed = Self.kids[role] {
      for child in children where !allowed.contains(child) {
        report("7.2", "\(role) holds \(child)")
      }
      if pdf.elements[index].kids.contains(where: { if case .mark = $0 { true } else { false } }) {
        report("7.2", "\(role) holds content of its own")
      }
    }
    if let allowed = Self.parents[role], !allowed.contains(parent) {
      report("7.2", "\(role) stands in \(parent)")
    }
    switch role {
    case "Table":
      let captions = children.indices.filter { children[$0] == "Caption" }
      if captions.count > 1 || captions.contains(where: { $0 != 0 && $0 != children.count - 1 }) {
        report("7.2", "the Caption of a Table is not its first or last child")
      }
      if children.count(where: { $0 == "THead" }) > 1 { report("7.2", "a Table has two THead") }
      if children.contains("THead"), !children.contains("TBody") {
        report("7.2", "a Table has a THead and no TBody")
      }
    case "TOC", "L":
      if children.dropFirst().contains("Caption") {
        report("7.2", "the Caption of a \(role) is not its first child")
      }
    default: break
    }
  }

  /// Rows of the same number of columns, no cell over another.
  private mutating func checkRegular(_ table: Int) {
    var rows: [Int] = []
    for part in pdf.children(of: table) {
      if pdf.role(part) == "TR" { rows.append(part) }
      if ["THead", "TBody", "TFoot"].contains(pdf.role(part)) { rows += pdf.children(of: part) }
    }
    var taken = Array(repeating: Set<Int>(), count: rows.count)
    for (at, row) in rows.enumerated() {
      var column = 0
      for cell in pdf.children(of: row).map({ pdf.elements[$0] }) {
        while taken[at].contains(column) { column += 1 }
        for below in at..<(at + cell.rowSpan) {
          guard below < rows.count else {
            report("7.2", "a cell of a Table reaches below its last row")
            break
          }
          for place in column..<(column + cell.columnSpan)
          where !taken[below].insert(place).inserted {
            report("7.2", "two cells of a Table stand in one place")
          }
        }
        column += cell.columnSpan
      }
    }
    for (at, columns) in taken.enumerated() where columns.count != taken[0].count {
      report("7.2", "row \(at + 1) of a Table has \(columns.count) columns, not \(taken[0].count)")
    }
  }

  private static let standard: Set<String> = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
    "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT",
    "WP", "Figure", "Formula", "Form",
  ]

  private static let kids: [String: Set<String>] = [
    "Table": ["TR", "THead", "TBody", "TFoot", "Caption"], "THead": ["TR"], "TBody": ["TR"],
    "TFoot": ["TR"], "TR": ["TH", "TD"], "L": ["L", "LI", "Caption"], "LI": ["Lbl", "LBody"],
    "TOC": ["TOC", "TOCI", "Caption"],
  ]

  private static let parents: [String: Set<String>] = [
    "TR": ["Table", "THead", "TBody", "TFoot"], "THead": ["Table"], "TBody": ["Table"],
    "TFoot": ["Table"], "TH": ["TR"], "TD": ["TR"], "LI": ["L"], "LBody": ["LI"], "TOCI": ["TOC"],
  ]
}

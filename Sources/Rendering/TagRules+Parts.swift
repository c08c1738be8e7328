// What a file holds besides pages and tags: fonts, metadata, layers, attachments, forms.
extension TagRules {
  mutating func checkParts() {
    if !pdf.hasMetadata { report("7.1", "the file has no metadata") }
    if !pdf.mayBeReadAloud {
      report("7.16", "the file is encrypted and forbids that it is read aloud")
    }
    if pdf.hasDynamicForm { report("7.15", "the file holds a dynamic form") }
    if pdf.unnamedLayers > 0 { report("7.10", "a setting of the file's layers has no name") }
    if pdf.automaticLayers > 0 { report("7.10", "layers of the file switch by themselves") }
    if pdf.unnamedAttachments > 0 {
      report("7.11", "an attached file is not named by both F and UF")
    }
    for page in pdf.outsidePages {
      report("7.20", "page \(page + 1) shows a page of another file")
    }
    for font in pdf.absentFonts { report("7.21.4", "the font \(font) is not embedded") }
    for font in pdf.unmappedFonts {
      report("7.21.3", "the font \(font) does not say which glyph a code shows")
    }
    for font in pdf.silentFonts { report("7.21.7", "the font \(font) does not map to text") }
    for font in pdf.voidFonts { report("7.21.7", "the font \(font) maps a glyph to no character") }
    checkRoleMap()
    checkHeadingKinds()
  }

  private mutating func checkRoleMap() {
    for role in pdf.roleMap.keys.sorted() {
      var seen: Set<String> = [role]
      var at = role
      while let next = pdf.roleMap[at] {
        guard seen.insert(next).inserted else {
          report("7.1", "the role '\(role)' is mapped in a circle")
          break
        }
        at = next
      }
    }
    for element in pdf.elements {
      if let language = element.language, !Self.isLanguage(language) {
        report("7.2", "'\(language)' is not a language tag")
      }
    }
  }

  /// Headings are numbered by level or by depth, not both; by depth, one for each part.
  private mutating func checkHeadingKinds() {
    let roles = pdf.elements.indices.map(pdf.role)
    let isNumbered = roles.contains { $0.wholeMatch(of: /H[1-6]/) != nil }
    if isNumbered, roles.contains("H") {
      report("7.4.4", "the file mixes H with numbered headings")
    }
    for index in pdf.elements.indices
    where pdf.children(of: index).count(where: { roles[$0] == "H" }) > 1 {
      report("7.4.4", "\(roles[index]) holds two headings of one kind")
    }
  }

  static func isLanguage(_ text: String) -> Bool {
    text.wholeMatch(of: /[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*/) != nil
  }

  /// Annotations by the element that they belong to.
  struct Kind {
    let role, clause, noun: String

    init(_ subtype: String) {
      (role, clause, noun) =
        switch subtype {
        case "Link": ("Link", "7.18.5", "a link")
        case "Widget": ("Form", "7.18.4", "a field of a form")
        default: ("Annot", "7.18.1", "an annotation")
        }
    }
  }
}

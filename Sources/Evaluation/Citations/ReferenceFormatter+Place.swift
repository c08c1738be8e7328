import Diagnostics
import Languages
import Markup

/// Where a work appeared.
///
/// In a journal: *Journal* 43(2):101–117. In a book: In *Book*, ed. by E. Ze, vol. 2, *Series* 12,
/// pages 3–5, Stuttgart: Publisher. A book: 2nd ed., vol. 2, Stuttgart: Publisher.
extension ReferenceFormatter {
  /// The parts with commas between them.
  var place: [Inline<Resolved>] {
    var parts = parts
    // What follows a sentence begins one.
    if let first = parts.first?.first, case .text(let words, let span) = first {
      parts[0][0] = .text(words.capitalizedFirst, span)
    }
    return Array(parts.joined(separator: [text(terms.comma)]))
  }

  private var parts: [[Inline<Resolved>]] {
    var parts: [[Inline<Resolved>]] = []
    func add(_ words: String?) {
      if let words, !words.isEmpty { parts.append([text(words)]) }
    }
    if let journal = entry.journal {
      parts.append([.emphasis([text(journal)], entry.span), text(issue)])
    } else if let book = entry.container {
      parts.append([text(terms.inWork + " "), .emphasis([text(book)], entry.span)])
    }
    add(report)
    if !entry.isEdited, !entry.editors.isEmpty { add(terms(.editedBy, list(entry.editors))) }
    if let translators = entry["translator"] {
      add(terms(.translatedBy, list(BibliographyEntry.PersonName.list(translators).names)))
    }
    add(entry["edition"].map(edition))
    if entry.journal == nil {
      add(entry["volume"].map { terms(.volume, $0) })
      if let series = entry["series"] {
        add(series + (entry["number"].map { " " + $0 } ?? ""))
      } else if entry.container != nil || entry.kind == "manual" || entry.kind == "patent" {
        add(entry["number"].map { terms(.number, $0) })
      }
    }
    add(
      entry["chapter"].map { chapter in
        entry.isPart && entry["type"] != nil
          ? "\(entry["type"] ?? "") \(chapter)" : terms(.chapter, chapter)
      })
    if entry.journal == nil || entry["volume"] == nil { add(pages) }
    for field in ["eventtitle", "organization"] { add(entry[field]) }
    if let how = entry["howpublished"], !how.hasPrefix("http") { add(how) }
    add(publisher)
    if let eprint { parts.append([eprint]) }
    return parts.filter { !$0.plainText().isEmpty }
  }

  /// " 43(2):101–117" behind the name of a journal.
  private var issue: String {
    var text = entry["series"].map { "\(terms.comma)\($0)" } ?? ""
    if let volume = entry["volume"] { text += " " + volume }
    if let number = entry["number"] ?? entry["issue"] {
      text += entry["volume"] == nil ? " \(number)" : "(\(number))"
    }
    if entry["volume"] != nil, let place = entry.pages ?? entry["eid"] { text += ":" + place }
    return text
  }

  /// "pages 3–5", "page 7".
  private var pages: String? {
    guard let pages = entry.pages else { return nil }
    guard pages.allSatisfy({ $0.isNumber || $0.isLetter }) else { return "\(terms.pages) \(pages)" }
    return terms(.page, pages)
  }

  /// "2nd ed." of a number; other words as they are.
  private func edition(_ text: String) -> String {
    if let number = Int(text) { return terms(.edition, terms.ordinal(number)) }
    return text.contains(" ") || text.hasSuffix(".") ? text : terms(.edition, text)
  }

  /// "PhD thesis", "Tech. rep. 7".
  private var report: String? {
    // Of a part it says what the part is called.
    let kind = entry.isPart ? "" : entry["type"] ?? ""
    let name: String? =
      switch (entry.kind, kind) {
      case ("phdthesis", ""), (_, "phdthesis"): terms[.doctoralThesis]
      case ("mastersthesis", ""), (_, "mathesis"), (_, "mastersthesis"): terms[.mastersThesis]
      case ("techreport", ""), ("report", ""), (_, "techreport"), (_, "techrep"):
        terms[.technicalReport]
      default: kind.isEmpty ? nil : kind
      }
    guard ["techreport", "report"].contains(entry.kind), let number = entry["number"] else {
      return name
    }
    return [name, number].compactMap(\.self).joined(separator: " ")
  }

  /// "Stuttgart: Publisher".
  private var publisher: String? {
    let house = entry["publisher"] ?? entry["institution"] ?? entry["school"]
    let town = entry["location"] ?? entry["address"]
    return switch (town, house) {
    case (let town?, let house?):
      entry["publisher"] == nil ? "\(house)\(terms.comma)\(town)" : "\(town): \(house)"
    default: town ?? house
    }
  }

  /// The number of a preprint with a link to it.
  private var eprint: Inline<Resolved>? {
    guard let id = entry["eprint"] else { return nil }
    let archive = entry["archiveprefix"] ?? entry["eprinttype"] ?? "arXiv"
    switch archive.lowercased() {
    case "arxiv":
      let bare = id.lowercased().hasPrefix("arxiv:") ? String(id.dropFirst(6)) : id
      return link("https://arxiv.org/abs/\(bare)", shown: "arXiv:\(bare)")
    case "jstor": return link("https://www.jstor.org/stable/\(id)", shown: "JSTOR:\(id)")
    case "pubmed": return link("https://pubmed.ncbi.nlm.nih.gov/\(id)", shown: "PMID:\(id)")
    case "hdl": return link("https://hdl.handle.net/\(id)", shown: "HDL:\(id)")
    default: return text("\(archive):\(id)")
    }
  }
}

extension BibliographyEntry {
  /// Whether the names are those of editors.
  var isEdited: Bool { self["author"] == nil && !editors.isEmpty }

  /// Printed as a volume of its own, with its title in italics.
  var standsAlone: Bool { isVolume || kind == "inbook" && container == nil }

  private var isVolume: Bool {
    let kinds: Set<String> = [
      "book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings", "reference",
      "mvreference", "manual", "booklet", "periodical", "thesis", "phdthesis", "mastersthesis",
    ]
    return kinds.contains(kind)
  }

  /// "55–65", however the range is typed.
  var pages: String? {
    self["pages"].map { $0.replacing(/(\d)\s*[-–]+\s*(?=\d)/) { "\($0.1)–" } }
  }

  /// The title with its subtitle.
  var title: String? { joined("title", "subtitle") }

  /// The name of a journal in which it stands.
  var journal: String? { self["journal"] ?? self["journaltitle"] }

  /// The title of a book in which it stands; of several volumes, of all and of the one.
  var container: String? {
    let whole = joined("maintitle", "mainsubtitle")
    if isVolume { return whole }
    guard let book = joined("booktitle", "booksubtitle") else { return whole }
    return whole.map { "\($0). \(book)" } ?? book
  }

  private func joined(_ title: String, _ subtitle: String) -> String? {
    self[title].map { title in
      self[subtitle].map { title + (title.endsSentence ? " " : ": ") + $0 } ?? title
    }
  }
}

import Configuration
import Diagnostics
import Markup

/// One work as a line of the list of references: authors, title, where it appeared, year, links.
struct ReferenceFormatter {
  let entry: BibliographyEntry
  let year: String
  let terms: Terms

  /// - Parameter yearFirst: the year behind the authors, for author–year lists.
  func inlines(yearFirst: Bool) -> [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    let authors = authorList
    if !authors.isEmpty {
      out.append(text(yearFirst ? authors + " " : sentence(authors) + " "))
    }
    if yearFirst { out.append(text("(\(year)). ")) }
    if let title = entry["title"] {
      if isBook {
        out.append(.emphasis([text(title)], entry.span))
        if !title.endsSentence { out.append(text(".")) }
      } else {
        out.append(text(sentence(title)))
      }
    }
    if hasPlace || !yearFirst { out.append(text(" ")) }
    out += place
    if yearFirst {
      if hasPlace { out.append(text(".")) }
    } else {
      out.append(text((hasPlace ? ", " : "") + year + "."))
    }
    if let note = entry["note"] { out.append(text(" " + sentence(note.capitalizedFirst))) }
    out += links
    return out
  }

  private var isBook: Bool { ["book", "phdthesis", "mastersthesis"].contains(entry.kind) }

  /// All names, or the first ten and "et al.".
  private var authorList: String {
    let names = entry.authors.map { name in
      let initials = name.given.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map(
        Self.initial)
      return (initials + [name.family]).joined(separator: "\u{A0}")
    }
    let hasMore = entry["_others"] != nil || names.count > 12
    let shown = names.count > 12 ? Array(names.prefix(10)) : names
    if hasMore { return shown.joined(separator: ", ") + " et\u{A0}al." }
    guard shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " \(terms.and) " + shown[shown.count - 1]
  }

  /// "Jean-Luc" gives "J.-L.".
  private static func initial(_ given: Substring) -> String {
    given.split(separator: "-").compactMap(\.first).map { "\($0)." }.joined(separator: "-")
  }

  private var container: (prefix: String, title: String)? {
    if let title = entry["booktitle"] { return (terms.inWork + " ", title) }
    if let title = entry["journal"] ?? entry["journaltitle"] { return ("", title) }
    return nil
  }

  private var hasPlace: Bool {
    container != nil || entry["publisher"] != nil || entry["school"] != nil || arxivID != nil
      || entry["howpublished"] != nil
  }

  /// Journal with volume and pages, proceedings, publisher, or arXiv number.
  private var place: [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    if let container {
      if !container.prefix.isEmpty { out.append(text(container.prefix)) }
      out.append(.emphasis([text(container.title)], entry.span))
      var rest = ""
      if let volume = entry["volume"] { rest += " " + volume }
      if let number = entry["number"] { rest += "(\(number))" }
      if let pages = entry["pages"] {
        rest += (entry["volume"] == nil ? ", \(terms.pages) " : ":") + pages
      }
      if !rest.isEmpty { out.append(text(rest)) }
    }
    for field in ["school", "institution", "publisher", "howpublished"] {
      guard let value = entry[field], !value.hasPrefix("http") else { continue }
      out.append(text((out.isEmpty ? "" : ", ") + value))
    }
    if let arxivID {
      if !out.isEmpty { out.append(text(", ")) }
      out.append(
        .link(
          Link(
            .url("https://arxiv.org/abs/\(arxivID)"), content: [text("arXiv:\(arxivID)")],
            span: entry.span)))
    }
    return out
  }

  private var arxivID: String? {
    guard let id = entry["eprint"] else { return nil }
    let archive = (entry["archiveprefix"] ?? entry["eprinttype"] ?? "arxiv").lowercased()
    return archive == "arxiv" ? id : nil
  }

  private var links: [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    if let doi = entry["doi"] {
      let bare = doi.hasPrefix("https://doi.org/") ? String(doi.dropFirst(16)) : doi
      out += [text(" "), link("https://doi.org/\(bare)", shown: "doi:\(bare)")]
    }
    if let url = entry["url"], !url.contains("arxiv.org/abs") {
      let scheme = ["https://", "http://"].first { url.hasPrefix($0) } ?? ""
      out += [text(" "), link(url, shown: String(url.dropFirst(scheme.count)))]
    }
    return out
  }

  private func link(_ url: String, shown: String) -> Inline<Resolved> {
    .link(Link(.url(url), content: [text(shown)], span: entry.span))
  }

  private func text(_ string: String) -> Inline<Resolved> { .text(string, entry.span) }

  private func sentence(_ string: String) -> String { string.endsSentence ? string : string + "." }
}

extension String {
  fileprivate var endsSentence: Bool {
    guard let last else { return true }
    return last == "." || last == "?" || last == "!"
  }

  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

import Diagnostics
import Languages
import Markup

/// One work as a line of the list of references: who made it, its title, where it appeared, the
/// year, links. What is said of each kind of work follows biblatex's standard styles (P. Lehman and
/// P. Kime, The biblatex Package, section 2.1).
struct ReferenceFormatter {
  let entry: BibliographyEntry
  let year: String
  let terms: Terms

  /// - Parameter yearFirst: the year behind the names, for author–year lists; the first name is
  ///   then turned round, for the list is sorted by it.
  func inlines(yearFirst: Bool) -> [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    let makers = makers(turned: yearFirst)
    // A work without names is known by its title.
    let titleLeads = makers.isEmpty && entry.title != nil
    if !makers.isEmpty { out.append(text(yearFirst ? makers + " " : sentence(makers) + " ")) }
    if titleLeads {
      out += title(endsSentence: !yearFirst)
      if yearFirst { out.append(text(" (\(year)).")) }
    } else {
      if yearFirst { out.append(text("(\(year)). ")) }
      out += title(endsSentence: true)
    }
    let place = place
    if !place.isEmpty || !yearFirst { out.append(text(" ")) }
    out += place
    if yearFirst {
      if !place.isEmpty, !place.plainText().endsSentence { out.append(text(".")) }
    } else {
      out.append(text((place.isEmpty ? "" : ", ") + year + "."))
    }
    for field in ["note", "addendum"] {
      if let note = entry[field] { out.append(text(" " + sentence(note.capitalizedFirst))) }
    }
    return out + links
  }

  private func title(endsSentence: Bool) -> [Inline<Resolved>] {
    guard let title = entry.title else { return [] }
    let isClosed = !endsSentence || title.endsSentence
    guard entry.standsAlone else { return [text(isClosed ? title : title + ".")] }
    return [.emphasis([text(title)], entry.span)] + (isClosed ? [] : [text(".")])
  }

  // MARK: Names

  /// The authors; the editors of a work that has none, marked as such.
  private func makers(turned: Bool) -> String {
    let names = list(entry.authors, hasMore: entry["_others"] != nil, turned: turned)
    guard entry.isEdited else { return names }
    return names + ", " + terms.plural(entry.authors.count, among: terms.list(.editors))
  }

  /// All names, or the first ten and "et al.".
  func list(
    _ people: [BibliographyEntry.PersonName], hasMore: Bool = false, turned: Bool = false
  ) -> String {
    let names = people.enumerated().map { index, name in
      turned && index == 0 ? name.turned : name.withInitials
    }
    let shown = names.count > 12 ? Array(names.prefix(10)) : names
    if hasMore || names.count > 12 { return shown.joined(separator: ", ") + " et\u{A0}al." }
    guard shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: terms.comma)
      + " \(terms.and) " + shown[shown.count - 1]
  }

  // MARK: Links

  private var links: [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    if let doi = entry["doi"] {
      let bare = doi.hasPrefix("https://doi.org/") ? String(doi.dropFirst(16)) : doi
      out += [text(" "), link("https://doi.org/\(bare)", shown: "doi:\(bare)")]
    }
    if let url = entry["url"], !url.contains("arxiv.org/abs") {
      let scheme = ["https://", "http://"].first { url.hasPrefix($0) } ?? ""
      out += [text(" "), link(url, shown: String(url.dropFirst(scheme.count)))]
      if let date = entry["urldate"] {
        out.append(text(" (\(terms(.visitedOn, terms.date(date))))"))
      }
    }
    return out
  }

  func link(_ url: String, shown: String) -> Inline<Resolved> {
    .link(Link(.url(url), content: [text(shown)], span: entry.span))
  }

  func text(_ string: String) -> Inline<Resolved> { .text(string, entry.span) }

  private func sentence(_ string: String) -> String { string.endsSentence ? string : string + "." }
}

extension BibliographyEntry.PersonName {
  /// "J.-L. Picard".
  var withInitials: String {
    ([initials, family].filter { !$0.isEmpty }).joined(separator: "\u{A0}")
  }

  /// "Picard, J.-L.": the name by which a list is sorted leads.
  var turned: String { initials.isEmpty ? family : "\(family),\u{A0}\(initials)" }

  /// "Jean-Luc" gives "J.-L.".
  private var initials: String {
    given.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).map { part in
      part.split(separator: "-").compactMap(\.first).map { "\($0)." }.joined(separator: "-")
    }.joined(separator: "\u{A0}")
  }
}

extension String {
  var endsSentence: Bool {
    guard let last else { return true }
    return last == "." || last == "?" || last == "!"
  }

  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

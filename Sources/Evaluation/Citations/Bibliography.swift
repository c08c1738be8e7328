import Configuration
import Diagnostics
import Languages
import Markup

/// The works that a manuscript cites, in its style.
struct Bibliography {
  let style: CitationStyle
  private let entries: [String: BibliographyEntry]
  private(set) var cited: [String] = []
  private var numbers: [String: Int] = [:]
  /// Letters that tell apart works of equal author and year.
  private var yearSuffixes: [String: String] = [:]
  /// Anchors where each work is cited, in the order of evaluation.
  private var places: [String: [String]] = [:]

  init(entries: [BibliographyEntry], style: CitationStyle) {
    self.style = style
    self.entries = Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
  }

  var keys: [String] { entries.keys.sorted() }
  subscript(key: String) -> BibliographyEntry? { entries[key] }

  /// Records that a work is cited here; the order of these calls is the order of the numbers.
  mutating func cite(_ key: String) {
    guard entries[key] != nil, numbers[key] == nil else { return }
    cited.append(key)
    numbers[key] = cited.count
  }

  /// Call when all citations are recorded: finds the years that need a letter.
  mutating func settle() {
    guard style == .authorYear else { return }
    var groups: [String: [String]] = [:]
    for key in cited { groups[labelText(key), default: []].append(key) }
    for (_, keys) in groups where keys.count > 1 {
      for (index, key) in keys.sorted(by: listOrder).enumerated() where index < 26 {
        yearSuffixes[key] = String(UnicodeScalar(UInt8(97 + index)))
      }
    }
  }

  private func labelText(_ key: String) -> String { authorText(key, Self.sorting) + year(key) }

  /// Words that only decide the order of works.
  private static let sorting = Terms(language: "en")

  /// The anchor of a work in the list.
  static func anchor(_ key: String) -> String { "ref-\(key)" }

  func number(_ key: String) -> Int? { numbers[key] }

  func year(_ key: String, _ terms: Terms? = nil) -> String {
    (entries[key]?.year ?? (terms ?? Self.sorting).noDate) + (yearSuffixes[key] ?? "")
  }

  /// "Chen", "Chen and Li", "Chen et al.", or the title of a work without authors.
  func authorText(_ key: String, _ terms: Terms) -> String {
    guard let entry = entries[key] else { return key }
    if let short = entry["shortauthor"] { return short }
    let names = entry.authors.map(\.family)
    let hasMore = entry["_others"] != nil
    switch names.count {
    case 0: return entry["title"] ?? key
    case 1: return hasMore ? names[0] + " et\u{A0}al." : names[0]
    case 2 where !hasMore: return "\(names[0]) \(terms.and) \(names[1])"
    default: return names[0] + " et\u{A0}al."
    }
  }

  /// The keys in the order of the list of references.
  var listed: [String] { style == .numeric ? cited : cited.sorted(by: listOrder) }

  /// By the names that lead, then the year, then the title.
  private func listOrder(_ a: String, _ b: String) -> Bool {
    let x = (sortingName(a), entries[a]?.year ?? "", entries[a]?["title"] ?? "", a)
    let y = (sortingName(b), entries[b]?.year ?? "", entries[b]?["title"] ?? "", b)
    return x < y
  }

  private func sortingName(_ key: String) -> String {
    guard let entry = entries[key], !entry.authors.isEmpty else {
      return authorText(key, Self.sorting).sortedAs
    }
    return entry.authors.map { "\($0.family) \($0.given)".sortedAs }.joined(separator: "  ")
  }

  // MARK: In the text

  /// A citation as running text with links into the list; unknown keys stay visible. The place of
  /// each is kept, so that the list can lead back to it.
  mutating func inlines(_ call: CitationCall, _ terms: Terms) -> [Inline<Resolved>] {
    let (open, close, separator) = style == .numeric ? ("[", "]", ", ") : ("(", ")", "; ")
    guard call.form == .narrative, let item = call.items.first else {
      return [.text(open, call.span)] + marks(call, separator, terms) + [.text(close, call.span)]
    }
    let author = authorText(item.key, terms) + (style == .numeric ? "\u{A0}" : " ") + open
    if call.items.count == 1, item.locator.isEmpty {
      // Author and mark are one link: there is nothing between them.
      return linked(item, author + mark(item.key, form: call.form, terms) + close)
    }
    return [.text(author, call.span)] + marks(call, separator, terms) + [.text(close, call.span)]
  }

  private mutating func marks(
    _ call: CitationCall, _ separator: String, _ terms: Terms
  ) -> [Inline<Resolved>] {
    var out: [Inline<Resolved>] = []
    for (index, item) in call.items.enumerated() {
      if index > 0 { out.append(.text(separator, item.span)) }
      if !item.prefix.isEmpty { out.append(.text(item.prefix + " ", item.span)) }
      // Only the first work is the sentence's own.
      let form = call.form == .narrative && index > 0 ? .parenthetical : call.form
      out += linked(item, mark(item.key, form: form, terms))
      if !item.locator.isEmpty {
        // "pp. 3-5" is a range.
        let locator = item.locator.replacing(/(\d)\s*--?\s*(?=\d)/) { "\($0.1)–" }
        out.append(.text(", " + locator, item.span))
      }
    }
    return out
  }

  private mutating func linked(_ item: CitationCall.Item, _ text: String) -> [Inline<Resolved>] {
    guard entries[item.key] != nil else { return [.text(text, item.span)] }
    let place = "cite-\(item.key)-\(places[item.key, default: []].count + 1)"
    places[item.key, default: []].append(place)
    return [
      .anchor(place, item.span),
      .link(
        Link(.anchor(Self.anchor(item.key)), content: [.text(text, item.span)], span: item.span)),
    ]
  }

  private func mark(_ key: String, form: CitationCall.Form, _ terms: Terms) -> String {
    guard entries[key] != nil else { return "\(key)?" }
    if style == .numeric { return numbers[key].map(String.init) ?? "?" }
    return form == .parenthetical
      ? authorText(key, terms) + ", " + year(key, terms) : year(key, terms)
  }

  // MARK: The list

  func referenceList(_ terms: Terms) -> ReferenceList<Resolved> {
    ReferenceList(
      entries: listed.compactMap { key in
        entries[key].map { entry in
          ReferenceList.Entry(
            anchor: Self.anchor(key),
            mark: style == .numeric ? "[\(numbers[key] ?? 0)]" : "",
            content: ReferenceFormatter(
              entry: entry, year: year(key, terms), terms: terms
            ).inlines(
              yearFirst: style == .authorYear),
            citations: places[key] ?? [])
        }
      })
  }
}

extension String {
  /// In lower case and without accents, as lists are sorted: ü as u, ß as ss, ø as o.
  fileprivate var sortedAs: String {
    var out = ""
    for scalar in lowercased().unicodeScalars {
      guard scalar.value > 0x7F else {
        out.unicodeScalars.append(scalar)
        continue
      }
      // "LATIN SMALL LETTER U WITH DIAERESIS"
      let words = (scalar.properties.name ?? "").split(separator: " ")
      if words.count > 4, words[0] == "LATIN", words[4] == "WITH", words[3].count == 1 {
        out += words[3].lowercased()
      } else if scalar == "ß" {
        out += "ss"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

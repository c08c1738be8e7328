import Configuration
import Diagnostics
import Markup

/// The works that a manuscript cites, in its style.
struct Bibliography {
  let style: CitationStyle
  private let entries: [String: BibliographyEntry]
  private(set) var cited: [String] = []
  private var numbers: [String: Int] = [:]
  /// Letters that tell apart works of equal author and year.
  private var yearSuffixes: [String: String] = [:]

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

  private func labelText(_ key: String) -> String { authorText(key) + year(key) }

  /// The anchor of a work in the list.
  static func anchor(_ key: String) -> String { "ref-\(key)" }

  func number(_ key: String) -> Int? { numbers[key] }

  func year(_ key: String) -> String {
    (entries[key]?.year ?? "n.d.") + (yearSuffixes[key] ?? "")
  }

  /// "Chen", "Chen and Li", "Chen et al.", or the title of a work without authors.
  func authorText(_ key: String) -> String {
    guard let entry = entries[key] else { return key }
    let names = entry.authors.map(\.family)
    let hasMore = entry["_others"] != nil
    switch names.count {
    case 0: return entry["title"] ?? key
    case 1: return hasMore ? names[0] + " et\u{A0}al." : names[0]
    case 2 where !hasMore: return names[0] + " and " + names[1]
    default: return names[0] + " et\u{A0}al."
    }
  }

  /// The keys in the order of the list of references.
  var listed: [String] { style == .numeric ? cited : cited.sorted(by: listOrder) }

  private func listOrder(_ a: String, _ b: String) -> Bool {
    let x = (authorText(a).lowercased(), entries[a]?.year ?? "", a)
    let y = (authorText(b).lowercased(), entries[b]?.year ?? "", b)
    return x < y
  }

  // MARK: In the text

  /// A citation as running text with links into the list; unknown keys stay visible.
  func inlines(_ call: CitationCall) -> [Inline<Resolved>] {
    switch (style, call.form) {
    case (.numeric, .narrative):
      guard let item = call.items.first else { return [] }
      return [.text(authorText(item.key) + "\u{A0}", call.span)] + bracketed(call, "[", "]", ", ")
    case (.numeric, _): return bracketed(call, "[", "]", ", ")
    case (.authorYear, .narrative):
      guard let item = call.items.first else { return [] }
      return [.text(authorText(item.key) + " ", call.span)] + bracketed(call, "(", ")", "; ")
    case (.authorYear, _): return bracketed(call, "(", ")", "; ")
    }
  }

  private func bracketed(
    _ call: CitationCall, _ open: String, _ close: String, _ separator: String
  ) -> [Inline<Resolved>] {
    var out: [Inline<Resolved>] = [.text(open, call.span)]
    for (index, item) in call.items.enumerated() {
      if index > 0 { out.append(.text(separator, item.span)) }
      if !item.prefix.isEmpty { out.append(.text(item.prefix + " ", item.span)) }
      let mark = mark(item.key, form: call.form)
      if entries[item.key] == nil {
        out.append(.text(mark, item.span))
      } else {
        out.append(
          .link(
            Link(
              .anchor(Self.anchor(item.key)), content: [.text(mark, item.span)], span: item.span)))
      }
      if !item.locator.isEmpty { out.append(.text(", " + item.locator, item.span)) }
    }
    out.append(.text(close, call.span))
    return out
  }

  private func mark(_ key: String, form: CitationCall.Form) -> String {
    guard entries[key] != nil else { return "\(key)?" }
    if style == .numeric { return numbers[key].map(String.init) ?? "?" }
    return form == .parenthetical ? authorText(key) + ", " + year(key) : year(key)
  }

  // MARK: The list

  func referenceList() -> ReferenceList<Resolved> {
    ReferenceList(
      entries: listed.compactMap { key in
        entries[key].map { entry in
          ReferenceList.Entry(
            anchor: Self.anchor(key),
            mark: style == .numeric ? "[\(numbers[key] ?? 0)]" : "",
            content: ReferenceFormatter(entry: entry, year: year(key)).inlines(
              yearFirst: style == .authorYear))
        }
      })
  }
}

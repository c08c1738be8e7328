import Graphics

/// The pages on which works are cited, for the list of works.
struct CitationPages: Hashable, Sendable {
  struct Page: Hashable, Sendable {
    /// The first citation on the page.
    var anchor: String
    /// The printed number.
    var label: String
    var index: Int
  }

  private var pages: [String: Page] = [:]

  /// Adds the citations on a page.
  mutating func add(_ content: Frame, label: String, index: Int) {
    for item in content.items {
      switch item {
      case .anchor(let name, _) where name.hasPrefix("cite-"):
        if pages[name] == nil { pages[name] = Page(anchor: name, label: label, index: index) }
      case .frame(let inner, _), .group(let inner, _, _): add(inner, label: label, index: index)
      default: break
      }
    }
  }

  /// The pages with these citations, in order, each once.
  func pages(of anchors: [String]) -> [Page] {
    let all = anchors.compactMap { pages[$0] }.sorted { $0.index < $1.index }
    return all.reduce(into: []) { if $0.last?.index != $1.index { $0.append($1) } }
  }
}

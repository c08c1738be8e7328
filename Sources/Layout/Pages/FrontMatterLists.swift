import Configuration
import Graphics
import Languages
import Markup

/// The contents and the lists of figures and tables, whose places in the structure are made before
/// the chapters and whose pages after them.
struct FrontMatterLists {
  private enum Kind {
    case contents(depth: Int)
    case captions(PageStyle.FrontList)
  }

  private var lists: [(kind: Kind, place: ContentsPlace)] = []

  init(_ title: TitlePage, _ style: PageStyle, _ composer: inout Composer) {
    guard title.isShown else { return }
    var kinds: [Kind] = style.contentsDepth > 0 ? [.contents(depth: style.contentsDepth)] : []
    kinds += style.frontLists.map { .captions($0) }
    lists = kinds.map { ($0, ContentsPlace(in: &composer.structure)) }
  }

  var isEmpty: Bool { lists.isEmpty }

  /// - Parameters:
  ///   - count: of the pages before.
  ///   - titleBlock: what stands at the top of the first page.
  func pages(
    after count: Int, below titleBlock: [VerticalBox], in assembly: inout PageAssembly,
    _ composer: inout Composer
  ) -> [Page] {
    var pages: [Page] = []
    for (kind, place) in lists {
      let title: String
      let headings: [HeadingEntry]
      switch kind {
      case .contents(let depth):
        title = composer.styles.terms.contents
        headings = composer.outline.filter { $0.level <= depth || $0.isPart }
      case .captions(let list):
        let terms = composer.styles.terms
        title = list == .figures ? terms.figures : terms.tables
        headings = composer.captions[list] ?? []
      }
      guard !headings.isEmpty else { continue }
      let entries = headings.map {
        ContentsEntry(heading: $0, page: assembly.label(of: $0.anchor))
      }
      let galley = composer.contents(entries, title: title, in: place)
      pages += assembly.frontPages(
        galley, title: pages.isEmpty ? titleBlock : [], head: title, after: count + pages.count,
        &composer)
    }
    return pages
  }
}

extension PageStyle {
  /// Whether contents or lists of captions are asked for.
  var hasFrontLists: Bool { contentsDepth > 0 || !frontLists.isEmpty }
}

extension Composer {
  /// Remembers a caption for the lists of figures and tables.
  ///
  /// - Returns: the name of its place; nil when nothing asks for it.
  mutating func note(
    caption: [Inline<Resolved>], number: String?, label: Label?, in list: PageStyle.FrontList
  ) -> String? {
    guard let number, style.frontLists.contains(list) else { return label?.name }
    let anchor = label?.name ?? "\(list.rawValue)-\(number)"
    captions[list, default: []].append(
      HeadingEntry(
        title: caption.plainText().collapsed, number: number, content: caption.firstSentence,
        anchor: anchor, level: 2, chapter: chapter.index))
    return anchor
  }
}

extension [Inline<Resolved>] {
  /// What stands before the first full stop that ends a sentence.
  fileprivate var firstSentence: [Inline<Resolved>] {
    var sentence: [Inline<Resolved>] = []
    for (index, inline) in enumerated() {
      if case .text(let text, let span) = inline {
        if let end = text.firstRange(of: ". ") {
          return sentence + [.text(String(text[..<end.lowerBound]), span)]
        }
        // What is raised behind the full stop is a mark.
        var isEnd = index == count - 1
        if index + 1 < count, case .superscript = self[index + 1] { isEnd = true }
        if isEnd, text.hasSuffix(".") {
          return sentence + [.text(String(text.dropLast()), span)]
        }
      }
      sentence.append(inline)
    }
    return sentence
  }
}

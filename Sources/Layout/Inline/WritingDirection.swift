import Graphics
import Markup
import Typography

// Text that runs right to left: which way chapters, blocks and lines begin.
extension Composer {
  /// Whether blocks begin at the right: all do in a chapter that runs right to left.
  func runsRightToLeft(_ blocks: [Block<Resolved>]) -> Bool {
    chapter.runsRightToLeft || blocks.runsRightToLeft
  }

  /// The mark that makes a line begin at the right in a chapter that runs right to left; empty in
  /// others.
  var directionMark: String { chapter.runsRightToLeft ? TextDirection.mark : "" }

  /// The mark before content that does not say by its first letter that it runs right to left, when
  /// enough of its letters run so.
  ///
  /// - Parameter isMirrored: whether it belongs to something that begins at the right in any case.
  func directionMark(before inlines: [Inline<Resolved>], isMirrored: Bool = false) -> String {
    guard chapter.runsRightToLeft else { return "" }
    let text = inlines.plainText()
    guard !TextDirection.isRightToLeft(text) else { return "" }
    return isMirrored || TextDirection.isMostlyRightToLeft(text) ? TextDirection.mark : ""
  }

  /// Tells whoever reads the page aloud that the innermost section is in another language than what
  /// is around it.
  mutating func noteLanguage() {
    guard let section = chapter.sections.last?.element, section != .document else { return }
    let around = chapter.sections.dropLast().reversed().lazy
      .compactMap { [structure] in structure[$0.element].language }.first
    if styles.language != around ?? structure[.document].language {
      structure[section].language = styles.language
    }
  }
}

extension TextStyles {
  /// Whether the language is written from right to left.
  var runRightToLeft: Bool { TextDirection.isRightToLeft(language: language) }
}

extension [Inline<Resolved>] {
  /// Whether a paragraph with this content runs right to left.
  var runsRightToLeft: Bool {
    lazy.compactMap { TextDirection.startsRightToLeft($0.plainText) }.first ?? false
  }
}

extension [Block<Resolved>] {
  /// Whether the first text of these blocks runs right to left.
  var runsRightToLeft: Bool {
    for block in self {
      switch block {
      case .paragraph(let paragraph):
        return paragraph.content.runsRightToLeft
      case .heading(let heading): return heading.content.runsRightToLeft
      case .quote(let inner), .aligned(_, let inner): return inner.blocks.runsRightToLeft
      case .list(let list): return list.items.first?.blocks.runsRightToLeft ?? false
      default: continue
      }
    }
    return false
  }

  /// Whether more than half of the paragraphs, headings and lists run right to left.
  var mostlyRunRightToLeft: Bool {
    let (reversed, all) = directions
    return 2 * reversed > all
  }

  /// How many paragraphs, headings and lists run right to left, and how many there are.
  private var directions: (reversed: Int, all: Int) {
    reduce(into: (0, 0)) { count, block in
      switch block {
      case .paragraph, .heading, .list:
        count.all += 1
        if [block].runsRightToLeft { count.reversed += 1 }
      case .aligned(_, let inner), .quote(let inner):
        let inside = inner.blocks.directions
        count = (count.reversed + inside.reversed, count.all + inside.all)
      case .details(let details):
        let inside = details.blocks.directions
        count = (count.reversed + inside.reversed, count.all + inside.all)
      default: break
      }
    }
  }
}

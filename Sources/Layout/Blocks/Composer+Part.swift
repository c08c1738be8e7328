import Configuration
import Graphics
import Languages
import Markup
import Typography

extension Composer {
  /// The title of a part: on a page of its own at a third of the height, with its number above it;
  /// where chapters flow on, a heading larger than theirs.
  mutating func addPartTitle(
    _ heading: Heading<Resolved>, in context: BlockContext, anchor: String, tag: StructureID
  ) {
    let isOnPage = chapter.opensPage && galley.items.isEmpty
    if isOnPage {
      let third = style.paper.height / 3 - style.textTop
      addSpace(VerticalGlue(max(2 * rhythm, third), isKept: true))
    } else {
      addSpace(VerticalGlue(2.5 * rhythm, stretch: 14, shrink: 4))
      encourageBreak(300)
    }
    chapter.sectionStart = galley.items.count
    var type = style.sizes.title
    if !isOnPage {
      let chapter = style.sizes.chapterTitle
      type = TypeSize(1.2 * chapter.size, 1.2 * chapter.leading)
    }
    let inner = titleContext(type, in: context)
    var anchors = [anchor]
    if let number = shownNumber(heading) {
      let size = isOnPage ? style.sizes.section : style.sizes.subsection
      var above = titleContext(size, in: context)
      above.text.color = style.colors.accent
      addLines(
        ParagraphContent("\(styles.terms.part)\u{A0}\(number)", style: above.text), in: above,
        tag: tag,
        anchors: anchors, at: heading.span)
      setBreak(nil)
      addSpace(VerticalGlue(rhythm / (isOnPage ? 2 : 4)))
      anchors = []
    }
    let title = content(heading.content, style: inner.text, parent: tag, width: context.width)
    addLines(title, in: inner, tag: tag, anchors: anchors, at: heading.span)
    addSpace(VerticalGlue((isOnPage ? 2 : 0.5) * rhythm))
  }
}

import Configuration
import Graphics
import Languages
import Markup
import Typography

extension Composer {
  /// The works cited: each entry hangs under its mark.
  mutating func add(_ list: ReferenceList<Resolved>, in context: BlockContext) {
    let tag = structure.add(.list, in: context.parent)
    structure[tag].listNumbering =
      list.entries.contains { !$0.mark.isEmpty } ? .decimal : .some(.none)
    let marks = list.entries.map {
      typesetter.setLine(ParagraphContent($0.mark, style: context.text))
    }
    let widest = marks.reduce(0) { max($0, $1.width) }
    let gutter = widest > 0 ? widest + context.text.size * 0.6 : 0
    let isReversed =
      list.entries.first?.content.runsRightToLeft ?? false
    let hanging = gutter > 0 ? 0 : context.text.size * 1.5
    for (index, entry) in list.entries.enumerated() {
      let item = structure.add(.listItem, in: tag)
      let label = structure.add(.label, in: item)
      let body = structure.add(.bibliographyEntry, in: structure.add(.listBody, in: item))
      var inner = context.inset(
        left: isReversed ? 0 : gutter, right: isReversed ? gutter : 0, parent: body)
      // Addresses that cannot be hyphenated would tear holes into justified lines.
      inner.alignment = .left
      var content = content(entry.content, style: inner.text, parent: body, width: inner.width)
      addBackReferences(entry.citations, in: inner, to: &content)
      let mark = marks[index]
      let part = VerticalBox.Part(
        frame: mark,
        x: context.x + (isReversed ? context.width - widest : widest - mark.width),
        y: -mark.baseline, tag: label)
      if index > 0 { addSpace(VerticalGlue(rhythm / 4, stretch: 1)) }
      addLines(
        content, in: inner, indent: -hanging, hanging: hanging, tag: body,
        marker: entry.mark.isEmpty ? nil : part, anchors: [entry.anchor], at: nil)
    }
    suppressesIndent = true
  }

  /// "Cited on pages 3, 7 and 12." behind an entry, each number a link to the first citation there.
  private mutating func addBackReferences(
    _ citations: [String], in context: BlockContext, to content: inout ParagraphContent
  ) {
    let pages = citationPages.pages(of: citations)
    guard style.hasBackReferences, let last = pages.last else { return }
    let text = styles.fine
    let terms = styles.terms
    let words = (pages.count == 1 ? terms.citedOnPage : terms.citedOnPages) + " "
    content.append(" " + words.replacing(" ", with: "\u{A0}"), style: text)
    for (index, page) in pages.enumerated() {
      if index > 0 { content.append(page == last ? " \(terms.and)\u{A0}" : ", ", style: text) }
      var accent = text
      accent.color = style.colors.accent
      content.beginLink(.anchor(page.anchor), structure: inlineElement(.link, in: context.parent))
      content.append(page.label, style: accent)
      content.endTag()
    }
    content.append(".", style: text)
  }
}

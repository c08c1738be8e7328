import Configuration
import Graphics
import Languages
import Markup
import Typography

// The title of a document without a title page: above the text, across all columns.
extension Composer {
  /// Title, authors and date, with the space below them; above lists of the front matter with the
  /// abstract, which else opens the first column.
  mutating func titleBlock(_ title: Markup.TitlePage) -> [VerticalBox] {
    let sizes = style.sizes
    var context = bodyContext(in: structure.add(.section, in: .document))
    context.width = style.textWidth
    context.alignment = style.columns > 1 || style.headings == .serif ? .center : .left
    var boxes = composeApart { composer in
      func addLine(_ text: String, _ textStyle: TextStyle, _ size: TypeSize, above space: Points) {
        guard !text.isEmpty else { return }
        var inner = context
        inner.text = textStyle
        inner.grid = LineGrid(size)
        composer.addSpace(VerticalGlue(space, isKept: true))
        let tag = composer.structure.add(.paragraph, in: context.parent)
        composer.addLines(ParagraphContent(text, style: textStyle), in: inner, tag: tag, at: nil)
      }
      let styles = composer.styles
      let muted = composer.style.colors.muted
      addLine(title.title, styles.heading(sizes.title), sizes.title, above: 0)
      addLine(title.subtitle ?? "", styles.serif(sizes.subtitle), sizes.subtitle, above: 4)
      for (index, group) in title.authors.byAffiliation.enumerated() {
        addLine(
          group.names.joined(separator: ", "), styles.label(sizes.author, weight: .semibold),
          sizes.author, above: index == 0 ? 12 : 4)
        addLine(
          group.affiliation ?? "", styles.label(sizes.author, color: muted), sizes.author, above: 0)
      }
      addLine(
        title.date.map(styles.terms.date) ?? "", styles.label(sizes.author, color: muted),
        sizes.author, above: 6)
      addLine(title.colophon ?? "", styles.fine, sizes.fine, above: 4)
    }
    if style.hasFrontLists, title.abstract != nil {
      boxes.append(VerticalBox(space: rhythm))
      context.alignment = .justified
      boxes += composeApart { $0.addAbstract(title, in: context) }
    }
    boxes.append(VerticalBox(space: 2 * rhythm))
    return boxes
  }

  /// The abstract with its heading.
  mutating func addAbstract(_ title: Markup.TitlePage, in context: BlockContext) {
    guard let abstract = title.abstract else { return }
    var heading = context
    heading.text = styles.heading(style.sizes.subsubsection)
    heading.grid = LineGrid(style.sizes.subsubsection)
    heading.alignment = style.columns > 1 ? .center : .left
    let title = structure.add(.paragraph, in: context.parent)
    addLines(
      ParagraphContent(styles.terms.abstract, style: heading.text), in: heading, tag: title, at: nil
    )
    setBreak(nil)
    addSpace(VerticalGlue(rhythm / 4))
    let inset = style.columns > 1 ? style.sizes.body.size : 0
    let inner = context.inset(left: inset, right: inset)
    let tag = structure.add(.paragraph, in: context.parent)
    addLines(
      ParagraphContent(abstract.collapsed, style: inner.text), in: inner, tag: tag, at: nil)
    addSpace(VerticalGlue(rhythm, stretch: 4))
    suppressesIndent = true
  }
}

extension [Markup.TitlePage.Author] {
  /// Authors who follow each other and work at one place, with that place below their names.
  fileprivate var byAffiliation: [(names: [String], affiliation: String?)] {
    var groups: [(names: [String], affiliation: String?)] = []
    for author in self {
      if let last = groups.last, last.affiliation == author.affiliation {
        groups[groups.count - 1].names.append(author.name)
      } else {
        groups.append(([author.name], author.affiliation))
      }
    }
    return groups
  }
}

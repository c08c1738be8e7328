import Configuration
import Graphics
import Languages
import Markup
import Typography

extension Composer {
  /// The title at a third of the height, left with the text block; below it subtitle, authors and
  /// date; at the foot one line on how the report was built.
  mutating func titlePage(_ title: Markup.TitlePage) -> Frame {
    let sizes = style.sizes
    let part = structure.add(.section, in: .document)
    var context = bodyContext(in: part)
    context.width = style.textWidth
    context.alignment = .left
    context.indents = 0
    let height = style.textHeight
    let boxes = composeApart { composer in
      composer.addTitleLine(title.title, composer.styles.heading(sizes.title), sizes.title, context)
      if let subtitle = title.subtitle {
        composer.addSpace(VerticalGlue(10))
        composer.addTitleLine(
          subtitle, composer.styles.serif(sizes.subtitle), sizes.subtitle, context)
      }
      composer.addSpace(VerticalGlue(28))
      for author in title.authors {
        composer.addAuthor(author, context)
      }
      if let date = title.date {
        composer.addSpace(VerticalGlue(14))
        var muted = composer.styles.label(sizes.author)
        muted.color = composer.style.colors.muted
        composer.addTitleLine(composer.styles.terms.date(date), muted, sizes.author, context)
      }
      if let abstract = title.abstract {
        composer.addSpace(VerticalGlue(28))
        var inner = context
        inner.alignment = .justified
        let tag = composer.structure.add(.paragraph, in: part)
        composer.addLines(
          ParagraphContent(abstract.collapsed, style: inner.text), in: inner, tag: tag, at: nil)
      }
    }
    let total = boxes.reduce(0) { $0 + $1.height }
    var writer = TaggedContent()
    var y = min(style.paper.height / 3 - style.textTop, max(0, height - total - 40))
    for box in boxes {
      writer.place(box, x: 0, y: y)
      y += box.height
    }
    if let colophon = title.colophon {
      placeColophon(colophon, part, context, below: y, &writer)
    }
    var frame = Frame(size: Size(width: style.textWidth, height: height))
    frame.items = writer.finish()
    return frame
  }

  private mutating func addTitleLine(
    _ text: String, _ textStyle: TextStyle, _ size: TypeSize, _ context: BlockContext
  ) {
    var inner = context
    inner.text = textStyle
    inner.grid = LineGrid(size)
    let tag = structure.add(.paragraph, in: context.parent)
    addLines(ParagraphContent(text, style: textStyle), in: inner, tag: tag, at: nil)
  }

  private mutating func addAuthor(_ author: Markup.TitlePage.Author, _ context: BlockContext) {
    let size = style.sizes.author
    var inner = context
    inner.grid = LineGrid(size)
    let tag = structure.add(.paragraph, in: context.parent)
    var content = ParagraphContent(author.name, style: styles.label(size, weight: .semibold))
    if let affiliation = author.affiliation {
      content.append(
        "  \(affiliation)", style: styles.label(size, color: style.colors.muted))
    }
    addLines(content, in: inner, tag: tag, at: nil)
  }

  private mutating func placeColophon(
    _ text: String, _ part: StructureID, _ context: BlockContext, below y: Points,
    _ writer: inout TaggedContent
  ) {
    var inner = context
    inner.text = styles.fine
    inner.grid = LineGrid(style.sizes.fine)
    let tag = structure.add(.paragraph, in: part)
    let boxes = composeApart {
      $0.addLines(ParagraphContent(text, style: inner.text), in: inner, tag: tag, at: nil)
    }
    var foot = max(y + 20, style.textHeight - boxes.reduce(0) { $0 + $1.height })
    for box in boxes {
      writer.place(box, x: 0, y: foot)
      foot += box.height
    }
  }
}

import Configuration
import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  mutating func add(_ heading: Heading<Resolved>, in context: BlockContext) {
    let isInFlow = context.x == 0 && context.floats
    let anchor = heading.label?.name ?? "heading-\(chapter.index)-\(outline.count)"
    let depth = heading.level + (chapter.isInPart ? 1 : 0)
    let opensSection = isInFlow && context.parent == chapter.section
    let parent = opensSection ? openSection(depth) : context.parent
    let tag = structure.add(.heading(spokenLevel(depth)), in: parent)
    let isPart = chapter.isPart && heading.level == 1 && isInFlow
    if isInFlow {
      outline.append(
        HeadingEntry(
          title: heading.content.titleText(), number: shownNumber(heading),
          content: heading.content, anchor: anchor, level: heading.level, chapter: chapter.index,
          isPart: isPart, isInPart: chapter.isInPart))
    }
    if isPart {
      addPartTitle(heading, in: context, anchor: anchor, tag: tag)
    } else if heading.level == 1, isInFlow, style.columns == 1 {
      addChapterTitle(heading, in: context, anchor: anchor, tag: tag)
    } else {
      addSectionTitle(heading, in: context, anchor: anchor, tag: tag)
    }
    setBreak(nil)
    suppressesIndent = true
  }

  /// The level that screen readers hear: how many headings a heading stands under, itself counted.
  /// Levels that an author leaves out are no steps (PDF/UA-1, 7.4.2).
  private mutating func spokenLevel(_ depth: Int) -> Int {
    while let last = openHeadings.last, last >= depth { openHeadings.removeLast() }
    openHeadings.append(depth)
    return openHeadings.count
  }

  /// Titles are ragged, in the headings' face.
  func titleContext(_ type: TypeSize, in context: BlockContext) -> BlockContext {
    var inner = context
    inner.text = styles.heading(type)
    inner.grid = LineGrid(type)
    if inner.alignment == .justified { inner.alignment = .left }
    return inner
  }

  /// Closes the sections of this level and below and opens one within what is left. A chapter's own
  /// section is that of the heading it begins with.
  private mutating func openSection(_ level: Int) -> StructureID {
    if let only = chapter.sections.first, only.level == 0, chapter.isUntouched(in: structure) {
      chapter.sections[0].level = level
      return only.element
    }
    while let last = chapter.sections.last, last.level >= level { chapter.sections.removeLast() }
    let section = structure.add(.section, in: chapter.sections.last?.element ?? part)
    chapter.sections.append((level, section))
    noteLanguage()
    return section
  }

  func shownNumber(_ heading: Heading<Resolved>) -> String? {
    style.numbersHeadings && heading.isNumbered ? heading.number : nil
  }

  /// The opening of a chapter: its number in the accent colour, its title below.
  private mutating func addChapterTitle(
    _ heading: Heading<Resolved>, in context: BlockContext, anchor: String, tag: StructureID
  ) {
    let isFirst = galley.items.isEmpty
    // In a document of one flow, later headings of the first level stand below its title.
    let type = isFirst || chapter.opensPage ? style.sizes.chapterTitle : TypeSize(17, 22)
    if isFirst {
      if chapter.opensPage { addSpace(VerticalGlue(2 * rhythm, isKept: true)) }
    } else if chapter.opensPage {
      setBreak(PageBreak(PageBreak.forced))
      replaceSpace(VerticalGlue(2 * rhythm, isKept: true))
    } else {
      addSpace(VerticalGlue(2 * rhythm, stretch: 10, shrink: 4))
      encourageBreak(150)
    }
    chapter.sectionStart = galley.items.count
    let inner = titleContext(type, in: context)
    var anchors = [anchor]
    if let number = shownNumber(heading) {
      var accent = inner.text
      accent.color = style.colors.accent
      addLines(
        ParagraphContent(directionMark + number, style: accent),
        in: inner, tag: tag, anchors: anchors,
        at: heading.span)
      setBreak(nil)
      anchors = []
    }
    let title = content(heading.content, style: inner.text, parent: tag, width: context.width)
    addLines(title, in: inner, tag: tag, anchors: anchors, at: heading.span)
    addSpace(VerticalGlue((chapter.opensPage ? 2 : isFirst ? 1 : 0.5) * rhythm))
  }

  /// A section's title with its number before it; one and a half lines above, half a line below,
  /// so that title and space together keep the rhythm.
  private mutating func addSectionTitle(
    _ heading: Heading<Resolved>, in context: BlockContext, anchor: String, tag: StructureID
  ) {
    let type = styles.headingSize(style.columns == 1 ? max(2, heading.level) : heading.level)
    let excess = type.leading - rhythm
    var above: Points = heading.level <= 2 ? 1.5 : heading.level == 3 ? 1.25 : 1
    if style.columns > 1, heading.level > 1 { above -= 0.25 }
    let below: Points = heading.level <= 2 ? 0.5 : heading.level == 3 ? 0.25 : 0
    addSpace(VerticalGlue(above * rhythm - excess, stretch: 8, shrink: 3))
    if heading.level <= 2 { encourageBreak(60) }
    if heading.level <= 2 { chapter.sectionStart = galley.items.count }
    if heading.level == 1 { galley.sections.append(galley.items.count) }
    let inner = titleContext(type, in: context)
    var title = ParagraphContent(directionMark(before: heading.content), style: inner.text)
    var hanging: Points = 0
    if let number = shownNumber(heading) {
      let frame = typesetter.setLine(ParagraphContent(number, style: inner.text))
      let gap = type.size * 0.75
      // Centred lines have no edge to hang from.
      hanging = inner.alignment == .left ? frame.width + gap : 0
      // The space is for whoever copies the heading; the glue makes it wide.
      let space = typesetter.setLine(ParagraphContent("\u{A0}", style: inner.text)).width
      title.append(number + "\u{A0}", style: inner.text)
      title.append(penalty: 10_000)
      title.append(glue: gap - space)
    }
    append(
      heading.content,
      InlineContext(style: inner.text, parent: tag, width: context.width), to: &title)
    addLines(
      title, in: inner, indent: -hanging, hanging: hanging, tag: tag, anchors: [anchor],
      at: heading.span)
    replaceSpace(VerticalGlue(below * rhythm))
  }
}

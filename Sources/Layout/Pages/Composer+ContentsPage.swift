import Configuration
import Graphics
import Markup
import Typography

/// A line of the table of contents.
struct ContentsEntry: Sendable {
  var heading: HeadingEntry
  /// The printed number of its page.
  var page: String

  /// The number before the title.
  var mark: String? {
    heading.number.map { heading.isPart ? "Part\u{A0}\($0)" : $0 }
  }
}

extension Composer {
  /// The contents as a galley: two levels, page numbers at the right, leaders on the second level
  /// only, each line a link.
  mutating func contents(_ entries: [ContentsEntry], title: String, in toc: StructureID)
    -> Galley
  {
    var context = bodyContext(in: toc)
    context.width = style.textWidth
    let hasChapters = entries.contains { $0.heading.level == 1 }
    chapter.opensPage = true
    addContentsTitle(title, context)
    let numberWidth = entries.reduce(0.0) { widest, entry in
      guard !entry.heading.isPart, let number = entry.mark else { return widest }
      let style = contentsStyle(entry.heading)
      return max(widest, typesetter.setLine(ParagraphContent(number, style: style)).width)
    }
    for (index, entry) in entries.enumerated() {
      let previous = index > 0 ? entries[index - 1].heading : nil
      var gutter = numberWidth + 10
      if entry.heading.isPart {
        addSpace(VerticalGlue(rhythm * 1.25, stretch: 6))
        if previous?.isPart == true { setBreak(PageBreak()) }
        gutter =
          entry.mark.map {
            typesetter.setLine(ParagraphContent($0, style: contentsStyle(entry.heading))).width + 10
          } ?? 0
      } else if entry.heading.level == 1 {
        // What stands outside of the parts is set off from them.
        let isAfterPart = previous?.isInPart == true && !entry.heading.isInPart
        addSpace(VerticalGlue(rhythm * (isAfterPart ? 1.25 : 0.5), stretch: 4))
        if previous?.isPart == true { setBreak(nil) }
      } else if previous?.level == 1 {
        setBreak(nil)
      }
      let indent = hasChapters && entry.heading.level > 1 ? gutter : 0
      addEntry(entry, indent: indent, gutter: gutter, context)
    }
    return finishGalley()
  }

  private mutating func addContentsTitle(_ title: String, _ context: BlockContext) {
    let type = style.sizes.chapterTitle
    addSpace(VerticalGlue(2 * rhythm, isKept: true))
    let inner = titleContext(type, in: context)
    let tag = structure.add(.paragraph, in: context.parent)
    addLines(
      ParagraphContent(title, style: inner.text), in: inner, tag: tag,
      anchors: [], at: nil)
    setBreak(nil)
    addSpace(VerticalGlue(rhythm))
  }

  private func contentsStyle(_ heading: HeadingEntry) -> TextStyle {
    if heading.isPart {
      return styles.label(style.sizes.subsection, weight: .semibold, color: style.colors.accent)
    }
    return heading.level == 1
      ? styles.label(style.sizes.subsubsection, weight: .semibold) : styles.body
  }

  private mutating func addEntry(
    _ entry: ContentsEntry, indent: Points, gutter: Points, _ context: BlockContext
  ) {
    let heading = entry.heading
    let item = structure.add(.contentsItem, in: context.parent)
    let link = structure.add(.link, in: item)
    let text = contentsStyle(heading)
    let page = typesetter.setLine(ParagraphContent(entry.page, style: text))
    let room = context.width - indent - gutter - page.width - 16
    var content = ParagraphContent()
    // A title in the contents carries no footnotes and no links of its own.
    let inline = InlineContext(style: text, parent: item, width: room, isInLink: true)
    append(heading.content.withoutNotes, inline, to: &content)
    var style = ParagraphStyle(alignment: .left)
    style.parameters.hyphenPenalty = 10_000
    let lines = typesetter.breakLines(content, width: room, style: style)
    let grid = LineGrid(self.style.sizes.body)
    for (index, line) in lines.enumerated() {
      let isLast = index == lines.count - 1
      var frame = Frame(
        size: Size(width: context.width, height: grid.leading), baseline: grid.ascent)
      let target = Rect(x: indent, y: 0, width: context.width - indent, height: grid.leading)
      frame.items.append(.beginLink(.anchor(heading.anchor), target, structure: link))
      if index == 0, let mark = entry.mark {
        let number = typesetter.setLine(ParagraphContent(mark + " ", style: text))
        frame.place(number, x: indent, baseline: grid.ascent)
      }
      frame.place(line.frame, x: indent + gutter, baseline: grid.ascent)
      if isLast {
        frame.place(page, x: context.width - page.width, baseline: grid.ascent)
      }
      frame.items.append(.endTag)
      if isLast, heading.level > 1 {
        let start = indent + gutter + line.contentWidth + 6
        addLeader(from: start, to: context.width - page.width - 6, grid, &frame)
      }
      if index > 0 { setBreak(nil) }
      add(VerticalBox(frame, tag: item))
    }
  }

  /// Dots on a common grid, drawn as a dotted line: nobody wants to copy them.
  private func addLeader(
    from start: Points, to end: Points, _ grid: LineGrid, _ frame: inout Frame
  ) {
    let step: Points = 5
    let first = (start / step).rounded(.up) * step
    guard end > first + step else { return }
    let line = Path.line(
      from: Point(x: first, y: grid.ascent - 0.6), to: Point(x: end, y: grid.ascent - 0.6))
    frame.items.append(
      .path(
        line, fill: nil,
        stroke: Stroke(color: style.colors.muted, width: 0.8, dash: [0, step], cap: .round)))
  }
}

extension [Inline<Resolved>] {
  /// The content without footnote marks and anchors, which stand once.
  var withoutNotes: [Inline<Resolved>] {
    compactMap { inline in
      switch inline {
      case .footnote, .anchor: nil
      case .emphasis(let c, let span): .emphasis(c.withoutNotes, span)
      case .strong(let c, let span): .strong(c.withoutNotes, span)
      case .superscript(let c, let span): .superscript(c.withoutNotes, span)
      case .subscript(let c, let span): .subscript(c.withoutNotes, span)
      case .traced(let id, let c): .traced(id, c.withoutNotes)
      case .link(let link): .traced(ProvenanceID(rawValue: 0), link.content.withoutNotes)
      default: inline
      }
    }
  }
}

import Configuration
import Graphics
import Languages
import Markup
import Typography

/// A line of the table of contents.
struct ContentsEntry: Sendable {
  var heading: HeadingEntry
  /// The printed number of its page.
  var page: String

  /// The number before the title, after the word for parts.
  func mark(_ part: String) -> String? {
    heading.number.map { heading.isPart ? "\(part)\u{A0}\($0)" : $0 }
  }

  /// How deep it stands: chapters of a part below it.
  var depth: Int { heading.level + (heading.isInPart ? 1 : 0) }
}

/// The place of a list of contents in the structure: a section with a heading, as a reader looks for.
struct ContentsPlace {
  fileprivate let title: StructureID
  fileprivate let list: StructureID

  init(in structure: inout StructureTree) {
    let section = structure.add(.section, in: .document)
    title = structure.add(.heading1, in: section)
    list = structure.add(.contents, in: section)
  }
}

extension Composer {
  /// The contents as a galley: two levels, page numbers at the right, leaders on the second level
  /// only, each line a link.
  mutating func contents(_ entries: [ContentsEntry], title: String, in place: ContentsPlace)
    -> Galley
  {
    var context = bodyContext(in: place.list)
    context.width = style.textWidth
    let hasChapters = entries.contains { $0.heading.level == 1 }
    chapter.opensPage = true
    chapter.runsRightToLeft = styles.runRightToLeft
    addContentsTitle(title, place.title, context)
    let numberWidth = entries.reduce(0.0) { widest, entry in
      guard !entry.heading.isPart, let number = entry.mark(styles.terms.part) else { return widest }
      let style = contentsStyle(entry.heading)
      return max(widest, typesetter.setLine(ParagraphContent(number, style: style)).width)
    }
    // Entries below others stand in a list of their own.
    var lists = [(level: entries.map(\.depth).min() ?? 1, element: place.list)]
    for (index, entry) in entries.enumerated() {
      while lists.count > 1, lists[lists.count - 1].level > entry.depth {
        lists.removeLast()
      }
      let (level, list) = lists[lists.count - 1]
      if entry.depth > level {
        lists.append((entry.depth, structure.add(.contents, in: list)))
      }
      context.parent = lists[lists.count - 1].element
      let previous = index > 0 ? entries[index - 1].heading : nil
      var gutter = numberWidth + 10
      if entry.heading.isPart {
        addSpace(VerticalGlue(rhythm * 1.25, stretch: 6))
        if previous?.isPart == true { setBreak(PageBreak()) }
        gutter =
          entry.mark(styles.terms.part).map {
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

  private mutating func addContentsTitle(
    _ title: String, _ tag: StructureID, _ context: BlockContext
  ) {
    let type = style.sizes.chapterTitle
    addSpace(VerticalGlue(2 * rhythm, isKept: true))
    let inner = titleContext(type, in: context)
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
    let link = structure.add(.link, in: structure.add(.reference, in: item))
    let text = contentsStyle(heading)
    // The spaces are for whoever hears or copies the line.
    let page = typesetter.setLine(ParagraphContent("\u{A0}" + entry.page, style: text))
    let room = context.width - indent - gutter - page.width - 12
    let isReversed = chapter.runsRightToLeft
    var content = ParagraphContent(
      directionMark(before: heading.content, isMirrored: true), style: text)
    // A title in the contents carries no footnotes and no links of its own.
    let inline = InlineContext(style: text, parent: link, width: room, isInLink: true)
    append(heading.content.withoutNotes, inline, to: &content)
    var style = ParagraphStyle(alignment: .left)
    style.parameters.hyphenPenalty = 10_000
    let lines = typesetter.breakLines(content, width: room, style: style)
    let grid = LineGrid(self.style.sizes.body)
    for (index, broken) in lines.enumerated() {
      // The heading itself has its warning.
      let line = broken.squeezed(into: room)
      let isLast = index == lines.count - 1
      var frame = Frame(
        size: Size(width: context.width, height: grid.leading), baseline: grid.ascent)
      let target = Rect(
        x: isReversed ? 0 : indent, y: 0, width: context.width - indent, height: grid.leading)
      // Where something stands that would stand so far from the left edge in another language.
      func place(_ x: Points, _ width: Points) -> Points {
        isReversed ? context.width - x - width : x
      }
      frame.items.append(.beginLink(.anchor(heading.anchor), target, structure: link))
      if index == 0, let mark = entry.mark(styles.terms.part) {
        let number = typesetter.setLine(ParagraphContent(mark + "\u{A0}", style: text))
        frame.place(number, x: place(indent, number.width), baseline: grid.ascent)
      }
      frame.place(line.frame, x: place(indent + gutter, line.frame.width), baseline: grid.ascent)
      if isLast {
        frame.place(
          page, x: place(context.width - page.width, page.width), baseline: grid.ascent)
      }
      frame.items.append(.endTag)
      if isLast, heading.level > 1 {
        let start = indent + gutter + line.contentWidth + 6
        let end = context.width - page.width - 2
        addLeader(from: place(start, 0), to: place(end, 0), grid, &frame)
      }
      if index > 0 { setBreak(nil) }
      add(VerticalBox(frame, tag: .document))
    }
  }

  /// Dots on a common grid, drawn as a dotted line: nobody wants to copy them.
  private func addLeader(
    from start: Points, to end: Points, _ grid: LineGrid, _ frame: inout Frame
  ) {
    let (start, end) = (min(start, end), max(start, end))
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
  /// The content without footnote marks and anchors, which stand once, and without its links: a line
  /// of the contents is one.
  fileprivate var withoutNotes: [Inline<Resolved>] {
    replacing { inline in
      switch inline {
      case .footnote, .anchor: []
      case .link(let link): link.content.withoutNotes
      default: nil
      }
    }
  }
}

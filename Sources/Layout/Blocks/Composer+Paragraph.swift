import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  mutating func add(_ paragraph: Paragraph<Resolved>, in context: BlockContext) {
    guard !paragraph.content.isEmpty else { return }
    let tag = structure.add(.paragraph, in: context.parent)
    let content = content(
      paragraph.content, style: context.text, parent: tag, width: context.width)
    addSpace(context.paragraphSpace)
    // A row of badges is no sentence that begins.
    let indent = suppressesIndent || paragraph.content.isPictures ? 0 : context.indents
    addLines(content, in: context, indent: indent, tag: tag, at: paragraph.span)
    suppressesIndent = false
    // What a colon announces stands on the same page.
    if let last = paragraph.content.last, [last].plainText().hasSuffix(":") {
      discourageBreak(2000)
    }
  }

  /// Breaks content into lines and puts them below each other. Neither the first nor the last line
  /// of a paragraph is ever parted from its neighbour by a page break.
  ///
  /// - Parameters:
  ///   - indent: of the first line; negative hangs the others.
  ///   - marker: stands beside the first line, such as the number of a list item.
  mutating func addLines(
    _ content: ParagraphContent, in context: BlockContext, indent: Points = 0,
    hanging: Points = 0, tag: StructureID, marker: VerticalBox.Part? = nil,
    anchors: [String] = [], at span: SourceSpan?
  ) {
    let style = ParagraphStyle(
      alignment: context.alignment, firstLineIndent: indent, leftIndent: hanging)
    let lines = typesetter.breakLines(content, width: context.width, style: style)
    var hangs = context.grid.descent
    for (index, broken) in lines.enumerated() {
      let line = fitted(broken, to: context.width, at: span)
      var box = self.box(line, in: context, below: hangs, tag: tag)
      hangs = max(context.grid.descent, line.naturalDescent)
      if index == 0 {
        box.anchors = anchors
        if var marker {
          marker.y += box.first.y + line.frame.baseline
          // The marker is read before the text.
          box.others.append(box.first)
          box.first = marker
        }
      } else if index == 1 || index == lines.count - 1 {
        setBreak(nil)
      } else if lines[index - 1].endsWithHyphen {
        setBreak(PageBreak(60))
      }
      add(box)
    }
  }

  /// A line as a box of the grid's height; more when something in it would touch the line above.
  private func box(_ line: Line, in context: BlockContext, below hangs: Points, tag: StructureID)
    -> VerticalBox
  {
    let grid = context.grid
    var ascent = grid.ascent
    let gap = hangs - grid.descent + line.naturalAscent - grid.ascent
    let free = grid.leading - line.naturalAscent - hangs
    if gap > 0, free < 1 { ascent += min(gap, 1 - free) }
    let descent = max(
      grid.descent, line.naturalDescent > grid.descent + 3 ? line.naturalDescent - 2 : 0)
    var box = VerticalBox(
      line.frame, height: ascent + descent, x: context.x, y: ascent - line.frame.baseline,
      tag: tag)
    box.notes = line.marks
    return box
  }

  /// The line; set smaller, with a warning, when it is wider than its column.
  mutating func fitted(_ line: Line, to width: Points, at span: SourceSpan?) -> Line {
    if line.overfullBy > Line.hair { warnOverfull(by: line.overfullBy, at: span) }
    return line.squeezed(into: width)
  }

  mutating func warnOverfull(by excess: Points, at span: SourceSpan?) {
    diagnostics.append(
      .warning(
        "overfull-line", "a line is \((excess * 10).rounded() / 10) pt wider than its column",
        at: span, help: "reword it, or allow a break in its longest word"))
  }
}

extension [Inline<Resolved>] {
  /// Whether there are pictures and nothing to read between them.
  fileprivate var isPictures: Bool {
    var found = false
    for inline in self {
      switch inline {
      case .image: found = true
      case .link(let link):
        guard link.content.isPictures else { return false }
        found = true
      case .softBreak, .lineBreak, .anchor: continue
      case .text(let text, _):
        guard text.utf8.allSatisfy({ $0 == 0x20 }) else { return false }
      default: return false
      }
    }
    return found
  }
}

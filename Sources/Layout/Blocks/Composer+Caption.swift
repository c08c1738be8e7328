import Configuration
import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  /// "Figure 3" in SemiBold, then the text.
  mutating func caption(
    _ kind: String, number: String?, _ text: [Inline<Resolved>], tag: StructureID, width: Points
  ) -> ParagraphContent {
    let style = styles.caption
    var content = ParagraphContent(directionMark, style: style)
    if let number {
      var bold = style
      bold.weight = .semibold
      content.append("\(kind)\u{A0}\(number)\u{A0}", style: bold)
      content.append(penalty: 10_000)
      if !text.isEmpty { content.append(glue: style.size * 0.55) }
    }
    append(text, InlineContext(style: style, parent: tag, width: width), to: &content)
    return content
  }

  /// A caption's lines, ragged right.
  mutating func setCaption(
    _ content: ParagraphContent, tag: StructureID, x: Points, width: Points,
    alignment: Typography.TextAlignment = .left, at span: SourceSpan?
  ) -> [VerticalBox] {
    let grid = LineGrid(style.sizes.caption)
    let lines = typesetter.breakLines(
      content, width: width, style: ParagraphStyle(alignment: alignment))
    return lines.map { broken in
      let line = fitted(broken, to: width, at: span)
      var box = VerticalBox(
        line.frame, height: grid.leading, x: x, y: grid.ascent - line.frame.baseline, tag: tag)
      box.notes = line.marks
      return box
    }
  }
}

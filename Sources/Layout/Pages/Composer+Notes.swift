import Configuration
import Graphics
import Markup
import Typography

extension Composer {
  /// The name of a footnote's place.
  func noteAnchor(_ index: Int) -> String { "note-\(chapter.index + 1)-\(index + 1)" }

  /// Sets a footnote when its first mark is met.
  ///
  /// - Returns: its index among the galley's notes.
  mutating func note(_ index: Int) -> Int {
    if let known = chapter.notes[index] { return known }
    let place = galley.notes.count
    chapter.notes[index] = place
    let (footnote, number) = (chapter.footnotes[index], chapter.noteNumbers[index])
    galley.notes.append(PlacedNote(lines: []))
    let tag = structure.add(.note, in: chapter.section)
    var context = BlockContext(
      width: style.columnWidth, text: styles.footnote, grid: LineGrid(style.sizes.footnote),
      parent: tag)
    context.floats = false
    // Notes of a note would come back here; the recorder must not replay their elements.
    let elements = inlineElements
    inlineElements = InlineElements()
    var boxes = composeApart { composer in
      composer.addNote(footnote, number: number, in: context, tag: tag)
    }
    inlineElements = elements
    if !boxes.isEmpty { boxes[0].anchors.append(noteAnchor(index)) }
    // Notes that only this note mentions stand right below it.
    for inner in boxes.flatMap(\.notes) { boxes += galley.notes[inner].lines }
    galley.notes[place].lines = boxes
    return place
  }

  /// The number stands before the first paragraph, raised as its mark is.
  private mutating func addNote(
    _ footnote: Footnote<Resolved>, number: Int, in context: BlockContext, tag: StructureID
  ) {
    var blocks = footnote.blocks[...]
    let label = structure.add(.label, in: tag)
    let raised = InlineContext(style: context.text, parent: label, width: context.width)
      .script(raised: 0.36)
    var content = ParagraphContent()
    content.beginTag(label)
    content.append(String(number), style: raised.style)
    content.endTag()
    content.append(penalty: 10_000)
    content.append(glue: 2)
    let paragraph = structure.add(.paragraph, in: tag)
    if case .paragraph(let first)? = blocks.first {
      blocks.removeFirst()
      append(
        first.content,
        InlineContext(style: context.text, parent: paragraph, width: context.width), to: &content)
    }
    addLines(content, in: context, tag: paragraph, at: footnote.span)
    add(Array(blocks), in: context)
  }
}

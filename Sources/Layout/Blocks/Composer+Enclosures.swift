import Configuration
import Graphics
import Markup
import Typography

// Block quotes, callouts and details: blocks that hold blocks.
extension Composer {
  /// Indented on both sides, upright.
  mutating func add(quote: Container<Resolved>, in context: BlockContext) {
    let tag = structure.add(.blockQuote, in: context.parent)
    addSpace(displaySpace)
    suppressesIndent = true
    let indent = context.text.size * 1.7
    add(quote.blocks, in: context.inset(left: indent, right: indent, parent: tag))
    replaceSpace(displaySpace)
    suppressesIndent = true
  }

  /// An accent bar at the left, a SemiBold title, no filled box.
  mutating func add(_ callout: Callout<Resolved>, in context: BlockContext) {
    let title: [Inline<Resolved>] =
      callout.title.isEmpty ? [.text(callout.kind.name, callout.span)] : callout.title
    addEnclosed(
      title: title, blocks: callout.blocks, bar: style.colors.accent, in: context,
      titleColor: style.colors.accent)
  }

  mutating func add(_ details: Details<Resolved>, in context: BlockContext) {
    addEnclosed(
      title: details.title, blocks: details.blocks, bar: style.colors.rule, in: context,
      titleColor: style.colors.ink)
  }

  private mutating func addEnclosed(
    title: [Inline<Resolved>], blocks: [Block<Resolved>], bar: Color, in context: BlockContext,
    titleColor: Color
  ) {
    let tag = structure.add(.division, in: context.parent)
    addSpace(displaySpace)
    let inner = context.inset(left: 12, parent: tag)
    decorate(.bar(bar, width: 2), x: context.x, width: 2) { composer in
      if !title.isEmpty {
        var text = composer.styles.heading(composer.style.sizes.subsubsection)
        text.color = titleColor
        var line = inner
        line.text = text
        line.alignment = .left
        let element = composer.structure.add(.paragraph, in: tag)
        let content = composer.content(title, style: text, parent: element, width: line.width)
        composer.addLines(content, in: line, tag: element, at: nil)
        composer.setBreak(nil)
      }
      composer.suppressesIndent = true
      composer.add(blocks, in: inner)
    }
    replaceSpace(displaySpace)
    suppressesIndent = true
  }
}

extension Callout.Kind {
  /// What stands as the title when the author gives none.
  var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

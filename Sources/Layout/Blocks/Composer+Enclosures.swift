import Configuration
import Diagnostics
import Graphics
import Languages
import Markup
import Typography

// Block quotes, callouts and details: blocks that hold blocks.
extension Composer {
  /// Indented on both sides, upright. Where something else is set in already, a thin bar tells the
  /// quote apart.
  mutating func add(quote: Container<Resolved>, in context: BlockContext) {
    let tag = structure.add(.blockQuote, in: context.parent)
    addSpace(displaySpace)
    suppressesIndent = true
    let indent = context.text.size * 1.7
    if context.isInset || context.listDepth > 0 {
      let isReversed = runsRightToLeft(quote.blocks)
      let inner = context.inset(
        left: isReversed ? 0 : indent / 2, right: isReversed ? indent / 2 : 0, parent: tag)
      let x = isReversed ? context.x + context.width - 1 : context.x
      decorate(.bar(style.colors.rule, width: 1), x: x, width: 1) { composer in
        composer.suppressesIndent = true
        composer.add(quote.blocks, in: inner)
      }
    } else {
      add(quote.blocks, in: context.inset(left: indent, right: indent, parent: tag))
    }
    addSpace(displaySpace)
    suppressesIndent = true
  }

  /// A bar in the kind's colour at the side where lines begin, a SemiBold title, no filled box.
  mutating func add(_ callout: Callout<Resolved>, in context: BlockContext) {
    let title: [Inline<Resolved>] =
      callout.title.isEmpty ? [.text(callout.kind.name(styles.terms), callout.span)] : callout.title
    let color = callout.kind.color(style.colors)
    addEnclosed(
      title: title, blocks: callout.blocks, bar: color, in: context, titleColor: color,
      at: callout.span)
  }

  mutating func add(_ details: Details<Resolved>, in context: BlockContext) {
    addEnclosed(
      title: details.title, blocks: details.blocks, bar: style.colors.rule, in: context,
      titleColor: style.colors.ink, at: details.span)
  }

  private mutating func addEnclosed(
    title: [Inline<Resolved>], blocks: [Block<Resolved>], bar: Color, in context: BlockContext,
    titleColor: Color, at span: SourceSpan
  ) {
    let tag = structure.add(.division, in: context.parent)
    addSpace(displaySpace)
    let isReversed =
      chapter.runsRightToLeft
      || (title.isEmpty ? blocks.runsRightToLeft : title.runsRightToLeft)
    let inner = context.inset(left: isReversed ? 0 : 12, right: isReversed ? 12 : 0, parent: tag)
    let x = isReversed ? context.x + context.width - 2 : context.x
    decorate(.bar(bar, width: 2), x: x, width: 2) { composer in
      if !title.isEmpty {
        var text = composer.styles.heading(composer.style.sizes.subsubsection)
        text.color = titleColor
        var line = inner
        line.text = text
        line.alignment = .left
        let element = composer.structure.add(.paragraph, in: tag)
        var content = ParagraphContent(
          composer.directionMark(before: title, isMirrored: true), style: text)
        composer.append(
          title, InlineContext(style: text, parent: element, width: line.width), to: &content)
        composer.addLines(content, in: line, tag: element, at: span)
        composer.setBreak(nil)
      }
      composer.suppressesIndent = true
      composer.add(blocks, in: inner)
      if blocks.endWithCode {
        // The bar ends with the listing's ground.
        composer.replaceSpace(.zero)
        composer.setBreak(nil)
        composer.add(VerticalBox(space: Composer.codePadding))
      }
    }
    addSpace(displaySpace)
    suppressesIndent = true
  }
}

extension [Block<Resolved>] {
  /// Whether a listing comes last.
  fileprivate var endWithCode: Bool {
    switch last {
    case .code: true
    case .list(let list): list.items.last?.blocks.endWithCode ?? false
    case .quote(let inner), .aligned(_, let inner): inner.blocks.endWithCode
    default: false
    }
  }
}

extension Callout.Kind {
  /// Quiet colours that keep their order of urgency: blue, green, violet, ochre, red.
  func color(_ colors: PageColors) -> Color {
    switch self {
    case .note: colors.accent
    case .tip: Color(hex: 0x1E6531)
    case .important: Color(hex: 0x5E3B85)
    case .warning: Color(hex: 0x8A5A00)
    case .caution: Color(hex: 0xA02426)
    }
  }

  /// What stands as the title when the author gives none.
  func name(_ terms: Terms) -> String {
    switch self {
    case .note: terms.callouts[0]
    case .tip: terms.callouts[1]
    case .important: terms.callouts[2]
    case .warning: terms.callouts[3]
    case .caution: terms.callouts[4]
    }
  }
}

import Configuration
import Graphics
import Markup
import Typography

extension Composer {
  mutating func add(_ blocks: [Block<Resolved>], in context: BlockContext) {
    var context = context
    let isInSection = context.parent == chapter.section
    let outer = chapter.textFollows
    for (index, block) in blocks.enumerated() {
      // A heading among them has opened another section.
      if isInSection { context.parent = chapter.section }
      if block.isFloating { chapter.textFollows = blocks[(index + 1)...].beginWithText }
      add(block, in: context)
    }
    chapter.textFollows = outer
  }

  /// Whether a figure or table may stand elsewhere: one that a section holds nothing else beside
  /// stays below its heading.
  var mayFloat: Bool { mayBreak || chapter.textFollows && !galley.items.isEmpty }

  mutating func add(_ block: Block<Resolved>, in context: BlockContext) {
    switch block {
    case .heading(let heading): add(heading, in: context)
    case .paragraph(let paragraph): add(paragraph, in: context)
    case .list(let list): add(list, in: context)
    case .quote(let quote): add(quote: quote, in: context)
    case .callout(let callout): add(callout, in: context)
    case .details(let details): add(details, in: context)
    case .aligned(let alignment, let container):
      var inner = context
      inner.alignment =
        switch alignment {
        case .left: .left
        case .center: .center
        case .right: .right
        case .justified: .justified
        }
      inner.indents = 0
      addSpace(displaySpace)
      add(container.blocks, in: inner)
      addSpace(displaySpace)
      suppressesIndent = true
    case .code(let code): add(code, in: context)
    case .math(let math): add(math, in: context)
    case .table(let table): add(table, in: context)
    case .figure(let figure): add(figure, in: context)
    case .rule: addRule(in: context)
    case .references(let list): add(list, in: context)
    }
  }

  /// Half a line above and below what interrupts the text.
  var displaySpace: VerticalGlue { VerticalGlue(rhythm / 2, stretch: 3, shrink: 1) }

  /// A thematic break: a short rule in the middle.
  mutating func addRule(in context: BlockContext) {
    addSpace(displaySpace)
    let width = min(72, context.width)
    var frame = Frame(size: Size(width: context.width, height: rhythm))
    frame.fill(
      Rect(x: (context.width - width) / 2, y: rhythm / 2, width: width, height: 0.5),
      style.colors.muted)
    add(VerticalBox(frame, x: context.x, tag: .document))
    addSpace(displaySpace)
    suppressesIndent = true
  }
}

extension Block<Resolved> {
  /// Whether it is of a kind that floats.
  fileprivate var isFloating: Bool {
    switch self {
    case .table, .figure: true
    default: false
    }
  }
}

extension ArraySlice<Block<Resolved>> {
  /// Whether text comes next, behind other tables and figures.
  fileprivate var beginWithText: Bool {
    let next = first { !$0.isFloating }
    switch next {
    case .paragraph, .list, .quote, .callout: return true
    default: return false
    }
  }
}

import Diagnostics

/// HTML with its tags matched.
indirect enum HTMLNode {
  case piece(Piece)
  case element(HTMLElement)
}

struct HTMLElement {
  var tag: HTMLTag
  var children: [HTMLNode]
  /// From the start tag to the end tag.
  var span: SourceSpan
}

/// Matches tags as browsers do for what real documents hold: void elements, implied ends of list
/// items, rows and cells, stray end tags.
struct HTMLTreeBuilder {
  /// The finished nodes outside any open element.
  var nodes: [HTMLNode] = []
  private var open: [HTMLElement] = []
  private let context: ParseContext

  init(context: ParseContext) { self.context = context }

  /// Whether all elements are closed, so that Markdown that follows stands outside.
  var isComplete: Bool { open.isEmpty }

  mutating func add(_ piece: Piece) {
    switch piece {
    case .open(let tag): start(tag)
    case .close(let tag): end(tag)
    default: append(.piece(piece))
    }
  }

  /// Closes what is still open and hands out all nodes.
  mutating func finish() -> [HTMLNode] {
    while let element = open.last {
      if !HTMLNames.optionalEnd.contains(element.tag.name) {
        context.diagnostics.append(
          .warning(
            "unclosed-tag", "the HTML tag '<\(element.tag.name)>' is not closed",
            at: element.tag.span))
      }
      closeLast(at: nil)
    }
    defer { nodes = [] }
    return nodes
  }

  private mutating func append(_ node: HTMLNode) {
    if open.isEmpty {
      nodes.append(node)
    } else {
      open[open.count - 1].children.append(node)
    }
  }

  private mutating func start(_ tag: HTMLTag) {
    closeImplied(by: tag)
    let element = HTMLElement(tag: tag, children: [], span: tag.span)
    let isEmpty =
      HTMLNames.void.contains(tag.name)
      || (tag.isSelfClosing && (tag.name == "a" || !HTMLNames.isKnown(tag.name)))
    if isEmpty {
      append(.element(element))
    } else if open.count >= ParseContext.depthLimit {
      context.warnDepth(at: tag.span)
    } else {
      open.append(element)
    }
  }

  private mutating func end(_ tag: HTMLTag) {
    let barrier = HTMLNames.inline.contains(tag.name) ? HTMLNames.cells : []
    var i = open.count
    while i > 0 {
      i -= 1
      if open[i].tag.name == tag.name {
        while open.count > i + 1 {
          warnUnclosedInside(open[open.count - 1], of: tag)
          closeLast(at: tag.span.start)
        }
        closeLast(at: tag.span.end)
        return
      }
      if barrier.contains(open[i].tag.name) { break }
    }
    if HTMLNames.void.contains(tag.name) {
      // `</br>` is a break to browsers.
      if tag.name == "br" { append(.element(HTMLElement(tag: tag, children: [], span: tag.span))) }
    } else if tag.name != "p" {
      context.diagnostics.append(
        .warning("stray-tag", "the HTML tag '</\(tag.name)>' closes nothing", at: tag.span))
    }
  }

  private func warnUnclosedInside(_ element: HTMLElement, of tag: HTMLTag) {
    guard !HTMLNames.optionalEnd.contains(element.tag.name) else { return }
    context.diagnostics.append(
      Diagnostic(
        .warning, "unclosed-tag", "the HTML tag '<\(element.tag.name)>' is not closed",
        at: element.tag.span,
        related: [Diagnostic.Related(message: "what holds it ends here", span: tag.span)]))
  }

  private mutating func closeLast(at end: Int32?) {
    guard var element = open.popLast() else { return }
    if let end {
      element.span = SourceSpan(
        file: element.span.file, start: Int(element.span.start), end: Int(end))
    }
    append(.element(element))
  }

  /// `<li>` ends the item before it, `<tr>` the row, `<div>` the paragraph.
  private mutating func closeImplied(by tag: HTMLTag) {
    let end = tag.span.start
    guard let ends = HTMLNames.impliedEnds[tag.name] else {
      if HTMLNames.block.contains(tag.name), open.last?.tag.name == "p" { closeLast(at: end) }
      return
    }
    while let last = open.last?.tag.name, ends.contains(last) { closeLast(at: end) }
  }
}

import Diagnostics

/// Reads the blocks of cmark's tree; HTML blocks are joined with the Markdown between them.
struct BlockReader {
  let context: ParseContext

  /// The blocks of a document, quote, list item or footnote.
  func blocks(in parent: CmarkNode, depth: Int = 0) -> [Block<Parsed>] {
    var children: [CmarkNode] = []
    var next = parent.firstChild
    while let node = next {
      children.append(node)
      next = node.next
    }
    return blocks(children, depth: depth)
  }

  func blocks(_ nodes: [CmarkNode], depth: Int) -> [Block<Parsed>] {
    guard depth < ParseContext.depthLimit else { return flattened(nodes) }
    var out: [Block<Parsed>] = []
    var html: HTMLTreeBuilder?
    for node in nodes where node.kind != .footnote {
      if node.kind == .html {
        var builder = html ?? HTMLTreeBuilder(context: context)
        for piece in HTMLTokenizer.pieces(of: htmlText(node), file: context.file.id) {
          builder.add(piece)
        }
        if builder.isComplete {
          out += HTMLReader(context: context, style: .html).blocks(
            builder.nodes, span: context.span(of: node))
          html = nil
        } else {
          html = builder
        }
      } else if html != nil {
        html?.add(.blocks(read(node, depth: depth)))
      } else if node.kind == .paragraph, case .table(let table)? = out.last,
        let captioned = caption(node, of: table)
      {
        out[out.count - 1] = .table(captioned)
      } else {
        out += read(node, depth: depth)
      }
    }
    if var builder = html, let last = nodes.last {
      out += HTMLReader(context: context, style: .html).blocks(
        builder.finish(), span: context.span(of: last))
    }
    return out
  }

  /// Containers nested too deeply give their leaves.
  private func flattened(_ nodes: [CmarkNode]) -> [Block<Parsed>] {
    var out: [Block<Parsed>] = []
    var pending = Array(nodes.reversed())
    if let first = nodes.first { context.warnDepth(at: context.span(of: first)) }
    while let node = pending.popLast() {
      switch node.kind {
      case .quote, .list, .item:
        var children: [CmarkNode] = []
        var next = node.firstChild
        while let child = next {
          children.append(child)
          next = child.next
        }
        pending += children.reversed()
      default: out += read(node, depth: ParseContext.depthLimit)
      }
    }
    return out
  }

  private func read(_ node: CmarkNode, depth: Int) -> [Block<Parsed>] {
    let span = context.span(of: node)
    switch node.kind {
    case .paragraph: return ParagraphReader(context: context).read(node)
    case .heading: return [heading(node)]
    case .code: return DirectiveReader(context: context).read(node)
    case .rule: return [.rule(span)]
    case .table: return [.table(TableReader(context: context).read(node))]
    case .list: return [list(node, depth: depth)]
    case .quote:
      return [
        CalloutReader(context: context).read(node, blocks: self, depth: depth)
          ?? .quote(Container(blocks(in: node, depth: depth + 1), span: span))
      ]
    default: return blocks(in: node, depth: depth + 1)
    }
  }

  private func heading(_ node: CmarkNode) -> Block<Parsed> {
    var reader = InlineReader(context: context, cursor: context.cursor(over: node))
    var pieces = reader.pieces(of: node)
    let attributes = AttributeAttachment.takeTrailing(
      from: &pieces, of: .heading, context: context)
    let content = InlineReader.inlines(pieces, context: context)
    let span = context.span(of: node)
    // The slug counts also where a label is given, as code hosts do.
    let slug = context.slugs.slug(for: content.plainText())
    return .heading(
      Heading(
        level: node.headingLevel, content: content,
        label: attributes.label ?? (slug.isEmpty ? nil : Label(slug, span: span)),
        isNumbered: !attributes.classes.contains("unnumbered"), span: span))
  }

  private func list(_ node: CmarkNode, depth: Int) -> Block<Parsed> {
    var items: [ListItem<Parsed>] = []
    var next = node.firstChild
    while let item = next {
      items.append(
        ListItem(
          blocks: blocks(in: item, depth: depth + 1), task: item.task,
          span: context.span(of: item)))
      next = item.next
    }
    return .list(
      List(
        kind: node.listKind, isTight: node.listIsTight, items: items, span: context.span(of: node)))
  }

  /// A paragraph `: Caption {#tbl-a}` after a table.
  private func caption(_ node: CmarkNode, of table: DocumentTable<Parsed>)
    -> DocumentTable<Parsed>?
  {
    guard table.caption.isEmpty, let first = node.firstChild, first.kind == .text,
      first.literal.starts(with: ": ".utf8) || first.literal.elementsEqual(":".utf8)
    else { return nil }
    var reader = InlineReader(context: context, cursor: context.cursor(over: node))
    var pieces = reader.pieces(of: node)
    var table = table
    table.setCaption(&pieces, context: context)
    table.span = table.span.union(context.span(of: node))
    return table
  }

  /// An HTML block's text, each line of which is the tail of its line in the source.
  private func htmlText(_ node: CmarkNode) -> TextRun {
    var run = TextRun()
    let literal = node.literal
    var line = node.startLine
    var start = 0
    while start < literal.count {
      var end = start
      while end < literal.count, literal[end] != 0x0A { end += 1 }
      let lineStart = context.file.offset(ofLine: line)
      var lineEnd = context.file.offset(ofLine: line + 1)
      while lineEnd > lineStart,
        context.source[lineEnd - 1] == 0x0A || context.source[lineEnd - 1] == 0x0D
      {
        lineEnd -= 1
      }
      run.append(
        UnsafeBufferPointer(rebasing: literal[start..<end]),
        at: max(lineStart, lineEnd - (end - start)))
      if end < literal.count { run.append(byte: 0x0A, from: lineEnd..<lineEnd + 1) }
      start = end + 1
      line += 1
    }
    return run
  }
}

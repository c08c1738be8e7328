import Diagnostics

/// Turns matched HTML into blocks.
struct HTMLReader {
  let context: ParseContext
  let style: TextReader.Style

  private var inlines: HTMLInlines { HTMLInlines(context: context, style: style) }

  func blocks(_ nodes: [HTMLNode], span: SourceSpan) -> [Block<Parsed>] {
    var out: [Block<Parsed>] = []
    var line: [Inline<Parsed>] = []
    for node in nodes {
      switch node {
      case .piece(.blocks(let blocks)):
        flush(&line, span, into: &out)
        out += blocks
      case .piece(.display(let math)):
        flush(&line, span, into: &out)
        out.append(.math(math))
      case .element(let element) where isBlock(element):
        flush(&line, span, into: &out)
        out += block(element)
      default: inlines.read(node, into: &line)
      }
    }
    flush(&line, span, into: &out)
    return out
  }

  /// An inline element that holds blocks (`<a><div>…`) is read as if it were not there, save that
  /// its text stays.
  private func isBlock(_ element: HTMLElement) -> Bool {
    if HTMLNames.block.contains(element.tag.name) || HTMLNames.silent.contains(element.tag.name) {
      return true
    }
    guard element.tag.name != "code" else { return false }
    return element.children.contains { child in
      switch child {
      case .piece(.blocks): true
      case .element(let inner): isBlock(inner)
      default: false
      }
    }
  }

  private func flush(
    _ line: inout [Inline<Parsed>], _ span: SourceSpan, into out: inout [Block<Parsed>]
  ) {
    HTMLInlines.trimBreaks(&line)
    let content = trimmed(line)
    line = []
    guard let first = content.first else { return }
    let place = content.dropFirst().reduce(first.span ?? span) { $0.union($1.span ?? $0) }
    out.append(.paragraph(Paragraph(content, span: place)))
  }

  private func block(_ element: HTMLElement) -> [Block<Parsed>] {
    guard let language = element.tag["lang"], !language.isEmpty, element.tag.name != "pre" else {
      return content(of: element)
    }
    var blocks: [Block<Parsed>] = []
    context.inLanguage(language) { blocks = content(of: element) }
    return blocks.map { foreign($0, language) }
  }

  /// A paragraph or heading whose words are of another language.
  private func foreign(_ block: Block<Parsed>, _ language: String) -> Block<Parsed> {
    switch block {
    case .paragraph(var paragraph):
      paragraph.content = [.foreign(language, paragraph.content, paragraph.span)]
      return .paragraph(paragraph)
    case .heading(var heading):
      heading.content = [.foreign(language, heading.content, heading.span)]
      return .heading(heading)
    case .aligned(let alignment, var inner):
      inner.blocks = inner.blocks.map { foreign($0, language) }
      return .aligned(alignment, inner)
    case .quote(var inner):
      inner.blocks = inner.blocks.map { foreign($0, language) }
      return .quote(inner)
    default: return block
    }
  }

  private func content(of element: HTMLElement) -> [Block<Parsed>] {
    let span = element.span
    let name = element.tag.name
    switch name {
    case "table": return HTMLTableReader(context: context, reader: self).read(element)
    case "h1", "h2", "h3", "h4", "h5", "h6": return [heading(element)]
    case "ul", "ol": return [list(element)]
    case "li":
      let item = ListItem(blocks: blocks(element.children, span: span), span: span)
      return [.list(List(kind: .bullet, isTight: true, items: [item], span: span))]
    case "blockquote": return [.quote(Container(blocks(element.children, span: span), span: span))]
    case "pre": return [code(element)]
    case "hr": return [.rule(span)]
    case "details": return [details(element)]
    case "figure": return figure(element)
    case "dt":
      let content = trimmed(inlines.read(element.children))
      return [.paragraph(Paragraph([.strong(content, span)], span: span))]
    case "dd": return [.quote(Container(blocks(element.children, span: span), span: span))]
    default:
      if HTMLNames.silent.contains(name) { return [] }
      if !HTMLNames.isKnown(name) { context.warnUnknownTag(name, at: element.tag.span) }
      var inner = blocks(element.children, span: span)
      if let id = element.tag["id"] {
        inner.insert(.paragraph(Paragraph([.anchor(id, span)], span: span)), at: 0)
      }
      if inner.isEmpty { return [] }
      guard let alignment = element.tag.alignment else { return inner }
      return [.aligned(alignment, Container(inner, span: span))]
    }
  }

  private func heading(_ element: HTMLElement) -> Block<Parsed> {
    let content = trimmed(inlines.read(element.children))
    let name = element.tag["id"] ?? context.slugs.slug(for: content.plainText())
    let heading = Heading(
      level: Int(element.tag.name.dropFirst()) ?? 1, content: content,
      label: Label(name, span: element.tag.span), span: element.span)
    guard let alignment = element.tag.alignment, alignment != .left else {
      return .heading(heading)
    }
    return .aligned(alignment, Container([.heading(heading)], span: element.span))
  }

  private func list(_ element: HTMLElement) -> Block<Parsed> {
    var items: [ListItem<Parsed>] = []
    var isTight = true
    for child in element.children {
      switch child {
      case .element(let item) where item.tag.name == "li":
        let content = blocks(item.children, span: item.span)
        if content.count > 1, content.allSatisfy(isParagraph) { isTight = false }
        items.append(ListItem(blocks: content, span: item.span))
      default:
        let content = blocks([child], span: element.span)
        if !content.isEmpty { items.append(ListItem(blocks: content, span: element.span)) }
      }
    }
    let start = element.tag["start"].flatMap { Int($0) } ?? 1
    return .list(
      List(
        kind: element.tag.name == "ol" ? .ordered(start: start) : .bullet, isTight: isTight,
        items: items, span: element.span))
  }

  private func isParagraph(_ block: Block<Parsed>) -> Bool {
    if case .paragraph = block { true } else { false }
  }

  private func code(_ element: HTMLElement) -> Block<Parsed> {
    var language = element.tag["lang"]
    for case .element(let inner) in element.children where inner.tag.name == "code" {
      language = inner.tag["class"].flatMap { name in
        name.hasPrefix("language-") ? String(name.dropFirst(9)) : nil
      }
    }
    var text = inlines.verbatim(element.children)
    if text.hasPrefix("\n") { text.removeFirst() }
    while text.hasSuffix("\n") { text.removeLast() }
    return .code(CodeBlock(language: language, text: text, span: element.span))
  }

  private func details(_ element: HTMLElement) -> Block<Parsed> {
    var title: [Inline<Parsed>] = []
    var rest: [HTMLNode] = []
    for child in element.children {
      if case .element(let summary) = child, summary.tag.name == "summary" {
        title += trimmed(inlines.read(summary.children))
      } else {
        rest.append(child)
      }
    }
    return .details(
      Details(title: title, blocks: blocks(rest, span: element.span), span: element.span))
  }

  private func figure(_ element: HTMLElement) -> [Block<Parsed>] {
    var caption: [Inline<Parsed>] = []
    var rest: [HTMLNode] = []
    for child in element.children {
      if case .element(let inner) = child, inner.tag.name == "figcaption" {
        caption += trimmed(inlines.read(inner.children))
      } else {
        rest.append(child)
      }
    }
    let label = element.tag["id"].map { Label($0, span: element.tag.span) }
    let inner = blocks(rest, span: element.span)
    if inner.count == 1, case .paragraph(let paragraph) = inner[0], paragraph.content.count == 1,
      case .image(let image) = paragraph.content[0]
    {
      return [
        .figure(
          Figure(
            label: label, caption: caption, content: .image(image), width: image.width,
            altText: image.alt, span: element.span))
      ]
    }
    return [
      .figure(Figure(label: label, caption: caption, content: .blocks(inner), span: element.span))
    ]
  }

  /// Without the white space at both ends, which layout of HTML source makes.
  func trimmed(_ inlines: [Inline<Parsed>]) -> [Inline<Parsed>] {
    var out = inlines
    while let first = out.first {
      if case .text(let text, let span) = first {
        let kept = String(text.drop { $0 == " " || $0 == "\n" })
        if kept == text { break }
        out[0] = .text(kept, span)
        if !kept.isEmpty { break }
        out.removeFirst()
      } else if case .softBreak = first {
        out.removeFirst()
      } else {
        break
      }
    }
    while let last = out.last {
      if case .text(var text, let span) = last {
        let before = text.utf8.count
        while text.hasSuffix(" ") || text.hasSuffix("\n") { text.removeLast() }
        if before == text.utf8.count { break }
        out[out.count - 1] = .text(text, span)
        if !text.isEmpty { break }
        out.removeLast()
      } else if case .softBreak = last {
        out.removeLast()
      } else if case .lineBreak = last {
        out.removeLast()
      } else {
        break
      }
    }
    return out
  }
}

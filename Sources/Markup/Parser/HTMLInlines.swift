import Diagnostics

/// Turns matched HTML inside running text into inlines.
struct HTMLInlines {
  let context: ParseContext
  /// Whether text comes from HTML blocks or from Markdown with tags in it.
  let style: TextReader.Style

  func read(_ nodes: [HTMLNode]) -> [Inline<Parsed>] {
    var out: [Inline<Parsed>] = []
    for node in nodes { read(node, into: &out) }
    Self.trimBreaks(&out)
    return out
  }

  /// White space before and after a line break is not printed.
  static func trimBreaks(_ out: inout [Inline<Parsed>]) {
    for i in out.indices {
      guard case .lineBreak = out[i] else { continue }
      if i > 0, case .text(var text, let span) = out[i - 1], text.hasSuffix(" ") {
        while text.hasSuffix(" ") { text.removeLast() }
        out[i - 1] = .text(text, span)
      }
      if i + 1 < out.count, case .text(let text, let span) = out[i + 1], text.hasPrefix(" ") {
        out[i + 1] = .text(String(text.drop { $0 == " " }), span)
      }
    }
    out.removeAll { if case .text("", _) = $0 { true } else { false } }
  }

  func read(_ node: HTMLNode, into out: inout [Inline<Parsed>]) {
    switch node {
    case .piece(let piece): read(piece, into: &out)
    case .element(let element): read(element, into: &out)
    }
  }

  private func read(_ piece: Piece, into out: inout [Inline<Parsed>]) {
    switch piece {
    case .text(let run): TextReader.read(run, style: style, context: context, appendingTo: &out)
    case .inline(let inline): out.append(inline)
    case .image(let image, _, _): out.append(.image(image))
    case .display(let math):
      out.append(.math(InlineMath(tex: math.tex, math: math.math, span: math.span)))
    case .blocks(let blocks):
      append(blocks, to: &out)
    case .open, .close: break
    }
  }

  private func read(_ element: HTMLElement, into out: inout [Inline<Parsed>]) {
    guard let language = element.tag["lang"], !language.isEmpty else {
      readContent(of: element, into: &out)
      return
    }
    var content: [Inline<Parsed>] = []
    context.inLanguage(language) { readContent(of: element, into: &content) }
    if !content.isEmpty { out.append(.foreign(language, content, element.span)) }
  }

  private func readContent(of element: HTMLElement, into out: inout [Inline<Parsed>]) {
    let span = element.span
    switch element.tag.name {
    case "b", "strong": out.append(.strong(read(element.children), span))
    case "i", "em", "cite", "var", "dfn": out.append(.emphasis(read(element.children), span))
    case "u", "ins": out.append(.underline(read(element.children), span))
    case "s", "del", "strike": out.append(.strikethrough(read(element.children), span))
    case "sup": out.append(.superscript(read(element.children), span))
    case "sub": out.append(.subscript(read(element.children), span))
    case "code", "tt", "samp": out.append(.code(verbatim(element.children), span))
    case "kbd": out.append(.keyboard([.text(verbatim(element.children), span)], span))
    case "mark": out.append(.highlight(read(element.children), span))
    case "br": out.append(.lineBreak(span))
    case "wbr": out.append(.text("\u{200B}", span))
    case "img": out.append(.image(image(element)))
    case "a": link(element, into: &out)
    case "q":
      let quotes = context.quotes
      out.append(.text(String(decoding: quotes.openDouble, as: UTF8.self), span))
      out += read(element.children)
      out.append(.text(String(decoding: quotes.closeDouble, as: UTF8.self), span))
    case "span" where isSmallCaps(element.tag):
      out.append(.smallCaps(read(element.children), span))
    case "input" where element.tag["type"]?.lowercased() == "checkbox":
      out.append(.text(element.tag["checked"] == nil ? "☐" : "☑", span))
    case "script", "style":
      context.warnUnknownTag(element.tag.name, at: element.tag.span)
    case let name:
      if !HTMLNames.isKnown(name) { context.warnUnknownTag(name, at: element.tag.span) }
      if let id = element.tag["id"] { out.append(.anchor(id, span)) }
      // A block where only a line of text can be: keep its words apart from the others.
      guard HTMLNames.block.contains(name) else {
        out += read(element.children)
        return
      }
      separate(&out, at: element.tag.span)
      out += read(element.children)
      separate(&out, at: span)
    }
  }

  /// One blank between what stands before and what will follow.
  private func separate(_ out: inout [Inline<Parsed>], at span: SourceSpan) {
    guard let last = out.last else { return }
    if case .softBreak = last { return }
    out.append(.softBreak(span))
  }

  private func link(_ element: HTMLElement, into out: inout [Inline<Parsed>]) {
    if let id = element.tag["id"] ?? element.tag["name"] { out.append(.anchor(id, element.span)) }
    let content = read(element.children)
    guard let address = element.tag["href"], !address.isEmpty else {
      out += content
      return
    }
    let destination: Link<Parsed>.Destination =
      address.hasPrefix("#") ? .anchor(String(address.dropFirst())) : .url(address)
    out.append(
      .link(Link(destination, title: element.tag["title"], content: content, span: element.span)))
  }

  func image(_ element: HTMLElement) -> ImageReference {
    ImageReference(
      source: element.tag["src"] ?? "", alt: element.tag["alt"] ?? "",
      title: element.tag["title"],
      width: element.tag["width"].flatMap(Length.init(attribute:)),
      height: element.tag["height"].flatMap(Length.init(attribute:)), span: element.span)
  }

  /// The text of nodes as it stands, for code.
  func verbatim(_ nodes: [HTMLNode]) -> String {
    var text = ""
    for node in nodes {
      switch node {
      case .piece(.text(let run)): text += String(decoding: run.bytes, as: UTF8.self)
      case .piece(let piece):
        var out: [Inline<Parsed>] = []
        read(piece, into: &out)
        text += out.plainText()
      case .element(let element):
        text += element.tag.name == "br" ? "\n" : verbatim(element.children)
      }
    }
    return text
  }

  private func isSmallCaps(_ tag: HTMLTag) -> Bool {
    tag["style"]?.lowercased().contains("small-caps") ?? false
  }

  /// The words of blocks within a line, with a blank between blocks.
  private func append(_ blocks: [Block<Parsed>], to out: inout [Inline<Parsed>]) {
    for block in blocks {
      let content = content(of: block)
      if let span = content.first?.span { separate(&out, at: span) }
      out += content
    }
  }

  private func content(of block: Block<Parsed>) -> [Inline<Parsed>] {
    var out: [Inline<Parsed>] = []
    switch block {
    case .paragraph(let paragraph): out = paragraph.content
    case .heading(let heading): out = heading.content
    case .code(let code): out = [.code(code.text, code.span)]
    case .math(let math):
      out = [.math(InlineMath(tex: math.tex, math: math.math, span: math.span))]
    case .quote(let inner), .aligned(_, let inner): append(inner.blocks, to: &out)
    case .list(let list): append(list.items.flatMap(\.blocks), to: &out)
    case .figure(let figure):
      switch figure.content {
      case .image(let image): out = [.image(image)]
      case .blocks(let blocks):
        append(blocks + [.paragraph(Paragraph(figure.caption, span: figure.span))], to: &out)
      case .drawing: break
      }
    case .callout(let callout):
      let title = Paragraph(callout.title, span: callout.span)
      append([.paragraph(title)] + callout.blocks, to: &out)
    case .details(let details):
      let title = Paragraph(details.title, span: details.span)
      append([.paragraph(title)] + details.blocks, to: &out)
    case .table(let table):
      let rows = table.head + table.body.flatMap(\.rows)
      append(rows.flatMap(\.cells).flatMap(\.blocks), to: &out)
    case .embed, .rule, .references: break
    }
    return out
  }
}

public import Diagnostics

/// A document as an indented tree with places, the form of golden tests and of debugging.
///
///     heading 1 #sec-cost @1:1-1:20
///       text "What tokens cost" @1:3-1:19
public struct DocumentDump {
  private let file: SourceFile
  private var text = ""
  private var indent = 0

  public static func dump<Stage: DocumentStage>(_ document: Document<Stage>, file: SourceFile)
    -> String
  {
    var dump = DocumentDump(file: file)
    dump.frontMatter(document.frontMatter)
    dump.blocks(document.blocks)
    for note in document.footnotes {
      dump.line("footnote \(note.number) \(note.label)", note.span)
      dump.nested { $0.blocks(note.blocks) }
    }
    return dump.text
  }

  private init(file: SourceFile) { self.file = file }

  private mutating func line(_ words: String, _ span: SourceSpan? = nil) {
    text += String(repeating: "  ", count: indent) + words
    if let span { text += " @" + place(Int(span.start)) + "-" + place(Int(span.end)) }
    text += "\n"
  }

  private func place(_ offset: Int) -> String {
    "\(file.line(at: offset)):\(file.column(at: offset))"
  }

  private mutating func nested(_ body: (inout DocumentDump) -> Void) {
    indent += 1
    body(&self)
    indent -= 1
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n") + "\""
  }

  private func named(_ label: Label?) -> String { label.map { " #" + $0.name } ?? "" }

  /// Numbers exist after evaluation only.
  private func numbered(_ number: String?) -> String { number.map { " no. " + $0 } ?? "" }

  private mutating func frontMatter(_ front: FrontMatter) {
    guard front != FrontMatter() else { return }
    var words = "front matter"
    if let title = front.title { words += " title=" + quoted(title) }
    if let title = front.shortTitle { words += " short-title=" + quoted(title) }
    if let id = front.id { words += " id=" + id }
    if let language = front.language { words += " language=" + language }
    if !front.isNumbered { words += " unnumbered" }
    if front.isAppendix { words += " appendix" }
    line(words)
  }
}

extension DocumentDump {
  private mutating func blocks<Stage: DocumentStage>(_ blocks: [Block<Stage>]) {
    for block in blocks { self.block(block) }
  }

  private mutating func block<Stage: DocumentStage>(_ block: Block<Stage>) {
    switch block {
    case .heading(let heading):
      let mark = heading.isNumbered ? "" : " unnumbered"
      line(
        "heading \(heading.level)\(named(heading.label))\(numbered(heading.number))\(mark)",
        heading.span)
      nested { $0.inlines(heading.content) }
    case .paragraph(let paragraph):
      line("paragraph", paragraph.span)
      nested { $0.inlines(paragraph.content) }
    case .list(let list):
      let kind =
        if case .ordered(let start) = list.kind { "ordered from \(start)" } else { "bullet" }
      line("list \(kind)\(list.isTight ? " tight" : " loose")", list.span)
      nested { dump in
        for item in list.items {
          let task = item.task.map { $0 ? " done" : " open" } ?? ""
          dump.line("item\(task)", item.span)
          dump.nested { $0.blocks(item.blocks) }
        }
      }
    case .quote(let quote): container("quote", quote)
    case .aligned(let alignment, let inner): container("aligned \(alignment.rawValue)", inner)
    case .callout(let callout):
      line("callout \(callout.kind.rawValue)", callout.span)
      nested { dump in
        if !callout.title.isEmpty { dump.titled("title", callout.title) }
        dump.blocks(callout.blocks)
      }
    case .details(let details):
      line("details", details.span)
      nested { dump in
        dump.titled("title", details.title)
        dump.blocks(details.blocks)
      }
    case .code(let code):
      line(
        "code \(code.language ?? "-")\(attributes(code.attributes)) \(quoted(code.text))", code.span
      )
    case .math(let math):
      line(
        "math\(named(math.label))\(numbered(math.number)) \(quoted(math.tex.text))", math.span)
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .rule(let span): line("rule", span)
    case .references(let list):
      line("references")
      nested { dump in
        for entry in list.entries { dump.titled("\(entry.anchor) \(entry.mark)", entry.content) }
      }
    case .embed(let embed):
      if let call = embed as? DirectiveCall { directive(call) }
    }
  }

  private mutating func container<Stage: DocumentStage>(_ name: String, _ inner: Container<Stage>) {
    line(name, inner.span)
    nested { $0.blocks(inner.blocks) }
  }

  private mutating func titled<Stage: DocumentStage>(_ name: String, _ content: [Inline<Stage>]) {
    line(name)
    nested { $0.inlines(content) }
  }

  private mutating func directive(_ call: DirectiveCall) {
    let argument = call.argument.map { " " + $0.text } ?? ""
    line(
      "directive \(call.language) \(call.name)\(argument)\(attributes(call.attributes))", call.span)
    nested { dump in
      if !call.options.isEmpty {
        dump.line("options \(dump.quoted(call.options.text))", call.options.span)
      }
      dump.line("body \(dump.quoted(call.body.text))", call.body.span)
    }
  }

  private func attributes(_ attributes: Attributes) -> String {
    named(attributes.label) + attributes.classes.map { " ." + $0 }.joined()
      + attributes.values.map { " \($0.key)=\(quoted($0.value))" }.joined()
  }

  private mutating func figure<Stage: DocumentStage>(_ figure: Figure<Stage>) {
    let width = figure.width.map { " width=\($0)" } ?? ""
    let place = figure.placement == .automatic ? "" : " place=\(figure.placement.rawValue)"
    line("figure\(named(figure.label))\(numbered(figure.number))\(width)\(place)", figure.span)
    nested { dump in
      if !figure.caption.isEmpty { dump.titled("caption", figure.caption) }
      switch figure.content {
      case .image(let image): dump.image(image)
      case .drawing: dump.line("drawing")
      case .blocks(let blocks): dump.blocks(blocks)
      }
    }
  }

  private mutating func table<Stage: DocumentStage>(_ table: DocumentTable<Stage>) {
    let columns = table.columns.map(\.alignment.rawValue).joined(separator: " ")
    line("table\(named(table.label))\(numbered(table.number)) columns \(columns)", table.span)
    nested { dump in
      if !table.caption.isEmpty { dump.titled("caption", table.caption) }
      for row in table.head { dump.row("head", row) }
      for group in table.body {
        if let title = group.title { dump.titled("group", title) }
        for row in group.rows { dump.row("row", row) }
      }
      for note in table.notes { dump.titled("note", note) }
    }
  }

  private mutating func row<Stage: DocumentStage>(_ name: String, _ row: TableRow<Stage>) {
    line(name, row.span)
    nested { dump in
      for cell in row.cells {
        var words = cell.isHeader ? "th" : "td"
        if cell.columnSpan > 1 { words += " colspan=\(cell.columnSpan)" }
        if cell.rowSpan > 1 { words += " rowspan=\(cell.rowSpan)" }
        if let alignment = cell.alignment { words += " \(alignment.rawValue)" }
        if cell.isBest { words += " best" }
        dump.line(words)
        dump.nested { $0.blocks(cell.blocks) }
      }
    }
  }
}

extension DocumentDump {
  private mutating func inlines<Stage: DocumentStage>(_ inlines: [Inline<Stage>]) {
    for inline in inlines { self.inline(inline) }
  }

  private mutating func inline<Stage: DocumentStage>(_ inline: Inline<Stage>) {
    switch inline {
    case .text(let text, let span): line("text \(quoted(text))", span)
    case .emphasis(let content, let span): styled("emphasis", content, span)
    case .strong(let content, let span): styled("strong", content, span)
    case .strikethrough(let content, let span): styled("strikethrough", content, span)
    case .underline(let content, let span): styled("underline", content, span)
    case .superscript(let content, let span): styled("superscript", content, span)
    case .subscript(let content, let span): styled("subscript", content, span)
    case .smallCaps(let content, let span): styled("small caps", content, span)
    case .keyboard(let content, let span): styled("keyboard", content, span)
    case .highlight(let content, let span): styled("highlight", content, span)
    case .foreign(let language, let content, let span):
      styled("in \(language)", content, span)
    case .code(let text, let span): line("code \(quoted(text))", span)
    case .math(let math): line("math \(quoted(math.tex.text))", math.span)
    case .link(let link):
      let target =
        switch link.destination {
        case .url(let url): url
        case .anchor(let name): "#" + name
        }
      let title = link.title.map { " title=" + quoted($0) } ?? ""
      styled("link \(target)\(title)", link.content, link.span)
    case .image(let image): self.image(image)
    case .softBreak(let span): line("soft break", span)
    case .lineBreak(let span): line("line break", span)
    case .footnote(let note): line("footnote reference \(note.number) \(note.label)", note.span)
    case .anchor(let name, let span): line("anchor \(name)", span)
    case .traced(let id, let content): styled("traced \(id.rawValue)", content, nil)
    case .embed(let embed):
      if let call = embed as? InlineCall { self.call(call) }
    }
  }

  private mutating func styled<Stage: DocumentStage>(
    _ name: String, _ content: [Inline<Stage>], _ span: SourceSpan?
  ) {
    line(name, span)
    nested { $0.inlines(content) }
  }

  private mutating func image(_ image: ImageReference) {
    var words = "image \(image.source) \(quoted(image.alt))"
    if let width = image.width { words += " width=\(width)" }
    if let height = image.height { words += " height=\(height)" }
    line(words, image.span)
  }

  private mutating func call(_ call: InlineCall) {
    switch call {
    case .citation(let citation):
      line("citation \(citation.form)", citation.span)
      nested { dump in
        for item in citation.items {
          var words = "@" + item.key
          if !item.prefix.isEmpty { words += " prefix=" + dump.quoted(item.prefix) }
          if !item.locator.isEmpty { words += " locator=" + dump.quoted(item.locator) }
          dump.line(words, item.span)
        }
      }
    case .reference(let label): line("reference \(label.name)", label.span)
    case .value(let value):
      let format = value.format.isEmpty ? "" : " " + value.format
      line("value\(format)\(attributes(value.attributes))", value.span)
      nested { $0.expression(value.expression) }
    case .pinned(let content, let expression, let span):
      styled("pinned", content, span)
      nested { $0.expression(expression) }
    case .claim(let content, let expression, let span):
      styled("claim", content, span)
      nested { $0.expression(expression) }
    case .check(let expression, let span):
      line("check", span)
      nested { $0.expression(expression) }
    }
  }

  private mutating func expression(_ text: SpannedText) {
    line("expression \(quoted(text.text))", text.span)
  }
}

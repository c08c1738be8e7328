import Diagnostics
import Markup

/// What a manuscript holds that has to be known before its text is resolved: its directives, the
/// works it cites and the labels it refers to, in reading order.
struct ManuscriptSurvey {
  private(set) var calls: [DirectiveCall] = []
  private(set) var citations: [String] = []
  private(set) var references: Set<String> = []

  mutating func read(_ chapters: [ParsedDocument]) {
    for document in chapters {
      read(document.blocks)
      for note in document.footnotes { read(note.blocks) }
    }
  }

  func directives(_ name: String) -> [DirectiveCall] { calls.filter { $0.name == name } }

  private mutating func read(_ blocks: [Block<Parsed>]) {
    for block in blocks { read(block) }
  }

  private mutating func read(_ block: Block<Parsed>) {
    switch block {
    case .heading(let heading): read(heading.content)
    case .paragraph(let paragraph): read(paragraph.content)
    case .list(let list): for item in list.items { read(item.blocks) }
    case .quote(let container): read(container.blocks)
    case .aligned(_, let container): read(container.blocks)
    case .callout(let callout):
      read(callout.title)
      read(callout.blocks)
    case .details(let details):
      read(details.title)
      read(details.blocks)
    case .table(let table): read(table)
    case .figure(let figure):
      if case .blocks(let blocks) = figure.content { read(blocks) }
      read(figure.caption)
    case .embed(let call):
      calls.append(call)
      readMentions(call.options.bytes)
    case .code, .math, .rule, .references: break
    }
  }

  private mutating func read(_ table: DocumentTable<Parsed>) {
    read(table.caption)
    for row in table.head { for cell in row.cells { read(cell.blocks) } }
    for group in table.body {
      if let title = group.title { read(title) }
      for row in group.rows { for cell in row.cells { read(cell.blocks) } }
    }
    for note in table.notes { read(note) }
  }

  private mutating func read(_ content: [Inline<Parsed>]) {
    for inline in content { read(inline) }
  }

  private mutating func read(_ inline: Inline<Parsed>) {
    switch inline {
    case .emphasis(let content, _), .strong(let content, _), .strikethrough(let content, _),
      .underline(let content, _), .superscript(let content, _), .subscript(let content, _),
      .smallCaps(let content, _), .keyboard(let content, _), .traced(_, let content):
      read(content)
    case .link(let link):
      if case .anchor(let name) = link.destination { references.insert(name) }
      read(link.content)
    case .embed(.citation(let citation)): citations += citation.items.map(\.key)
    case .embed(.reference(let label)): references.insert(label.name)
    case .embed(.pinned(let content, _, _)), .embed(.claim(let content, _, _)): read(content)
    case .embed(.value), .embed(.check): break
    case .text, .code, .math, .image, .softBreak, .lineBreak, .footnote, .anchor: break
    }
  }

  /// `@name` inside captions and notes, which are parsed later. A name that is neither a work nor a
  /// label does no harm here.
  private mutating func readMentions(_ bytes: [UInt8]) {
    var position = 0
    while let at = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
      var end = at + 1
      while end < bytes.count, Self.isKey(bytes[end]) { end += 1 }
      while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: ":")
      {
        end -= 1
      }
      let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
      citations.append(name)
      references.insert(name)
      position = end
    }
  }

  private static func isKey(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "-_.:/".utf8.contains(byte)
  }
}

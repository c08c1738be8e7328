import Diagnostics
import Evaluation
import Graphics
import Markup

/// What is printed besides the values of queries: words that authors typed, numbers that the report
/// counts, and what a chart or table shows around its values.
struct PrintedWords: ManuscriptWalker {
  enum Owner: Hashable {
    /// Part of a table or chart that is made from data, by the position of its record.
    case block(Int, part: String)
    case typed
    case formula
    case work
    /// The words of a reference to something numbered, or the number itself.
    case numbering
    /// Written by the report itself, by the directive that asks for it.
    case made(String)

    /// "typed by the author, not computed".
    var description: String {
      switch self {
      case .block(_, let part): part
      case .typed: "typed by the author, not computed"
      case .formula: "typed in a formula"
      case .work: "part of a work cited"
      case .numbering: "a number that the report counts: of a section, table, figure or formula"
      case .made(let directive): "written by the report itself (\(directive))"
      }
    }
  }

  struct Words {
    var text: String
    var owner: Owner
    var span: SourceSpan
  }

  private(set) var words: [Words] = []
  private let sources: SourceMap
  private let blocks: [SourceSpan: Int]
  private let drawnTexts: (any Drawable) -> [String]
  private var owner = Owner.typed

  /// - Parameter drawnTexts: the words of a drawing.
  init(
    _ evaluation: Evaluation, sources: SourceMap, drawnTexts: @escaping (any Drawable) -> [String]
  ) {
    self.sources = sources
    self.drawnTexts = drawnTexts
    blocks = Dictionary(
      evaluation.provenance.enumerated().filter { !$0.element.columns.isEmpty }
        .map { ($0.element.span, $0.offset) }, uniquingKeysWith: { first, _ in first })
    walk(evaluation.manuscript.chapters)
  }

  mutating func visit(_ inline: Inline<Resolved>) {
    switch inline {
    // Its record tells of it.
    case .traced: break
    case .text(let text, let span), .code(let text, let span): add(text, at: span)
    case .math(let math): adding(.formula) { $0.add(math.tex.text, at: math.span) }
    case .footnote(let note): adding(.numbering) { $0.add(String(note.number), at: note.span) }
    case .link(let link):
      guard case .anchor(let name) = link.destination, owner == .typed else {
        return descend(into: inline)
      }
      adding(name.hasPrefix("ref-") ? .work : .numbering) { $0.walk(link.content) }
    default: descend(into: inline)
    }
  }

  mutating func visit(_ block: Block<Resolved>) {
    switch block {
    case .heading(let heading):
      addNumber(heading.number, at: heading.span)
      walk(heading.content)
    case .code(let code): add(code.text, at: code.span)
    case .math(let math):
      addNumber(math.number, at: math.span)
      adding(.formula) { $0.add(math.tex.text, at: math.span) }
    case .table(let table):
      addNumber(table.number, at: table.span)
      guard let index = blocks[table.span] else { return descend(into: block) }
      adding(.block(index, part: "caption")) { $0.walk(table.caption) }
      adding(.block(index, part: "head")) { words in
        for row in table.head { for cell in row.cells { words.walk(cell.blocks) } }
      }
      for group in table.body {
        adding(.block(index, part: "title of rows")) { $0.walk(group.title ?? []) }
      }
      for note in table.notes { adding(.block(index, part: "note")) { $0.walk(note) } }
    case .figure(let figure):
      addNumber(figure.number, at: figure.span)
      guard let index = blocks[figure.span] else { return descend(into: block) }
      adding(.block(index, part: "caption")) { $0.walk(figure.caption) }
      guard case .drawing(let drawing) = figure.content else { return }
      adding(.block(index, part: "drawing")) { words in
        for text in words.drawnTexts(drawing) { words.add(text, at: figure.span) }
      }
    case .references(let list):
      for entry in list.entries { adding(.work) { $0.walk(entry.content) } }
    default: descend(into: block)
    }
  }

  private mutating func adding(_ owner: Owner, _ body: (inout PrintedWords) -> Void) {
    let outer = self.owner
    self.owner = owner
    body(&self)
    self.owner = outer
  }

  private mutating func addNumber(_ number: String?, at span: SourceSpan) {
    guard let number else { return }
    adding(.numbering) { $0.add(number, at: span) }
  }

  private mutating func add(_ text: String, at span: SourceSpan) {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return }
    words.append(Words(text: text, owner: owner(at: span), span: span))
  }

  /// Text with the place of a whole block was written by it; other text stands as it was typed.
  private func owner(at span: SourceSpan) -> Owner {
    let line = firstLine(of: span)
    let isMade = line.hasPrefix("```")
    switch owner {
    case .block(_, let part) where !isMade && part != "drawing": return .typed
    case .typed where isMade:
      return .made(line.drop { $0 == "`" }.split(separator: " ").prefix(2).joined(separator: " "))
    default: return owner
    }
  }

  private func firstLine(of span: SourceSpan) -> Substring {
    let bytes = sources[span.file].bytes[Int(span.start)..<Int(span.end)]
    return Substring(decoding: bytes.prefix(80).prefix { $0 != 0x0A }, as: UTF8.self)
  }
}

extension Frame {
  /// The texts of its glyph runs, in the order of drawing.
  var texts: [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .glyphs(let run, _): [String(decoding: run.text, as: UTF8.self)]
      case .frame(let frame, _), .group(let frame, _, _): frame.texts
      case .path, .image, .anchor, .beginTag, .beginLink, .endTag: []
      }
    }
  }
}

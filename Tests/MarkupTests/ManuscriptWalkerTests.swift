import Diagnostics
import Markup
import Testing

/// A walk that misses a place misses what an author wrote there.
@Suite struct ManuscriptWalkerTests {
  private let span = SourceSpan(file: FileID(rawValue: 0), start: 0, end: 0)

  private func text(_ words: String) -> [Inline<Resolved>] { [.text(words, span)] }

  private func paragraph(_ words: String) -> Block<Resolved> {
    .paragraph(Paragraph(text(words), span: span))
  }

  private func row(_ words: String) -> TableRow<Resolved> {
    TableRow(cells: [TableCell(blocks: [paragraph(words)])])
  }

  private struct Words: ManuscriptWalker {
    var found: [String] = []

    mutating func visit(_ inline: Inline<Resolved>) {
      if case .text(let words, _) = inline { found.append(words) }
      descend(into: inline)
    }
  }

  @Test func `a walk comes to every text once, in reading order`() {
    let table = DocumentTable<Resolved>(
      caption: text("caption"), columns: [TableColumn()], head: [row("head")],
      body: [TableGroup(title: text("group"), rows: [row("cell")])], notes: [text("note")],
      span: span)
    let figure = Figure<Resolved>(
      caption: text("legend"), content: .blocks([paragraph("inside")]), span: span)
    let blocks: [Block<Resolved>] = [
      .heading(Heading(level: 1, content: text("heading"), span: span)),
      .list(
        List(
          kind: .bullet, isTight: true,
          items: [ListItem(blocks: [paragraph("item")], span: span)], span: span)),
      .quote(Container([paragraph("quote")], span: span)),
      .callout(Callout(kind: .tip, title: text("tip"), blocks: [paragraph("advice")], span: span)),
      .details(Details(title: text("summary"), blocks: [paragraph("details")], span: span)),
      .aligned(.center, Container([paragraph("aligned")], span: span)),
      .table(table), .figure(figure),
      .paragraph(
        Paragraph(
          [
            .strong([.emphasis(text("nested"), span)], span),
            .link(Link(.url("https://example.org"), content: text("link"), span: span)),
            .traced(ProvenanceID(rawValue: 0), text("traced")),
          ], span: span)),
      .references(
        ReferenceList(entries: [.init(anchor: "a", mark: "1", content: text("reference"))])),
    ]
    let note = Footnote<Resolved>(
      label: "n", number: 1, blocks: [paragraph("footnote")], span: span)
    var words = Words()
    words.walk([Document(file: span.file, blocks: blocks, footnotes: [note])])
    #expect(
      words.found == [
        "heading", "item", "quote", "tip", "advice", "summary", "details", "aligned", "caption",
        "head", "group", "cell", "note", "inside", "legend", "nested", "link", "traced",
        "reference", "footnote",
      ])
  }
}

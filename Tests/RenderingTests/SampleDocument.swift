import Graphics
import Typography

@testable import Rendering

/// Two pages with a heading, a paragraph that runs over the page end, links, a figure with a
/// picture, a table, furniture, an outline and an attachment.
struct SampleDocument {
  let fonts: FontLibrary
  var document: PagedDocument
  let text: SampleText

  init() throws {
    let fonts = try FontLibrary()
    self.fonts = fonts
    text = SampleText(fonts: fonts)
    var tree = StructureTree()
    let section = tree.add(.section, in: .document)
    let heading = tree.add(.heading1, in: section)
    let paragraph = tree.add(.paragraph, in: section)
    let link = tree.add(.link, in: paragraph)
    let inner = tree.add(.link, in: paragraph)
    _ = tree.add(.paragraph, in: section)  // never drawn
    let table = tree.add(.table, in: section)
    let row = tree.add(.tableRow, in: table)
    let head = tree.add(.tableHeader, in: row)
    tree[head].scope = .column
    tree[head].columnSpan = 2
    _ = tree.add(.tableCell, in: row)  // empty cell
    let figure = tree.add(.figure, in: section, altText: "A white “square” (tiny)")
    document = PagedDocument(
      metadata: DocumentMetadata(
        title: "Efficient Ωmega (draft)", authors: ["Zoë Example", "Max"], subject: "Test",
        keywords: ["a", "b"], language: "en", date: "2026-01-02"),
      pages: [], outline: [], structure: tree)

    let page = Size(width: 300, height: 400)
    var first = Frame(size: page)
    let sample = text
    func line(
      _ frame: inout Frame, _ words: String, _ x: Points, _ y: Points, _ size: Points = 10.5
    ) {
      frame.items.append(.glyphs(sample.run(words, size: size), at: Point(x: x, y: y)))
    }
    first.items += [.beginTag(section), .beginTag(heading)]
    first.items.append(.anchor("sec:it's \\ one", at: Point(x: 40, y: 50)))
    line(&first, "The heading", 40, 60, 14)
    first.items += [.endTag, .beginTag(paragraph)]
    line(&first, "Before the ", 40, 90)
    first.items.append(
      .beginLink(
        .url("https://example.org/ü?a=(1)'"), Rect(x: 100, y: 80, width: 50, height: 14),
        structure: link))
    line(&first, "outer link", 100, 90)
    first.items.append(.endTag)
    line(&first, " between ", 160, 90)
    first.items.append(
      .beginLink(
        .anchor("fig:x"), Rect(x: 210, y: 80, width: 50, height: 14), structure: inner))
    line(&first, "inner link", 210, 90)
    first.items += [.endTag, .endTag, .beginTag(paragraph)]
    line(&first, "second line of the paragraph", 40, 104)
    first.items += [.endTag, .endTag]

    var second = Frame(size: page)
    second.items += [.beginTag(paragraph)]
    line(&second, "continued on the next page.", 40, 60)
    second.items += [.endTag, .beginTag(head)]
    line(&second, "Head cell", 40, 90)
    second.items += [.endTag, .beginTag(figure)]
    let picture = Frame(
      size: Size(width: 20, height: 20),
      items: [
        .anchor("fig:x", at: .zero),
        .path(
          .circle(center: Point(x: 10, y: 10), radius: 8), fill: Color(hex: 0x0072B2),
          stroke: Stroke(color: .black, width: 0.5)),
      ])
    second.items.append(
      .group(picture, transform: .scale(2, 2).then(.translation(x: 50, y: 200)), clip: nil))
    second.items.append(.endTag)
    for (index, content) in [first, second].enumerated() {
      var furniture = Frame(size: page)
      line(&furniture, "Efficient office \(index + 1)", 40, 20, 8)
      document.pages.append(
        Page(
          size: page, content: content, furniture: furniture, label: index == 0 ? "i" : "1"))
    }
    document.outline = [
      OutlineEntry(title: "Efficient Ωmega", anchor: "sec:it's \\ one", level: 1),
      OutlineEntry(title: "The figure", anchor: "fig:x", level: 2),
    ]
    document.attachments = [
      Attachment(
        name: "datä.csv", bytes: Array("a,b\n1,2\n".utf8), mediaType: "text/csv",
        description: "The data")
    ]
  }
}

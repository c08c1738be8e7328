import Configuration
import Diagnostics
import Graphics
import Layout
import Testing

@Suite struct BlockTests {
  @Test func `a centred heading stands in the middle, and other blocks at their edge`() throws {
    let laidOut = try LaidOut("# T\n\n<h2 align=\"center\">Middle</h2>\n\n## Edge\n")
    let style = laidOut.style
    let middle = try #require(laidOut.runs.first { $0.text.hasSuffix("Middle") })
    let edge = try #require(laidOut.runs.first { $0.text.hasSuffix("Edge") })
    #expect(abs(middle.x + middle.width / 2 - style.textLeft - style.textWidth / 2) < 0.5)
    #expect(abs(edge.x - style.textLeft) < 0.5)
  }

  @Test func `headings in what is centred are centred`() throws {
    let page = try LaidOut("<div align=\"center\">\n\n## Title\n\nWords.\n\n</div>\n\n## Next\n")
    let middle = page.style.textLeft + page.style.textWidth / 2
    let title = try #require(page.runs.first { $0.text == "Title" })
    #expect(abs(title.x + title.width / 2 - middle) < 12)
    let next = try #require(page.runs.first { $0.text == "Next" })
    #expect(next.x < middle / 2)
  }

  @Test func `an address parts at its slashes, not behind its scheme`() throws {
    var parted = 0
    for count in 1..<40 {
      let text =
        String(repeating: "word ", count: count)
        + "https://example.org/a/very/long/path/with-many-parts/and/some_more"
      let ends = try LaidOut("# T\n\n\(text)\n").runs.map(\.text)
      #expect(!ends.contains { $0.hasSuffix("https:") || $0.hasSuffix("https:/") }, "\(ends)")
      if ends.contains(where: { $0.hasSuffix("/") }) { parted += 1 }
    }
    #expect(parted > 5)
  }

  @Test func `a quote within a list or a callout has a bar, one in the text has none`() throws {
    #expect(try bars("> Words.\n") == 0)
    #expect(try bars("- Item\n\n  > Words.\n") == 1)
    #expect(try bars("> [!NOTE]\n> Text.\n>\n> > Words.\n") == 2)
    #expect(try bars("> [!NOTE]\n> טקסט.\n>\n> > מילים.\n", language: "he") == 2)
  }

  /// How many upright bars of a text's first page there are.
  private func bars(_ text: String, language: String? = nil) throws -> Int {
    let laidOut = try LaidOut("# T\n\n" + text, language: language)
    return bars(in: try #require(laidOut.document.pages.first).content)
  }

  private func bars(in frame: Frame) -> Int {
    frame.items.reduce(0) { count, item in
      switch item {
      case .frame(let inner, _): return count + bars(in: inner)
      case .path(let path, .some, nil):
        guard case .move(let start)? = path.elements.first, path.elements.count == 5,
          case .line(let end) = path.elements[2]
        else { return count }
        return end.x - start.x <= 2 && end.y - start.y > 8 ? count + 1 : count
      default: return count
      }
    }
  }

  @Test func `list items hang beside their markers`() throws {
    let laidOut = try LaidOut("1. one\n2. two\n   - inner\n\n- [x] done\n- [ ] open\n")
    let lines = laidOut.lines(ofPage: 0).map(\.text)
    #expect(lines.prefix(3) == ["1. one", "2. two", "– inner"])
    #expect(lines.suffix(2) == ["done", "open"])
    let roles = laidOut.document.structure.elements.map(\.role)
    #expect(roles.count { $0 == .listItem } == 5)
    #expect(roles.count { $0 == .label } == 5 && roles.count { $0 == .listBody } == 5)
  }

  @Test func `long lines of code go on in the next line`() throws {
    let long = (0..<30).map { "word\($0)" }.joined(separator: " ")
    let laidOut = try LaidOut("```\n\(long)\nshort\n```\n")
    #expect(laidOut.lines(ofPage: 0).count >= 4)
    #expect(laidOut.words.joined(separator: " ") == long + " short")
  }

  @Test func `an empty document has one empty page`() throws {
    let laidOut = try LaidOut("")
    #expect(laidOut.document.pages.count == 1 && laidOut.runs.isEmpty)
  }

  @Test func `blocks nested very deep keep room for words`() throws {
    let text = (0..<40).map { String(repeating: "  ", count: $0) + "- words of level \($0)" }
    let laidOut = try LaidOut(text.joined(separator: "\n"))
    #expect(!laidOut.diagnostics.all.contains { $0.code == "overfull-line" })
    let right = laidOut.style.textBlock.maxX
    #expect(laidOut.runs.allSatisfy { $0.x + $0.width <= right + 3 })
  }

  @Test func `lists of right-to-left text have their markers at the right`() throws {
    let laidOut = try LaidOut("1. שלום עולם\n2. עוד\n\n- one\n")
    let marker = try #require(laidOut.runs.first { $0.text.contains("1") })
    let text = try #require(laidOut.runs.first { $0.text.contains("שלום") })
    #expect(marker.x > text.x + text.width)
    #expect(marker.x + marker.width <= laidOut.style.textBlock.maxX + 0.5)
    let bullet = try #require(laidOut.runs.first { $0.text == "•" })
    #expect(bullet.x < laidOut.style.textBlock.minX + 20)
  }

  @Test func `a missing glyph is found at its place, once`() throws {
    let laidOut = try LaidOut("First line\nwith **a \u{10FFFD}** and \u{10FFFD} again\n")
    let found = laidOut.diagnostics.all.filter { $0.code == "missing-glyph" }
    #expect(found.count == 1)
    let span = try #require(found.first?.span)
    #expect(span.start == 20 && span.end == 24)
    #expect(laidOut.words.contains("\u{10FFFD}"))
  }

  @Test func `a missing image leaves its text and a warning`() throws {
    let laidOut = try LaidOut("![A badge](https://example.org/badge.svg) and text\n")
    #expect(laidOut.words.joined(separator: " ").contains("A badge"))
    #expect(laidOut.diagnostics.all.contains { $0.code == "missing-image" })
  }

  @Test func `a link to nowhere is text with a warning`() throws {
    let laidOut = try LaidOut("See [there](#nowhere).\n")
    #expect(laidOut.words.joined(separator: " ") == "See there.")
    #expect(!laidOut.dump.contains("link "))
  }

  @Test func `headings, paragraphs and formulas are structure elements in reading order`() throws {
    let laidOut = try LaidOut("# One\n\nText with $x^2$.\n\n## Two\n\n$$y = 1$$\n\n> Quoted.\n")
    let roles = laidOut.document.structure.elements.map(\.role)
    #expect(
      roles == [
        .document, .section, .heading1, .paragraph, .formula, .section, .heading2, .formula,
        .blockQuote, .paragraph,
      ])
    #expect(laidOut.document.structure.elements[4].altText == "x^2")
  }

  @Test func `a formula's number stands at the right edge`() throws {
    let laidOut = try LaidOut("Before.\n\n$$y = 1$$ {#eq-a}\n\nSee @eq-a.\n")
    let number = laidOut.runs.first { $0.text == "(1)" }
    let right = (number?.x ?? 0) + (number?.width ?? 0)
    #expect(abs(right - laidOut.style.textBlock.maxX) < 0.5)
  }
}

import Graphics
import Testing

@testable import Typography

/// Lines of mixed direction: seen in one order, read and tagged in another.
@Suite struct VisualOrderTests {
  private let hebrew = "שלום"

  /// A paragraph whose second piece is a link.
  private func linked(_ before: String, _ link: String, _ after: String) -> ParagraphContent {
    let style = TextStyle(size: 10)
    var content = ParagraphContent(before, style: style)
    content.beginLink(.url("https://example.org"), structure: StructureID(rawValue: 1))
    content.append(link, style: style)
    content.endTag()
    content.append(after, style: style)
    return content
  }

  private func links(_ frame: Frame) -> [Rect] {
    frame.items.compactMap { if case .beginLink(_, let rect, _) = $0 { rect } else { nil } }
  }

  @Test func `pieces stand from left to right and are drawn as they are read`() throws {
    var typesetter = try Typesetter.make()
    for text in [
      "זהו פרויקט קוד פתוח שמשתמש ב-Python 3.12 וב-pip install, שלום (עולם) 1234!",
      "Read מילה אחת then أقل من 100 مللي ثانية and on.",
    ] {
      var content = ParagraphContent()
      // Every word in another weight, and every third one in an element of its own.
      for (index, word) in text.split(separator: " ").enumerated() {
        let style = TextStyle(weight: index % 2 == 0 ? .regular : .bold, size: 10)
        if index % 3 == 0 { content.beginTag(StructureID(rawValue: Int32(index + 1))) }
        content.append(String(word), style: style)
        if index % 3 == 0 { content.endTag() }
        content.append(" ", style: TextStyle(size: 10))
      }
      let frame = typesetter.setLine(content)
      #expect(frame.text.trimmed == text)
      let tags = frame.items.compactMap { item -> Int32? in
        if case .beginTag(let id) = item { id.rawValue } else { nil }
      }
      #expect(tags == tags.sorted(), "each element is opened in the order of the source")
      // Seen from left to right, no run covers another.
      let seen = frame.runs.filter { $0.run.width > 0.01 }.sorted { $0.at.x < $1.at.x }
      for (left, right) in zip(seen, seen.dropFirst()) {
        #expect(left.at.x + left.run.width <= right.at.x + 0.01)
      }
      #expect(try #require(seen.first).at.x >= -0.01)
    }
  }

  @Test func `a link in right-to-left text covers just its words`() throws {
    var typesetter = try Typesetter.make()
    let width = { (text: String) in
      typesetter.setLine(ParagraphContent(text, style: TextStyle(size: 10))).width
    }
    let (word, space) = (width(hebrew), width("a b") - width("ab"))
    let frame = typesetter.setLine(linked("\(hebrew) ", "\(hebrew) \(hebrew)", " \(hebrew)"))
    let rect = try #require(links(frame).first)
    #expect(links(frame).count == 1)
    #expect(abs(rect.minX - (word + space)) < 0.1)
    #expect(abs(rect.size.width - (2 * word + space)) < 0.1)
  }

  @Test func `a link whose words stand apart is a link at each place`() throws {
    var typesetter = try Typesetter.make()
    let frame = typesetter.setLine(linked("abc \(hebrew) ", "\(hebrew) end", " of it"))
    let rects = links(frame)
    #expect(rects.count == 2)
    #expect(rects.allSatisfy { $0.size.width > 5 })
    let runs = frame.runs.filter { $0.run.isRightToLeft }
    #expect(runs.count == 2)
    // The second Hebrew word stands left of the first.
    #expect(abs(rects[0].minX - min(runs[0].at.x, runs[1].at.x)) < 0.1)
    #expect(rects[1].minX > max(runs[0].at.x, runs[1].at.x))
  }

  @Test func `a place to link to does not part right-to-left words`() throws {
    var typesetter = try Typesetter.make()
    let style = TextStyle(size: 10)
    var content = ParagraphContent("abc \(hebrew)", style: style)
    content.append(anchor: "here")
    content.append(mark: 1)
    content.append(" עולם", style: style)
    let runs = typesetter.setLine(content).runs.filter { $0.run.isRightToLeft }
    #expect(runs.count == 2)
    #expect(runs[1].at.x < runs[0].at.x, "the second word stands left of the first")
  }

  @Test func `indents of right-to-left paragraphs are at the right`() throws {
    var typesetter = try Typesetter.make()
    let content = ParagraphContent(
      String(repeating: hebrew + " ", count: 20), style: TextStyle(size: 10))
    let style = ParagraphStyle(alignment: .left, firstLineIndent: -15, leftIndent: 15)
    let lines = typesetter.breakLines(content, width: 120, style: style)
    #expect(lines.count > 2)
    for (index, line) in lines.enumerated() {
      let right = line.frame.runs.map { $0.at.x + $0.run.width }.max() ?? 0
      #expect(abs(right - (index == 0 ? 120 : 105)) < 0.01)
    }
  }
}

import Graphics
import Testing
import Typography

@Suite struct LineBreakingTests {
  static let prose = """
    In olden times when wishing still helped one, there lived a king whose daughters were all \
    beautiful; and the youngest was so beautiful that the sun itself, which has seen so much, was \
    astonished whenever it shone in her face. Close by the king's castle lay a great dark forest, \
    and under an old lime-tree in the forest was a well, and when the day was very warm, the \
    king's child went out into the forest and sat down by the side of the cool fountain.
    """

  private func typesetter() throws -> Typesetter { try Typesetter(fonts: FontLibrary()) }

  @Test func `a justified paragraph loses no word and fills its lines`() throws {
    var typesetter = try typesetter()
    let lines = typesetter.breakLines(
      ParagraphContent(Self.prose, style: TextStyle(size: 10.5)), width: 250)
    #expect(lines.count > 6)
    #expect(lines.map(text).joined(separator: " ").words == Self.prose.words)
    for line in lines.dropLast() {
      #expect(abs(line.contentWidth - 250) < 0.05)
      #expect(line.overfullBy == 0)
    }
  }

  @Test(arguments: [60.0, 90, 140, 400])
  func `no width loses a word`(width: Double) throws {
    var typesetter = try typesetter()
    let lines = typesetter.breakLines(
      ParagraphContent(Self.prose, style: TextStyle(size: 10.5)), width: width)
    #expect(lines.map(text).joined(separator: " ").words == Self.prose.words)
  }

  @Test func `a link over two lines is opened and closed on each`() throws {
    var typesetter = try typesetter()
    var content = ParagraphContent()
    let style = TextStyle(size: 10)
    content.append("some words before ", style: style)
    content.beginLink(.url("https://example.org"), structure: StructureID(rawValue: 4))
    content.append("a link that is long enough for two lines", style: style)
    content.endTag()
    let lines = typesetter.breakLines(content, width: 120)
    let counts = lines.map { line in
      (
        line.frame.items.count { if case .beginLink = $0 { true } else { false } },
        line.frame.items.count { $0 == .endTag }
      )
    }
    #expect(counts.allSatisfy { $0.0 == $0.1 })
    #expect(counts.reduce(0) { $0 + $1.0 } >= 2)
  }

  @Test func `a word broken at a line's end reads as one with a soft hyphen`() throws {
    var typesetter = try typesetter()
    let content = ParagraphContent(
      "representation characteristically", style: TextStyle(size: 10))
    let lines = typesetter.breakLines(content, width: 62)
    let all = lines.map(text).joined(separator: " ")
    #expect(lines.contains { $0.endsWithHyphen })
    #expect(
      all.replacing("\u{AD} ", with: "") == "representation characteristically")
  }

  private func text(_ line: Line) -> String {
    var out = ""
    for case .glyphs(let run, _) in line.frame.items {
      out += String(decoding: run.text, as: UTF8.self)
    }
    return out
  }
}

extension String {
  fileprivate var words: [Substring] {
    replacing("\u{AD} ", with: "").split { $0 == " " || $0 == "\n" }
  }
}

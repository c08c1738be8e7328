import Graphics
import Testing
import Typography

@Suite struct ParagraphContentTests {
  private let style = TextStyle(size: 10)

  @Test func `a link over several lines is opened and closed on each with its rectangle`() throws {
    var typesetter = try Typesetter.make()
    var content = ParagraphContent("Some words before the link, then ", style: style)
    content.beginTag(StructureID(rawValue: 3))
    content.beginLink(.url("https://example.org"), structure: StructureID(rawValue: 4))
    content.append("a link that is long enough to stand on three lines of text", style: style)
    content.endTag()
    content.endTag()
    content.append(" and words after it.", style: style)
    let lines = typesetter.breakLines(content, width: 120)
    var links = 0
    for line in lines {
      var depth = 0
      for item in line.frame.items {
        switch item {
        case .beginTag: depth += 1
        case .beginLink(_, let rect, _):
          depth += 1
          links += 1
          #expect(rect.size.width > 5)
          #expect(rect.minX >= -3 && rect.maxX <= 123)
          #expect(rect.size.height == line.frame.height)
        case .endTag: depth -= 1
        default: break
        }
        #expect(depth >= 0)
      }
      #expect(depth == 0)
    }
    #expect(links >= 3)
  }

  @Test func `tags stand only on the lines of their text`() throws {
    var typesetter = try Typesetter.make()
    var content = ParagraphContent("one two three", style: style)
    content.appendLineBreak()
    content.beginTag(StructureID(rawValue: 7))
    content.append("four", style: style)
    content.endTag()
    let lines = typesetter.breakLines(content, width: 300)
    #expect(!lines[0].frame.items.contains(.beginTag(StructureID(rawValue: 7))))
    #expect(lines[1].frame.items.contains(.beginTag(StructureID(rawValue: 7))))
  }

  @Test func `marks and anchors are reported by their line`() throws {
    var typesetter = try Typesetter.make()
    var content = ParagraphContent("one two three four five six", style: style)
    content.append(mark: 1)
    content.append(" seven eight nine ten eleven twelve", style: style)
    content.append(anchor: "end")
    content.append(mark: 2)
    let lines = typesetter.breakLines(content, width: 90)
    #expect(lines.flatMap(\.marks) == [1, 2])
    let line = try #require(lines.first { $0.marks == [1] })
    #expect(line.frame.text.contains("six"))
    #expect(
      lines.last!.frame.items.contains {
        if case .anchor("end", _) = $0 { true } else { false }
      })
  }

  @Test func `a box stands on the baseline and raises the line`() throws {
    var typesetter = try Typesetter.make()
    var box = Frame(size: Size(width: 12, height: 30), baseline: 22)
    box.fill(Rect(x: 0, y: 0, width: 12, height: 30), .black)
    var content = ParagraphContent("before ", style: style)
    content.append(box: box)
    content.append(", after", style: style)
    let line = try #require(typesetter.breakLines(content, width: 300).first)
    #expect(line.naturalAscent == 22)
    #expect(line.naturalDescent == 8)
    #expect(line.frame.text == "before , after")
    let places = line.frame.items.compactMap { item -> Point? in
      if case .frame(_, let at) = item { at } else { nil }
    }
    #expect(places.count == 1 && abs(places[0].y) < 1e-9)
  }

  @Test func `mathematics breaks at its penalties and drops its glue there`() throws {
    var typesetter = try Typesetter.make()
    var content = ParagraphContent()
    for _ in 0..<12 {
      content.append(box: Frame(size: Size(width: 20, height: 8)))
      content.append(penalty: 10_000)
      content.append(glue: 3, stretch: 2)
      content.append(box: Frame(size: Size(width: 6, height: 8)))
      content.append(penalty: 500)
      content.append(glue: 3, stretch: 2)
    }
    let lines = typesetter.breakLines(content, width: 110, style: ParagraphStyle(alignment: .left))
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.overfullBy == 0 })
  }

  @Test func `raised and lowered text keeps its own baseline`() throws {
    var typesetter = try Typesetter.make()
    var content = ParagraphContent("E = mc", style: style)
    content.append("2", style: TextStyle(size: 7, baselineShift: 4))
    let frame = typesetter.setLine(content)
    let runs = frame.runs
    #expect(runs.count == 2)
    #expect(abs(runs[0].at.y - runs[1].at.y - 4) < 1e-9)
  }

  @Test func `underlines and strikethroughs are one rule for a stretch of words`() throws {
    var typesetter = try Typesetter.make()
    let content = ParagraphContent(
      "two words", style: TextStyle(size: 10, isUnderlined: true, isStruckThrough: true))
    let frame = typesetter.setLine(content)
    let rules = frame.items.compactMap { item -> Path? in
      if case .path(let path, _, _) = item { path } else { nil }
    }
    #expect(rules.count == 2)
    for rule in rules {
      guard case .move(let a) = rule.elements[0], case .line(let b) = rule.elements[1] else {
        continue
      }
      #expect(abs(b.x - a.x - frame.width) < 0.01)
    }
  }

  @Test func `measure gives the longest piece and the widest line`() throws {
    var typesetter = try Typesetter.make()
    let whole = TextStyle(size: 10, hyphenates: false)
    let content = ParagraphContent("a considerable word", style: whole)
    let (minimum, maximum) = typesetter.measure(content)
    let word = typesetter.setLine(ParagraphContent("considerable", style: whole)).width
    #expect(abs(minimum - word) < 0.01)
    #expect(abs(maximum - typesetter.setLine(content).width) < 0.01)
    let divided = typesetter.measure(ParagraphContent("a considerable word", style: style))
    #expect(divided.minimum < minimum)
    var two = ParagraphContent("first line that is longer", style: whole)
    two.appendLineBreak()
    two.append("second", style: whole)
    let first = typesetter.setLine(ParagraphContent("first line that is longer", style: whole))
    #expect(abs(typesetter.measure(two).maximum - first.width) < 0.01)
  }

  @Test func `text set at its measured minimum overflows nowhere`() throws {
    var typesetter = try Typesetter.make()
    for text in [frogKing, "TFLOP ratio", "https://example.org/a/long/path?x=1", "東京は日本の首都"] {
      let content = ParagraphContent(text, style: style)
      let width = typesetter.measure(content).minimum
      for alignment in [TextAlignment.left, .justified] {
        let lines = typesetter.breakLines(
          content, width: width + 0.01, style: ParagraphStyle(alignment: alignment))
        #expect(lines.map(\.overfullBy) == lines.map { _ in 0 }, "\(text) \(alignment)")
      }
    }
  }
}

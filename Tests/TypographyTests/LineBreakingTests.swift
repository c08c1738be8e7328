import Graphics
import Testing
import Typography

@Suite struct LineBreakingTests {
  @Test(arguments: [40.0, 60, 90, 140, 250, 400, 2000])
  func `no width loses or repeats a word`(width: Double) throws {
    var typesetter = try Typesetter.make()
    for alignment in [TextAlignment.justified, .left, .center, .right] {
      let lines = typesetter.breakLines(
        ParagraphContent(frogKing, style: TextStyle(size: 10.5)), width: width,
        style: ParagraphStyle(alignment: alignment))
      #expect(lines.words.joined() == frogKing.words.joined())
      if width >= 60 { #expect(lines.words == frogKing.words) }
    }
  }

  @Test func `a justified paragraph fills its lines, margins included`() throws {
    var typesetter = try Typesetter.make()
    let lines = typesetter.breakLines(
      ParagraphContent(frogKing, style: TextStyle(size: 10.5)), width: 250)
    #expect(lines.count > 8)
    for line in lines.dropLast() {
      #expect(abs(line.contentWidth - 250) < 0.01)
      #expect(line.overfullBy == 0)
    }
    #expect(lines.last!.contentWidth < 250)
  }

  @Test func `the spacing of a line is even`() throws {
    var typesetter = try Typesetter.make()
    var style = ParagraphStyle()
    style.parameters.expansion = 0
    style.parameters.protrusion = 0
    let lines = typesetter.breakLines(
      ParagraphContent(frogKing, style: TextStyle(size: 10.5)), width: 300, style: style)
    let line = try #require(lines.dropFirst().first)
    let run = try #require(line.frame.runs.first?.run)
    #expect(line.frame.runs.count == 1)
    var gaps: [Float] = []
    for (glyph, next) in zip(zip(run.glyphs, run.text), run.glyphs.dropFirst())
    where run.glyphs.count == run.text.count && glyph.1 == 0x20 {
      gaps.append(next.x - glyph.0.x)
    }
    if let first = gaps.first { #expect(gaps.allSatisfy { abs($0 - first) < 0.01 }) }
  }

  @Test func `a line is one run, spaces included`() throws {
    var typesetter = try Typesetter.make()
    let lines = typesetter.breakLines(
      ParagraphContent(frogKing, style: TextStyle(size: 10.5)), width: 300)
    #expect(lines.allSatisfy { $0.frame.runs.count == 1 })
    for line in lines {
      let run = line.frame.runs[0].run
      #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
      #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
      #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.x <= $1.x + 0.5 })
    }
  }

  @Test func `glyphs expand by at most two per cent, in whole steps`() throws {
    var typesetter = try Typesetter.make()
    let lines = typesetter.breakLines(
      ParagraphContent(frogKing, style: TextStyle(size: 10.5)), width: 180)
    let stretches = Set(lines.flatMap { $0.frame.runs.map(\.run.stretch) })
    #expect(stretches.isSubset(of: [0.98, 0.99, 1, 1.01, 1.02]))
    #expect(stretches.count > 1)
  }

  @Test func `indents move the first line and narrow it`() throws {
    var typesetter = try Typesetter.make()
    let style = ParagraphStyle(firstLineIndent: 20, leftIndent: 10, rightIndent: 5)
    let lines = typesetter.breakLines(
      ParagraphContent(frogKing, style: TextStyle(size: 10)), width: 250, style: style)
    #expect(abs(lines[0].frame.runs[0].at.x - 30) < 1)
    #expect(abs(lines[1].frame.runs[0].at.x - 10) < 1)
    #expect(abs(lines[0].contentWidth - 215) < 0.01)
    #expect(abs(lines[1].contentWidth - 235) < 0.01)
  }

  @Test func `lines stand left, centred and right`() throws {
    var typesetter = try Typesetter.make()
    let content = ParagraphContent("short", style: TextStyle(size: 10))
    func x(_ alignment: TextAlignment) -> Double {
      typesetter.breakLines(content, width: 100, style: ParagraphStyle(alignment: alignment))[0]
        .frame.runs[0].at.x
    }
    let natural = typesetter.setLine(content).width
    #expect(x(.left) == 0)
    #expect(abs(x(.center) - (100 - natural) / 2) < 0.01)
    #expect(abs(x(.right) - (100 - natural)) < 0.01)
  }

  @Test func `punctuation and hyphens hang in the margin`() throws {
    var typesetter = try Typesetter.make()
    let lines = typesetter.breakLines(
      ParagraphContent(frogKing, style: TextStyle(size: 10.5)), width: 220)
    let hanging = lines.dropLast().filter { line in
      let last = line.frame.text.trimmed.last
      return last == "," || last == ";" || last == "\u{AD}"
    }
    #expect(!hanging.isEmpty)
    for line in hanging {
      let run = line.frame.runs.last!
      let spaces = line.frame.text.hasSuffix(" ") ? 0.0 : 0
      #expect(run.at.x + run.run.width - spaces > 221)
    }
  }

  @Test func `a line break ends a line and is not stretched`() throws {
    var typesetter = try Typesetter.make()
    let style = TextStyle(size: 10)
    var content = ParagraphContent("one two", style: style)
    content.appendLineBreak()
    content.append("three four five six", style: style)
    content.appendLineBreak()
    let lines = typesetter.breakLines(content, width: 200)
    #expect(lines.map { $0.frame.text.trimmed } == ["one two", "three four five six"])
    #expect(lines[0].contentWidth < 60)
  }

  @Test func `white space collapses, also across styles`() throws {
    var typesetter = try Typesetter.make()
    var content = ParagraphContent("  one \n ", style: TextStyle(size: 10))
    content.append(" \t two  ", style: TextStyle(weight: .bold, size: 10))
    #expect(typesetter.setLine(content).text == "one two")
  }

  @Test func `code keeps its spaces`() throws {
    var typesetter = try Typesetter.make()
    let style = TextStyle(family: .mono, size: 9)
    let frame = typesetter.setLine(ParagraphContent("  if x:  y", style: style))
    #expect(frame.text == "  if x:  y")
    let column = typesetter.setLine(ParagraphContent("x", style: style)).width
    #expect(abs(frame.width - 10 * column) < 0.01)
  }

  @Test func `a no-break space stretches but ends no line`() throws {
    var typesetter = try Typesetter.make()
    let text = String(repeating: "Figure\u{A0}3 ", count: 30)
    for width in stride(from: 60.0, to: 200, by: 7) {
      let lines = typesetter.breakLines(
        ParagraphContent(text, style: TextStyle(size: 10)), width: width)
      #expect(lines.allSatisfy { !$0.frame.text.trimmed.hasPrefix("3") })
      #expect(lines.map { $0.frame.text }.joined().contains("Figure\u{A0}3"))
    }
  }

  @Test func `a word wider than the line is broken as a last resort`() throws {
    var typesetter = try Typesetter.make()
    let text = "a 0123456789012345678901234567890123456789012345678901234567890123456789 z"
    let lines = typesetter.breakLines(
      ParagraphContent(text, style: TextStyle(size: 10)), width: 80)
    #expect(lines.allSatisfy { $0.overfullBy == 0 })
    #expect(lines.map { $0.frame.text }.joined().filter(\.isNumber).count == 70)
  }

  @Test func `a box wider than the line is reported as overfull`() throws {
    var typesetter = try Typesetter.make()
    var content = ParagraphContent("see ", style: TextStyle(size: 10))
    content.append(box: Frame(size: Size(width: 150, height: 20), baseline: 15))
    let lines = typesetter.breakLines(content, width: 100)
    #expect(lines.contains { abs($0.overfullBy - 50) < 0.01 })
  }

  @Test func `empty content has no lines`() throws {
    var typesetter = try Typesetter.make()
    #expect(typesetter.breakLines(ParagraphContent(), width: 100).isEmpty)
    #expect(typesetter.setLine(ParagraphContent()) == .empty)
  }

  @Test func `setting the same paragraph twice gives the same lines`() throws {
    var typesetter = try Typesetter.make()
    let content = ParagraphContent(frogKing, style: TextStyle(size: 10.5))
    let first = typesetter.breakLines(content, width: 211)
    let second = typesetter.breakLines(content, width: 211)
    var other = try Typesetter.make()
    let third = other.breakLines(content, width: 211)
    #expect(first.map(\.frame) == second.map(\.frame))
    #expect(first.map(\.frame) == third.map(\.frame))
  }
}

extension String {
  var trimmed: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    while text.first?.isWhitespace == true { text.removeFirst() }
    return String(text)
  }
}

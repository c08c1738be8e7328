import Configuration
import Graphics
import Testing

@testable import Layout

/// Where figures and tables stand that do not stand where they are written.
@Suite struct FloatPlaceTests {
  private static let rhythm = 14.0

  /// Lines of text; floats of a kind and height behind some of them.
  private static func galley(
    lines: Int, _ floats: [(line: Int, kind: FloatingBox.Kind, lines: Int)]
  ) -> Galley {
    var galley = Galley()
    for line in 0..<lines {
      if line > 0 { galley.items.append(.pageBreak(PageBreak())) }
      galley.items.append(.box(VerticalBox(space: rhythm)))
      for float in floats where float.line == line {
        galley.items.append(.float(galley.floats.count))
        galley.floats.append(
          FloatingBox(
            kind: float.kind, boxes: [VerticalBox(space: Double(float.lines) * rhythm)],
            place: .automatic, sectionStart: 0))
      }
    }
    galley.items.append(.pageBreak(PageBreak(PageBreak.forced)))
    return galley
  }

  @Test func `a figure that has to wait does not hold tables back`() throws {
    // The figure is mentioned where a page has no room for it, the table right below.
    let galley = Self.galley(lines: 90, [(24, .figure, 25), (26, .table, 4)])
    var breaker = PageBreaker(
      galley, height: 40 * Self.rhythm, rhythm: Self.rhythm, separator: 0,
      floatGap: Self.rhythm)
    let pages = breaker.breakPages()
    #expect(pages[0].inlineFloats == [1])
    #expect(pages[1].topFloats == [0])
  }

  @Test(arguments: 0..<30)
  func `each float stands once, in the order of its kind and not before its mention`(seed: Int)
    throws
  {
    var random = TableWholenessTests.Numbers(state: UInt64(seed))
    let floats = (0..<14).map { _ in
      (
        line: Int.random(in: 0..<150, using: &random),
        kind: Bool.random(using: &random) ? FloatingBox.Kind.figure : .table,
        lines: Int.random(in: 3...30, using: &random)
      )
    }.sorted { $0.line < $1.line }
    let galley = Self.galley(lines: 150, floats)
    var breaker = PageBreaker(
      galley, height: 40 * Self.rhythm, rhythm: Self.rhythm, separator: 0,
      floatGap: Self.rhythm)
    let pages = breaker.breakPages()
    let mentions = galley.items.indices.filter {
      if case .float = galley.items[$0] { true } else { false }
    }
    var placed: [FloatingBox.Kind: [Int]] = [:]
    for page in pages {
      for float in page.topFloats + page.inlineFloats.sorted() {
        placed[galley.floats[float].kind, default: []].append(float)
        #expect(mentions[float] < max(page.items.upperBound, 1))
      }
    }
    for kind in FloatingBox.Kind.allCases {
      #expect(placed[kind] ?? [] == galley.floats.indices.filter { galley.floats[$0].kind == kind })
    }
  }

  // MARK: Across columns

  private static func wideTable(_ name: String, rows: Int) -> String {
    "See @tbl-\(name).\n\n|" + (0..<9).map { " \(name)c\($0) |" }.joined() + "\n|"
      + String(repeating: "---|", count: 9) + "\n"
      + String(
        repeating: "|" + String(repeating: " 1000 |", count: 9) + "\n", count: rows)
      + "\n: Caption. {#tbl-\(name)}\n\n"
  }

  @Test(arguments: 1...20)
  func `what stands across the columns never stands above the heading of its section`(seed: Int)
    throws
  {
    var random = TableWholenessTests.Numbers(state: UInt64(seed))
    var tokens = Tokens()
    var text = ""
    let count = 7
    for section in 0..<count {
      text += "# Heading\(section)\n\n"
      for _ in 0..<Int.random(in: 0...4, using: &random) { text += tokens.sentence(60) + "\n\n" }
      text += Self.wideTable("t\(section)", rows: Int.random(in: 1...22, using: &random))
      for _ in 0..<Int.random(in: 0...2, using: &random) { text += tokens.sentence(60) + "\n\n" }
    }
    let laidOut = try LaidOut(text, style: PageStyle(.report, columns: 2), isBook: true)
    #expect(laidOut.words.filter { $0.hasPrefix("k") } == tokens.all)
    for section in 0..<count {
      let heading = try #require(laidOut.runs.first { $0.text.contains("Heading\(section)") })
      let table = try #require(laidOut.runs.first { $0.text == "t\(section)c0" })
      #expect(
        (heading.page, heading.y) < (table.page, table.y), "section \(section), seed \(seed)")
    }
    let bottom = laidOut.style.textBlock.maxY + laidOut.style.sizes.body.leading
    for run in laidOut.runs { #expect(run.y < bottom) }
    #expect(laidOut.overlaps.isEmpty)
  }

  @Test func `what follows a wide table goes on on its page`() throws {
    var tokens = Tokens()
    let text =
      "# One\n\n" + tokens.sentence(120) + "\n\n# Two\n\n" + Self.wideTable("a", rows: 8)
      + tokens.sentence(60) + "\n\n# Three\n\n" + tokens.sentence(60) + "\n\n"
    let laidOut = try LaidOut(text, style: PageStyle(.report, columns: 2), isBook: true)
    #expect(laidOut.document.pages.count == 1)
  }

  @Test func `a table below a heading may float when text of the section follows`() throws {
    var tokens = Tokens()
    let table =
      "|a|b|\n|---|---|\n" + String(repeating: "|1|2|\n", count: 22) + "\n: T. {#tbl-a}\n\n"
    for lines in [26, 30, 34] {
      let filler = (0..<lines).map { "Line \($0)." }.joined(separator: "\n\n")
      let text = filler + "\n\n## Heading\n\n" + table + tokens.sentence(300)
      let laidOut = try LaidOut(text)
      let heading = try #require(laidOut.runs.first { $0.text.contains("Heading") })
      let first = try #require(laidOut.lines(ofPage: 0).last)
      #expect(heading.page == 0 && first.text.contains("k0"), "\(lines)")
      // A section of nothing else keeps it.
      let alone = try LaidOut(filler + "\n\n## Heading\n\n" + table + "## Next\n\nText.")
      let place = try #require(alone.runs.first { $0.text.contains("Heading") })
      let caption = try #require(alone.runs.first { $0.text.contains("Table") })
      #expect(place.page == caption.page && place.y < caption.y)
    }
  }
}

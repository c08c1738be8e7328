import Configuration
import Graphics
import Layout
import Testing

@Suite struct PageTests {
  /// Paragraphs of all lengths, headings, lists, code and quotes, each word once.
  private static func book(_ tokens: inout Tokens) -> String {
    var text = "# \(tokens.make())\n\n"
    for section in 0..<18 {
      text += "## \(tokens.make()) \(tokens.make())\n\n"
      for paragraph in 0..<4 {
        text += tokens.sentence(11 + (section * 37 + paragraph * 53) % 120) + "\n\n"
      }
      if section % 3 == 0 {
        for _ in 0..<(2 + section % 4) { text += "- \(tokens.sentence(9 + section))\n" }
        text += "\n"
      }
      if section % 4 == 1 { text += "> \(tokens.sentence(30))\n\n" }
      if section % 5 == 2 { text += "```\n\(tokens.sentence(4))\n\(tokens.sentence(3))\n```\n\n" }
    }
    return text
  }

  @Test func `no word is lost or printed twice`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(Self.book(&tokens))
    let words = laidOut.words.filter { $0.hasPrefix("k") }
    #expect(words.sorted() == tokens.all.sorted())
    #expect(laidOut.document.pages.count > 8)
  }

  @Test func `words come in the order of the source`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(Self.book(&tokens))
    let words = laidOut.words.filter { $0.hasPrefix("k") }
    #expect(words == tokens.all)
  }

  @Test func `text stays in the text block`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(Self.book(&tokens))
    let block = laidOut.style.textBlock
    for run in laidOut.runs {
      #expect(run.x >= block.minX - 1, "\(run.text)")
      #expect(run.x + run.width <= block.maxX + 3, "\(run.text)")
      #expect(run.y >= block.minY && run.y <= block.maxY + 14, "\(run.text)")
    }
  }

  @Test func `no paragraph leaves a single line on a page`() throws {
    var tokens = Tokens()
    var text = "# Title\n\n"
    var paragraphOf: [String: Int] = [:]
    for paragraph in 0..<160 {
      let first = tokens.all.count
      text += tokens.sentence(14 + (paragraph * 29) % 97) + "\n\n"
      for token in tokens.all[first...] { paragraphOf[token] = paragraph }
    }
    let laidOut = try LaidOut(text)
    var linesOnPage: [[Int]: Int] = [:]
    var pagesOf: [Int: Set<Int>] = [:]
    for page in laidOut.document.pages.indices {
      for line in laidOut.lines(ofPage: page) {
        let word = line.text.split(separator: " ").first.map(String.init) ?? ""
        guard let paragraph = paragraphOf[word] else { continue }
        linesOnPage[[paragraph, page], default: 0] += 1
        pagesOf[paragraph, default: []].insert(page)
      }
    }
    for (paragraph, pages) in pagesOf where pages.count > 1 {
      for page in pages {
        #expect(linesOnPage[[paragraph, page]] ?? 0 >= 2, "paragraph \(paragraph), page \(page)")
      }
    }
    #expect(pagesOf.values.contains { $0.count > 1 })
  }

  @Test func `no heading stands last on a page`() throws {
    var tokens = Tokens()
    var text = ""
    for section in 0..<60 {
      text += "## Heading\(section)\n\n\(tokens.sentence(20 + (section * 41) % 90))\n\n"
    }
    let laidOut = try LaidOut(text)
    for page in laidOut.document.pages.indices {
      let last = laidOut.lines(ofPage: page).last?.text ?? ""
      #expect(!last.contains("Heading"), "page \(page + 1) ends with '\(last)'")
    }
  }

  @Test func `no line of a list stands alone at a page's top or foot`() throws {
    for lines in 25..<45 {
      let filler = (0..<lines).map { "Line \($0)." }.joined(separator: "\n\n")
      let list = (0..<7).map { "- item\($0)" }.joined(separator: "\n")
      let laidOut = try LaidOut(filler + "\n\n" + list + "\n\nThe end.\n\n" + filler)
      for page in laidOut.document.pages.indices {
        let items = laidOut.lines(ofPage: page).filter { $0.text.contains("item") }
        #expect(items.count != 1, "\(items) on page \(page + 1) after \(lines) lines")
      }
    }
  }

  @Test func `what a colon announces stands on its page`() throws {
    for lines in 30..<44 {
      let filler = (0..<lines).map { "Line \($0)." }.joined(separator: "\n\n")
      let laidOut = try LaidOut(
        filler + "\n\nThis line makes it again:\n\n```\nreport pdf\n```\n\n" + filler)
      let page = laidOut.runs.first { $0.text.hasPrefix("This line") }?.page
      #expect(page == laidOut.runs.first { $0.text.contains("report") }?.page, "\(lines) lines")
    }
  }

  @Test func `each chapter of a file has its running head, and opens without one`() throws {
    var tokens = Tokens()
    let text = "# First\n\n" + tokens.sentence(600) + "\n\n# Second\n\n" + tokens.sentence(600)
    let laidOut = try LaidOut(text, isBook: true)
    func head(_ page: Page) -> String { FrameDump.text(of: page.furniture) }
    let pages = laidOut.document.pages.filter { Int($0.label) != nil }
    let opening = try #require(
      pages.indices.dropFirst().first { index in
        laidOut.words(ofPage: laidOut.document.pages.count - pages.count + index)
          .contains("Second")
      })
    #expect(!head(pages[opening]).contains("First") && !head(pages[opening]).contains("Second"))
    #expect(head(pages[opening - 1]).contains("First"))
    #expect(head(pages[opening + 1]).contains("Second"))
  }

  @Test func `a title without a page of its own stands above the contents`() throws {
    var style = PageStyle.default
    style.hasTitlePage = false
    style.contentsDepth = 1
    let laidOut = try LaidOut("# One\n\nText.\n\n# Two\n\nMore.\n", style: style, isBook: true)
    let words = laidOut.words
    let title = try #require(words.firstIndex { $0 == "title" })
    let contents = try #require(words.firstIndex { $0 == "Contents" })
    #expect(title < contents && laidOut.words(ofPage: 0).contains("Contents"))
    #expect(words.count { $0 == "title" } == 1)
    // Without headings there are no contents, but the title stays.
    #expect(try LaidOut("Text.\n", style: style, isBook: true).words.contains("title"))
    let page = try LaidOut("# One\n\nText.\n", style: style, isBook: true, abstract: "In short.")
    #expect(page.words(ofPage: 0).contains("short."))
    #expect(page.document.pages.count == 2)
  }

  @Test func `pages are filled to a line or two`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(Self.book(&tokens))
    let bottom = laidOut.style.textBlock.maxY
    for page in laidOut.document.pages.indices.dropLast() {
      let last = laidOut.lines(ofPage: page).last?.y ?? 0
      #expect(last > bottom - 4 * 14, "page \(page + 1) ends at \(last)")
    }
  }

  @Test func `the same document gives the same pages`() throws {
    var tokens = Tokens()
    let text = Self.book(&tokens)
    #expect(try LaidOut(text).dump == LaidOut(text).dump)
  }

  @Test func `a book has a title page, contents in Roman numbers and chapters on new pages`() throws
  {
    let laidOut = try LaidOut(
      "# First\n\nText.\n\n## Inner\n\nMore.", "# Second\n\nText.", isBook: true)
    #expect(laidOut.document.pages.map(\.label) == ["i", "ii", "1", "2"])
    let contents = laidOut.lines(ofPage: 1).map(\.text)
    #expect(contents.count == 4)
    #expect(contents[0] == "Contents")
    #expect(contents[1].contains("First") && contents[1].hasSuffix("1"))
    #expect(contents[2].contains("Inner") && contents[2].hasSuffix("1"))
    #expect(contents[3].contains("Second") && contents[3].hasSuffix("2"))
    #expect(laidOut.document.outline.map(\.level) == [1, 2, 1])
  }

  @Test func `chapters open without a running head`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(Self.book(&tokens))
    let title = tokens.all[0]
    for (index, page) in laidOut.document.pages.enumerated() {
      let text = FrameDump.text(of: page.furniture)
      #expect(text.contains(title) == (index > 0))
    }
  }
}

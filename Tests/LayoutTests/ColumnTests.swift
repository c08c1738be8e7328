import Configuration
import Graphics
import Layout
import Testing

/// Pages of two columns, as in the proceedings of conferences.
@Suite struct ColumnTests {
  private static let style = PageStyle(.report, columns: 2)

  private static func text(paragraphs: Int, _ tokens: inout Tokens) -> String {
    (0..<paragraphs).map { _ in tokens.sentence(60) }.joined(separator: "\n\n") + "\n\n"
  }

  @Test func `columns are read one after the other and lose no word`() throws {
    var tokens = Tokens()
    let text = "# One\n\n" + Self.text(paragraphs: 30, &tokens)
    let laidOut = try LaidOut(text, style: Self.style, isBook: true)
    #expect(laidOut.words.filter { $0.hasPrefix("k") } == tokens.all)
    let middle = Self.style.textLeft + Self.style.textWidth / 2
    for run in laidOut.runs where run.text.hasPrefix("k") {
      #expect(run.x + run.width <= middle || run.x >= middle, "\(run.text) crosses the gap")
    }
  }

  @Test func `the title stands across both columns of the first page`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(
      "# One\n\n" + Self.text(paragraphs: 20, &tokens), style: Self.style, isBook: true)
    let first = laidOut.runs.filter { $0.page == 0 }
    let title = try #require(first.first { $0.text.contains("A title") || $0.text == "A" })
    #expect(title.size == Self.style.sizes.title.size)
    for run in first where run.text.hasPrefix("k") { #expect(run.y > title.y + 20) }
    #expect(laidOut.document.pages[0].label == "1")
  }

  @Test func `the columns of the last page end at one height`() throws {
    for paragraphs in [7, 12, 23] {
      var tokens = Tokens()
      let laidOut = try LaidOut(
        Self.text(paragraphs: paragraphs, &tokens), style: Self.style, isBook: true)
      let last = laidOut.document.pages.count - 1
      let middle = Self.style.textLeft + Self.style.textWidth / 2
      let runs = laidOut.runs.filter { $0.page == last }
      let left = runs.filter { $0.x < middle }.map(\.y).max() ?? 0
      let right = runs.filter { $0.x >= middle }.map(\.y).max() ?? 0
      #expect(abs(left - right) <= 4 * Self.style.sizes.body.leading, "\(left), \(right)")
    }
  }

  @Test func `a wide table stands across the columns, near its mention, and nothing is lost`()
    throws
  {
    var tokens = Tokens()
    var text = "# One\n\n" + Self.text(paragraphs: 22, &tokens) + "See @tbl-wide.\n\n"
    text += "|" + (0..<9).map { " column\($0) |" }.joined() + "\n|"
    text += String(repeating: "---|", count: 9) + "\n"
    for _ in 0..<8 { text += "|" + (0..<9).map { _ in " \(tokens.make()) |" }.joined() + "\n" }
    text += "\n: Wide {#tbl-wide}\n\n" + Self.text(paragraphs: 12, &tokens)
    let laidOut = try LaidOut(text, style: Self.style, isBook: true)
    #expect(laidOut.words.filter { $0.hasPrefix("k") }.sorted() == tokens.all.sorted())
    let head = laidOut.runs.filter { $0.text.hasPrefix("column") }
    let middle = Self.style.textLeft + Self.style.textWidth / 2
    #expect(head.contains { $0.x < middle } && head.contains { $0.x > middle })
    let page = try #require(head.first?.page)
    let mention = try #require(laidOut.runs.first { $0.text.hasPrefix("See") }?.page)
    #expect(page == mention || page == mention + 1)
    // Text and table do not overlap.
    let bottom =
      laidOut.runs.filter { $0.page == page && $0.size == Self.style.sizes.table.size }
      .map(\.y).max() ?? 0
    for run in laidOut.runs where run.page == page && run.size == Self.style.sizes.body.size {
      #expect(run.y > bottom)
    }
  }

  @Test func `the foot of a page holds what has no place above its section`() throws {
    var tokens = Tokens()
    var text = "# One\n\n" + Self.text(paragraphs: 2, &tokens) + "# Two\n\n"
    text += Self.text(paragraphs: 1, &tokens) + "|" + (0..<9).map { " wide\($0) |" }.joined()
    text += "\n|" + String(repeating: "---|", count: 9) + "\n"
    text += "|" + String(repeating: " 10000 |", count: 9) + "\n\n: Wide {#tbl-wide}\n\n"
    text += Self.text(paragraphs: 20, &tokens)
    let laidOut = try LaidOut(text, style: Self.style, isBook: true)
    let table = try #require(laidOut.runs.first { $0.text == "wide0" })
    let last = laidOut.runs.filter { $0.page == table.page && $0.text.hasPrefix("k") }.map(\.y)
    #expect(table.page == 0 && last.allSatisfy { $0 < table.y })
  }

  @Test func `footnotes stand in the column of their mark`() throws {
    var tokens = Tokens()
    let text = tokens.sentence(30) + " mark[^a] " + tokens.sentence(900)
    let laidOut = try LaidOut(
      text + "\n\n[^a]: Uniquenote.\n", style: Self.style, isBook: true)
    let note = try #require(laidOut.runs.first { $0.text.hasPrefix("Uniquenote") })
    #expect(note.page == 0 && note.x < Self.style.textLeft + Self.style.columnWidth)
    #expect(note.y > Self.style.textTop + Self.style.textHeight - 40)
  }

  @Test func `a table higher than a page has pages across the columns`() throws {
    var tokens = Tokens()
    var text = "# One\n\nText.\n\n|" + (0..<9).map { " column\($0) |" }.joined() + "\n|"
    text += String(repeating: "---|", count: 9) + "\n"
    for _ in 0..<120 { text += "|" + (0..<9).map { _ in " \(tokens.make()) |" }.joined() + "\n" }
    let laidOut = try LaidOut(text + "\n: Long {#tbl-a}\n", style: Self.style, isBook: true)
    #expect(laidOut.words.filter { $0.hasPrefix("k") } == tokens.all)
    #expect(laidOut.runs.allSatisfy { $0.y < Self.style.textBlock.maxY + 14 })
  }

  @Test func `text goes on below the last rows of a table that fills pages across the columns`()
    throws
  {
    var tokens = Tokens()
    var text = "# One\n\n" + Self.text(paragraphs: 8, &tokens)
    text += "|" + (0..<9).map { " column\($0) |" }.joined() + "\n|"
    text += String(repeating: "---|", count: 9) + "\n"
    for row in 0..<75 { text += "|r\(row)|" + (1..<9).map { " \($0)000 |" }.joined() + "\n" }
    text += "\n: Long {#tbl-a}\n\n" + Self.text(paragraphs: 12, &tokens)
    let laidOut = try LaidOut(text, style: Self.style, isBook: true)
    let last = try #require(laidOut.runs.first { $0.text == "r74" })
    #expect(laidOut.runs.contains { $0.page == last.page && $0.text.hasPrefix("k") })
    for run in laidOut.runs where run.page == last.page && run.text.hasPrefix("k") {
      #expect(run.y > last.y)
    }
  }

  @Test func `the caption of a table across the columns is no wider than the table`() throws {
    var text = "# One\n\nText.\n\n|" + (0..<6).map { " column\($0) |" }.joined() + "\n|"
    text += String(repeating: "---|", count: 6) + "\n"
    for row in 0..<5 { text += "|r\(row)|" + (1..<6).map { " \($0)00000 |" }.joined() + "\n" }
    let words = (0..<60).map { "caption\($0)" }.joined(separator: " ")
    let laidOut = try LaidOut(
      text + "\n: \(words) {#tbl-a}\n", style: Self.style, isBook: true)
    let table = laidOut.runs.filter { $0.text.hasPrefix("column") || $0.text.hasSuffix("00000") }
    let right = table.map { $0.x + $0.width }.max() ?? 0
    let middle = Self.style.textLeft + Self.style.textWidth / 2
    #expect(table.contains { $0.x < middle } && right > middle)
    #expect(right < Self.style.textLeft + Self.style.textWidth - 20)
    for run in laidOut.runs where run.text.contains("caption") {
      #expect(run.x + run.width < right + 12, "\(run.text)")
    }
  }

  @Test func `files without pages of their own flow on`() throws {
    var style = PageStyle.default
    style.breaksBeforeChapter = false
    style.hasTitlePage = false
    style.contentsDepth = 0
    let laidOut = try LaidOut(
      "# One\n\nText.\n", "# Two\n\nMore.\n", style: style, isBook: true)
    #expect(laidOut.document.pages.count == 1)
    #expect(laidOut.words.starts(with: ["A", "title"]) || laidOut.words.first == "A title")
  }

  @Test func `lists of figures and tables give number, caption and page`() throws {
    var style = PageStyle.default
    style.frontLists = [.tables]
    let laidOut = try LaidOut(
      "# One\n\n| a |\n|---|\n| 1 |\n\n: A small table. With more words. {#tbl-a}\n", style: style,
      isBook: true)
    let page = try #require(
      laidOut.document.pages.indices.first { laidOut.words(ofPage: $0).first == "Tables" })
    let words = laidOut.words(ofPage: page)
    #expect(words.contains("small") && words.last == "1")
    #expect(!words.contains("more"))
  }
}

/// The order of what floats in columns and across them.
@Suite struct FloatOrderTests {
  private static func table(_ kind: Int, _ name: String, _ tokens: inout Tokens) -> String {
    // Across the columns, in a column, high in a column, across them on several pages.
    let columns = kind == 0 || kind == 3 ? 9 : 2
    let rows = [5, 5, 26, 75][kind]
    var text = "|" + (0..<columns).map { " \(name)c\($0) |" }.joined() + "\n|"
    text += String(repeating: "---|", count: columns) + "\n"
    for _ in 0..<rows {
      text += "|" + (0..<columns).map { _ in " \(tokens.make()) |" }.joined() + "\n"
    }
    return text + "\n: Caption. {#tbl-\(name)}\n\n"
  }

  @Test(arguments: 1...30)
  func `the numbers of tables rise over the pages, in columns and across them`(seed: Int) throws {
    var random = TableWholenessTests.Numbers(state: UInt64(seed))
    var tokens = Tokens()
    var text = "# One\n\n" + tokens.sentence(80) + "\n\n"
    let count = 9
    for index in 0..<count {
      text += "See @tbl-t\(index).\n\n"
      text += Self.table(Int.random(in: 0...3, using: &random), "t\(index)", &tokens)
      for _ in 0..<Int.random(in: 0...5, using: &random) { text += tokens.sentence(70) + "\n\n" }
    }
    let laidOut = try LaidOut(text, style: PageStyle(.report, columns: 2), isBook: true)
    #expect(laidOut.words.filter { $0.hasPrefix("k") }.sorted() == tokens.all.sorted())
    // Captions stand in reading order: page, wide ones above the columns, left before right.
    let middle = laidOut.style.textLeft + laidOut.style.textWidth / 2
    var places: [(page: Int, column: Int, y: Double)] = []
    for number in 1...count {
      let words = laidOut.runs.filter { $0.text.contains("Table\u{A0}\(number)") }
      let caption = try #require(words.first { $0.size == laidOut.style.sizes.caption.size })
      let isWide = laidOut.runs.contains { $0.text == "t\(number - 1)c8" }
      // What stands across the columns stands above them or below them.
      let isFoot = laidOut.runs.contains {
        $0.page == caption.page && $0.y < caption.y
          && $0.size == laidOut.style.sizes.body.size
      }
      places.append(
        (caption.page, isWide ? isFoot ? 2 : -1 : caption.x < middle ? 0 : 1, caption.y))
    }
    for (before, after) in zip(places, places.dropFirst()) {
      #expect(before < after, "\(places)")
    }
    let bottom = laidOut.style.textBlock.maxY + laidOut.style.sizes.body.leading
    for run in laidOut.runs { #expect(run.y < bottom, "\(run.text) on page \(run.page)") }
    let column = laidOut.style.columnWidth
    for run in laidOut.runs where run.text.hasPrefix("k") && run.size > 9 {
      #expect(run.x + run.width <= laidOut.style.textLeft + column + 1 || run.x >= middle)
    }
  }

  @Test(arguments: 1...30)
  func `tables that go on over the page do not overtake those that float`(seed: Int) throws {
    var random = TableWholenessTests.Numbers(state: UInt64(seed))
    var tokens = Tokens()
    var text = "# One\n\n" + tokens.sentence(80) + "\n\n"
    for index in 0..<8 {
      text += "See @tbl-t\(index).\n\n|a|b|\n|---|---|\n"
      for _ in 0..<[6, 25, 60][Int.random(in: 0...2, using: &random)] {
        text += "|\(tokens.make())|x|\n"
      }
      text += "\n: Caption. {#tbl-t\(index)}\n\n"
      for _ in 0..<Int.random(in: 0...3, using: &random) { text += tokens.sentence(70) + "\n\n" }
    }
    let laidOut = try LaidOut(text, isBook: true)
    #expect(laidOut.words.filter { $0.hasPrefix("k") }.sorted() == tokens.all.sorted())
    let captions = (1...8).compactMap { number in
      laidOut.runs.first { $0.text.contains("Table\u{A0}\(number)") && $0.size < 9 }
    }
    #expect(captions.count == 8)
    for (before, after) in zip(captions, captions.dropFirst()) {
      #expect((before.page, before.y) < (after.page, after.y), "\(before), \(after)")
    }
  }
}

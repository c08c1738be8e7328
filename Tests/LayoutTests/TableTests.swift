import Diagnostics
import Graphics
import Layout
import Testing

@Suite struct TableTests {
  private static func table(columns: Int, rows: Int, _ tokens: inout Tokens) -> String {
    var text = "|" + (0..<columns).map { " head\($0) |" }.joined() + "\n|"
    text += String(repeating: "---|", count: columns) + "\n"
    for _ in 0..<rows {
      text += "|" + (0..<columns).map { _ in " \(tokens.make()) |" }.joined() + "\n"
    }
    return text + "\n"
  }

  private func expectInside(_ laidOut: LaidOut) {
    for run in laidOut.runs {
      let page = laidOut.document.pages[run.page].size
      #expect(run.x >= 40 && run.x + run.width <= page.width - 40, "\(run.text) at \(run.x)")
      #expect(run.y > 40 && run.y < page.height - 40, "\(run.text)")
    }
  }

  @Test func `each cell of a long table stands once, its header on every page`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(Self.table(columns: 4, rows: 150, &tokens))
    #expect(laidOut.words.filter { $0.hasPrefix("k") } == tokens.all)
    for page in laidOut.document.pages.indices {
      #expect(laidOut.words(ofPage: page).contains("head0"))
    }
    #expect(laidOut.document.pages.count >= 3)
    expectInside(laidOut)
  }

  @Test func `a table of forty columns and many rows comes out whole`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(Self.table(columns: 40, rows: 120, &tokens))
    // The first column stands in each part.
    let once = Set(stride(from: 0, to: tokens.all.count, by: 40).map { tokens.all[$0] })
    let words = laidOut.words.filter { $0.hasPrefix("k") && !once.contains($0) }
    #expect(words.sorted() == tokens.all.filter { !once.contains($0) }.sorted())
    #expect(laidOut.diagnostics.all.contains { $0.code == "wide-table" && $0.severity == .note })
    expectInside(laidOut)
  }

  @Test func `a table of twenty columns is fitted by smaller type or a landscape page`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(Self.table(columns: 20, rows: 12, &tokens))
    #expect(laidOut.words.filter { $0.hasPrefix("k") }.sorted() == tokens.all.sorted())
    #expect(laidOut.diagnostics.all.contains { $0.code == "wide-table" })
    #expect(laidOut.document.pages.contains { $0.size.width > $0.size.height })
    expectInside(laidOut)
  }

  @Test func `cells with long text are wrapped without overlaps`() throws {
    var tokens = Tokens()
    var text = "| Title | Abstract | Year |\n|---|---|---|\n"
    for _ in 0..<30 {
      text += "| \(tokens.sentence(9)) | \(tokens.sentence(50)) | 2025 |\n"
    }
    let laidOut = try LaidOut(text)
    #expect(laidOut.words.filter { $0.hasPrefix("k") }.sorted() == tokens.all.sorted())
    for page in laidOut.document.pages.indices {
      let runs = laidOut.runs.filter { $0.page == page }
      for (index, a) in runs.enumerated() {
        for b in runs[(index + 1)...] where abs(a.y - b.y) < 5 {
          #expect(a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5, "\(a.text), \(b.text)")
        }
      }
    }
    expectInside(laidOut)
  }

  @Test func `a row higher than a page goes on over it`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut(
      "| A | B |\n|---|---|\n| \(tokens.sentence(1500)) | \(tokens.sentence(40)) |\n")
    #expect(laidOut.words.filter { $0.hasPrefix("k") }.sorted() == tokens.all.sorted())
    #expect(laidOut.document.pages.count >= 2)
    expectInside(laidOut)
  }

  @Test func `numbers are aligned on the decimal point`() throws {
    let laidOut = try LaidOut("| n |\n|---|\n| 1.25 |\n| 100.5 |\n| – |\n| 3 |\n")
    func point(_ text: String, _ integer: Int) -> Points {
      let run = laidOut.runs.first { $0.text == text }
      return (run?.x ?? 0) + (run?.width ?? 0) * Double(integer) / Double(text.utf8.count)
    }
    // Tabular figures: three digits of "100.5" are as wide as three of "1.25" and more.
    let short = laidOut.runs.first { $0.text == "3" }
    let digit = short?.width ?? 0
    let a = (laidOut.runs.first { $0.text == "1.25" }?.x ?? 0) + digit
    let b = (laidOut.runs.first { $0.text == "100.5" }?.x ?? 0) + 3 * digit
    let c = (short?.x ?? 0) + digit
    #expect(abs(a - b) < 0.3 && abs(b - c) < 0.3)
  }

  @Test func `numbers are aligned on the decimal comma where the chapter's language has it`() throws
  {
    let laidOut = try LaidOut(
      "---\nlanguage: de\n---\n\n| n |\n|---|\n| 1.234,25 |\n| 100,5 |\n| – |\n| 3 |\n")
    let digit = laidOut.runs.first { $0.text == "3" }?.width ?? 0
    let ends = try ["1.234,25": 2, "100,5": 1, "3": 0].map { text, decimals in
      let run = try #require(laidOut.runs.first { $0.text == text })
      guard decimals > 0 else { return run.x + run.width }
      // A comma and the digits behind it: what is left is digits and a point.
      let whole = text.split(separator: ",")[0]
      let marks = run.width - Double(text.count { $0.isNumber }) * digit
      let mark = marks / Double(text.count { !$0.isNumber })
      return run.x + Double(whole.count { $0.isNumber }) * digit
        + Double(whole.count { !$0.isNumber }) * mark
    }
    #expect((ends.max() ?? 0) - (ends.min() ?? 0) < 0.8, "\(ends)")
  }

  @Test func `a row with a bold first cell and nothing else is a group title`() throws {
    var text = "| a | b | c |\n|---|---|---|\n"
    for group in 0..<6 {
      text += "| **Group\(group)** | | |\n"
      for row in 0..<60 { text += "| x | \(group) | \(row) |\n" }
    }
    let laidOut = try LaidOut(text)
    let headers = laidOut.document.structure.elements.filter { $0.role == .tableHeader }
    #expect(headers.count { $0.columnSpan == 3 } == 6)
    #expect(laidOut.document.pages.count >= 2)
    // A page that begins within a group repeats its title.
    let second = laidOut.lines(ofPage: 1).map(\.text)
    #expect(second.prefix(2).contains { $0.hasPrefix("Group") && $0.hasSuffix("(continued)") })
  }

  @Test func `spanning cells keep their places`() throws {
    let laidOut = try LaidOut(
      """
      <table>
      <tr><th>a</th><th colspan="2">wide</th></tr>
      <tr><td rowspan="2">tall</td><td>x1</td><td>y1</td></tr>
      <tr><td>x2</td><td>y2</td></tr>
      </table>
      """)
    func x(_ text: String) -> Points { laidOut.runs.first { $0.text == text }?.x ?? -1 }
    #expect(abs(x("x1") - x("x2")) < 0.1)
    #expect(x("y2") > x("x2") && x("x2") > x("tall"))
  }

  @Test func `a column of text beside many long numbers is not set a word a line`() throws {
    let columns = 9
    var text = "|" + (0..<columns).map { " n\($0) |" }.joined() + " remark |\n|"
    text += String(repeating: "---|", count: columns + 1) + "\n"
    let remark = (0..<30).map { "word\($0)" }.joined(separator: " ")
    for row in 0..<4 {
      text += "|" + (0..<columns).map { " 12345678901\(row)\($0)5 |" }.joined() + " \(remark) |\n"
    }
    let laidOut = try LaidOut(text + "\n: Long numbers. {#tbl-a}\n")
    let lines = laidOut.document.pages.indices.flatMap { laidOut.lines(ofPage: $0) }
      .filter { $0.text.contains("word") }
    #expect(laidOut.words.count { $0 == "word29" } == 4)
    #expect(lines.count <= 4 * 12, "\(lines.count) lines for four rows of thirty words")
  }

  @Test func `a table with a squeezed column of text is rather set smaller`() throws {
    var text = "| model | n0 | n1 | n2 | n3 | n4 | remark |\n|---|---|---|---|---|---|---|\n"
    let remark = (0..<40).map { "word\($0)" }.joined(separator: " ")
    for row in 0..<6 {
      text += "| LLaVA-\(row) |"
      text += (0..<5).map { " 1234567890123\(row)\($0) |" }.joined() + " \(remark) |\n"
    }
    let laidOut = try LaidOut("Text.\n\n" + text + "\n: Long numbers. {#tbl-a}\n")
    let lines = laidOut.document.pages.indices.flatMap { laidOut.lines(ofPage: $0) }
      .filter { $0.text.contains("word") }
    // Two words a line, not one.
    #expect(lines.count <= 6 * 24, "\(lines.count) lines for six rows of forty words")
    expectInside(laidOut)
    // Names of one word stay whole beside a column that could use their room.
    #expect(laidOut.words.contains("LLaVA-3"))
  }
}

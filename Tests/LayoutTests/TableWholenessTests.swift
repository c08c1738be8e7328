import Diagnostics
import Graphics
import Layout
import Testing

/// Tables of all shapes keep each cell's text: on the pages once, in the structure once.
@Suite struct TableWholenessTests {
  /// A sequence of numbers that is the same in each run (splitmix64).
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// An HTML table whose cells hold words that stand nowhere else.
  struct RandomTable {
    var text = ""
    /// The words of body cells that may stand once more: the first column's, and those of cells
    /// that reach over several columns, which may be cut.
    var repeatable: Set<String> = []
    var tokens = Tokens()

    init(columns: Int, rows: Int, spans: Double, words: ClosedRange<Int>, _ random: inout Numbers) {
      text = "<table><thead><tr>"
      for column in 0..<columns { text += "<th>h\(column)</th>" }
      text += "</tr></thead><tbody>\n"
      var open = Array(repeating: 0, count: columns)
      for row in 0..<rows {
        text += "<tr>"
        var next = open.map { max(0, $0 - 1) }
        var column = 0
        while column < columns {
          guard open[column] == 0 else {
            column += 1
            continue
          }
          var width = 1
          if Double.random(in: 0..<1, using: &random) < spans {
            let most = Int.random(in: 1...3, using: &random)
            while width < most, column + width < columns, open[column + width] == 0 { width += 1 }
          }
          var height = 1
          if Double.random(in: 0..<1, using: &random) < spans {
            height = min(Int.random(in: 1...40, using: &random), rows - row)
          }
          let words = (0..<Int.random(in: words, using: &random)).map { _ in tokens.make() }
          if column == 0 || width > 1 { repeatable.formUnion(words) }
          text += "<td colspan=\"\(width)\" rowspan=\"\(height)\">"
          text += words.joined(separator: " ") + "</td>"
          for at in column..<column + width { next[at] = max(next[at], height - 1) }
          column += width
        }
        text += "</tr>\n"
        open = next
      }
      text += "</tbody></table>\n"
    }
  }

  private func expectWhole(_ table: RandomTable, in laidOut: LaidOut) {
    let words = laidOut.words.filter { $0.hasPrefix("k") }
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    let lost = table.tokens.all.filter { counts[$0] == nil }
    #expect(lost.isEmpty, "\(lost.count) words are lost: \(lost.prefix(5))")
    let twice = counts.filter { $0.value > 1 && !table.repeatable.contains($0.key) }
    #expect(twice.isEmpty, "\(twice.keys.sorted().prefix(5)) stand more than once")
    // What is read stands once, be it repeated on the pages or not.
    #expect(laidOut.taggedWords.filter { $0.hasPrefix("k") }.sorted() == table.tokens.all)
    for run in laidOut.runs {
      let page = laidOut.document.pages[run.page].size
      #expect(run.x >= 30 && run.x + run.width <= page.width - 30, "\(run.text) at \(run.x)")
      #expect(run.y > 40 && run.y < page.height - 40, "\(run.text) at \(run.y)")
    }
  }

  @Test(arguments: 0..<12)
  func `a table of random shape keeps each cell's text`(seed: Int) throws {
    var random = Numbers(state: UInt64(seed))
    let columns = [3, 5, 8, 12, 17, 26][seed % 6]
    let table = RandomTable(
      columns: columns, rows: Int.random(in: 20...90, using: &random),
      spans: seed % 3 == 0 ? 0 : 0.15, words: seed % 4 == 1 ? 1...25 : 1...2, &random)
    expectWhole(table, in: try LaidOut(table.text))
  }

  @Test func `a table of forty columns and five hundred rows comes out whole`() throws {
    var random = Numbers(state: 7)
    let table = RandomTable(columns: 40, rows: 500, spans: 0, words: 1...1, &random)
    let laidOut = try LaidOut(table.text)
    expectWhole(table, in: laidOut)
    let tables = laidOut.document.structure.elements.filter { $0.role == .table }
    #expect(tables.count == 1)
  }

  @Test func `rows that a cell of many rows holds together are cut at a page's end`() throws {
    var random = Numbers(state: 3)
    var table = RandomTable(columns: 1, rows: 1, spans: 0, words: 1...1, &random)
    let (long, short) = (table.tokens.sentence(120), table.tokens.make())
    table.text = "<table><tr><th>a</th><th>b</th></tr>"
    for row in 0..<150 {
      table.text += "<tr>"
      if row == 0 { table.text += "<td rowspan=\"100\">\(long)</td>" }
      if row == 100 { table.text += "<td rowspan=\"50\">\(short)</td>" }
      table.text += "<td>\(table.tokens.make())</td></tr>\n"
    }
    table.text += "</table>\n"
    table.tokens = Tokens()
    for _ in 0..<272 { _ = table.tokens.make() }
    table.repeatable = [short]
    let laidOut = try LaidOut("k00001\n\n" + table.text)
    expectWhole(table, in: laidOut)
    // Beside the rows that go on, the short cell stands once more.
    #expect(laidOut.words.filter { $0 == short }.count == 2)
  }

  @Test func `a table cut between columns has parts of even width`() throws {
    var text = "|" + (0..<31).map { " column\($0) |" }.joined() + "\n|"
    text += String(repeating: "---|", count: 31) + "\n"
    for row in 0..<3 { text += "|" + (0..<31).map { " \(row)1234\($0) |" }.joined() + "\n" }
    let laidOut = try LaidOut(text + "\n: Many columns {#tbl-many}\n")
    let heads = laidOut.document.pages.indices.flatMap { laidOut.lines(ofPage: $0) }
      .map(\.text).filter { $0.contains("column0") }
      .map { $0.split(separator: " ").count }
    #expect(heads.count >= 2)
    #expect((heads.max() ?? 0) - (heads.min() ?? 0) <= 2, "\(heads)")
    #expect(laidOut.words.joined(separator: " ").contains("(continued, 2/"))
  }

  @Test func `a wide table in a list reaches beyond the list`() throws {
    let row = (0..<11).map { " 1234\($0) |" }.joined()
    let laidOut = try LaidOut(
      "- Item\n\n  |" + (0..<11).map { " head\($0) |" }.joined() + "\n  |"
        + String(repeating: "---|", count: 11) + "\n  |" + row + "\n")
    #expect(laidOut.words.filter { $0.hasPrefix("head") }.count == 11)
    #expect(laidOut.document.pages.count == 1)
  }
}

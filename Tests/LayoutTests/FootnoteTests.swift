import Configuration
import Graphics
import Layout
import Testing

@Suite struct FootnoteTests {
  @Test func `a footnote stands on the page of its mark`() throws {
    var tokens = Tokens()
    var text = "# Title\n\n"
    var notes = ""
    var pairs: [(mark: String, note: String)] = []
    for index in 0..<40 {
      let (mark, note) = (tokens.make(), tokens.make())
      pairs.append((mark, note))
      text += tokens.sentence(30) + " \(mark)[^n\(index)] " + tokens.sentence(25) + "\n\n"
      notes += "[^n\(index)]: \(note) \(tokens.sentence(12))\n\n"
    }
    let laidOut = try LaidOut(text + notes)
    var pageOf: [String: Int] = [:]
    for page in laidOut.document.pages.indices {
      for word in laidOut.words(ofPage: page) { pageOf[word] = page }
    }
    for pair in pairs {
      #expect(pageOf[pair.mark] != nil && pageOf[pair.mark] == pageOf[pair.note])
    }
    #expect(Set(laidOut.words.filter { $0.hasPrefix("k") }) == Set(tokens.all))
  }

  @Test func `a long footnote goes on at the foot of the next page`() throws {
    var tokens = Tokens()
    let text =
      tokens.sentence(740) + " mark[^a] " + tokens.sentence(600) + "\n\n[^a]: "
      + tokens.sentence(420) + "\n"
    let laidOut = try LaidOut(text)
    #expect(laidOut.words.filter { $0.hasPrefix("k") }.sorted() == tokens.all.sorted())
    let small = laidOut.runs.filter { $0.size == laidOut.style.sizes.footnote.size }
    #expect(Set(small.map(\.page)).count >= 2)
    for page in laidOut.document.pages.indices {
      let lines = laidOut.lines(ofPage: page)
      #expect(lines.allSatisfy { $0.y <= laidOut.style.textBlock.maxY + 14 })
    }
  }

  @Test func `a footnote longer than several pages keeps within them`() throws {
    var tokens = Tokens()
    let laidOut = try LaidOut("Word[^a].\n\n[^a]: \(tokens.sentence(2000))\n")
    #expect(laidOut.words.filter { $0.hasPrefix("k") } == tokens.all)
    #expect(laidOut.document.pages.count >= 3)
    #expect(laidOut.runs.allSatisfy { $0.y <= laidOut.style.textBlock.maxY + 14 })
  }

  @Test func `a footnote is a link to its text and a Note element`() throws {
    let laidOut = try LaidOut("Word[^a] more.\n\n[^a]: The note.\n")
    let roles = laidOut.document.structure.elements.map(\.role)
    #expect(roles.contains(.note) && roles.contains(.link))
    #expect(laidOut.dump.contains("anchor note-1-1"))
  }

  @Test func `a footnote with two marks stands once`() throws {
    let laidOut = try LaidOut("Word[^a] and another[^a].\n\n[^a]: Uniquenote.\n")
    #expect(laidOut.words.filter { $0.hasPrefix("Uniquenote") }.count == 1)
    // Cells are built again at each size that is tried.
    let cells = (0..<14).map { " somelongword\($0) |" }.joined()
    let table = "| a[^b] |" + cells + "\n|" + String(repeating: "---|", count: 15) + "\n"
    let wide = try LaidOut(table + "\n[^b]: Uniquenote.\n")
    #expect(wide.words.filter { $0.hasPrefix("Uniquenote") }.count == 1)
  }

  @Test func `the note of a caption is numbered before those of the cells below it`() throws {
    let laidOut = try LaidOut(
      """
      | a[^head] | b |
      |---|---|
      | 1[^cell] | 2 |

      : A caption[^caption] {#tbl-a}

      [^head]: inhead

      [^cell]: incell

      [^caption]: incaption
      """)
    let notes = ["incaption", "inhead", "incell"]
    #expect(laidOut.words.filter { notes.contains($0) } == notes)
    let marks = laidOut.runs.filter { ["1", "2", "3"].contains($0.text) && $0.size < 7 }
    let foot = try #require(laidOut.runs.first { $0.text == "incaption" }).y
    #expect(marks.filter { $0.y < foot - 8 }.map(\.text) == ["1", "2", "3"])
  }
}

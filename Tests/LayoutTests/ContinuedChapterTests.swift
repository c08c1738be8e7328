import Graphics
import Layout
import Testing

/// Chapters that are written as several files.
@Suite struct ContinuedChapterTests {
  private static let files = (
    "# Papers\n\n## First\n\nOne[^a].\n\n[^a]: note one\n",
    "## Second\n\nTwo[^a], three[^b].\n\n### Inner\n\n[^a]: note two\n[^b]: note three\n",
    "# Results\n\n## Last\n\nFour[^a].\n\n[^a]: note four\n"
  )

  private static func laidOut() throws -> LaidOut {
    try LaidOut(files.0, files.1, files.2, isBook: true)
  }

  @Test func `a file without a chapter heading goes on on the same page`() throws {
    let laidOut = try Self.laidOut()
    let numbered = laidOut.document.pages.filter { Int($0.label) != nil }
    #expect(numbered.count == 2)
    let outline = laidOut.document.outline.map(\.title)
    #expect(
      outline.filter { $0 != "Contents" } == [
        "1  Papers", "1.1  First", "1.2  Second", "1.2.1  Inner", "2  Results", "2.1  Last",
      ])
  }

  @Test func `footnotes count on from file to file and begin anew in the next chapter`() throws {
    let laidOut = try Self.laidOut()
    let words = laidOut.words
    let notes = words.indices.filter { words[$0] == "note" }.map {
      words[($0 - 1)...($0 + 1)].joined(separator: " ")
    }
    #expect(notes == ["1 note one", "2 note two", "3 note three", "1 note four"])
  }
}

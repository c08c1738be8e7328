import Diagnostics
import Testing

/// What authors write round references in brackets.
@Suite struct ReferenceTextTests {
  @Test(arguments: [
    ("[see @tbl-a, row 3]", "see Table 1, row 3 here"),
    ("[and also @tbl-a]", "and also Table 1 here"),
    ("[@tbl-a; @sec-b left]", "Table 1, Section 1.1 left here"),
    ("@tbl-a [and @sec-b]", "Table 1 and Section 1.1 here"),
    ("[@tbl-a]", "So Table 1 here"),
  ])
  func `words round a reference in brackets are kept`(text: String, printed: String) throws {
    let laidOut = try LaidOut(
      "# Title\n\nSo \(text) here.\n\n| a |\n|---|\n| 1 |\n\n: Caption {#tbl-a}\n\n## B {#sec-b}\n")
    // Numbers are tied to their words.
    let words = laidOut.words.joined(separator: " ").replacing("\u{A0}", with: " ")
      .replacing(" ,", with: ",")
    #expect(words.contains(printed), "\(words)")
  }

  @Test func `an empty file is told`() throws {
    let laidOut = try LaidOut("# Title\n\nText.\n", "\n \n")
    #expect(laidOut.diagnostics.all.map(\.code) == ["empty-chapter"])
  }

  @Test func `items of inner lists count on behind z`() throws {
    let items = (1...28).map { "   \($0). item\n" }.joined()
    let words = try LaidOut("1. outer\n\n\(items)").words
    #expect(words.contains("z.") && words.contains("aa.") && words.contains("ab."))
  }
}

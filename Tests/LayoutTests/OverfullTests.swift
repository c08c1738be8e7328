import Configuration
import Diagnostics
import Graphics
import Layout
import Testing

/// What cannot be broken and is wider than its column is set smaller, in every construct, with a
/// warning that leads to it.
@Suite struct OverfullTests {
  /// A fraction has no place for a line to end.
  private static let formula =
    "\\frac{" + (0..<90).map { "x_{\($0)}" }.joined(separator: "+") + "}{y}"
  private static let wide = "$\(formula)$"

  private static let constructs: [(name: String, text: String)] = [
    ("a paragraph", "Words \(wide) words."),
    ("a heading", "## Heading \(wide)"),
    ("a list item", "- one\n  - two \(wide)"),
    ("a numbered item", "1. one\n2. two \(wide)"),
    ("a task", "- [x] task \(wide)"),
    ("a quotation", "> quotation \(wide)"),
    ("a callout", "> [!NOTE]\n> callout \(wide)"),
    ("details", "<details><summary>More</summary>\n\nInside \(wide)\n\n</details>\n"),
    ("a caption of a table", "| a |\n|---|\n| 1 |\n\n: Caption \(wide) {#tbl-a}"),
    ("a caption of a figure", "![Caption \(wide)](missing.png)"),
    ("a cell", "| a | b |\n|---|---|\n| \(wide) | 2 |"),
    ("a header of a table", "| a \(wide) | b |\n|---|---|\n| 1 | 2 |"),
    ("a title of a group", "| a | b |\n|---|---|\n| **Group \(wide)** | |\n| 1 | 2 |"),
    ("a note", "Text.[^1]\n\n[^1]: Note \(wide)"),
    ("a displayed formula", "$$\n\(formula)\n$$"),
    ("a formula with a number", "$$\n\(formula)\n$$ {#eq-a}"),
  ]

  @Test(arguments: constructs.indices, [1, 2])
  func `what is too wide is set smaller with a warning at its place`(construct: Int, columns: Int)
    throws
  {
    let (name, text) = Self.constructs[construct]
    let source = "# Title\n\nWords.\n\n" + text + "\n"
    let laidOut = try LaidOut(
      source, style: columns == 1 ? .default : PageStyle(.report, columns: 2))
    for run in laidOut.runs {
      let page = laidOut.document.pages[run.page].size
      let margin =
        page == laidOut.style.paper
        ? laidOut.style.textBlock.minX - laidOut.style.overhang - 4 : .millimetres(21)
      let isInside = run.ink.minX >= margin && run.ink.maxX <= page.width - margin
      #expect(isInside, "\(name): '\(run.text)' at \(run.ink)")
    }
    let place = try #require(source.firstRange(of: "\\frac"))
    let offset = source[..<place.lowerBound].utf8.count
    let found = laidOut.diagnostics.all.filter {
      $0.severity == .warning && $0.span?.range.contains(offset) == true
        && $0.code != "missing-image"
    }
    #expect(found.count == 1, "\(name): \(laidOut.diagnostics.all.map(\.message))")
  }

  @Test func `a heading of one long word stays clear of the page numbers`() throws {
    let word = String(repeating: "Unbreakable", count: 20)
    let laidOut = try LaidOut(
      "# \(word)\n\nWords.\n\n## \(Self.wide)\n\n" + String(repeating: "More words. ", count: 900),
      isBook: true)
    #expect(laidOut.overlaps.isEmpty)
    let block = laidOut.style.textBlock
    for page in laidOut.document.pages.indices {
      for run in laidOut.furniture(ofPage: page) {
        #expect(run.ink.maxX <= block.maxX + 1, "\(run.text)")
      }
    }
  }
}

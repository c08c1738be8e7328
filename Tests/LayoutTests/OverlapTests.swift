import Configuration
import Foundation
import Graphics
import Layout
import Testing

/// On no page do letters lie on letters or outside of the text block: looked at in the frames.
@Suite struct OverlapTests {
  private static let guides = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")

  /// All that is hard in a README, over and over at other places of the page.
  private static let mixture: String = {
    let block = """
      ## שלום *and* 視覚言語モデル `code` <sup>up</sup><sub>down</sub>

      <div align="center"><img alt="badge one" src="a.png"> <img alt="badge two" src="b.png"></div>

      Text with ~~struck~~ words, a note[^n], H<sub>2</sub>O, x<sup>2</sup>, ẤǍ̈ g̃ and \
      [קישור](https://example.org/שלום) in **bold *and italic***, 👩‍👩‍👧‍👦 and 本项目「开源」的深度学习框架。

      1. one
         - [x] done and `long_identifier_of_a_function_that_wraps_somewhere(argument, other)`
         - [ ] open

           > quoted in a list, with several words that make it wrap at the right edge of its column

           ```c
           int main(void) { return 0; } // a comment that goes on for so long that it has to wrap
           ```

      | Model | Tokens | `$a|b$` | A header of several words | Score |
      |:--|--:|:-:|---|--:|
      | *LLaVA-1.5* 7B | 576 | ✓ | Some text that wraps within its cell, with a `code_word` | 62.0 |
      | שלום | 64 | ✗ | <b>bold</b><br>second line | **64.25**[^t] |

      : A caption of some length, with `code` and $x^2$ in it

      <table><tr><th rowspan="2">Two rows</th><th colspan="2">Two columns</th></tr>
      <tr><td>a cell that is long enough to wrap when the page is small</td><td>2</td></tr></table>

      > [!WARNING]
      > A callout with a list:
      > - one
      > - two

      $$\\sum_{i=1}^{n} \\frac{x_i}{\\sqrt{y_i}}$$ {#eq-N}

      ![Alternative text that is a caption, too](missing.png)

      <details><summary>More of the same</summary>

      Inside.

      </details>

      [^n]: A note with **bold** text and a long address https://example.org/a/very/long/path/to/it.
      [^t]: A note of a cell.
      """
    return "# Mixture\n\n"
      + (1...5).map { round in
        let own = block.replacing("#eq-N", with: "#eq-\(round)")
          .replacing("[^n]", with: "[^n\(round)]").replacing("[^t]", with: "[^t\(round)]")
        return own + "\n\n" + String(repeating: "More words. ", count: 7 * round) + "\n\n"
      }.joined()
  }()

  private func check(_ laidOut: LaidOut) {
    for (one, other) in laidOut.overlaps.prefix(3) {
      Issue.record("page \(one.page + 1): '\(one.text)' and '\(other.text)' overlap")
    }
    let style = laidOut.style
    let block = style.textBlock
    for run in laidOut.runs where laidOut.document.pages[run.page].size == style.paper {
      let reach = style.overhang + 4
      // A page may run a line long.
      let isInside =
        run.ink.minX >= block.minX - reach && run.ink.maxX <= block.maxX + reach
        && run.ink.minY >= block.minY - 2
        && run.ink.maxY <= block.maxY + style.sizes.body.leading + 3
      #expect(isInside, "page \(run.page + 1): '\(run.text)' stands at \(run.ink)")
    }
  }

  @Test(arguments: MarginTests.styles.indices)
  func `hard material lies on nothing and in no margin`(style: Int) throws {
    let style = MarginTests.styles[style]
    check(try LaidOut(Self.mixture, style: style))
    check(try LaidOut(MarginTests.text, style: style))
  }

  @Test(arguments: ["language.md", "data.md", "formulas.md", "math.md", "charts.md"])
  func `the guides lie on nothing and in no margin`(guide: String) throws {
    let text = try String(contentsOf: Self.guides.appending(path: guide), encoding: .utf8)
    check(try LaidOut(text))
    check(try LaidOut(text, style: PageStyle(.report, columns: 2)))
  }

  @Test func `letters that lie on one another are found`() throws {
    let laidOut = try LaidOut("One line of text.\n\nAnother line of text.\n")
    #expect(laidOut.overlaps.isEmpty)
    var runs = laidOut.runs
    runs[1].ink = runs[1].ink.offsetBy(dx: 0, dy: -8)
    #expect(LaidOut.overlaps(of: runs).count == 1)
  }

  @Test func `space below a figure at the top of a page is part of the page's height`() throws {
    // A figure that does not fit waits for the next page, which then begins with a heading.
    let words = String(repeating: "Words that fill the page. ", count: 20) + "\n\n"
    for count in 4...9 {
      let laidOut = try LaidOut(
        "# Title\n\n" + String(repeating: words, count: count)
          + "![Caption](a.png)\n\n" + "## Section\n\n" + String(repeating: words, count: 14))
      check(laidOut)
    }
  }
}

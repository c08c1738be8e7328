import Configuration
import Graphics
import Testing

@Suite struct `Pages from right to left` {
  private static let chapter = """
    # פרק ראשון

    טקסט בעברית שיש בו די מילים.

    | Method | GQA |
    |--------|-----|
    | FastV  | 52.7 |
    | VScan  | 60.1 |

    : טבלה קטנה {#tbl-a}

    > [!NOTE]
    > הערה לקורא.

    - FastV
    - פריט נוסף

    """

  private func right(of run: LaidOut.PlacedRun) -> Points { run.x + run.width }

  @Test func `tables begin at the right with their first column and their caption`() throws {
    let page = try LaidOut(Self.chapter, language: "he")
    let edge = page.style.textLeft + page.style.textWidth
    let method = try #require(page.runs.first { $0.text == "Method" })
    let score = try #require(page.runs.first { $0.text == "GQA" })
    let model = try #require(page.runs.first { $0.text == "FastV" })
    #expect(abs(right(of: method) - edge) < 0.5)
    #expect(abs(right(of: model) - edge) < 0.5)
    #expect(right(of: score) < method.x)
    let caption = try #require(page.runs.first { $0.text.contains("טבלה") })
    #expect(abs(right(of: caption) - edge) < 0.5)
  }

  @Test func `the title of a callout and the items of a list begin at the right`() throws {
    let page = try LaidOut(Self.chapter, language: "he")
    let edge = page.style.textLeft + page.style.textWidth
    let title = try #require(page.runs.first { $0.text == "הערה" })
    #expect(abs(right(of: title) - (edge - 12)) < 0.5)
    // The item's own letters run left to right.
    let item = try #require(page.runs.last { $0.text == "FastV" })
    let bullet = try #require(page.runs.first { $0.text == "•" })
    #expect(right(of: item) < bullet.x)
    #expect(edge - right(of: bullet) < 20)
  }

  @Test func `most of a chapter's text decides where no language says it`() throws {
    let edge = PageStyle.default.textLeft + PageStyle.default.textWidth
    let hebrew = try LaidOut(Self.chapter)
    let method = try #require(hebrew.runs.first { $0.text == "Method" })
    #expect(abs(right(of: method) - edge) < 0.5)
    let english = try LaidOut(Self.chapter + "One.\n\nTwo.\n\nThree.\n\nFour.\n")
    let other = try #require(english.runs.first { $0.text == "Method" })
    #expect(abs(other.x - english.style.textLeft) < 0.5)
  }

  @Test func `contents have their page numbers at the left, columns begin at the right`() throws {
    var style = PageStyle.default
    let book = try LaidOut(
      "# פרק\n\nטקסט.\n\n## סעיף\n\nעוד.\n", style: style, isBook: true, language: "he")
    let contents = book.runs.filter { $0.page == 1 }
    let number = try #require(contents.last { $0.text.hasSuffix("1") && $0.x < 200 })
    #expect(abs(number.x - style.textLeft) < 4)
    style.columns = 2
    let text = "מילים רבות עומדות כאן בטור אחד ואחר כך בטור שני של העמוד הזה. "
    let article = try LaidOut(
      String(repeating: String(repeating: text, count: 5) + "\n\n", count: 12), style: style,
      language: "he")
    let first = try #require(article.runs.first)
    #expect(first.x > style.textLeft + style.columnWidth)
  }

  @Test func `a file in another script does not turn the pages before it round`() throws {
    var style = PageStyle(.report, columns: 2)
    style.breaksBeforeChapter = false
    let hebrew = "# פרק\n\n" + String(repeating: "טקסט בעברית כאן. ", count: 60)
    let laidOut = try LaidOut(
      hebrew, "# An English note\n\nShort.\n", style: style, isBook: true)
    let middle = style.textLeft + style.textWidth / 2
    let first = try #require(laidOut.runs.first { $0.text.contains("פרק") })
    #expect(first.x > middle)
  }

  @Test func `names in Latin letters do not turn titles and columns round`() throws {
    let page = try LaidOut(
      """
      <div align="right">

      ## PortX מהו

      טקסט בעברית.

      עוד טקסט.

      | שם | README |
      |:---|:---|
      | LICENSE | ערך |
      | README.md | ערך |

      </div>
      """)
    let edge = page.style.textLeft + page.style.textWidth
    for text in ["PortX", "LICENSE", "README.md"] {
      let run = try #require(page.runs.first { $0.text.hasPrefix(text) }, "\(text)")
      #expect(abs(right(of: run) - edge) < 4, "\(text) ends at \(right(of: run))")
    }
  }

  @Test func `missing values stand where lines begin`() throws {
    let page = try LaidOut(
      "# פרק\n\n| Method | Note |\n|---|---|\n| FastV | טוב |\n| VScan | – |\n", language: "he")
    let word = try #require(page.runs.first { $0.text == "טוב" })
    let dash = try #require(page.runs.first { $0.text == "–" })
    #expect(abs(right(of: dash) - right(of: word)) < 0.5)
  }
}

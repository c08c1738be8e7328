import Configuration
import Diagnostics
import Graphics
import Layout
import Testing

/// Hard material in every construct: nothing stands in the margin.
@Suite struct MarginTests {
  private static let word = "WWW" + String(repeating: "xq", count: 70)
  private static let accented = String(repeating: "Ünbrëakable", count: 14)
  private static let hash = String(repeating: "deadbeef0123456789", count: 9)

  static let text = """
    # Heading \(word)

    ## Section \(accented)

    Paragraph \(word) end. **\(accented)** `\(hash)` [\(word)](https://example.org/\(hash)) \
    https://example.org/\(hash)\(word) and \(String(repeating: "中", count: 120)).

    - item \(word)
      1. inner \(accented)
         - deep `\(hash)`

    > quote \(word)

    > [!NOTE]
    > callout \(word)
    >
    > ```
    > \(hash)\(hash)
    > ```

    | a | b |
    |---|--:|
    | \(word) | 1 |
    | `\(hash)` | \(accented) |

    : Caption \(word) {#tbl-a}

    A footnote.[^1]

    ```
    \(word)\(word)
    ```

    Inline $\(String(repeating: "abcdefgh", count: 20))$ mathematics.

    $$
    \((0..<80).map { "x_{\($0)}" }.joined(separator: "+"))
    $$ {#eq-a}

    ![Caption \(word)](missing.png)

    <details><summary>Title \(word)</summary>

    Inside \(accented)

    </details>

    [^1]: Note \(word) `\(hash)`
    """

  static let styles: [PageStyle] = {
    var small = PageStyle.default
    small.paper = Size(width: .millimetres(105), height: .millimetres(148))
    (small.textLeft, small.textWidth) = (.millimetres(15), .millimetres(75))
    (small.textTop, small.textHeight) = (.millimetres(15), .millimetres(115))
    small.overhang = .millimetres(5)
    return [.default, PageStyle(.classic), PageStyle(.report, columns: 2), small]
  }()

  @Test(arguments: styles.indices)
  func `no glyph stands outside of the text block, or of the tables' overhang`(style: Int) throws {
    let style = Self.styles[style]
    let laidOut = try LaidOut(Self.text, style: style)
    let block = style.textBlock
    let upright = laidOut.runs.filter { laidOut.document.pages[$0.page].size == style.paper }
    #expect(!upright.isEmpty)
    // Punctuation hangs by a share of its width.
    let hang = 4.0
    for run in upright {
      let isCell = run.size <= style.sizes.table.size + 0.01
      let reach = isCell ? style.overhang + hang : hang
      #expect(run.x >= block.minX - reach, "\(run.text)")
      #expect(run.x + run.width <= block.maxX + reach, "\(run.text) \(run.x + run.width)")
    }
  }

  @Test func `what was set smaller to fit is a warning with its line`() throws {
    let laidOut = try LaidOut(Self.text)
    let found = try #require(laidOut.diagnostics.all.first { $0.code == "overfull-line" })
    #expect(found.span != nil && found.severity == .warning)
  }

  @Test func `a callout's bar ends with the ground of its last listing`() throws {
    let laidOut = try LaidOut("> [!NOTE]\n> Words.\n>\n> ```\n> code\n> ```\n")
    var bottoms: [Points] = []
    func collect(_ frame: Frame, _ y: Points) {
      for item in frame.items {
        switch item {
        case .frame(let inner, let at): collect(inner, y + at.y)
        case .path(let path, _, _):
          let ends = path.elements.compactMap { if case .line(let end) = $0 { end.y } else { nil } }
          bottoms.append(y + (ends.max() ?? 0))
        default: break
        }
      }
    }
    collect(laidOut.document.pages[0].content, 0)
    #expect(bottoms.count == 2 && abs(bottoms[0] - bottoms[1]) < 0.01, "\(bottoms)")
  }

  @Test func `the first column of a right-to-left table stands at the right`() throws {
    let laidOut = try LaidOut("| שם | מספר |\n|---|---|\n| אבג | 1 |\n| דהו | 22 |\n")
    let name = try #require(laidOut.runs.first { $0.text.contains("אבג") })
    let number = try #require(laidOut.runs.first { $0.text.contains("22") })
    #expect(name.x > number.x + number.width)
    let other = try LaidOut("| name | number |\n|---|---|\n| אבג | 1 |\n| דהו | 22 |\n")
    let first = try #require(other.runs.first { $0.text.contains("אבג") })
    let second = try #require(other.runs.first { $0.text.contains("22") })
    #expect(first.x < second.x)
  }
}

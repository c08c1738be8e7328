import Diagnostics
import Testing

/// Slips of the pen that would be printed, or do nothing, without a word.
@Suite struct UnreadMarkupTests {
  @Test(arguments: [
    ("![Caption](a.png){#fig-a widht=60%}", "unknown-attribute", "did you mean 'width'?"),
    ("```python {.numberd}\nx\n```", "unknown-attribute", "did you mean '.numbered'?"),
    ("## The packs {sec-packs}", "invalid-attribute", "write '{#sec-packs}'"),
    ("> [!WARN]\n> Text.", "unknown-callout", "'WARNING'"),
    ("> [!NOTES]\n> Text.", "unknown-callout", "did you mean 'NOTE'?"),
    ("::: {.callout-note}\nText.\n:::", "fenced-div", "[!NOTE]"),
    ("Write `{{< a >}}` or {{< b >}}.", "shortcode", "![caption](file.svg)"),
    ("Before {{< include a.md >}}\n\n{{< video b.mp4 >}}", "shortcode", "![caption](file.svg)"),
    ("| a |\n|---|\n| 1 |\n\nTable: C {#tbl-q}", "foreign-caption", "': caption {#tbl-name}'"),
    ("So `{value .2f} SELECT 1 and on.", "unread-claim", "put '`' after its expression"),
    ("So $\\frac{P$ and on.", "unclosed-math", "close the braces in it"),
    (
      "See @wide and more.\n\n| a |\n|---|\n| 1 |\n\n: C {#tbl-wide}", "unknown-citation",
      "'@tbl-wide'"
    ),
    ("See @tab-wide.\n\n| a |\n|---|\n| 1 |\n\n: C {#tbl-wide}", "unknown-citation", "'@tbl-wide'"),
  ])
  func `what is not read is told with what was meant`(text: String, code: String, help: String)
    throws
  {
    let laidOut = try LaidOut("# Title\n\n\(text)\n")
    let found = laidOut.diagnostics.all.filter { $0.code == code }
    #expect(found.count == 1, "\(laidOut.diagnostics.all.map(\.message))")
    #expect(found.first?.help.joined(separator: " ").contains(help) == true, "\(found)")
    #expect(found.first?.span != nil)
  }

  @Test(arguments: [
    "```python {.numbered start=3}\nx\n```", "## Title {.unlisted -}", "It costs $5 or $6 {a}.",
    "Sets {a} and `code` and \\`ticks\\`.", "> [!] no\n", "Of $x$ and ${HOME}/a, $PATH.",
    "Write `{{< video >}}` so.\n\n```\n::: note\n```", "Table: of {a}.",
  ])
  func `what is meant as text or for other programs is let pass`(text: String) throws {
    #expect(try LaidOut("# Title\n\n\(text)\n").diagnostics.all.isEmpty)
  }
}

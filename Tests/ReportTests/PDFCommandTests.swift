import Foundation
import TestSupport
import Testing

/// `report pdf` from the outside: the file, its bytes, its text.
@Suite struct PDFCommandTests {
  private static let chapter = """
    # First words {#sec-first}

    An *affine* office with a footnote.[^1] See @tbl-a, @eq-a and [the web](https://example.org).

    | a | b |
    |---|--:|
    | 1 | 2.5 |

    : Caption here {#tbl-a}

    $$
    x^2 = \\frac{a}{b}
    $$ {#eq-a}

    - item
      - nested item

    > [!NOTE]
    > A remark.

    [^1]: Note text.
    """

  @Test func `a plain file becomes a PDF in the current folder, with every word in it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.chapter, to: "docs/words.md")
    let result = try Tool.run("pdf", "docs/words.md", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("words.pdf: 1 page, "))
    let check = try run("qpdf", ["--check", "words.pdf"], in: folder.url)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    let text = try run("pdftotext", ["words.pdf", "-"], in: folder.url).output
    for word in [
      "First words", "affine", "office", "Table 1", "the web", "Caption here", "2.5", "nested item",
      "A remark.", "Note text.",
    ] {
      #expect(text.contains(word), "'\(word)' is not in\n\(text)")
    }
  }

  @Test func `a centred first heading with a logo is the title of a README`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      <h1 align="center">
        <a href="https://example.org"><img alt="Logo" src="logo.svg"></a><br>
        Sparkle :sparkles:
      </h1>

      Lights :rocket: at 10:30:00, not :nothing:.

      ## Use

      Text.

      """, to: "README.md")
    let result = try Tool.run("pdf", "README.md", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let info = try run("pdfinfo", ["a.pdf"], in: folder.url).output
    #expect(info.contains("Sparkle ✨\n"), "\(info)")
    let text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    #expect(text.contains("Lights 🚀 at 10:30:00, not :nothing:."), "\(text)")
  }

  @Test func `equal inputs give equal bytes, also in another folder`() throws {
    var files: [Data] = []
    for name in ["a", "another/place"] {
      let folder = try TemporaryFolder()
      try folder.write(Self.chapter, to: name + "/words.md")
      try folder.write(
        "title: T\ndate: 2026-01-01\nchapters: [words.md]\n", to: name + "/report.yaml")
      let place = folder.url.appending(path: name)
      #expect(try run(Tool.path, ["pdf", "-q"], in: place).status == 0)
      files.append(try Data(contentsOf: place.appending(path: "build/report.pdf")))
    }
    #expect(files[0] == files[1])
  }

  @Test func `a PDF goes to standard output for a dash`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "a.md")
    let shell = try run(
      "/bin/sh", ["-c", "'\(Tool.path)' pdf a.md -o - | head -c 5"], in: folder.url)
    #expect(shell.output == "%PDF-")
    #expect(shell.errors.hasPrefix("standard output: 1 page"))
  }

  @Test func `timings name every stage`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "a.md")
    let result = try Tool.run("pdf", "a.md", "--timings", in: folder)
    for stage in ["read", "data", "parse", "evaluate", "lay out", "render", "write", "total"] {
      #expect(result.errors.contains("  \(stage) "))
    }
  }

  @Test func `a failed check keeps the last PDF, a draft is written all the same`() throws {
    let folder = try TemporaryFolder()
    try folder.write("title: T\nchapters: [a.md]\noutput: a.pdf\n", to: "report.yaml")
    try folder.write(
      "# A\n\n```sql check #chk-a\n--| message: wrong\nSELECT 1\n```\n", to: "a.md")
    try folder.write("old", to: "a.pdf")
    let file = folder.url.appending(path: "a.pdf")
    #expect(try Tool.run("pdf", in: folder).status == 2)
    #expect(try Data(contentsOf: file) == Data("old".utf8))
    #expect(try Tool.run("pdf", "--draft", in: folder).status == 2)
    #expect(try Data(contentsOf: file).starts(with: Data("%PDF-".utf8)))
  }

  @Test func `a folder that cannot be written to is an internal fault, not a crash`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n", to: "a.md")
    try folder.write("a file", to: "blocked")
    let result = try Tool.run("pdf", "a.md", "-o", "blocked/a.pdf", in: folder)
    #expect(result.status == 70)
    #expect(result.errors.contains("error: cannot write 'blocked/a.pdf'"))
  }
}

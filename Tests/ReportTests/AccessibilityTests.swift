import Foundation
import TestSupport
import Testing

/// `report pdf --pdf-standard ua-1`: what it refuses, and what its files hold.
@Suite struct AccessibilityTests {
  @Test func `what keeps a document from being accessible is refused at its place`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      # A title

      ### Too deep

      A line with ![](badge.svg) in it.

      <table><tr><td>no</td><td>header</td></tr></table>
      """, to: "bad.md")
    let result = try Tool.run("pdf", "--pdf-standard", "ua-1", "bad.md", in: folder)
    #expect(result.status == 1)
    for code in ["ua-heading-level", "ua-alternative-text", "ua-table-header"] {
      #expect(result.errors.contains("error[\(code)]"), "\(result.errors)")
    }
    #expect(result.errors.contains("bad.md:3:"))
    let written = folder.url.appending(path: "bad.pdf").path(percentEncoded: false)
    #expect(!FileManager.default.fileExists(atPath: written))
    // Without the standard the same file compiles.
    #expect(try Tool.run("pdf", "bad.md", in: folder).status == 0)
  }

  @Test func `a file that conforms says so, and all that it paints is content or artifact`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      # A title

      Words with a note.[^1] See [the web](https://example.org) and [below](#sec-b).

      ## Below {#sec-b}

      | a | b |
      |---|--:|
      | 1 | 2.5 |

      : Caption here {#tbl-a}

      - one
      - two

      $$
      x^2
      $$

      [^1]: Note text.
      """, to: "good.md")
    let result = try Tool.run("pdf", "--pdf-standard", "ua-1", "good.md", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let tags = try Tool.run("tags", "good.pdf", in: folder)
    #expect(tags.status == 0, "\(tags.errors)")
    #expect(tags.output.contains("PDF/UA-1; no rule is broken"))
    let text = try plain("good.pdf", in: folder)
    #expect(text.contains("<pdfuaid:part") && text.contains("/ListNumbering /Disc"))
    #expect(text.contains("/Contents (https://example.org)"))
    #expect(text.contains("/IDTree") && text.contains("/BBox ["))
    #expect(text.contains("/Artifact <</Type/Pagination>> BDC"))
    #expect(text.contains("/Artifact <</Type/Layout>> BDC"))
  }

  /// The file with every object in the open.
  private func plain(_ file: String, in folder: TemporaryFolder) throws -> String {
    let made = try run(
      "qpdf", ["--qdf", "--object-streams=disable", file, "plain.pdf"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let bytes = try Data(contentsOf: folder.url.appending(path: "plain.pdf"))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `links are named in the language of the report`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "---\nlanguage: de\n---\n\n# Titel\n\nSiehe @tbl-a.[^1]\n\n| a |\n|---|\n| 1 |\n\n: Text {#tbl-a}\n\n"
        + "[^1]: Eine Note.\n",
      to: "a.md")
    #expect(try Tool.run("pdf", "a.md", in: folder).status == 0)
    let text = try plain("a.pdf", in: folder)
    #expect(text.contains("/Contents (Tabelle)") && !text.contains("/Contents (Table)"))
    #expect(text.contains("/Contents (Verweis)") || text.contains("/Contents <feff00460075"))
  }

  @Test func `each rule of the tags is found broken when it is`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.everything, to: "all.md")
    #expect(try Tool.run("pdf", "--pdf-standard", "ua-1", "all.md", in: folder).status == 0)
    _ = try plain("all.pdf", in: folder)
    let bytes = [UInt8](try Data(contentsOf: folder.url.appending(path: "plain.pdf")))
    // Replacements are as long as what they replace, so that the file stays readable.
    let faults = [
      ("/Artifact <<", "/Artefact <<", "7.1"), ("/S /LBody", "/S /Lbody", "7.1"),
      ("/S /Caption", "/S /Wrong00", "7.2"), ("/Scope /Column", "/Skope /Column", "7.5"),
      ("/Marked true", "/Narked true", "6.2"), ("/Tabs /S", "/Tabs /R", "7.18.3"),
      ("/S /H2", "/S /H4", "7.4.2"), ("/ID (note-", "/IX (note-", "7.9"),
      ("/Contents (https", "/Kontents (https", "7.18.5"), ("/Alt (x^2)", "/Alx (x^2)", "7.7"),
      ("/StructParents 0", "/StructParents 9", "14.7.4"), ("/MCID 2", "/MCID 1", "7.1"),
      ("/ColSpan 2", "/KolSpan 2", "7.2"), ("/DisplayDocTitle", "/DisplayBocTitle", "7.1"),
      ("/S /LI", "/S /TR", "7.2"), ("/BBox [", "/BBax [", "7.3"), ("/S /H1", "/S /H ", "7.4.4"),
      ("/Metadata ", "/Metadada ", "7.1"),
      ("<0020>", "<0000>", "7.21.7"), ("/Subtype /Link", "/Subtype /Lonk", "7.18.1"),
    ]
    for (right, wrong, clause) in faults {
      let broken = replacing(right, by: wrong, in: bytes)
      let isThere = broken != bytes
      #expect(isThere, "'\(right)' is not in the file")
      try folder.write(broken, to: "broken.pdf")
      let result = try Tool.run("tags", "broken.pdf", in: folder)
      #expect(result.status == 1, "\(wrong): \(result.output)\(result.errors)")
      #expect(result.errors.contains("error[tags-\(clause)]"), "\(wrong): \(result.errors)")
    }
  }

  private func replacing(_ text: String, by other: String, in bytes: [UInt8]) -> [UInt8] {
    precondition(text.utf8.count == other.utf8.count, "the file's offsets must hold")
    var bytes = bytes
    let (sought, put) = (Array(text.utf8), Array(other.utf8))
    guard bytes.count > sought.count else { return bytes }
    for at in 0..<(bytes.count - sought.count)
    where bytes[at] == sought[0] && bytes[at..<(at + sought.count)].elementsEqual(sought) {
      bytes.replaceSubrange(at..<(at + sought.count), with: put)
    }
    return bytes
  }

  @Test func `TrueType fonts say which glyph a code shows`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# כותרת\n\nטקסט.\n", to: "a.md")
    #expect(try Tool.run("pdf", "a.md", in: folder).status == 0)
    #expect(try Tool.run("tags", "a.pdf", in: folder).status == 0)
    let text = try plain("a.pdf", in: folder)
    #expect(text.contains("/CIDToGIDMap /Identity"))
    try folder.write(
      replacing(
        "/CIDToGIDMap", by: "/CIDToGIDMop",
        in: [UInt8](try Data(contentsOf: folder.url.appending(path: "plain.pdf")))),
      to: "broken.pdf")
    let result = try Tool.run("tags", "broken.pdf", in: folder)
    #expect(result.errors.contains("error[tags-7.21.3]"), "\(result.errors)")
  }

  @Test func `a file that may not be read aloud is found`() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A title\n\nText.\n", to: "a.md")
    #expect(try Tool.run("pdf", "a.md", in: folder).status == 0)
    let made = try run(
      "qpdf",
      [
        "--allow-weak-crypto", "--encrypt", "", "owner", "128", "--accessibility=n", "--", "a.pdf",
        "locked.pdf",
      ], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let result = try Tool.run("tags", "locked.pdf", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("error[tags-7.16]"), "\(result.errors)")
  }

  @Test func `what is read aloud comes in the order of the source`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.everything, to: "all.md")
    #expect(try Tool.run("pdf", "all.md", in: folder).status == 0)
    let read = try run("pdfinfo", ["-struct-text", "all.pdf"], in: folder.url).output
    let words = read.matches(of: /w\d\d/).map { String($0.output) }
    let numbers = words.compactMap { Int($0.dropFirst()) }
    #expect(numbers == Array(1...20))
  }

  @Test func `lines of mixed direction are tagged in the order of the source`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      # כותרת w01

      זהו **קוד w02** שמשתמש [ב-Python w03](https://example.org) וגם `w04` עם *עוד w05* כאן, ואז
      [קישור ארוך שעובר](https://example.org/two) על w06 שתי שורות **לפחות w07** כדי לבדוק w08.

      English w09 with [שלום w10](https://example.org/three) and **עולם** w11, then 12 מילים w12.
      """, to: "mixed.md")
    #expect(try Tool.run("pdf", "mixed.md", in: folder).status == 0)
    let tags = try Tool.run("tags", "mixed.pdf", in: folder)
    #expect(tags.status == 0, "\(tags.errors)")
    #expect(tags.output.contains("no rule is broken"))
    let read = try run("pdfinfo", ["-struct-text", "mixed.pdf"], in: folder.url).output
    let numbers = read.matches(of: /w\d\d/).compactMap { Int($0.output.dropFirst()) }
    #expect(numbers == Array(1...12))
  }

  @Test func `headings are tagged without the levels that an author leaves out`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "#### Small\n\nText.\n\n## Larger\n\nText.\n\n##### Deep\n\nText.\n\n### Less deep\n",
      to: "levels.md")
    #expect(try Tool.run("pdf", "levels.md", in: folder).status == 0)
    let tags = try Tool.run("tags", "--tree", "levels.pdf", in: folder)
    #expect(tags.status == 0, "\(tags.errors)")
    let levels = tags.output.matches(of: /\bH\d/).map { String($0.output) }
    #expect(levels == ["H1", "H1", "H2", "H2"])
  }

  /// Everything that has tags of its own, its words numbered in the order of reading. (No number
  /// stands behind a ligature: pdfinfo loses what follows the text that a PDF gives for one glyph.)
  private static let everything = """
    ---
    title: All tags
    ---

    # One w01 {#sec-one}

    Before w02[^1] and $x^2$, after w03. See [the web](https://example.org).

    [^1]: The note w04.

    ## Two

    - w05 first
      1. inner w06
    - second w07

    <table>
    <caption>Spans</caption>
    <tr><th>w08</th><th colspan="2">w09</th></tr>
    <tr><td rowspan="2">w10</td><td>w11</td><td>w12</td></tr>
    <tr><td>w13</td><td>w14</td></tr>
    </table>

    > A quotation w15.

    ```
    code w16
    ```

    <details><summary>More w17</summary>

    Inside w18.

    </details>

    ### Three w19

    $$
    x^2 + y^2
    $$

    Last w20.
    """
}

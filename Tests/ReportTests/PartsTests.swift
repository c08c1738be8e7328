import Foundation
import TestSupport
import Testing

/// Reports in parts: their title pages, numbers, bookmarks and references.
@Suite struct PartsTests {
  private static let settings = """
    title: Parted
    date: 2026-01-01
    chapters:
      - preface.md
      - part: Foundations
        id: base
        chapters: [one.md]
      - part: results.md
        chapters: [two.md]
    appendices: [extra.md]
    """

  private static func project(_ settings: String = settings) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(settings, to: "report.yaml")
    try folder.write("---\nnumbered: false\n---\n# Preface\n\nWords.\n", to: "preface.md")
    try folder.write("# Words\n\n## Below\n\nSee @sec-found and @sec-extra.\n", to: "one.md")
    try folder.write("# Found {#sec-found}\n\nWhat this part holds: @sec-base.\n", to: "results.md")
    try folder.write("# Tables\n\nRows.\n", to: "two.md")
    try folder.write("# Extra {#sec-extra}\n\nMore.\n", to: "extra.md")
    return folder
  }

  /// The words of each page of the PDF.
  private static func pages(of folder: TemporaryFolder) throws -> [String] {
    let result = try Tool.run("pdf", "-q", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let text = try run("pdftotext", ["-layout", "a.pdf", "-"], in: folder.url).output
    return text.split(separator: "\u{C}").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  @Test func `a part has a page and a Roman number, and its chapters count on`() throws {
    let pages = try Self.pages(of: try Self.project())
    #expect(pages.contains("Part I Foundations"))
    #expect(pages.contains("Part II Found What this part holds: Part I."))
    #expect(
      pages.contains { $0.hasPrefix("1 Words") && $0.contains("See Part II and Appendix A.") })
    #expect(pages.contains { $0.hasPrefix("2 Tables") })
    #expect(pages.contains { $0.hasPrefix("A Extra") })
  }

  @Test func `the contents list parts with their pages`() throws {
    let pages = try Self.pages(of: try Self.project())
    let contents = try #require(pages.first { $0.hasPrefix("Contents") })
    let order = [
      "Preface", "Part I Foundations", "1 Words", "Part II Found", "2 Tables", "A Extra",
    ]
    let places = order.compactMap { contents.range(of: $0)?.lowerBound }
    #expect(places.count == order.count && places == places.sorted(), "\(contents)")
    #expect(contents.contains("Part I Foundations 2") && contents.contains("Part II Found 4"))
  }

  @Test func `bookmarks hold chapters below their part, and appendices outside of parts`() throws {
    let folder = try Self.project()
    _ = try Self.pages(of: folder)
    let json = try run("qpdf", ["--json", "--json-key=outlines", "a.pdf"], in: folder.url).output
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    func titles(_ entries: Any?) -> [String] {
      ((entries as? [[String: Any]]) ?? []).map { entry in
        let below = titles(entry["kids"])
        return (entry["title"] as? String ?? "")
          + (below.isEmpty ? "" : " [" + below.joined(separator: ", ") + "]")
      }
    }
    #expect(
      titles(root["outlines"]) == [
        "Preface", "Part I  Foundations [1  Words [1.1  Below]]", "Part II  Found [2  Tables]",
        "A  Extra",
      ])
  }

  @Test(arguments: [("arabic", "Part 2"), ("letters", "Part B"), ("none", "Found")])
  func `the style chooses the numbers of parts`(style: String, shown: String) throws {
    let pages = try Self.pages(
      of: try Self.project(Self.settings + "\nstyle: {part-numbers: \(style)}\n"))
    #expect(pages.contains { $0.hasPrefix(shown) }, "\(pages)")
  }

  @Test func `where chapters flow on, a part is a heading among them`() throws {
    for style in [
      "chapter-break: false, title-page: false, contents: 0", "columns: 2, contents: 0",
    ] {
      let pages = try Self.pages(of: try Self.project(Self.settings + "\nstyle: {\(style)}\n"))
      let part = try #require(pages.first { $0.contains("Part I") })
      for words in ["Foundations", "1 Words", "Part II"] { #expect(part.contains(words)) }
    }
  }

  @Test func `a part whose file has no title or is not there is an error where it is listed`()
    throws
  {
    let folder = try Self.project()
    try folder.write("Words only.\n", to: "results.md")
    let untitled = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(
      untitled.errors.contains("report.yaml:8:11: error[untitled-part]"), "\(untitled.errors)")
    try folder.write(Self.settings.replacing("results.md", with: "result.md"), to: "report.yaml")
    let missing = try Tool.run("check", "--diagnostic-format", "short", in: folder)
    #expect(missing.errors.contains("report.yaml:8:11: error[missing-file]"), "\(missing.errors)")
  }
}

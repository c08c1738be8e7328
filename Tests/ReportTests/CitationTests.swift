import Foundation
import TestSupport
import Testing

/// Citations in the text and the list of works, by both styles, and the pages that the list names.
@Suite struct CitationTests {
  private static let works = """
    @article{chen2024, author = {Chen, Liang and Zhao, Hao and Liu, Tianyu}, title = {An image is
      worth half a token}, journal = {ECCV}, year = 2024}
    @article{zhang2025, author = {Zhang, Ce and Ma, Kaixin}, title = {Seeing twice}, year = 2025}
    @article{zhang2025b, author = {Zhang, Ce and Ma, Kaixin}, title = {Again}, year = 2025}
    """

  private static func project(_ style: String, chapters: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let names = chapters.indices.map { "\($0).md" }
    try folder.write(
      "title: T\ndate: 2026-01-01\nbibliography: works.bib\n\(style)\nchapters: \(names)\n",
      to: "report.yaml")
    try folder.write(works, to: "works.bib")
    for (name, text) in zip(names, chapters) { try folder.write(text, to: name) }
    return folder
  }

  private static func text(of folder: TemporaryFolder) throws -> String {
    let result = try Tool.run("pdf", "-q", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [
    ("citations: numeric", "[@chen2024; @zhang2025, p. 3]", "[1, 2, p. 3]"),
    ("citations: numeric", "@zhang2025 wrote", "Zhang and Ma [1] wrote"),
    ("citations: numeric", "@chen2024 [pp. 3–4] wrote", "Chen et al. [1, pp. 3–4] wrote"),
    ("citations: numeric", "Chen [-@chen2024]", "Chen [1]"),
    ("citations: numeric", "[@chen2024, pp. 3-5, 9--12]", "[1, pp. 3–5, 9–12]"),
    ("citations: author-year", "[see @chen2024, ch. 2]", "(see Chen et al., 2024, ch. 2)"),
    ("citations: author-year", "@chen2024 wrote", "Chen et al. (2024) wrote"),
    (
      "citations: author-year", "@chen2024 [p. 3; @zhang2025] wrote",
      "Chen et al. (2024, p. 3; Zhang and Ma, 2025) wrote"
    ),
    ("citations: author-year", "Chen [-@chen2024]", "Chen (2024)"),
    (
      "citations: author-year", "[@zhang2025; @zhang2025b]",
      "(Zhang and Ma, 2025b; Zhang and Ma, 2025a)"
    ),
    ("citations: numeric", "@chen2024 [[@zhang2025]]", "Chen et al. [1] [[2]]"),
    ("citations: numeric", "@chen2024 [a link](https://a.org)", "Chen et al. [1] a link"),
  ])
  func `a citation reads as its style says`(style: String, source: String, shown: String) throws {
    let text = try Self.text(of: try Self.project(style, chapters: ["# One\n\nAs \(source)\n"]))
    #expect(text.contains("As " + shown), "\(text)")
  }

  @Test func `the list names the pages that cite a work, each once`() throws {
    let folder = try Self.project(
      "style: {contents: 0, title-page: true}",
      chapters: [
        "# One\n\nFirst [@chen2024], again [@chen2024].\n",
        "# Two\n\n| a |\n|---|\n| @zhang2025 |\n\nText.[^1]\n\n[^1]: In a note [@chen2024].\n",
        "# Three\n\n@chen2024 as well.\n",
      ])
    let text = try Self.text(of: folder)
    #expect(text.contains("ECCV, 2024. Cited on pages 1, 2 and 3."), "\(text)")
    #expect(text.contains("Seeing twice. 2025. Cited on page 2."), "\(text)")
  }

  @Test func `page numbers of the list are right in an article of one flow and behind the list`()
    throws
  {
    let filler = String(repeating: "Words that fill the page. ", count: 900)
    let folder = try Self.project(
      "style: {columns: 2}",
      chapters: [
        "# One\n\nFirst [@chen2024].\n\n\(filler)\n\n# References {#sec-references}\n",
        "# Appendix\n\n\(filler)\n\nAt last [@chen2024; @zhang2025].\n",
      ])
    let text = try Self.text(of: folder)
    let pages = try run("pdfinfo", ["a.pdf"], in: folder.url).output
    let last = try #require(pages.firstMatch(of: #/Pages: +(\d+)/#)?.output.1)
    #expect(text.contains("2024. Cited on pages 1 and \(last)."), "\(text.suffix(200))")
    #expect(text.contains("2025. Cited on page \(last)."))
  }

  @Test func `every page that the list names is a link to the citation`() throws {
    let folder = try Self.project(
      "citations: author-year", chapters: ["# One\n\nFirst @chen2024.\n"])
    _ = try Self.text(of: folder)
    let json = try run("qpdf", ["--json", "a.pdf"], in: folder.url).output
    #expect(json.contains("\"u:cite-chen2024-1\"") && json.contains("\"u:ref-chen2024\""))
  }

  @Test func `back references can be left out`() throws {
    let text = try Self.text(
      of: try Self.project(
        "style: {back-references: false}", chapters: ["# One\n\nFirst [@chen2024].\n"]))
    #expect(text.contains("ECCV, 2024.") && !text.contains("Cited on"))
  }
}

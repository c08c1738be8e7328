import Configuration
import Diagnostics
import Languages
import Markup
import Testing

@testable import Evaluation

struct BibTeXReaderTests {
  private func read(_ text: String) -> ([BibliographyEntry], DiagnosticList) {
    BibTeXReader.read(SourceMap().add(path: "references.bib", text: text))
  }

  @Test func `entries are read as they are found in the wild`() throws {
    let (entries, problems) = read(
      #"""
      % A comment with @article{no, entry}
      @string{eccv = "European Conference on Computer Vision"}
      @inproceedings{chen2024fastv,
        title = {An Image is Worth {1/2} Tokens --- After Layer 2},
        author = {Chen, Liang and van der Berg, J{\"o}rg and M. de la Cruz and {The Team}},
        booktitle = eccv # { (ECCV)}, year = 2024, pages = {19--35},
        note = {see \url{https://example.org} \& more}
      }
      Text between entries.
      @Article(li2020, author="Garc{\'i}a, Ana and others", title="A \emph{new} way",
        journal={J. Tests}, volume=3, number=2, year={2020})
      """#)
    #expect(problems.isEmpty)
    #expect(entries.map(\.key) == ["chen2024fastv", "li2020"])
    let first = try #require(entries.first)
    #expect(first["title"] == "An Image is Worth 1/2 Tokens — After Layer 2")
    #expect(first["booktitle"] == "European Conference on Computer Vision (ECCV)")
    #expect(first["pages"] == "19–35")
    #expect(first["note"] == "see https://example.org & more")
    #expect(
      first.authors == [
        .init(given: "Liang", family: "Chen"), .init(given: "Jörg", family: "van der Berg"),
        .init(given: "M.", family: "de la Cruz"), .init(given: "", family: "The Team"),
      ])
    #expect(entries[1].authors.first?.family == "García")
    #expect(entries[1]["title"] == "A new way")
  }

  @Test func `a broken entry is reported and the next is read`() {
    let (entries, problems) = read(
      "@misc{a, title {x}, year = 2020}\n@misc{b, title = {y}}\n@misc{a, title = {z}}")
    #expect(entries.map(\.key) == ["a", "b"])
    #expect(
      problems.all.map(\.message) == [
        "a field of 'a' lacks its '='", "the key 'a' occurs twice",
      ])
  }

  @Test func `works are listed in the order of citation, or by author`() {
    let (entries, _) = read(
      """
      @article{z, author = {Zhang, Wei and Li, Na and Wu, Bo}, title = {Zeta}, year = 2025}
      @article{a, author = {Abel, Kim}, title = {Alpha?}, journal = {JT}, year = 2024, eprint = {2401.00001}}
      @article{b, author = {Abel, Kim}, title = {Beta}, year = 2024}
      """)
    var numeric = Bibliography(entries: entries, style: .numeric)
    var authorYear = Bibliography(entries: entries, style: .authorYear)
    for key in ["z", "b", "a", "unknown"] {
      numeric.cite(key)
      authorYear.cite(key)
    }
    numeric.settle()
    authorYear.settle()
    let span = SourceSpan(file: FileID(rawValue: 0), start: 0, end: 0)
    let call = CitationCall(
      form: .parenthetical,
      items: [.init(key: "z", span: span), .init(key: "a", locator: "p. 3", span: span)],
      span: span)
    let words = Terms(language: "en")
    #expect(numeric.inlines(call, words).plainText() == "[1, 3, p. 3]")
    #expect(
      authorYear.inlines(call, words).plainText() == "(Zhang et\u{A0}al., 2025; Abel, 2024a, p. 3)")
    var narrative = call
    narrative.form = .narrative
    narrative.items.removeLast()
    #expect(numeric.inlines(narrative, words).plainText() == "Zhang et\u{A0}al.\u{A0}[1]")
    #expect(authorYear.inlines(narrative, words).plainText() == "Zhang et\u{A0}al. (2025)")
    #expect(
      numeric.referenceList(words).entries.map { "\($0.mark) \($0.content.plainText())" } == [
        "[1] W.\u{A0}Zhang, N.\u{A0}Li and B.\u{A0}Wu. Zeta. 2025.",
        "[2] K.\u{A0}Abel. Beta. 2024.",
        "[3] K.\u{A0}Abel. Alpha? JT, arXiv:2401.00001, 2024.",
      ])
    #expect(
      authorYear.referenceList(words).entries.map { $0.content.plainText() } == [
        "Abel,\u{A0}K. (2024a). Alpha? JT, arXiv:2401.00001.", "Abel,\u{A0}K. (2024b). Beta.",
        "Zhang,\u{A0}W., N.\u{A0}Li and B.\u{A0}Wu (2025). Zeta.",
      ])
  }
}

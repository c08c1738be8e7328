import Configuration
import Languages
import TestSupport
import Testing

/// The words that Report sets itself, in the language of the report.
@Suite struct LanguageTests {
  private static let chapter = """
    # Eins {#sec-eins}

    Wie [@a] zeigt, siehe @tbl-a, @eq-a, @sec-eins und @sec-zwei.

    ## Zwei {#sec-zwei}

    | a |
    |---|
    | 1 |

    : Werte {#tbl-a}

    $$
    x
    $$ {#eq-a}

    > [!WARNING]
    > Nass.
    """

  private static func text(_ language: String) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(
      "title: T\ndate: 2026-03-01\nlanguage: \(language)\nbibliography: w.bib\nchapters: [a.md]\n",
      to: "report.yaml")
    try folder.write("@misc{a, author = {A. B}, title = {C}, year = 2020}\n", to: "w.bib")
    try folder.write(chapter, to: "a.md")
    let result = try Tool.run("pdf", "-q", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `captions, references and headings are in the report's language`() throws {
    let german = try Self.text("de")
    for words in [
      "1. März 2026", "Inhalt", "siehe Tabelle 1, Gleichung (1), Kapitel 1 und Abschnitt 1.1",
      "Tabelle 1 Werte", "Warnung Nass", "Literatur", "Zitiert auf Seite 1.",
    ] {
      #expect(german.contains(words), "'\(words)' is not in \(german)")
    }
    let spanish = try Self.text("es-MX")
    #expect(spanish.contains("1 de marzo de 2026") && spanish.contains("Tabla 1"))
  }

  @Test func `a chapter in another language has that language's words`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      title: T
      citations: author-year
      bibliography: w.bib
      chapters: [a.md, b.md]

      """, to: "report.yaml")
    try folder.write(
      """
      @book{a, author = {A. Bell and C. Dorn}, title = {Works}, year = 2020}
      @misc{u, author = {E. Fink}, title = {Undated}}

      """, to: "w.bib")
    try folder.write(
      """
      # One {#sec-one}

      As @a says "so", see @tbl-b. A <span lang="fr">"mot" juste</span>, a <mark>marked</mark> one.

      | a |
      |---|
      | 1 |

      : Values {#tbl-a}

      """, to: "a.md")
    try folder.write(
      """
      ---
      language: de
      ---

      # Zwei {#sec-two}

      Wie @a sagt "so", siehe @tbl-b und [@u]. Donaudampfschifffahrtsgesellschaft.

      | b |
      |---|
      | 2 |

      : Werte "b" {#tbl-b}

      """, to: "b.md")
    let result = try Tool.run("pdf", "-q", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in [
      "As Bell and Dorn (2020) says “so”, see Table 2.", "« mot » juste", "Table 1 Values",
      "Wie Bell und Dorn (2020) sagt „so“, siehe Tabelle 2 und (Fink, o. J.).",
      "Tabelle 2 Werte „b“", "Bell, A. and C. Dorn (2020).",
    ] {
      #expect(text.contains(words), "'\(words)' is not in \(text)")
    }
    let objects = try run(
      "qpdf", ["--qdf", "--object-streams=disable", "a.pdf", "-"], in: folder.url
    ).output
    #expect(objects.contains("/Lang (de)") && objects.contains("/Lang (fr)"))
  }

  @Test func `languages without words of their own have English ones`() throws {
    #expect(Terms(language: "fi").figure == "Figure")
    #expect(Terms(language: "fr-CA").contents == "Table des matières")
    #expect(Terms(language: "en-GB").date("2026-03-01") == "1 March 2026")
    #expect(Terms(language: "en-US").date("2026-03-01") == "March 1, 2026")
    #expect(Terms(language: "nl").date("spring") == "spring")
  }
}

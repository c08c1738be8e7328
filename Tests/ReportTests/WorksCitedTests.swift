import TestSupport
import Testing

/// What the list of works prints of each kind of entry, in both styles.
@Suite struct WorksCitedTests {
  /// The text of the list of works.
  private static func list(
    _ works: String, keys: String, _ style: String = "author-year", language: String = "en"
  ) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(
      "title: T\nlanguage: \(language)\ncitations: \(style)\nbibliography: w.bib\n"
        + "style: {back-references: false}\nchapters: [a.md]\n", to: "report.yaml")
    try folder.write(works, to: "w.bib")
    try folder.write(
      "# One {#sec-one}\n\n[" + keys.split(separator: " ").map { "@" + $0 }.joined(separator: "; ")
        + "]\n", to: "a.md")
    let result = try Tool.run("pdf", "-q", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    return text.replacing("-\n", with: "-").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private static let works: [(entry: String, line: String)] = [
    (
      """
      @article{a, author={Müller, Karl and Groß, Anna and Weiß, Otto}, title={Messung}, \
      journal={Bauphysik}, volume=43, number=2, pages={101--117}, year=2021}
      """,
      """
      Müller, K., A. Groß and O. Weiß (2021). Messung. Bauphysik 43(2):101–117.
      """
    ),
    (
      """
      @book{a, author={Schmidt, Eva}, title={Heizen im Altbau}, publisher={Fraunhofer}, \
      address={Stuttgart}, year=2019, edition=2}
      """,
      """
      Schmidt, E. (2019). Heizen im Altbau. 2nd ed., Stuttgart: Fraunhofer.
      """
    ),
    (
      """
      @inproceedings{a, author={Knuth, Donald E.}, title={A Part}, booktitle={The Whole}, \
      editor={Kaiser, Lou and Ort, Ann}, volume=2, series={LNCS}, number=41, \
      publisher={Springer}, address={Berlin}, pages={3--5}, year=1986}
      """,
      """
      Knuth, D. E. (1986). A Part. In The Whole, ed. by L. Kaiser and A. Ort, vol. 2, LNCS \
      41, pages 3–5, Berlin: Springer.
      """
    ),
    (
      """
      @incollection{a, author={Abt, Ina}, title={A Part}, crossref={b}, pages=7}
      @collection{b, editor={Zech, Ida}, title={Gathered}, subtitle={Of All}, \
      publisher={P}, year=2001}
      """,
      """
      Abt, I. (2001). A Part. In Gathered: Of All, ed. by I. Zech, page 7, P.
      """
    ),
    (
      """
      @phdthesis{a, author={Lee, Bo}, title={On X}, school={MIT}, address={Cambridge}, \
      year=1999}
      """,
      """
      Lee, B. (1999). On X. PhD thesis, MIT, Cambridge.
      """
    ),
    (
      """
      @techreport{a, author={Lee, Bo}, title={On Y}, institution={IBM}, number={RC-7}, \
      year=1999}
      """,
      """
      Lee, B. (1999). On Y. Tech. rep. RC-7, IBM.
      """
    ),
    (
      """
      @online{a, author={Lee, Bo}, title={On Z}, url={https://a.org/z}, \
      urldate={2024-05-01}, date={2023-02}}
      """,
      """
      Lee, B. (2023). On Z. a.org/z (visited on 1 May 2024)
      """
    ),
    (
      """
      @book{a, editor={Zech, Ida and Yu, Lin}, title={Gathered}, year=2001}
      """,
      """
      Zech, I. and L. Yu, eds. (2001). Gathered.
      """
    ),
    (
      """
      @misc{a, title={Nobody's Work}, howpublished={Leaflet}, note={in a drawer}, \
      year=2005}
      """,
      """
      Nobody’s Work (2005). Leaflet. In a drawer.
      """
    ),
    (
      """
      @article{a, author={{The Team}}, title={T}, eprint={2401.00001}, \
      archiveprefix={arXiv}, year={{\
      oopsort{1973b}}1973}}
      """,
      """
      The Team (1973). T. arXiv:2401.00001.
      """
    ),
    (
      """
      @article{a, author={family=Berg, given=Jan, prefix=van den}, title={T}, journal={J}, \
      pages={4--5}, year=2020}
      """,
      """
      van den Berg, J. (2020). T. J, pages 4–5.
      """
    ),
    (
      """
      @inbook{a, author={Knuth, Donald E.}, title={Fundamental Algorithms}, chapter={1.2}, \
      edition={Second}, publisher={Addison-Wesley}, year=1973}
      """,
      """
      Knuth, D. E. (1973). Fundamental Algorithms. Second ed., chap. 1.2, Addison-Wesley.
      """
    ),
  ]

  @Test(arguments: works)
  func `an entry prints what biblatex prints of it, its sorting name first`(
    _ work: String, _ line: String
  ) throws {
    let text = try Self.list(work, keys: "a")
    #expect(text.contains(line), "\(text)")
  }

  @Test func `a numbered list keeps names as they are spoken`() throws {
    let text = try Self.list(
      "@book{a, author={Schmidt, Eva}, title={Heizen}, publisher={P}, location={Bonn}, year=2019, "
        + "edition=2}", keys: "a", "numeric", language: "de")
    #expect(text.contains("E. Schmidt. Heizen. 2. Aufl., Bonn: P, 2019."), "\(text)")
  }

  @Test func `a list is sorted by all names without regard to accents`() throws {
    let text = try Self.list(
      """
      @misc{a, author={Mzyk, A.}, title={T1}, year=2020}
      @misc{b, author={Müller, B.}, title={T2}, year=2020}
      @misc{c, author={Ahn, C. and Zoe, D. and Xu, E.}, title={T3}, year=2019}
      @misc{d, author={Ahn, C. and Bee, D. and Xu, E.}, title={T4}, year=2020}
      """, keys: "a b c d")
    let order = ["T4", "T3", "T2", "T1"].compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(order.count == 4 && order == order.sorted(), "\(text)")
  }
}

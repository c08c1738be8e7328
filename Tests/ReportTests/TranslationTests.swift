import Languages
import TestSupport
import Testing

/// No word of Report's own is English in a report in another language.
@Suite struct TranslationTests {
  static let others = Terms.languages.filter { $0 != "en" }

  /// Says nothing in any language but what Report adds.
  private static let chapter = """
    # Zq {#sec-zq}

    @tbl-zq, @eq-zq, @chk-good, [@za], @zb. `{value .1f} SELECT sum(qb) FROM qtab`

    [4](<value:qtab[qa='wa'].qb>) [zq](<claim:qtab[qa='wa'].qb > 1>)

    ```math formula zqq #eq-zq
    %| where:
    %|   Q: {is: zqa, unit: kW·h}
    %|   W: {is: zqb, unit: kW·h}
    %|   V: {is: zqc}
    %| unit: 1
    %| tests: ["zqq(Q: 4, W: 2, V: 1) = 2"]
    \\frac{Q}{W} \\cdot V
    ```

    ```sql table #tbl-zq
    --| columns:
    --|   qb: {format: .0f}
    SELECT qa, qb, zqq(qb, 2, 1) AS qc FROM qtab
    ```

    ```sql plot #fig-zqa
    --| mark: {type: pareto, knee: true, epsilon: [0.5, 0.5], hypervolume: {reference: [9, 0], ideal: [0, 9]}}
    --| encoding:
    --|   x: {field: qb, better: low}
    --|   y: {field: qd, better: high}
    --|   label: {field: qa}
    SELECT * FROM qtab
    ```

    ```sql plot #fig-zqb
    --| mark: {type: pareto, objectives: [{field: qb, better: low}, {field: qd, better: high}, {field: qe, better: low}], knee: true}
    --| encoding:
    --|   label: {field: qa}
    SELECT * FROM qtab
    ```

    ```sql plot #fig-zqc
    --| mark: bar
    --| encoding:
    --|   x: {field: qf, type: temporal, timeUnit: yearmonth}
    --|   y: {aggregate: count}
    SELECT * FROM qtab
    ```

    ```sql plot #fig-zqd
    --| mark: {type: line, point: true}
    --| encoding:
    --|   x: {field: qf, type: temporal}
    --|   y: {field: qe, aggregate: mean}
    SELECT * FROM qtab
    ```

    ```sql plot #fig-zqe
    --| mark: bar
    --| encoding:
    --|   x: {field: qb, bin: true}
    --|   y: {aggregate: sum, field: qe}
    SELECT * FROM qtab
    ```

    ```sql check #chk-good
    --| message: zqd
    SELECT qa FROM qtab WHERE qb < 0
    ```

    ```sql check #chk-bad
    --| severity: note
    --| message: zqe
    SELECT qa, qb FROM qtab WHERE qb > 3
    ```

    ![](https://zq.zq/zq.png)

    ```report errata
    ```

    ```report verdicts
    ```

    ```report provenance
    ```

    ```report formulas
    ```

    ```report figures
    ```

    ```report data
    ```

    ```report fonts
    ```

    ```report sources
    ```

    ```report build
    ```
    """

  private static let package = """
    name: qd
    resources:
      - name: qtab
        path: qtab.csv
        sources: [{title: zqs}]
        schema:
          primaryKey: qa
          missingValues: [""]
          fields:
            - {name: qa, type: string}
            - {name: qb, type: number}
            - {name: qd, type: number}
            - {name: qe, type: number}
            - {name: qf, type: date}
      - name: errata
        path: errata.csv
        schema:
          primaryKey: id
          fields: [{name: id, type: string}, {name: table, type: string}, {name: key, type: string},
            {name: field, type: string}, {name: printed, type: string},
            {name: corrected, type: string}, {name: reason, type: string},
            {name: evidence, type: string}]
    """

  private static let works = """
    @inproceedings{za, author = {Za, A. and Zb, B.}, title = {Zc}, booktitle = {Zd}, editor = {Ze, E. and Zf, F.}, pages = {3--5}, volume = 2, publisher = {Zg}, address = {Zh}, year = 2020}
    @book{zb, author = {Zi, I. and Zj, J.}, title = {Zk}, edition = 2, publisher = {Zg}, year = 2021}
    @phdthesis{zc, author = {Zl, L.}, title = {Zm}, school = {Zn}, year = 2021}
    @techreport{zd, author = {Zo, O.}, title = {Zp}, institution = {Zq}, number = 7}
    @online{ze, editor = {Zr, R.}, title = {Zs}, url = {https://zq.zq}, urldate = {2024-05-01}}
    """

  private static func make(_ language: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      title: Zqt
      date: 2026-03-01
      language: \(language)
      abstract: Zqa
      bibliography: w.bib
      citations: author-year
      data: d/datapackage.yaml
      chapters: [a.md]

      """, to: "report.yaml")
    try folder.write(chapter + "\n\n[@zc; @zd; @ze]\n", to: "a.md")
    try folder.write(works, to: "w.bib")
    try folder.write(package, to: "d/datapackage.yaml")
    try folder.write(
      "qa,qb,qd,qe,qf\nwa,4,5,3,2024-01-05\nwb,2,3,1,2024-02-07\nwc,1,1,7,2024-05-09\nwd,,2,2,\n",
      to: "d/qtab.csv")
    try folder.write(
      "id,table,key,field,printed,corrected,reason,evidence\nE1,qtab,qa=wb,qb,2,3,zqr,zqv\n",
      to: "d/errata.csv")
    return folder
  }

  /// The words of a text, in lower case, of four letters or more.
  private static func words(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init)
        .filter { $0.count > 3 })
  }

  private static func words(of terms: Terms) -> Set<String> {
    let names = [
      terms.figure, terms.table, terms.equation, terms.check, terms.chapter, terms.section,
      terms.part, terms.appendix, terms.contents, terms.figures, terms.tables, terms.references,
      terms.abstract, terms.continued, terms.and, terms.citedOnPage, terms.citedOnPages,
      terms.footnote, terms.reference, terms.tableFollows, terms.inWork, terms.pages,
    ]
    return words(
      (names + terms.callouts + terms.months + Term.allCases.map { terms[$0] })
        .joined(separator: " "))
  }

  @Test(arguments: others)
  func `a report in another language has no English word of Report's own`(
    _ language: String
  ) throws {
    let folder = try Self.make(language)
    let result = try Tool.run("pdf", "-q", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    var text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    // What is read aloud, which no page shows.
    text += try Tool.run("tags", "a.pdf", in: folder).output
      .split(separator: "\n").compactMap { line in
        line.split(separator: "“", maxSplits: 1).dropFirst().first.map(String.init)
      }.joined(separator: "\n")
    // The tool's name, the names of its commands and files, and those of formats.
    let names: Set<String> = ["report", "sources", "errata", "formula", "data", "table"]
    let english = Self.words(of: .english).subtracting(Self.words(of: Terms(language: language)))
      .subtracting(names)
    let found = Self.words(text).intersection(english)
    #expect(found.isEmpty, "\(language): \(found.sorted())")
  }

  @Test(arguments: others)
  func `the texts of each language have the places and lists of the English ones`(
    _ language: String
  ) {
    let terms = Terms(language: language)
    let lists: [Term] = [
      .aggregates, .timeUnits, .shortMonths, .weekdays, .shortWeekdays, .halfDays, .kinds, .editors,
    ]
    for term in Term.allCases {
      let places = Terms.english[term].split(separator: "|").last.map(Self.places)
      #expect(terms[term].split(separator: "|").last.map(Self.places) ?? [] == places ?? [])
      if lists.contains(term) {
        #expect(terms.list(term).count == Terms.english.list(term).count, "\(language) \(term)")
      }
    }
  }

  /// `{1}`, `{2}` … in order.
  private static func places(_ text: Substring) -> [String] {
    text.matches(of: /\{(\w)\}/).map { String($0.output.1) }.sorted()
  }

  @Test func `numbers choose the form of the noun`() {
    let arabic = Terms(language: "ar")
    #expect(arabic.count(2, .rows) == "صفان" && arabic.count(5, .rows) == "5 صفوف")
    #expect(arabic.count(12, .rows) == "12 صفًا" && arabic.count(100, .rows) == "100 صف")
    #expect(Terms(language: "fr").count(0, .rows) == "0 ligne")
    #expect(Terms(language: "de").count(1, .correctedCells) == "1 berichtigte Zelle")
    #expect(Terms.english.count(0, .rows) == "0 rows" && Terms.english.ordinal(22) == "22nd")
    #expect(Terms.english.ordinal(11) == "11th" && Terms(language: "de").ordinal(2) == "2")
  }
}

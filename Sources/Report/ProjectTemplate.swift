/// The files of a new project: one chapter that shows each kind of directive.
enum ProjectTemplate {
  static let files: [(name: String, text: String)] = [
    ("report.yaml", settings), ("chapters/01-first.md", chapter),
    ("data/datapackage.yaml", package), ("data/methods.csv", rows), ("references.bib", works),
  ]

  private static let settings = """
    title: A new report
    authors: [Your Name]
    date: 2026-01-01
    language: en-US
    chapters:
      - chapters/01-first.md
    data: data/datapackage.yaml
    bibliography: references.bib
    output: build/report.pdf
    # A short report: the title above the text, no contents. Leave 'style' out for a book.
    style:
      title-page: false
      contents: 0
      chapter-break: false
      number-headings: false

    """

  private static let chapter = """
    Of `{value .0f} SELECT count(*) FROM methods` methods the best reaches
    `{value .1f unit="%"} SELECT max(score) FROM methods`, at
    `{value .1f unit="×"} SELECT max(cost) / min(cost) FROM methods` the cost of the cheapest. Every
    number in this text is computed from the data, in the spirit of Knuth's literate programs
    [@knuth1984literate].

    # Methods {#sec-methods}

    @tbl-methods lists the methods, and @fig-methods sets them against their cost. From
    `{value .1f} methods[method='Medium'].cost` on, each further point is dear: the next
    `{value .1f} methods[method='Large'].score - methods[method='Medium'].score` points take
    `{value .1f unit="×"} methods[method='Large'].cost / methods[method='Medium'].cost` the cost.

    ```sql table #tbl-methods
    --| caption: Methods, with the best score in bold.
    --| columns:
    --|   method: {label: Method}
    --|   cost: {label: Cost, format: .1f}
    --|   score: {label: Score, format: .1f, unit: "%", best: max}
    SELECT method, cost, score FROM methods ORDER BY cost
    ```

    ```sql plot #fig-methods
    --| caption: Score against cost; the line joins what no other method beats.
    --| place: here
    --| height: 120
    --| mark: pareto
    --| encoding:
    --|   x: {field: cost, title: Cost, better: low}
    --|   y: {field: score, title: Score (%), better: high}
    --|   label: {field: method}
    SELECT method, cost, score FROM methods
    ```

    ```sql check #chk-range
    --| message: a score lies outside its range
    SELECT method, score FROM methods WHERE score NOT BETWEEN 0 AND 100
    ```

    """

  private static let package = """
    name: first-data
    resources:
      - name: methods
        path: methods.csv
        schema:
          fields:
            - {name: method, type: string, constraints: {required: true}}
            - {name: cost, type: number}
            - {name: score, type: number, unit: "%"}
          primaryKey: method

    """

  private static let rows = """
    method,cost,score
    Small,1.2,71.3
    Medium,2.5,78.0
    Large,5.1,80.4
    Wasteful,4.8,74.9

    """

  private static let works = """
    @article{knuth1984literate,
      author = {Donald E. Knuth},
      title = {Literate Programming},
      journal = {The Computer Journal},
      volume = {27},
      number = {2},
      pages = {97--111},
      year = {1984}
    }

    """
}

import Foundation
import TestSupport
import Testing

/// `report new`, `report lock` and `--locked`.
@Suite struct LockTests {
  @Test func `a new project compiles without a finding, and its charts are written`() throws {
    let folder = try TemporaryFolder()
    let made = try Tool.run("new", "first", in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let place = folder.url.appending(path: "first")
    let pdf = try run(Tool.path, ["pdf", "--strict"], in: place)
    #expect(pdf.status == 0, "\(pdf.errors)")
    #expect(FileManager.default.fileExists(atPath: place.appending(path: "build/report.pdf").path))
    let figures = try run(Tool.path, ["figures"], in: place)
    #expect(figures.output == "figures/fig-methods.svg\n" || figures.status == 0)
    #expect(try run(Tool.path, ["figures", "--check"], in: place).status == 0)
    #expect(try Tool.run("new", "first", in: folder).status == 64)
  }

  @Test func `a locked run fails with exit code 4 and names the number that moved`() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("new", "a", in: folder).status == 0)
    let place = folder.url.appending(path: "a")
    #expect(try run(Tool.path, ["check", "--locked"], in: place).status == 4)
    #expect(try run(Tool.path, ["lock"], in: place).status == 0)
    let held = try run(Tool.path, ["check", "--locked"], in: place)
    #expect(held.status == 0, "\(held.errors)")
    try folder.write(
      "method,cost,score\nSmall,1.2,71.3\nMedium,2.5,78.0\nLarge,5.1,81.4\n",
      to: "a/data/methods.csv")
    let moved = try run(Tool.path, ["check", "--locked"], in: place)
    #expect(moved.status == 4)
    #expect(moved.errors.contains("'data/methods.csv' had 4 rows, now 3"))
    #expect(moved.errors.contains("was 80.4"))
  }

  @Test func `a font that stands in for the theme's is locked, too`() throws {
    let folder = try locked()
    let before = try String(contentsOf: folder.url.appending(path: "report.lock"), encoding: .utf8)
    #expect(!before.contains("Noto"))
    try folder.write(Self.chapter + "\nIt is called 漢字.\n", to: "a.md")
    let moved = try Tool.run("check", "--locked", in: folder)
    #expect(moved.status == 4)
    #expect(moved.errors.contains("NotoSerifCJK-Regular.ttc"), "\(moved.errors)")
    #expect(try Tool.run("lock", in: folder).status == 0)
    let lock = try String(contentsOf: folder.url.appending(path: "report.lock"), encoding: .utf8)
    #expect(lock.contains("NotoSerifCJK-Regular.ttc"))
    #expect(try Tool.run("check", "--locked", in: folder).status == 0)
  }

  /// A locked project with a table, a chart, a formula and a value.
  private func locked() throws -> TemporaryFolder {
    let folder = try TemporaryFolder(
      project: Self.chapter, rows: "A,1.5\nB,2.5\nC,3.5\n")
    let lock = try Tool.run("lock", in: folder)
    #expect(lock.status == 0, "\(lock.errors)")
    #expect(try Tool.run("check", "--strict", "--locked", in: folder).status == 0)
    return folder
  }

  private static let chapter = """
    # A

    ```math formula twice #eq-twice
    %| where: {x: {is: a number, unit: 1}}
    %| unit: 1
    2x
    ```

    ```sql query kept
    SELECT method, score, twice(score) AS doubled FROM scores WHERE score > 1
    ```

    ```sql table #tbl-kept
    --| caption: Kept.
    SELECT method, score, doubled FROM kept ORDER BY method
    ```

    ```sql plot #fig-kept
    --| mark: point
    --| encoding:
    --|   x: {field: score}
    --|   y: {field: doubled}
    SELECT method, score, doubled FROM kept ORDER BY method
    ```

    Twice the best is `{value} SELECT max(doubled) FROM kept`, counted in
    `{value} SELECT count(*) FROM kept` rows.

    """

  private func moved(_ folder: TemporaryFolder) throws -> ProcessResult {
    let result = try Tool.run("check", "--locked", in: folder)
    #expect(result.status == 4, "\(result.errors)")
    return result
  }

  @Test func `a cell of the data that moved is named with what it moved`() throws {
    let folder = try locked()
    try folder.write("method,score\nA,1.5\nB,2.7\nC,3.5\n", to: "data/scores.csv")
    let errors = try moved(folder).errors
    #expect(
      errors.contains(
        "data/scores.csv:3:1: error[lock-mismatch]: 'data/scores.csv' has other values: record 2"))
    #expect(errors.contains("2 numbers of 'tbl-kept' have moved"))
    #expect(errors.contains("B, score was 2.5, now 2.7"))
    #expect(errors.contains("B, doubled was 5, now 5.4"))
    #expect(errors.contains("it reads data/scores.csv:3:3, score = 2.7"))
    // The best is another row's.
    #expect(!errors.contains("max(doubled)"))
  }

  @Test func `a row that was put in is named, and no other`() throws {
    let folder = try locked()
    try folder.write("method,score\nA,1.5\nA2,2\nB,2.5\nC,3.5\n", to: "data/scores.csv")
    let errors = try moved(folder).errors
    #expect(errors.contains("'data/scores.csv' had 3 rows, now 4: record 2"))
    #expect(errors.contains("A2, score is new: 2"))
    #expect(errors.contains("count(*) FROM kept was 3, now 4"))
    #expect(!errors.contains("B, score"))
  }

  @Test func `a row that is taken for another renames that one only`() throws {
    let folder = try TemporaryFolder(
      project: """
        # A

        ```sql table #tbl-a
        --| caption: All.
        SELECT substr(method, 1, 1) AS name, substr(method, 3) AS kind, score FROM scores
        ORDER BY method
        ```
        """, settings: "date: 2026-01-01\n", rows: "A one,1.5\nB two,2.5\nC one,3.5\n")
    #expect(try Tool.run("lock", in: folder).status == 0)
    try folder.write(
      "method,score\nA one,1.5\nB two,2.5\nC one,3.5\nC three,4.5\n", to: "data/scores.csv")
    let changes = try Tool.run("diff", "report.lock", in: folder).output
    #expect(changes.contains("C, three, score is new: 4.5"), "\(changes)")
    #expect(!changes.contains("  A,") && !changes.contains("  B,"), "\(changes)")
  }

  @Test func `a formula that moved is told from the data`() throws {
    let folder = try locked()
    try folder.write(Self.chapter.replacing("\n2x\n", with: "\n2x + 1\n"), to: "a.md")
    let errors = try moved(folder).errors
    #expect(errors.contains("the formula 'twice' has changed"))
    #expect(errors.contains("a.md:13:1: error[lock-mismatch]: 3 numbers of 'tbl-kept'"))
    #expect(errors.contains("moved by the formula 'twice'"))
    #expect(!errors.contains("moved by the data"))
  }

  @Test func `a query, an option and a drawing that moved are told apart`() throws {
    let folder = try locked()
    try folder.write(Self.chapter.replacing("score > 1\n", with: "score > 2\n"), to: "a.md")
    #expect(try moved(folder).errors.contains("moved by the query 'kept'"))
    try folder.write(
      Self.chapter.replacing("caption: Kept.", with: "columns: {score: {format: .2f}}"),
      to: "a.md")
    let format = try moved(folder).errors
    #expect(format.contains("A, score was 1.5, now 1.50"))
    #expect(format.contains("moved by its query or options"))
    try folder.write(Self.chapter.replacing("mark: point", with: "mark: line"), to: "a.md")
    #expect(
      try moved(folder).errors.contains(
        "the chart 'fig-kept' is drawn otherwise from the same numbers"))
  }

  @Test func `a lock is sorted text that does not change with the order of chapters' words`()
    throws
  {
    let folder = try locked()
    let lock = try String(contentsOf: folder.url.appending(path: "report.lock"), encoding: .utf8)
    #expect(lock.contains("rows data/scores.csv 1 "))
    #expect(lock.contains("cell \"2.5\" tbl-kept: B, score\n"))
    #expect(
      lock.contains(
        "value \"7\" a.md: SELECT max(doubled) FROM kept ← data/scores.csv kept twice()\n"))
    try folder.write(
      Self.chapter.replacing("SELECT max(doubled) FROM", with: "SELECT max(doubled)  FROM")
        .replacing("Twice the best is", with: "The best, twice:"), to: "a.md")
    #expect(try Tool.run("check", "--locked", in: folder).status == 0)
  }

  @Test func `a unit, a rule of the data and a check that moved are named at their places`() throws
  {
    let folder = try TemporaryFolder(project: Self.checked, rows: "A,1.5\nB,2.5\n")
    let package = try String(
      contentsOf: folder.url.appending(path: "data/datapackage.yaml"), encoding: .utf8)
    #expect(try Tool.run("lock", in: folder).status == 0)
    #expect(try Tool.run("check", "--locked", in: folder).status == 0)
    try folder.write(package + "# a note\n", to: "data/datapackage.yaml")
    #expect(
      try moved(folder).errors.contains(
        "data/datapackage.yaml:1:1: error[lock-mismatch]: "
          + "the file 'data/datapackage.yaml' has changed"))
    try folder.write(package, to: "data/datapackage.yaml")
    for blunted in [("score < 0", "score < 0 AND 0"), ("message:", "severity: note\n--| message:")]
    {
      try folder.write(Self.checked.replacing(blunted.0, with: blunted.1), to: "a.md")
      #expect(
        try moved(folder).errors.contains(
          "a.md:3:1: error[lock-mismatch]: the check 'chk-positive' has changed"))
    }
    try folder.write("# A\n", to: "a.md")
    let gone = try moved(folder).errors
    #expect(gone.contains("the check 'chk-positive' is gone"), "\(gone)")
    #expect(gone.contains(" chk-positive\n"), "the line of the lock is shown")
  }

  private static let checked = """
    # A

    ```sql check #chk-positive
    --| message: a score is negative
    SELECT method, score FROM scores WHERE score < 0
    ```

    """

  @Test(arguments: [
    ("<<<<<<< HEAD", "this is no line of a lock"), ("rows", "this is no line of a lock"),
    ("data/scores.csv 9 rows sha256:00", "a line is missing, changed or too many"),
  ])
  func `a line that a merge has left in the lock is an error there`(
    _ line: String, _ message: String
  ) throws {
    let folder = try locked()
    let lock = try String(contentsOf: folder.url.appending(path: "report.lock"), encoding: .utf8)
    try folder.write(lock + line + "\n", to: "report.lock")
    let count = lock.split(separator: "\n").count
    let errors = try moved(folder).errors
    #expect(errors.contains("report.lock:\(count + 1):1: error[lock-mismatch]"), "\(errors)")
    #expect(errors.contains(message))
  }

  @Test func `a lock with the line ends of another system says the same`() throws {
    let folder = try locked()
    let lock = try folder.read("report.lock")
    try folder.write(lock.replacing("\n", with: "\r\n"), to: "report.lock")
    let check = try Tool.run("check", "--locked", in: folder)
    #expect(check.status == 0, "\(check.errors)")
    let diff = try Tool.run("diff", "report.lock", in: folder)
    #expect(diff.output.hasPrefix("no number has changed"), "\(diff.output)\(diff.errors)")
  }

  @Test(arguments: [["diff", "report.lock"], ["data", "verify"]])
  func `a damaged lock is compared with nothing`(command: [String]) throws {
    let folder = try locked()
    try folder.write("<<<<<<< HEAD\n" + folder.read("report.lock"), to: "report.lock")
    if command[0] == "diff" {
      // What begins otherwise is taken for no lock at all.
      let lock = try folder.read("report.lock").split(separator: "\n").dropFirst()
      try folder.write(lock.joined(separator: "\n") + "\n=======\n", to: "report.lock")
    }
    let result = try run(Tool.path, command, in: folder.url)
    #expect(result.status == 4 && result.errors.contains("this is no line of a lock"))
  }

  @Test func `a figure file that was edited fails a locked check, with its path`() throws {
    let folder = try TemporaryFolder()
    #expect(try Tool.run("new", "a", in: folder).status == 0)
    let place = folder.url.appending(path: "a")
    for command in ["lock", "figures"] {
      #expect(try run(Tool.path, [command], in: place).status == 0)
    }
    let file = place.appending(path: "figures/fig-methods.svg")
    let drawn = try String(contentsOf: file, encoding: .utf8)
    try (drawn + "<!-- edited -->\n").write(to: file, atomically: true, encoding: .utf8)
    let result = try run(Tool.path, ["check", "--locked"], in: place)
    #expect(result.status == 4)
    #expect(
      result.errors.contains(
        "error[lock-mismatch]: 'figures/fig-methods.svg' is not the chart that the data give"),
      "\(result.errors)")
    #expect(try run(Tool.path, ["check"], in: place).status == 0)
  }

  @Test func `an empty lock is one error`() throws {
    let folder = try locked()
    try folder.write("", to: "report.lock")
    let errors = try moved(folder).errors
    #expect(errors.contains("report.lock is empty"))
    #expect(errors.ranges(of: "error[").count == 1, "\(errors)")
  }

  @Test func `a line that is missing is told where it was`() throws {
    let folder = try locked()
    let lock = try String(contentsOf: folder.url.appending(path: "report.lock"), encoding: .utf8)
    let rows = try #require(lock.split(separator: "\n").first { $0.hasPrefix("rows ") })
    try folder.write(lock.replacing(rows + "\n", with: ""), to: "report.lock")
    #expect(
      try moved(folder).errors.contains(
        "report.lock:3:1: error[lock-mismatch]: from here on report.lock is not as it was written"))
  }

  @Test func `words of a table are locked, and a number written as text names no row`() throws {
    let chapter = """
      # A

      ```sql table #tbl-a
      SELECT method, printf('%.1f', score) AS printed,
        CASE WHEN score > 2 THEN 'yes' ELSE 'no' END AS high FROM scores
      ```

      """
    let folder = try TemporaryFolder(project: chapter, rows: "A,1.5\nB,2.5\n")
    #expect(try Tool.run("lock", in: folder).status == 0)
    try folder.write("method,score\nA,2.1\nB,2.5\n", to: "data/scores.csv")
    let errors = try moved(folder).errors
    #expect(errors.contains("A, printed was 1.5, now 2.1"), "\(errors)")
    #expect(errors.contains("A, high was no, now yes"))
    #expect(!errors.contains("is new"))
  }
}

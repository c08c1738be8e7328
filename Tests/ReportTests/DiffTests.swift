import Foundation
import TestSupport
import Testing

/// `report diff`: between locks, folders, PDFs and revisions.
@Suite struct DiffTests {
  private func write(_ score: String, to folder: TemporaryFolder) throws {
    try folder.write("method,score\nA,1.5\nB,\(score)\n", to: "data/scores.csv")
  }

  private func project() throws -> TemporaryFolder {
    try TemporaryFolder(
      project: """
        # A

        ```sql table #tbl-a
        --| caption: All.
        SELECT method, score FROM scores ORDER BY method
        ```

        The best is `{value .1f} SELECT max(score) FROM scores`.
        """, settings: "date: 2026-01-01\noutput: t.pdf\n", rows: "A,1.5\nB,2.5\n")
  }

  private static let expected = """
    'data/scores.csv' has other values: record 2

    tbl-a
      B, score was 2.5, now 2.7
      moved by the data: 'data/scores.csv' has other values: record 2

    a.md: SELECT max(score) FROM scores
      was 2.5, now 2.7
      moved by the data: 'data/scores.csv' has other values: record 2

    """

  @Test func `two locks, two PDFs, or one and the project, are compared by their numbers`() throws {
    let folder = try project()
    for command in ["lock", "pdf"] { #expect(try Tool.run(command, in: folder).status == 0) }
    try folder.write(
      String(contentsOf: folder.url.appending(path: "report.lock"), encoding: .utf8), to: "old.lock"
    )
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "t.pdf"), to: folder.url.appending(path: "old.pdf"))
    #expect(
      try Tool.run("diff", "old.lock", in: folder).output
        == "no number has changed, and nothing that numbers are made from\n")
    try write("2.7", to: folder)
    for command in ["lock", "pdf"] { #expect(try Tool.run(command, in: folder).status == 0) }
    for pair in [
      ["old.lock", "report.lock"], ["old.pdf", "t.pdf"], ["old.pdf"], ["old.lock", "."],
    ] {
      let result = try run(Tool.path, ["diff"] + pair, in: folder.url)
      #expect(result.output == Self.expected, "\(pair): \(result.errors)")
    }
  }

  @Test func `a revision of git is a state, what is none is refused`() throws {
    let folder = try project()
    for arguments in [
      ["init", "-q"], ["add", "."],
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "A"],
    ] {
      #expect(try run("git", arguments, in: folder.url).status == 0)
    }
    try write("2.7", to: folder)
    let result = try Tool.run("diff", "HEAD", in: folder)
    #expect(result.output == Self.expected, "\(result.errors)")
    let none = try Tool.run("diff", "no-such-thing", in: folder)
    #expect(none.status == 64)
    #expect(
      none.errors.hasPrefix(
        "error[usage]: 'no-such-thing' is no file, folder or revision of git\n"))
  }
}

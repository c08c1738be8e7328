import Foundation
import TestSupport
import Testing

/// The PDF carries its sources: `report extract`, `--rebuild`, `report pdf --verify`.
@Suite struct ExtractTests {
  private func project(settings: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder(
      project: """
        # A

        The best is `{value} SELECT max(score) FROM scores`.

        ![A square](square.svg)

        ```report sources
        ```
        """, at: "chapters/01-a.md",
      settings: "date: 2026-01-01\noutput: out/t.pdf\n" + settings, fields: ["score": "number"],
      rows: "1.5\n2.5\n")
    try folder.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>",
      to: "chapters/square.svg")
    return folder
  }

  private func names(below folder: URL) throws -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return all.filter { $0.contains(".") }.sorted()
  }

  @Test func `a PDF alone gives back its sources, and they give the PDF`() throws {
    let folder = try project()
    #expect(try Tool.run("lock", in: folder).status == 0)
    let made = try Tool.run("pdf", "--strict", "--verify", in: folder)
    #expect(made.status == 0, "\(made.errors)")
    // Elsewhere, with nothing but the PDF.
    let other = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: folder.url.appending(path: "out/t.pdf"), to: other.url.appending(path: "t.pdf"))
    let alone = try Tool.run("extract", "t.pdf", "--rebuild", in: other)
    #expect(alone.output.hasPrefix("identical: "))
    #expect(try names(below: other.url) == ["t.pdf"], "nothing is left behind")
    let result = try Tool.run("extract", "t.pdf", "--rebuild", "-o", "t", in: other)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("identical: "))
    #expect(
      try names(below: other.url.appending(path: "t")) == [
        "chapters/01-a.md", "chapters/square.svg", "data/datapackage.yaml", "data/scores.csv",
        "report.lock", "report.yaml",
      ])
    #expect(try Tool.run("extract", "t.pdf", in: other).status == 64, "the folder is not empty")
  }

  @Test func `a PDF of a standard is rebuilt to that standard`() throws {
    let folder = try project(settings: "language: en\n")
    let made = try Tool.run("pdf", "--pdf-standard", "ua-1", in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let result = try Tool.run("extract", "out/t.pdf", "--rebuild", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("identical: "))
  }

  @Test func `what is no PDF is said to be none`() throws {
    let folder = try TemporaryFolder()
    try folder.write("hi\n", to: "n.pdf")
    let result = try Tool.run("extract", "n.pdf", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("error[not-a-pdf]: 'n.pdf' is no PDF"))
  }

  @Test func `sources that give another PDF are told by the first object that differs`() throws {
    let folder = try project()
    #expect(try Tool.run("pdf", in: folder).status == 0)
    // The same document written by another program.
    let rewritten = try run(
      "qpdf", ["--object-streams=disable", "out/t.pdf", "other.pdf"], in: folder.url)
    #expect(rewritten.status == 0, "\(rewritten.errors)")
    let result = try Tool.run("extract", "other.pdf", "--rebuild", in: folder)
    #expect(result.status == 4, "\(result.errors)")
    #expect(result.errors.contains("give another PDF: it differs in object"))
  }

  @Test func `attach: none leaves the sources out, and says so in print`() throws {
    let folder = try project(settings: "attach: none\n")
    #expect(try Tool.run("pdf", in: folder).status == 0)
    let result = try Tool.run("extract", "out/t.pdf", in: folder)
    #expect(result.status == 1)
    #expect(result.errors.contains("'out/t.pdf' carries no sources"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "t").path))
  }

  @Test func `what is no PDF is refused`() throws {
    let folder = try project()
    #expect(try Tool.run("extract", "report.yaml", in: folder).status != 0)
    #expect(try Tool.run("extract", "none.pdf", in: folder).status == 1)
  }

  @Test func `a name that leaves the folder is refused, and nothing is written`() throws {
    let folder = try project()
    #expect(try Tool.run("pdf", in: folder).status == 0)
    for name in ["../evil.txt", "/elsewhere/evil.txt", "a/../../evil.txt"] {
      let made = try run(
        "qpdf",
        [
          "out/t.pdf", "--add-attachment", "report.yaml", "--filename=\(name)", "--key=evil", "--",
          "evil.pdf",
        ], in: folder.url)
      #expect(made.status == 0, "\(made.errors)")
      let result = try Tool.run("extract", "evil.pdf", "-o", "deep/place", in: folder)
      #expect(result.status == 1)
      #expect(result.errors.contains("would leave the folder: '\(name)'"))
      #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "deep").path))
    }
  }

  @Test func `a PDF that is cut off is named with what is wrong`() throws {
    let folder = try project()
    #expect(try Tool.run("pdf", in: folder).status == 0)
    let bytes = try Data(contentsOf: folder.url.appending(path: "out/t.pdf"))
    try bytes.prefix(bytes.count / 2).write(to: folder.url.appending(path: "half.pdf"))
    let result = try Tool.run("extract", "half.pdf", "--rebuild", in: folder)
    #expect(result.status == 1)
    #expect(
      result.errors.contains(
        "error[damaged-pdf]: 'half.pdf' cannot be read: it is damaged or cut off"),
      "\(result.errors)")
  }
}

import Foundation
import TestSupport
import Testing

/// What the documentation shows is what the tool does: every chapter in a `markdown` fence of the
/// README and the guides compiles against the survey's data.
@Suite struct DocumentationTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: [
    "README.md", "docs/language.md", "docs/data.md", "docs/formulas.md", "docs/charts.md",
  ])
  func `the examples of a guide compile without a finding`(guide: String) throws {
    let text = try String(contentsOf: Self.root.appending(path: guide), encoding: .utf8)
    for (number, example) in Self.examples(of: text).enumerated() {
      let folder = try TemporaryFolder()
      let data = Self.root.appending(path: "data/datapackage.yaml").path(percentEncoded: false)
      let works = Self.root.appending(path: "references.bib").path(percentEncoded: false)
      try folder.write(
        "title: Example\nchapters: [example.md]\ndata: \(data)\nbibliography: \(works)\n",
        to: "report.yaml")
      let title = example.hasPrefix("# ") ? "" : "# Example\n\n"
      try folder.write(title + example, to: "example.md")
      let result = try Tool.run("check", "--strict", in: folder)
      #expect(result.status == 0, "example \(number + 1) of \(guide):\n\(result.errors)")
    }
  }

  @Test func `the guide to the language has examples of all directives`() throws {
    let text = try String(
      contentsOf: Self.root.appending(path: "docs/language.md"), encoding: .utf8)
    let examples = Self.examples(of: text).joined()
    for directive in [
      "sql query", "sql table", "sql plot", "sql check", "math formula", "report verdicts",
      "report provenance", "report build",
    ] {
      #expect(examples.contains("```\(directive)"), "no example of '\(directive)'")
    }
  }

  /// The contents of four-backtick `markdown` fences.
  private static func examples(of text: String) -> [String] {
    var examples: [String] = []
    var current: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "````markdown" {
        current = []
      } else if line == "````", let lines = current {
        examples.append(lines.joined(separator: "\n") + "\n")
        current = nil
      } else {
        current?.append(line)
      }
    }
    return examples
  }
}

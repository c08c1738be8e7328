import Foundation
import Testing

struct GuideTests {
  @Test func `the examples of the formula guide hold`() throws {
    let guide = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/formulas.md")
    let text = try String(contentsOf: guide, encoding: .utf8)
    let examples = text.split(separator: "````markdown\n").dropFirst()
      .compactMap { $0.split(separator: "\n````").first.map(String.init) }
    #expect(!examples.isEmpty)
    for example in examples {
      let report = try FixtureReport(["guide.md": "# Guide\n\n" + example + "\n"])
      #expect(report.problems == "")
    }
  }
}

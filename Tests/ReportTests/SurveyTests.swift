import Foundation
import TestSupport
import Testing

/// The survey of this repository, as its readers build it.
@Suite struct SurveyTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the survey compiles without a warning and all its checks hold`() throws {
    let result = try run(Tool.path, ["check", "--strict"], in: Self.root, timeout: 120)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasSuffix(" checks: all hold\n"))
  }

  @Test func `the survey's PDF is sound and holds its numbers and titles as text`() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "survey.pdf").path
    let made = try run(Tool.path, ["pdf", "-q", "-o", file], in: Self.root, timeout: 120)
    #expect(made.status == 0, "\(made.errors)")
    let script = Self.root.appending(path: "scripts/verify-pdf").path
    let verified = try run(
      script, [file], environment: ["REPORT": Tool.path], timeout: 120)
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    let text = try run("pdftotext", [file, "-"], timeout: 60).output
    for words in ["Contents", "References", "Table 1", "Figure 1", "PyramidDrop", "differ"] {
      #expect(text.contains(words), "'\(words)' is not in the survey")
    }
  }
}

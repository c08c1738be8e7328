import Foundation
import TestSupport
import Testing

/// Small chapters and what becomes of them; to add a case, add a file and record its golden.
struct FixtureTests {
  @Test(arguments: fixtures(withExtension: "md", in: "chapters"))
  func `a chapter is resolved to what its golden shows`(file: URL) throws {
    let name = file.deletingPathExtension().lastPathComponent
    let report = try FixtureReport([
      "\(name).md": String(contentsOf: file, encoding: .utf8)
    ])
    #expect(report.problems == "")
    expectGolden(report.dump, "chapters/\(name).txt")
  }

  @Test(arguments: fixtures(withExtension: "md", in: "mistakes"))
  func `every mistake is reported at its place and none hides another`(file: URL) throws {
    let name = file.deletingPathExtension().lastPathComponent
    let report = try FixtureReport([
      "\(name).md": String(contentsOf: file, encoding: .utf8)
    ])
    expectGolden(report.messages, "mistakes/\(name).txt")
  }
}

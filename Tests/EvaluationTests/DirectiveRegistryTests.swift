import Foundation
import Testing

@testable import Evaluation

struct DirectiveRegistryTests {
  @Test func `every file of the folder that declares a directive is registered`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Evaluation/Directives")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let names = files.filter { $0.hasSuffix("Directive.swift") }
      .map { $0.replacing("Directive.swift", with: "").lowercased() }.sorted()
    #expect(names == DirectiveRegistry.all.map(\.name))
  }
}

import Diagnostics
import Foundation
import Markup
import TestSupport
import Testing

/// Every chapter in Fixtures/Chapters beside its tree and its findings.
@Suite struct DocumentGoldenTests {
  @Test(arguments: fixtures(withExtension: "md", in: "Chapters"))
  func `a chapter gives the tree and the findings recorded beside it`(_ url: URL) throws {
    let sources = SourceMap()
    let file = sources.add(path: url.lastPathComponent, bytes: Array(try Data(contentsOf: url)))
    let (document, diagnostics) = ChapterParser.parse(file)
    var text = DocumentDump.dump(document, file: file)
    if !diagnostics.isEmpty {
      text += "\n" + DiagnosticRenderer(sources: sources).render(diagnostics.sorted())
    }
    let name = url.deletingPathExtension().lastPathComponent
    expectGolden(text, "Chapters/\(name).txt")
  }
}

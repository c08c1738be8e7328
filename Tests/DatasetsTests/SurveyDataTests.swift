import Datasets
import Diagnostics
import Foundation
import Testing

/// The data package that the repository ships, loaded as it stands.
@Suite struct SurveyDataTests {
  private static func load() throws -> (SourceMap, Store, DiagnosticList) {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let sources = SourceMap()
    let store = try Store(sources: sources)
    let text = try Data(contentsOf: root.appendingPathComponent("data/datapackage.yaml"))
    let file = sources.add(path: "data/datapackage.yaml", bytes: Array(text))
    let problems = try store.load(file) {
      Array(try Data(contentsOf: root.appendingPathComponent($0)))
    }
    try store.registerCostFunctions()
    return (sources, store, problems)
  }

  @Test func `the shipped data package has no errors`() throws {
    let (sources, _, problems) = try Self.load()
    let renderer = DiagnosticRenderer(sources: sources, format: .human)
    #expect(renderer.render(problems.sorted()) == "")
  }

  @Test func `errata correct the table and leave the printed one alone`() throws {
    let (sources, store, _) = try Self.load()
    func value(_ sql: String) throws -> CellValue {
      try store.run(Query(SpannedText(sources.add(path: "q", text: sql))))[0, 0]
    }
    #expect(try value("SELECT cost FROM blocks WHERE retained_tokens = 576") == .real(3.817))
    #expect(try value("SELECT cost FROM blocks_printed WHERE retained_tokens = 576") == .real(3817))
    #expect(
      try value("SELECT round(prefill_tflops('LLaVA-1.5-7B', '576x32'), 5)") == .real(3.81715))
  }
}

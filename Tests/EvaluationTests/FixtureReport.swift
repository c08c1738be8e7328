import Configuration
import Datasets
import Diagnostics
import Foundation
import Markup

@testable import Evaluation

/// A manuscript over the fixtures' data, evaluated.
struct FixtureReport {
  let sources = SourceMap()
  let evaluation: Evaluation
  private let findings: DiagnosticList

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// - Parameter chapters: texts by path, in order.
  init(
    _ chapters: KeyValuePairs<String, String>, options: EvaluationOptions = EvaluationOptions()
  ) throws {
    let store = try Store(sources: sources)
    let package = sources.add(
      path: "data/datapackage.yaml",
      bytes: try Self.bytes("data/datapackage.yaml"))
    var findings = try store.load(package) { try Self.bytes($0) }
    try store.registerCostFunctions()
    let (works, problems) = BibTeXReader.read(
      sources.add(path: "references.bib", bytes: try Self.bytes("data/references.bib")))
    findings.append(contentsOf: problems)
    var documents: [ParsedDocument] = []
    for (path, text) in chapters {
      let (document, found) = ChapterParser.parse(sources.add(path: path, text: text))
      findings.append(contentsOf: found)
      documents.append(document)
    }
    evaluation = Evaluator(
      store: store, sources: sources, bibliography: works, options: options
    ).evaluate(Manuscript(title: TitlePage(title: "Fixture"), chapters: documents))
    findings.append(contentsOf: evaluation.diagnostics)
    self.findings = findings
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// The diagnostics as an author reads them.
  var messages: String { DiagnosticRenderer(sources: sources).render(findings.sorted()) }

  /// The warnings and errors among them.
  var problems: String {
    let serious = findings.sorted().filter { $0.severity > .note }
    return DiagnosticRenderer(sources: sources).render(serious)
  }

  /// The resolved chapters without places.
  var dump: String {
    evaluation.manuscript.chapters.map { chapter in
      DocumentDump.dump(chapter, file: sources[chapter.file])
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in
          line.replacing(/\ @\d+:\d+-\d+:\d+$/, with: "")
        }.joined(separator: "\n")
    }.joined(separator: "----\n")
  }
}

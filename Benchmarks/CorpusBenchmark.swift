import Configuration
import Datasets
import Diagnostics
import Evaluation
import Foundation
import Graphics
import Layout
import Markup
import Rendering
import Typography

/// The whole way on a seeded synthetic survey of about `size` pages: GFM with tables, footnotes,
/// links, code and mathematics (`gen_corpus.py`).
struct CorpusBenchmark {
  let text: [UInt8]

  /// Generates the corpus, once per size and machine.
  init(size: Int) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "report-corpus-\(size).md")
    let path = file.path(percentEncoded: false)
    if !FileManager.default.fileExists(atPath: path) {
      let generator = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "gen_corpus.py").path(percentEncoded: false)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", generator, String(size), path]
      try process.run()
      process.waitUntilExit()
    }
    text = [UInt8](try Data(contentsOf: file))
  }

  /// Medians of the stages.
  func measure(runs: Int) throws -> [(name: String, seconds: Double)] {
    StepTimes.medians(try (0..<runs).map { _ in try compile() })
  }

  /// Compiles the corpus once, from bytes to bytes.
  func compile() throws -> StepTimes {
    var times = StepTimes()
    let sources = SourceMap()
    let fonts = try times.measure("fonts") { try FontLibrary() }
    let document = times.measure("parse") {
      ChapterParser.parse(sources.add(path: "corpus.md", bytes: text)).document
    }
    let evaluation = try times.measure("evaluate") {
      let options = EvaluationOptions(numbersHeadings: false)
      let manuscript = Manuscript(
        title: TitlePage(title: "Corpus", isShown: false), chapters: [document])
      return Evaluator(store: try Store(sources: sources), sources: sources, options: options)
        .evaluate(manuscript)
    }
    let pages = times.measure("layOut") {
      DocumentLayouter(style: PageStyle(), fonts: fonts).layOut(evaluation.manuscript).document
    }
    _ = try times.measure("render") { try PDFRenderer(fonts: fonts).render(pages) }
    return times
  }
}

import Configuration
import Datasets
import Diagnostics
import Evaluation
import Foundation
import Layout
import Markup
import Rendering
import Typography

/// Ten thousand values in sentences, from bytes to bytes: as typed numbers, computed, and with the
/// pages that print where each comes from.
struct TracedValuesBenchmark {
  enum Kind: String, CaseIterable {
    case typed = "typed numbers"
    case computed = "computed values"
    case traced = "with provenance pages"
  }

  private let csv: [UInt8]
  private let package: String
  private let texts: [Kind: [UInt8]]

  init(values count: Int) {
    let rows = 1000
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let scores = (0..<rows).map { _ in "\(30 + next(60)).\(next(10))" }
    csv = Array(
      ("id,score\n" + scores.enumerated().map { "\($0),\($1)\n" }.joined()).utf8)
    package = """
      name: b
      resources:
        - name: scores
          path: scores.csv
          schema:
            primaryKey: id
            fields: [{name: id, type: integer}, {name: score, type: number}]
      """
    var found: [Kind: [UInt8]] = [:]
    for kind in Kind.allCases {
      var text = "# Values\n"
      for index in 0..<count {
        let row = index * 7 % rows
        let value = kind == .typed ? scores[row] : "`{value} scores[id=\(row)].score`"
        text += index % 5 == 0 ? "\n" : ""
        text += "The method of this line keeps \(value) of what the whole model knows.\n"
      }
      if kind == .traced { text += "\n```report provenance\n```\n" }
      found[kind] = Array(text.utf8)
    }
    texts = found
  }

  func measure(runs: Int) throws -> [(name: String, seconds: Double)] {
    StepTimes.medians(try (0..<runs).map { _ in try run() })
  }

  private func run() throws -> StepTimes {
    var times = StepTimes()
    for kind in Kind.allCases {
      try times.measure(kind.rawValue) { try compile(texts[kind] ?? []) }
    }
    return times
  }

  private func compile(_ text: [UInt8]) throws {
    let sources = SourceMap()
    let fonts = try FontLibrary()
    let store = try Store(sources: sources)
    _ = try store.load(sources.add(path: "datapackage.yaml", text: package)) { _ in csv }
    let document = ChapterParser.parse(sources.add(path: "values.md", bytes: text)).document
    let manuscript = Manuscript(
      title: TitlePage(title: "Values", isShown: false), chapters: [document])
    let evaluation = Evaluator(store: store, sources: sources).evaluate(manuscript)
    let pages = DocumentLayouter(style: PageStyle(), fonts: fonts).layOut(evaluation.manuscript)
    _ = try PDFRenderer(fonts: fonts).render(pages.document)
  }
}

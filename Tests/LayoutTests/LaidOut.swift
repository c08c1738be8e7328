import Configuration
import Datasets
import Diagnostics
import Evaluation
import Graphics
import Layout
import Markup
import Testing
import Typography

/// Markdown laid out on pages, with what tests ask of it.
struct LaidOut {
  let document: PagedDocument
  let diagnostics: DiagnosticList
  let style: PageStyle

  static let fonts = try? FontLibrary()

  /// - Parameter isBook: with title page and contents, chapters on pages of their own.
  init(
    _ chapters: String..., style: PageStyle = .default, isBook: Bool = false,
    images: any ImageFinding = NoImages()
  ) throws {
    let fonts = try #require(LaidOut.fonts)
    let sources = SourceMap()
    var documents: [ParsedDocument] = []
    var found = DiagnosticList()
    for (index, text) in chapters.enumerated() {
      let file = sources.add(path: "chapter\(index + 1).md", text: text)
      let (document, diagnostics) = ChapterParser.parse(file)
      found.append(contentsOf: diagnostics)
      documents.append(document)
    }
    var title = TitlePage(title: "A title")
    title.isShown = isBook
    let evaluator = Evaluator(store: try Store(sources: sources), sources: sources)
    let evaluation = evaluator.evaluate(Manuscript(title: title, chapters: documents))
    found.append(contentsOf: evaluation.diagnostics)
    let layouter = DocumentLayouter(style: style, fonts: fonts, images: images)
    let (document, diagnostics) = layouter.layOut(evaluation.manuscript)
    found.append(contentsOf: diagnostics)
    self.document = document
    self.diagnostics = found
    self.style = style
  }

  /// A run of glyphs at its place on a page.
  struct PlacedRun {
    var page: Int
    var x, y: Points
    var width: Points
    var text: String
    var size: Points
  }

  /// All runs of all pages, furniture left out, in painting order.
  var runs: [PlacedRun] {
    var runs: [PlacedRun] = []
    for (index, page) in document.pages.enumerated() {
      Self.collect(page.content, page: index, transform: .identity, into: &runs)
    }
    return runs
  }

  private static func collect(
    _ frame: Frame, page: Int, transform: Transform, into runs: inout [PlacedRun]
  ) {
    for item in frame.items {
      switch item {
      case .glyphs(let run, let at):
        let place = transform.apply(to: at)
        runs.append(
          PlacedRun(
            page: page, x: place.x, y: place.y, width: run.width * transform.a,
            text: String(decoding: run.text, as: UTF8.self), size: run.size))
      case .frame(let inner, let at):
        collect(
          inner, page: page, transform: Transform.translation(x: at.x, y: at.y).then(transform),
          into: &runs)
      case .group(let inner, let own, _):
        collect(inner, page: page, transform: own.then(transform), into: &runs)
      default: break
      }
    }
  }

  /// The lines of a page: runs with one baseline, from the left.
  func lines(ofPage page: Int) -> [(y: Points, text: String)] {
    var lines: [(y: Points, runs: [PlacedRun])] = []
    for run in runs where run.page == page {
      if let at = lines.firstIndex(where: { abs($0.y - run.y) < 0.5 }) {
        lines[at].runs.append(run)
      } else {
        lines.append((run.y, [run]))
      }
    }
    return lines.sorted { $0.y < $1.y }.map { line in
      (line.y, line.runs.sorted { $0.x < $1.x }.map(\.text).joined(separator: " "))
    }
  }

  /// The text of a page as words; soft hyphens at line ends are taken out.
  func words(ofPage page: Int) -> [String] {
    let text = runs.filter { $0.page == page }.map(\.text).joined(separator: " ")
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  var words: [String] { document.pages.indices.flatMap { words(ofPage: $0) } }

  /// The words within structure elements: what is read aloud.
  var taggedWords: [String] {
    var text = ""
    func collect(_ frame: Frame, _ isTagged: Bool) {
      var depth = 0
      for item in frame.items {
        switch item {
        case .beginTag, .beginLink: depth += 1
        case .endTag: depth -= 1
        case .glyphs(let run, _):
          if isTagged || depth > 0 { text += String(decoding: run.text, as: UTF8.self) + " " }
        case .frame(let inner, _), .group(let inner, _, _): collect(inner, isTagged || depth > 0)
        case .path, .image, .anchor: break
        }
      }
    }
    for page in document.pages { collect(page.content, false) }
    return text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// All page frames as text.
  var dump: String {
    document.pages.enumerated().map { index, page in
      "page \(page.label)\n" + FrameDump.text(of: page.content)
    }.joined()
  }
}

/// Words that stand once in a document, so that a test can follow them: `k00017`.
struct Tokens {
  private var next = 0
  private(set) var all: [String] = []

  mutating func make() -> String {
    next += 1
    let digits = String(next)
    let token = "k" + String(repeating: "0", count: 5 - digits.utf8.count) + digits
    all.append(token)
    return token
  }

  mutating func sentence(_ words: Int) -> String {
    (0..<words).map { _ in make() }.joined(separator: " ")
  }
}

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
    images: any ImageFinding = NoImages(), abstract: String? = nil, language: String? = nil
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
    title.abstract = abstract
    if let language { title.language = language }
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
    /// Whether it belongs to mathematics, whose parts may reach into one another.
    var isFormula = false
    /// What its letters take on the page at least: from the foot of a p to the top of an H.
    var ink = Rect(x: 0, y: 0, width: 0, height: 0)
  }

  /// All runs of all pages, furniture left out, in painting order.
  var runs: [PlacedRun] {
    var runs: [PlacedRun] = []
    for (index, page) in document.pages.enumerated() {
      collect(page.content, page: index, transform: .identity, in: .document, into: &runs)
    }
    return runs
  }

  /// The runs of a page's running head and number.
  func furniture(ofPage page: Int) -> [PlacedRun] {
    var runs: [PlacedRun] = []
    collect(
      document.pages[page].furniture, page: page, transform: .identity, in: .document, into: &runs)
    return runs
  }

  private func collect(
    _ frame: Frame, page: Int, transform: Transform, in element: StructureID,
    into runs: inout [PlacedRun]
  ) {
    var stack = [element]
    for item in frame.items {
      switch item {
      case .glyphs(let run, let at):
        let place = transform.apply(to: at)
        runs.append(
          PlacedRun(
            page: page, x: place.x, y: place.y, width: run.width * transform.a,
            text: String(decoding: run.text, as: UTF8.self), size: run.size,
            isFormula: isFormula(run, in: stack), ink: Self.ink(of: run, at: at, transform)))
      case .beginTag(let id), .beginLink(_, _, let id): stack.append(id)
      case .endTag: stack.removeLast()
      case .frame(let inner, let at):
        collect(
          inner, page: page, transform: Transform.translation(x: at.x, y: at.y).then(transform),
          in: stack.last ?? element, into: &runs)
      case .group(let inner, let own, _):
        collect(
          inner, page: page, transform: own.then(transform), in: stack.last ?? element, into: &runs)
      default: break
      }
    }
  }

  /// Headers that are repeated have no tags; their mathematics is known by its font.
  private func isFormula(_ run: GlyphRun, in elements: [StructureID]) -> Bool {
    elements.contains { document.structure[$0].role == .formula }
      || Self.fonts?.face(run.font).hasMathTable == true
  }

  private static func ink(of run: GlyphRun, at: Point, _ transform: Transform) -> Rect {
    let spaces = run.isRightToLeft ? 0 : run.text.reversed().prefix { $0 == 0x20 }.count
    let isPlain = spaces > 0 && spaces <= run.glyphs.count
    let width = isPlain ? Points(run.glyphs[run.glyphs.count - spaces].x) : run.width
    let low = transform.apply(to: Point(x: at.x, y: at.y + 0.18 * run.size))
    let high = transform.apply(to: Point(x: at.x + width, y: at.y - 0.65 * run.size))
    return Rect(
      x: min(low.x, high.x), y: min(low.y, high.y), width: abs(high.x - low.x),
      height: abs(low.y - high.y))
  }

  /// Pairs of runs of one page whose letters lie on one another by more than a hair.
  var overlaps: [(PlacedRun, PlacedRun)] { Self.overlaps(of: runs) }

  static func overlaps(of runs: [PlacedRun]) -> [(PlacedRun, PlacedRun)] {
    var found: [(PlacedRun, PlacedRun)] = []
    var open: [PlacedRun] = []
    let hair = 0.4
    let sorted = runs.filter { !$0.isFormula && $0.ink.size.width > hair }
      .sorted { ($0.page, $0.ink.minY) < ($1.page, $1.ink.minY) }
    for run in sorted {
      open.removeAll { $0.page != run.page || $0.ink.maxY - hair <= run.ink.minY }
      for other in open
      where other.ink.minX + hair < run.ink.maxX && run.ink.minX + hair < other.ink.maxX {
        found.append((other, run))
      }
      open.append(run)
    }
    return found
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

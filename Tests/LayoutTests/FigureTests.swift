import Configuration
import Graphics
import Layout
import Markup
import Testing

@Suite struct FigureTests {
  /// Any image is 300 × 260 points.
  private struct Pictures: ImageFinding {
    static let picture = ImageResource(
      name: "a.png", format: .png, bytes: [], naturalSize: Size(width: 300, height: 260))

    func image(_ reference: ImageReference) -> ImageLookup { .found(Self.picture) }
  }

  private func pagesOfImages(_ laidOut: LaidOut) -> [Int] {
    func count(_ frame: Frame) -> Int {
      frame.items.reduce(0) { sum, item in
        switch item {
        case .image: sum + 1
        case .frame(let inner, _), .group(let inner, _, _): sum + count(inner)
        default: sum
        }
      }
    }
    return laidOut.document.pages.enumerated().flatMap { index, page in
      Array(repeating: index, count: count(page.content))
    }
  }

  @Test func `a figure that does not fit goes to the next page and text fills its place`() throws {
    var tokens = Tokens()
    // A page holds about 420 of these words: the figure is mentioned in the middle of the first.
    let text =
      (0..<6).map { _ in tokens.sentence(50) }.joined(separator: "\n\n")
      + "\n\n![Caption](a.png){#fig-a}\n\n"
      + (0..<12).map { _ in tokens.sentence(50) }.joined(separator: "\n\n")
    let laidOut = try LaidOut(text, images: Pictures())
    #expect(pagesOfImages(laidOut) == [1])
    let last = laidOut.lines(ofPage: 0).last?.y ?? 0
    #expect(last > laidOut.style.textBlock.maxY - 4 * 14)
    #expect(laidOut.words.filter { $0.hasPrefix("k") } == tokens.all)
  }

  /// The height at which a picture stands on its page, mentioned between the words `before` and
  /// `after`.
  private func place(_ place: String, paragraphs: Int = 2) throws -> (
    image: Double, before: Double, after: Double, page: Int
  ) {
    let filler = (0..<paragraphs).map { _ in "Some words fill the page." }.joined(separator: "\n\n")
    let text =
      "\(filler)\n\nbefore\n\n![Caption](a.png){#fig-a place=\(place)}\n\nafter\n\n"
      + (0..<60).map { "More words, line \($0)." }.joined(separator: "\n\n")
    let laidOut = try LaidOut(text, images: Pictures())
    func y(_ word: String) -> Double { laidOut.runs.first { $0.text.hasPrefix(word) }?.y ?? -1 }
    return (y("Figure"), y("before"), y("after"), pagesOfImages(laidOut).first ?? -1)
  }

  @Test func `a figure stands where its place says`() throws {
    let here = try place("here")
    #expect(here.before < here.image && here.image < here.after && here.page == 0)
    let bottom = try place("bottom")
    #expect(bottom.after > bottom.before && bottom.image > bottom.after + 100)
    #expect(bottom.page == 0)
    let own = try place("page")
    #expect(own.page == 1)
    // With room for the picture at the page's end only after the words that follow it.
    let top = try place("top", paragraphs: 36)
    #expect(top.page == 1)
  }

  @Test func `figures keep their order and none is lost`() throws {
    var tokens = Tokens()
    var text = ""
    for index in 0..<9 {
      text += tokens.sentence(60) + "\n\n![Figure\(index)](a.png){#fig-\(index)}\n\n"
    }
    let laidOut = try LaidOut(text, images: Pictures())
    #expect(pagesOfImages(laidOut).count == 9)
    let captions = laidOut.words.filter { $0.hasPrefix("Figure") && $0.count == 7 }
    #expect(captions == (0..<9).map { "Figure\($0)" })
    let bottom = laidOut.style.textBlock.maxY
    #expect(laidOut.runs.allSatisfy { $0.y <= bottom + 14 })
  }

  @Test func `a figure is an element with its alternative text and a caption`() throws {
    let laidOut = try LaidOut("![What it shows](a.png){#fig-a}\n", images: Pictures())
    let figure = laidOut.document.structure.elements.first { $0.role == .figure }
    #expect(figure?.altText == "What it shows")
    #expect(laidOut.document.structure.elements.contains { $0.role == .caption })
    #expect(laidOut.dump.contains("anchor fig-a"))
  }
}

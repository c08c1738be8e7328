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

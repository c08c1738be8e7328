import Graphics
import TestSupport
import Testing
import Typography

@testable import Rendering

@Suite struct SVGRendererTests {
  private func frame(_ fonts: FontLibrary) -> Frame {
    var frame = SampleText(fonts: fonts).setLabel("lib", LabelStyle(size: 8))
    frame.items.append(
      .path(
        .circle(center: Point(x: 4, y: 4), radius: 2), fill: Color(hex: 0x0072B2, alpha: 0.45),
        stroke: Stroke(color: .black, width: 0.5, dash: [1, 2], cap: .round)))
    frame.items.append(
      .group(
        Frame(
          size: Size(width: 2, height: 2),
          items: [.path(.rect(Rect(x: 0, y: 0, width: 2, height: 2)), fill: .black, stroke: nil)]),
        transform: .scale(0.5, 2), clip: Rect(x: 0, y: 0, width: 1, height: 1)))
    return frame
  }

  @Test func `a frame is written as readable, rounded SVG`() throws {
    let fonts = try FontLibrary()
    let bytes = try SVGRenderer(fonts: fonts).render(
      frame(fonts), title: "A & B", description: "Three letters and a dot")
    expectGolden(String(decoding: bytes, as: UTF8.self), "letters.svg")
  }

  @Test func `librsvg draws what the writer wrote`() throws {
    let fonts = try FontLibrary()
    let frame = frame(fonts)
    let bytes = try SVGRenderer(fonts: fonts).render(frame, title: "t", description: "d")
    let image = try ImageLoader.load(bytes: bytes, name: "letters.svg")
    #expect(abs(image.naturalSize.width - frame.width) < 0.02)
    let again = Frame(
      size: frame.size,
      items: [.image(image, in: Rect(x: 0, y: 0, width: frame.width, height: frame.height))])
    let png = try PNGRenderer(fonts: fonts).render(again, scale: 4)
    #expect(png.starts(with: ImageHeader.pngSignature))
  }

  @Test(arguments: [
    (1.0, "1"), (-0.001, "0"), (0.5, "0.5"), (-12.345, "-12.35"), (100, "100"), (0.05, "0.05"),
  ])
  func `numbers have no useless digits`(_ value: Double, _ text: String) {
    #expect(decimal(value, 2) == text)
  }
}

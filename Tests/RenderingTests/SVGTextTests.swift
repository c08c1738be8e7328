import Foundation
import Graphics
import TestSupport
import Testing
import Typography

@testable import Rendering

/// Text and links within SVG pictures.
@Suite struct SVGTextTests {
  private func page(of svg: String) throws -> [UInt8] {
    let fonts = try FontLibrary()
    let image = try ImageLoader.load(bytes: Array(svg.utf8), name: "a.svg")
    let size = image.naturalSize
    let frame = Frame(
      size: size,
      items: [.image(image, in: Rect(x: 0, y: 0, width: size.width, height: size.height))])
    return try PDFRenderer(fonts: fonts).render(frame, title: "A", description: "A picture")
  }

  @Test func `text of a picture is set in the report's fonts, whatever it asks for`() throws {
    let bytes = try page(
      of: """
        <svg xmlns="http://www.w3.org/2000/svg" width="400" height="160" font-size="20">
        <text x="10" y="30" font-family="Comic Sans MS">comic</text>
        <text x="10" y="60" font-family="monospace">mono</text>
        <text x="10" y="90" font-family="Georgia, serif">serif</text>
        <text x="10" y="120" font-family="Arial">arial</text>
        <text x="10" y="150">漢字</text>
        </svg>
        """)
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "a.pdf")
    let fonts = try run("pdffonts", ["a.pdf"], in: folder.url).output.split(separator: "\n")
    let names = Set(
      fonts.dropFirst(2).compactMap { $0.split(separator: "+").last?.split(separator: " ").first })
    #expect(names.contains("Inter-Regular") && names.contains("JetBrainsMono-Regular"))
    #expect(names.contains("TeXGyrePagella-Regular"))
    #expect(names.contains { $0.hasPrefix("NotoS") && $0.contains("CJK") })
    #expect(names.count == 4, "\(names)")
    let text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    for word in ["comic", "mono", "serif", "arial", "漢字"] { #expect(text.contains(word)) }
  }

  @Test func `links within a picture leave the page's structure alone`() throws {
    let bytes = try page(
      of: """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
          width="200" height="60"><a xlink:href="https://example.org"><rect width="9" height="9"/>
        <text x="10" y="30">All <a href="https://example.org">inner</a> text</text></a></svg>
        """)
    let pdf = try TaggedPDFReader.read(bytes)
    #expect(pdf.pages[0].annotations.isEmpty)
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "a.pdf")
    let text = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    #expect(text.contains("All inner text"))
  }

  @Test func `links behind an empty text stay groups`() {
    let svg = "<svg><text x='1>' /><a href='b'><path/></a><text><a>c</a></text></svg>"
    #expect(
      String(decoding: SVGLinks.removed(from: Array(svg.utf8)), as: UTF8.self)
        == "<svg><text x='1>' /><g href='b'><path/></g><text><tspan>c</tspan></text></svg>")
  }
}

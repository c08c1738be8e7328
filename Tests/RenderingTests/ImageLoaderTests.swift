import Foundation
import Graphics
import TestSupport
import Testing
import Typography

@testable import Rendering

@Suite struct ImageLoaderTests {
  /// A PNG drawn by the renderer itself: 20 × 10 pixels.
  private func png() throws -> [UInt8] {
    var frame = Frame(size: Size(width: 20, height: 10))
    frame.fill(Rect(x: 0, y: 0, width: 10, height: 10), Color(hex: 0x0072B2))
    return try PNGRenderer(fonts: FontLibrary()).render(frame, scale: 1)
  }

  @Test func `a PNG of 96 pixels to the inch has three quarters of a point for each`() throws {
    let image = try ImageLoader.load(bytes: png(), name: "a.dat")
    #expect(image.format == .png)
    #expect(image.naturalSize == Size(width: 15, height: 7.5))
  }

  @Test func `a JPEG tells its size and density`() throws {
    // SOI, APP0 with 144 dots to the inch, SOF0 of 200 × 100.
    let bytes: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 1, 0, 144, 0, 144, 0, 0]
      + [0xFF, 0xC0, 0, 11, 8, 0, 100, 0, 200, 1, 1, 0x11, 0]
    let image = try ImageLoader.load(bytes: bytes, name: "b.png")
    #expect(image.format == .jpeg)
    #expect(image.naturalSize == Size(width: 100, height: 50))
  }

  @Test func `an SVG is measured by its width and height`() throws {
    let svg =
      "<?xml version='1.0'?>\n<!-- c --><svg xmlns='http://www.w3.org/2000/svg' "
      + "width='40' height='20'><rect width='40' height='20' fill='red'/></svg>"
    let image = try ImageLoader.load(bytes: Array(svg.utf8), name: "c.svg")
    #expect(image.format == .svg)
    #expect(image.naturalSize == Size(width: 30, height: 15))
  }

  @Test func `other and broken files are told apart`() {
    #expect(throws: ImageError.unknownFormat(name: "x.txt")) {
      try ImageLoader.load(bytes: Array("hello".utf8), name: "x.txt")
    }
    #expect(throws: ImageError.damaged(name: "x.jpg", format: "jpeg", reason: "it has no size")) {
      try ImageLoader.load(bytes: [0xFF, 0xD8, 0xFF, 0xE0], name: "x.jpg")
    }
    #expect(throws: ImageError.self) {
      try ImageLoader.load(bytes: Array("<svg".utf8), name: "x.svg")
    }
  }

  @Test func `a picture used on several pages is embedded once`() throws {
    let fonts = try FontLibrary()
    let svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><path d='M0 0h8v8z'/></svg>"
    let pictures = [
      try ImageLoader.load(bytes: png(), name: "a.png"),
      try ImageLoader.load(bytes: png(), name: "copy of a.png"),
      try ImageLoader.load(bytes: Array(svg.utf8), name: "b.svg"),
    ]
    var tree = StructureTree()
    let size = Size(width: 100, height: 100)
    let pages = pictures.map { picture in
      let figure = tree.add(.figure, in: .document, altText: picture.name)
      return Page(
        size: size,
        content: Frame(
          size: size,
          items: [
            .beginTag(figure), .image(picture, in: Rect(x: 10, y: 10, width: 40, height: 20)),
            .endTag,
          ]), furniture: .empty, label: "1")
    }
    let bytes = try PDFRenderer(fonts: fonts).render(
      PagedDocument(
        metadata: DocumentMetadata(title: "Pictures"), pages: pages, outline: [], structure: tree))
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "a.pdf").path(percentEncoded: false)
    let check = try run("qpdf", ["--check", path])
    #expect(check.status == 0 && !check.errors.lowercased().contains("warning"), "\(check.errors)")
    let list = try run("pdfimages", ["-list", path]).output.split(separator: "\n").dropFirst(2)
    let objects = Set(list.map { $0.split(separator: " ")[10] })
    #expect(list.count == 2 && objects.count == 1, "\(list)")
  }

  @Test func `the bytes of a JPEG stand in the PDF as they are, and are decoded for pixels`() throws
  {
    let fonts = try FontLibrary()
    let folder = try TemporaryFolder()
    func path(_ url: URL) -> String { url.path(percentEncoded: false) }
    // Poppler makes the JPEG: a blue page.
    var blue = Frame(size: Size(width: 40, height: 30))
    blue.fill(Rect(x: 0, y: 0, width: 40, height: 30), Color(hex: 0x0000FF))
    let source = try folder.write(
      PDFRenderer(fonts: fonts).render(blue, title: "Blue", description: "Blue"), to: "blue.pdf")
    _ = try run("pdftoppm", ["-jpeg", "-singlefile", path(source), folder.path + "/blue"])
    let jpeg = [UInt8](try Data(contentsOf: folder.url.appending(path: "blue.jpg")))
    let image = try ImageLoader.load(bytes: jpeg, name: "blue.jpg")
    let frame = Frame(
      size: Size(width: 100, height: 100),
      items: [.image(image, in: Rect(x: 10, y: 10, width: 80, height: 60))])
    let pdf = try folder.write(
      PDFRenderer(fonts: fonts).render(frame, title: "J", description: "Blue"), to: "j.pdf")
    _ = try run("pdfimages", ["-j", path(pdf), folder.path + "/out"])
    let embedded = try Data(contentsOf: folder.url.appending(path: "out-000.jpg"))
    #expect([UInt8](embedded) == jpeg)
    let withPicture = try PNGRenderer(fonts: fonts).render(frame, scale: 1)
    let without = try PNGRenderer(fonts: fonts).render(Frame(size: frame.size), scale: 1)
    #expect(withPicture != without)
  }
}

import Graphics
import TestSupport
import Testing

@testable import Rendering

@Suite struct PlainPDFTests {
  @Test func `the entries of a dictionary are found whatever their values hold`() throws {
    let text = Array(
      "<< /A (a \\) b (c) /D) % /E 1\n /F<0A/B>/G [1 (]) << /H 2 >>]/I 3 0 R /J/K>> /L".utf8)
    try text.withUnsafeBufferPointer { bytes in
      let dictionary = try #require(PDFDictionary(bytes, from: 0))
      func value(_ key: StaticString) -> String? {
        dictionary.value(key, in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
      }
      #expect(value("/A") == "(a \\) b (c) /D)")
      #expect(value("/E") == nil)
      #expect(value("/F") == "<0A/B>")
      #expect(value("/G") == "[1 (]) << /H 2 >>]")
      #expect(value("/H") == nil)
      #expect(value("/I") == "3 0 R")
      #expect(value("/J") == "/K")
      #expect(value("/L") == nil)
      var out = PDFBytes()
      dictionary.write(bytes, without: ["/A", "/F", "/G"], to: &out)
      #expect(String(decoding: out.bytes, as: UTF8.self) == "/I 3 0 R/J /K")
    }
  }

  @Test(arguments: ["", "<<", "<< /A", "<< /A (", "<< /A [1", "<< /A 1 >", "12", "<< 1 2 >>"])
  func `what is cut off is no dictionary`(text: String) {
    Array(text.utf8).withUnsafeBufferPointer { #expect(PDFDictionary($0, from: 0) == nil) }
  }

  @Test func `a file with packed objects is made plain by libqpdf`() throws {
    let sample = try SampleDocument()
    let packed = try PDFRenderer(fonts: sample.fonts).render(sample.document)
    #expect(PlainPDF(packed) == nil)
    let plain = try #require(PlainPDF(try QPDFDocument(packed).write()))
    #expect(plain.pages.count == sample.document.pages.count)
  }

  @Test func `the content of a page is read packed, as other versions of cairo write it`() throws {
    let sample = try SampleDocument()
    let bytes = try PDFRenderer(fonts: sample.fonts).render(sample.document)
    let (content, isPacked) = try firstContent(of: try QPDFDocument(bytes).write())
    #expect(isPacked && content.contains(" BDC\nBT\n"))
  }

  @Test func `the content of a page is read plain, as cairo is asked to write it`() throws {
    let surface = try PDFSurface(
      pageSize: Size(width: 90, height: 60), created: "2026-01-01T00:00:00Z")
    surface.beginPage(Size(width: 90, height: 60), label: "1")
    try surface.endPage()
    let (content, isPacked) = try firstContent(of: try surface.finish())
    #expect(!isPacked && content.contains(" re f\n"))
  }

  /// The content of the first page, unpacked, and whether it stands packed in the file.
  private func firstContent(of file: [UInt8]) throws -> (text: String, isPacked: Bool) {
    let pdf = try #require(PlainPDF(file))
    let page = try #require(pdf.pages.first)
    let found = pdf.bytes.withUnsafeBufferPointer { bytes -> (number: Int, isPacked: Bool)? in
      guard let contents = pdf.dictionary(page, bytes)?.value("/Contents", in: bytes),
        let number = PDFDictionary.references(bytes, contents).first
      else { return nil }
      return pdf.stream(number, bytes).map { (number, $0.isPacked) }
    }
    let content = try #require(found)
    let data = try pdf.unpacked(content.number, with: Inflate())
    return (String(decoding: try #require(data), as: UTF8.self), content.isPacked)
  }

  @Test func `a damaged file is not taken for a plain one`() throws {
    let sample = try SampleDocument()
    let packed = try PDFRenderer(fonts: sample.fonts).render(sample.document)
    let plain = try QPDFDocument(packed).write()
    for count in stride(from: 0, to: plain.count - 12, by: 97) {
      #expect(PlainPDF(Array(plain.prefix(count))) == nil)
    }
  }

  @Test func `offsets take four bytes, since LuaTeX includes no file with wider ones`() throws {
    let sample = try SampleDocument()
    let file = try PDFRenderer(fonts: sample.fonts).render(sample.document)
    #expect(String(decoding: file, as: UTF8.self).contains("/Type/XRef/W[1 4 2]"))
  }
}

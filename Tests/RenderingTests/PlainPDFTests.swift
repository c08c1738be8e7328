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

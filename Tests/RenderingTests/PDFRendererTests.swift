import Foundation
import Graphics
import TestSupport
import Testing

@testable import Rendering

@Suite struct PDFRendererTests {
  /// The sample as a file that qpdf finds no fault with.
  private func sampleFile(in folder: TemporaryFolder) throws -> String {
    let sample = try SampleDocument()
    let bytes = try PDFRenderer(fonts: sample.fonts).render(sample.document)
    let url = try folder.write(bytes, to: "sample.pdf")
    if let keep = ProcessInfo.processInfo.environment["REPORT_KEEP_PDF"] {
      try Data(bytes).write(to: URL(filePath: keep))
    }
    try expectSound(url.path(percentEncoded: false))
    return url.path(percentEncoded: false)
  }

  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let result = try run(program, arguments, timeout: 30)
    #expect(result.status == 0 && result.errors.isEmpty, "\(program): \(result.errors)")
    return result.output
  }

  private func expectSound(_ path: String) throws {
    let check = try run("qpdf", ["--check", path], timeout: 30)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(!(check.output + check.errors).lowercased().contains("warning"), "\(check.errors)")
  }

  @Test func `two renderings have equal bytes`() throws {
    let sample = try SampleDocument()
    let renderer = PDFRenderer(fonts: sample.fonts)
    #expect(try renderer.render(sample.document) == renderer.render(sample.document))
  }

  @Test func `text comes out again, ligatures included, in reading order`() throws {
    let folder = try TemporaryFolder()
    let text = try output("pdftotext", ["-layout", sampleFile(in: folder), "-"])
    #expect(text.contains("Efficient office 1"))
    #expect(text.contains("Before the"))
    #expect(text.contains("second line of the paragraph"))
  }

  @Test func `every font is embedded as a subset with a map to Unicode`() throws {
    let folder = try TemporaryFolder()
    let lines = try output("pdffonts", [sampleFile(in: folder)]).split(separator: "\n")
    #expect(lines.count > 2)
    for line in lines.dropFirst(2) {
      let columns = line.split(separator: " ")
      #expect(columns.suffix(5).prefix(3).allSatisfy { $0 == "yes" }, "\(line)")
    }
  }

  @Test func `structure is one tree with reopened elements merged`() throws {
    let folder = try TemporaryFolder()
    let tree = try output("pdfinfo", ["-struct-text", sampleFile(in: folder)])
    expectGolden(tree, "sample-structure.txt")
  }

  @Test func `links lead to their pages and addresses`() throws {
    let folder = try TemporaryFolder()
    let path = try sampleFile(in: folder)
    let urls = try output("pdfinfo", ["-url", path])
    #expect(urls.contains("https://example.org/%C3%BC?a=%281%29%27"))
    let destinations = try output("pdfinfo", ["-dests", path])
    // The figure's anchor is scaled and moved with its group: 400 − 200 = 200 above the foot.
    #expect(destinations.contains("2 [ XYZ   50  200 null      ] \"fig:x\""), "\(destinations)")
    #expect(destinations.contains("1 [ XYZ   40  350 null      ] \"sec:it%27s%20%5C%20one\""))
  }

  @Test func `metadata, labels, language and attachment are there`() throws {
    let folder = try TemporaryFolder()
    let path = try sampleFile(in: folder)
    let info = try output("pdfinfo", ["-isodates", path])
    for expected in [
      "Title:           Efficient Ωmega (draft)", "Author:          Zoë Example, Max",
      "CreationDate:    2026-01-02T00:00:00Z", "Tagged:          yes", "PDF version:     1.7",
      "Subject:         Test",
    ] { #expect(info.contains(expected), "\(info)") }
    #expect(try output("pdfinfo", ["-meta", path]).contains("<dc:language><rdf:Bag><rdf:li>en"))
    #expect(try output("pdfdetach", ["-list", path]).contains("datä.csv"))
    let json = try output("qpdf", ["--json", "--json-key=pagelabels", "--json-key=outlines", path])
    #expect(json.contains("\"/P\": \"u:i\""))
    #expect(json.contains("Efficient Ωmega"))
  }

  @Test func `every stream is packed but the metadata`() throws {
    let folder = try TemporaryFolder()
    let file = try String(
      decoding: Data(contentsOf: URL(filePath: sampleFile(in: folder))), as: UTF8.self)
    let dictionaries = file.components(separatedBy: ">>\nstream\n").dropLast().map {
      $0.components(separatedBy: " obj\n").last ?? ""
    }
    #expect(dictionaries.count > 5)
    #expect(dictionaries.filter { !$0.contains("/FlateDecode") }.count == 1)
    #expect(dictionaries.contains { $0.contains("/Metadata") && !$0.contains("/FlateDecode") })
  }

  @Test func `the ground that hastens drawing is on no page`() throws {
    let folder = try TemporaryFolder()
    let bare = folder.url.appending(path: "bare.pdf").path(percentEncoded: false)
    _ = try output("qpdf", ["--qdf", "--object-streams=disable", sampleFile(in: folder), bare])
    let content = String(decoding: try Data(contentsOf: URL(filePath: bare)), as: UTF8.self)
    #expect(content.contains("BDC"))
    #expect(!content.contains(#/\n0 0 \d+(\.\d+)? \d+(\.\d+)? re/#))
  }

  @Test func `a picture drawn twice on a page is named once in its resources`() throws {
    let sample = try SampleDocument()
    let png = try #require(
      Data(
        base64Encoded:
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJ"
          + "RU5ErkJggg=="))
    let image = try ImageLoader.load(bytes: Array(png), name: "dot.png")
    var document = sample.document
    for x in [10.0, 50, 90] {
      document.pages[0].content.items.append(
        .image(image, in: Rect(x: x, y: 10, width: 20, height: 20)))
    }
    let folder = try TemporaryFolder()
    let bytes = try PDFRenderer(fonts: sample.fonts).render(document)
    try expectSound(try folder.write(bytes, to: "twice.pdf").path(percentEncoded: false))
  }

  @Test func `a single frame becomes a page of its size`() throws {
    let sample = try SampleDocument()
    let frame = sample.text.setLabel("A chart", LabelStyle(size: 12))
    let bytes = try PDFRenderer(fonts: sample.fonts).render(
      frame, title: "Chart", description: "A chart of nothing")
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "chart.pdf").path(percentEncoded: false)
    try expectSound(path)
    #expect(try output("pdftotext", [path, "-"]).contains("A chart"))
  }
}

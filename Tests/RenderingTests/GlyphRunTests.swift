import Foundation
import Graphics
import TestSupport
import Testing
import Typography

@testable import Rendering

/// What becomes of unusual runs of glyphs in the PDF.
@Suite struct GlyphRunTests {
  private func extracted(
    _ runs: [GlyphRun], _ fonts: FontLibrary, order: [String] = ["-raw"]
  ) throws -> String {
    let size = Size(width: 300, height: 40 + 20 * Double(runs.count))
    var tree = StructureTree()
    var content = Frame(size: size)
    for (index, run) in runs.enumerated() {
      let paragraph = tree.add(.paragraph, in: .document)
      content.items += [
        .beginTag(paragraph), .glyphs(run, at: Point(x: 20, y: 30 + 20 * Double(index))), .endTag,
      ]
    }
    let bytes = try PDFRenderer(fonts: fonts).render(
      PagedDocument(
        metadata: DocumentMetadata(title: "Runs"),
        pages: [Page(size: size, content: content, furniture: .empty, label: "1")], outline: [],
        structure: tree))
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes, to: "runs.pdf").path(percentEncoded: false)
    let check = try run("qpdf", ["--check", path])
    #expect(check.status == 0 && !check.errors.lowercased().contains("warning"), "\(check.errors)")
    return try run("pdftotext", order + [path, "-"]).output
  }

  @Test func `stretched runs extract as their text, in the same font`() throws {
    let fonts = try FontLibrary()
    var narrow = SampleText(fonts: fonts).run("narrow words")
    narrow.stretch = 0.98
    var wide = SampleText(fonts: fonts).run("wide words")
    wide.stretch = 1.02
    #expect(try extracted([narrow, wide], fonts) == "narrow words\nwide words\n\u{0C}")
  }

  @Test func `a run without text draws and says nothing`() throws {
    let fonts = try FontLibrary()
    let words = SampleText(fonts: fonts).run("before")
    var silent = SampleText(fonts: fonts).run("((((")
    silent.text = []
    silent.clusters = []
    #expect(try extracted([words, silent], fonts) == "before\n\u{0C}")
  }

  @Test func `one text over several glyphs and silent glyphs extract once`() throws {
    let fonts = try FontLibrary()
    var built = SampleText(fonts: fonts).run("(|(")
    // An assembly: three pieces stand for one parenthesis.
    built.text = Array("(".utf8)
    built.clusters = [
      TextCluster(bytes: 1, glyphs: 1), TextCluster(bytes: 0, glyphs: 2),
    ]
    #expect(try extracted([built], fonts) == "(\n\u{0C}")
  }

  @Test func `Hebrew keeps its logical order`() throws {
    var theme = FontTheme.pagella
    theme.serif.regular = "NotoSerifHebrew-Regular.ttf"
    let fonts = try FontLibrary(theme: theme)
    // Drawn from the left, the last letter first.
    var run = SampleText(fonts: fonts).run(String("שלום עולם".reversed()))
    run.isRightToLeft = true
    run.text = Array("שלום עולם".utf8)
    run.clusters.reverse()
    let text = try extracted([run], fonts, order: [])
    #expect(
      text.contains("שלום עולם"), "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
  }
}

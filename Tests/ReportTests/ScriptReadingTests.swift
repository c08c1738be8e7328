import TestSupport
import Testing

/// Every word of every script is read back from a PDF: from its pages, and from its tags.
@Suite struct ScriptReadingTests {
  private static func read(_ text: String, language: String) throws -> (
    pages: String, tags: String
  ) {
    let folder = try TemporaryFolder()
    try folder.write("---\nlanguage: \(language)\n---\n\n" + text + "\n", to: "a.md")
    let result = try Tool.run("pdf", "-q", "a.md", "-o", "a.pdf", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let pages = try run("pdftotext", ["a.pdf", "-"], in: folder.url).output
    let tags = try run("pdfinfo", ["-struct-text", "a.pdf"], in: folder.url).output
    return (pages.joinedWords, tags.joinedWords)
  }

  @Test(arguments: ["لا", "لأن", "الآن", "الإسلام", "سلام"])
  func `the alef of a lam-alef is read behind its lam`(_ word: String) throws {
    let (pages, tags) = try Self.read("كتاب \(word) كتاب", language: "ar")
    #expect(pages.contains("كتاب \(word) كتاب"), "\(pages)")
    #expect(tags.contains("كتاب \(word) كتاب"), "\(tags)")
  }

  @Test(arguments: [
    ("he", "זהו טקסט בעברית עם מילים רבות וגם ירושלים"),
    ("hi", "यह हिन्दी में एक परीक्षण है। विद्यार्थियों की शिक्षा और महत्त्व, क्षेत्र में किताबें"),
    ("th", "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอน น้ำใจ ทำงาน กำลัง ผู้ใหญ่"),
    ("zh", "这是一个中文段落，用来测试文本提取。"),
    ("ja", "日本語のテキストもあります。カタカナとひらがな。"),
    ("ko", "한국어 문장도 있습니다."),
    ("el", "Ένα κείμενο στα ελληνικά με τόνους."),
    ("ru", "Небольшой русский текст с буквой ё."),
  ])
  func `a sentence is read whole from pages and from tags`(
    _ language: String, _ sentence: String
  ) throws {
    let (pages, tags) = try Self.read(sentence, language: language)
    #expect(pages.contains(sentence), "\(language): \(pages)")
    // Of clusters that are ordered anew, poppler's dump of tags shows the glyphs.
    guard language != "hi", language != "th" else {
      return #expect(tags.contains(language == "hi" ? "महत्त्व" : "ใหญ่"), "\(language): \(tags)")
    }
    #expect(tags.contains(sentence), "\(language): \(tags)")
  }

  @Test func `lines of code and boxes of tasks are read for themselves`() throws {
    let (_, tags) = try Self.read(
      "```swift\nlet a = 1\nlet b = 2\n\n```\n\n- [x] done\n- [ ] open", language: "en")
    #expect(tags.contains("\"let a = 1\"") && tags.contains("\"let b = 2\""), "\(tags)")
    let folder = try TemporaryFolder()
    try folder.write("- [x] done\n- [ ] open\n", to: "a.md")
    _ = try Tool.run("pdf", "-q", "a.md", "-o", "a.pdf", in: folder)
    let objects = try run(
      "qpdf", ["--qdf", "--object-streams=disable", "a.pdf", "-"], in: folder.url
    ).output
    #expect(objects.contains("/ActualText <feff2611>") && objects.contains("<feff2610>"))
  }
}

extension String {
  /// Without line ends, direction marks and doubled spaces.
  fileprivate var joinedWords: String {
    let marks: Set<Unicode.Scalar> = ["\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}"]
    return String(String.UnicodeScalarView(unicodeScalars.filter { !marks.contains($0) }))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

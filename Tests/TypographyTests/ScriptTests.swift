import Graphics
import Testing

@testable import Typography

/// Text of all scripts: nothing is lost, lines end where each script lets them.
@Suite struct ScriptTests {
  static let samples: [(language: String, text: String)] = [
    ("zh-CN", "本项目是一个「开源」的深度学习框架（支持 Python 3.8+），具有动态图与静态图两种模式；如有疑问，请提交《报告》。"),
    ("zh-TW", "本專案為開放原始碼軟體，歡迎貢獻。「骨角門直讀」！"),
    ("ja", "このプロジェクトは、マークダウンから美しいPDFを生成するツールです。「禁則処理」のテスト、データー。"),
    ("ko", "이 프로젝트는 오픈 소스 소프트웨어입니다. 한국어 문장은 띄어쓰기가 있습니다."),
    ("th", "ภาษาไทยเขียนติดกันโดยไม่มีช่องว่าง ระบบต้องตัดคำให้ถูกต้อง"),
    ("hi", "यह एक मुक्त स्रोत परियोजना है। क्षत्रिय ज्ञान"),
    ("ar", "هذا مشروع (مفتوح المصدر) يحوّل ملفات Markdown إلى PDF جميل، الإصدار 3.14 من Python!"),
    ("he", "זהו פרויקט (קוד פתוח) שמשתמש ב-Python 3.12, שלום [עולם] 1234!"),
    ("el", "Αυτό είναι ένα έργο ανοιχτού κώδικα με πολυτονικό ἀρχὴ σοφίας."),
    ("ru", "Это проект с открытым исходным кодом, распространяемый бесплатно."),
    (
      "en-US", "Emoji 🚀🔥 👩‍👩‍👧‍👦, a family; 👍🏽👍🏿 x1️⃣y and a https://example.org/path/to/some_file?x=1&y=2#z."
    ),
  ]

  /// What a reader gets: no white space, hyphens of divided words gone, lines in their own order.
  private func read(_ lines: [Line]) -> [Unicode.Scalar: Int] {
    count(lines.map(\.frame.text).joined())
  }

  private func count(_ text: String) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar != "\u{AD}" {
      counts[scalar, default: 0] += 1
    }
    return counts
  }

  @Test(arguments: samples.indices, [18.0, 45, 77, 120, 260, 900])
  func `no width loses or repeats a character of any script`(sample: Int, width: Double) throws {
    let (language, text) = Self.samples[sample]
    var typesetter = try Typesetter.make()
    for family in [FontFamily.serif, .sans, .mono] {
      let style = TextStyle(family: family, size: 10, language: language, keepsSpaces: false)
      let lines = typesetter.breakLines(ParagraphContent(text, style: style), width: width)
      #expect(read(lines) == count(text))
      // What cannot be broken further is reported, not hidden.
      for line in lines where line.contentWidth > width + 0.5 { #expect(line.overfullBy > 0) }
    }
    #expect(typesetter.missingGlyphs.isEmpty)
  }

  @Test func `no Japanese line begins with closing or ends with opening marks`() throws {
    // JIS X 4051, kinsoku: small kana and the long vowel mark may begin a line in ICU's loose
    // rules only; opening brackets never end one.
    let (_, text) = Self.samples[2]
    var typesetter = try Typesetter.make()
    let style = TextStyle(size: 10, language: "ja")
    for width in stride(from: 40.0, through: 200, by: 7) {
      let lines = typesetter.breakLines(
        ParagraphContent(text, style: style), width: width, style: ParagraphStyle())
      for (index, line) in lines.enumerated() {
        let text = line.frame.text
        let first = text.unicodeScalars.first ?? "x"
        let last = text.unicodeScalars.last ?? "x"
        if index > 0 { #expect(!"、。」）』】？！・：；".unicodeScalars.contains(first), "\(width)") }
        #expect(!"「（『【".unicodeScalars.contains(last), "\(width): \(text)")
      }
    }
  }

  @Test func `Chinese quotation marks and brackets stay with their text`() throws {
    let (_, text) = Self.samples[0]
    var typesetter = try Typesetter.make()
    let style = TextStyle(size: 10, language: "zh-CN")
    for width in stride(from: 40.0, through: 200, by: 7) {
      let lines = typesetter.breakLines(ParagraphContent(text, style: style), width: width)
      for line in lines.dropFirst() {
        let first = line.frame.text.unicodeScalars.first ?? "x"
        #expect(!"，。」）》；".unicodeScalars.contains(first), "\(width)")
      }
      for line in lines {
        let last = line.frame.text.unicodeScalars.last ?? "x"
        #expect(!"「（《".unicodeScalars.contains(last), "\(width)")
      }
    }
  }

  /// From BidiTest and the examples of UAX #9: text as stored, and as seen from left to right. Only
  /// the order of the words is looked at; a run's letters are drawn by the shaper.
  @Test(arguments: [
    ("car (ABC) car", ["car", "(", "ABC", ")", "car"]),
    ("ABC car 12", ["car", "12", "ABC"]),
    ("he said \"ABC 123 DEF\" now", ["he", "said", "\"", "DEF", "123", "ABC", "\"", "now"]),
    ("DEF 12.5 ABC", ["ABC", "12.5", "DEF"]),
  ])
  func `words of mixed direction stand in visual order`(text: String, seen: [String]) throws {
    // Capitals stand for Hebrew letters, as in the standard.
    func hebrew(_ text: String) -> String {
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map {
            (0x41...0x5A).contains($0.value)
              ? Unicode.Scalar(0x5D0 + ($0.value - 0x41)) ?? $0 : $0
          }))
    }
    var typesetter = try Typesetter.make()
    let frame = typesetter.setLine(ParagraphContent(hebrew(text), style: TextStyle(size: 10)))
    var pieces: [(x: Double, text: String)] = []
    for word in Set(seen.filter { $0.count > 1 }) {
      for (run, at) in frame.runs {
        let own = String(decoding: run.text, as: UTF8.self)
        guard let range = own.firstRange(of: hebrew(word)) else { continue }
        // The first glyph of the word's cluster range.
        var byte = 0
        var glyph = 0
        let target = own[..<range.lowerBound].utf8.count
        for cluster in run.clusters where byte < target {
          byte += Int(cluster.bytes)
          glyph += Int(cluster.glyphs)
        }
        let index = run.isRightToLeft ? run.glyphs.count - 1 - glyph : glyph
        guard run.glyphs.indices.contains(index) else { continue }
        pieces.append((at.x + Double(run.glyphs[index].x), word))
      }
    }
    let order = pieces.sorted { $0.x < $1.x }.map(\.text)
    #expect(order == seen.filter { $0.count > 1 })
  }

  @Test func `a word and its number stay on one line, a number and its unit if they can`() throws {
    var typesetter = try Typesetter.make()
    let style = TextStyle(size: 10)
    let text = String(
      repeating: "As Figure 3 shows for 192 tokens, so it goes in Table 12 of the text. ", count: 6)
    for width in stride(from: 90.0, through: 240, by: 3) {
      let lines = typesetter.breakLines(ParagraphContent(text, style: style), width: width)
      for line in lines.dropLast() {
        let words = line.frame.text.words
        #expect(words.last != "Figure" && words.last != "Table", "\(width)")
      }
    }
  }

  @Test func `no line ends between a number and its unit`() throws {
    var typesetter = try Typesetter.make()
    let style = TextStyle(size: 10)
    let text = String(
      repeating: "It takes 18 MWh or 65 % of 24 GB, at 40 EUR / MWh or 18 / kWh, as 20 °C do. ",
      count: 6)
    let numbers: Set<String> = ["18", "65", "24", "40", "20", "/"]
    for width in stride(from: 120.0, through: 240, by: 3) {
      let lines = typesetter.breakLines(ParagraphContent(text, style: style), width: width)
      for line in lines.dropLast() {
        #expect(!numbers.contains(line.frame.text.words.last ?? ""), "\(width)")
      }
    }
  }
}

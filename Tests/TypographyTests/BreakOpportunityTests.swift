import Graphics
import Testing

@testable import Typography

@Suite struct BreakOpportunityTests {
  /// All pieces between possible breaks, found by setting the text as narrowly as it goes.
  private func pieces(_ text: String, _ style: TextStyle, hyphens: String = "-") throws -> [String]
  {
    var typesetter = try Typesetter.make()
    let content = ParagraphContent(text, style: style)
    // One point less than the longest piece would force breaks anywhere; the minimum does not,
    // but may leave short pieces together.
    var pieces: [String] = []
    let width = typesetter.measure(content).minimum + 0.01
    let lines = typesetter.breakLines(
      content, width: width, style: ParagraphStyle(alignment: .left))
    for line in lines { pieces.append(line.frame.text.trimmed) }
    return pieces.map { $0.replacing("\u{AD}", with: hyphens) }
  }

  private let plain = TextStyle(size: 10, hyphenates: false)

  @Test func `lines end after hyphens between letters, not in numbers or after signs`() throws {
    #expect(try pieces("vision-language", plain) == ["vision-", "language"])
    #expect(try pieces("10-20", plain) == ["10-20"])
    #expect(try pieces("-verbose", plain) == ["-verbose"])
    #expect(try pieces("2024-05-17", plain) == ["2024-05-17"])
  }

  @Test func `marks that stand apart stay with their text`() throws {
    let french = TextStyle(size: 10, language: "fr", hyphenates: false)
    var typesetter = try Typesetter.make()
    let content = ParagraphContent("Vraiment ? Oui ! Il dit : « non », puis « si ».", style: french)
    for width in stride(from: 50.0, through: 150, by: 5) {
      for line in typesetter.breakLines(content, width: width) {
        let text = line.frame.text.trimmed
        #expect(!"?!:»".contains(text.first ?? "x") && text.last != "«", "\(width): \(text)")
      }
    }
    #expect(
      try pieces("uses .NET and :warning: here", plain) == [
        "uses", ".NET", "and", ":warning:", "here",
      ])
    #expect(try pieces("call f( x ) twice", plain) == ["call", "f( x )", "twice"])
    // Elsewhere these marks point the other way.
    #expect(
      try pieces("»Wort« und", TextStyle(size: 10, language: "de", hyphenates: false)).count == 2)
  }

  @Test func `lines end after dashes, not inside ranges`() throws {
    #expect(try pieces("something—anything", plain) == ["something—", "anything"])
    #expect(try pieces("Pareto–Lorenz", plain) == ["Pareto–", "Lorenz"])
    #expect(try pieces("1990–1999", plain) == ["1990–1999"])
  }

  @Test func `closing punctuation stays with its word across styles`() throws {
    var typesetter = try Typesetter.make()
    var content = ParagraphContent("(", style: plain)
    content.append("strong", style: TextStyle(weight: .bold, size: 10, hyphenates: false))
    content.append("), then", style: plain)
    let lines = typesetter.breakLines(
      content, width: typesetter.measure(content).minimum + 0.01,
      style: ParagraphStyle(alignment: .left))
    #expect(lines.map { $0.frame.text.trimmed } == ["(strong),", "then"])
  }

  @Test func `addresses break after slashes and before dots`() throws {
    let url = "https://github.com/SwiftMagic/report_compiler/blob/main/README.md?plain=1#top"
    let found = try pieces(url, plain)
    #expect(found.count > 2)
    #expect(found.joined() == url)
    for piece in found.dropFirst() {
      let start = piece.first!
      #expect(start.isLetter || start.isNumber || ".-_?=&#%~".contains(start))
    }
    #expect(found.allSatisfy { !$0.hasSuffix(":") && !$0.hasSuffix(":/") })
  }

  @Test func `names in code break at their punctuation`() throws {
    let found = try pieces(
      "vision_tower.merge_tokens(keepRatio)", TextStyle(family: .mono, size: 9))
    #expect(found.count >= 3)
    #expect(found.joined() == "vision_tower.merge_tokens(keepRatio)")
    #expect(found.allSatisfy { !$0.contains("\u{AD}") })
  }

  @Test func `Chinese and Japanese break between characters but not before a full stop`() throws {
    let found = try pieces("視覚言語モデル。", TextStyle(size: 10, language: "ja"))
    #expect(found.count > 2)
    #expect(found.joined() == "視覚言語モデル。")
    #expect(found.allSatisfy { !$0.hasPrefix("。") })
  }

  @Test func `Chinese lines are justified between characters`() throws {
    var typesetter = try Typesetter.make()
    let text = String(repeating: "视觉语言模型的令牌压缩", count: 12) + "。"
    let lines = typesetter.breakLines(
      ParagraphContent(text, style: TextStyle(size: 10, language: "zh-CN")), width: 203)
    #expect(lines.dropLast().allSatisfy { abs($0.contentWidth - 203) < 0.01 })
    #expect(lines.map { $0.frame.text }.joined() == text)
  }

  @Test func `Thai breaks between words`() throws {
    let found = try pieces("ภาษาไทยเป็นภาษาที่สวยงาม", TextStyle(size: 10, language: "th"))
    #expect(found.count > 2)
  }

  @Test func `a zero-width space allows a break, a word joiner none`() throws {
    #expect(try pieces("abc\u{200B}defg", plain).count == 2)
    #expect(try pieces("abc\u{2060}defg", plain).count == 1)
  }

  @Test func `a soft hyphen divides a word`() throws {
    #expect(try pieces("super\u{AD}cali", plain) == ["super-", "cali"])
    var typesetter = try Typesetter.make()
    #expect(
      typesetter.setLine(ParagraphContent("super\u{AD}cali", style: plain)).text == "supercali")
  }
}

@Suite struct HyphenationTests {
  private func divided(_ word: String, _ language: String) throws -> String {
    var typesetter = try Typesetter.make()
    let style = TextStyle(size: 10, language: language)
    let content = ParagraphContent(word, style: style)
    let lines = typesetter.breakLines(
      content, width: typesetter.measure(content).minimum + 0.01,
      style: ParagraphStyle(alignment: .left))
    #expect(typesetter.languagesWithoutPatterns.isEmpty)
    return lines.map { $0.frame.text }.joined().replacing("\u{AD}", with: "-")
  }

  @Test(arguments: [
    ("en-US", "rep-re-sen-ta-tion"), ("en-GB", "rep-res-ent-a-tion"), ("fr", "dé-ve-lop-pe-ment"),
    ("es", "de-sa-rro-llo"), ("de", "Do-nau-dampf-schiff-fahrt"), ("de-AT", "Ös-ter-reich"),
    ("fr", "fran-çaise"), ("en", "al-go-rithm"),
  ])
  func `each language divides by its own patterns`(language: String, expected: String) throws {
    let dictionary = try #require(HyphenationDictionary.of(language))
    let word = Array(expected.replacing("-", with: "").lowercased().utf8)
    var found = Array(expected.replacing("-", with: "").utf8)
    for point in dictionary.points(word).reversed() { found.insert(0x2D, at: point) }
    #expect(String(decoding: found, as: UTF8.self) == expected)
  }

  @Test func `exceptions come before patterns`() throws {
    #expect(try divided("transformer", "en-US") == "trans-former")
    #expect(try divided("tokens", "en") == "to-kens")
  }

  @Test func `the author's divisions come before all others`() throws {
    var typesetter = try Typesetter.make()
    typesetter.addHyphenation(["transfor-mer", "Sparse-VLM", "tokens"], language: "en")
    let style = TextStyle(size: 10, language: "en-GB")
    for (word, parts) in [
      ("transformer", ["transfor\u{AD}", "mer"]), ("SparseVLM", ["Sparse\u{AD}", "VLM"]),
      ("tokens", ["tokens"]),
    ] {
      let content = ParagraphContent(word, style: style)
      let lines = typesetter.breakLines(
        content, width: typesetter.measure(content).minimum + 0.01,
        style: ParagraphStyle(alignment: .left))
      #expect(lines.map(\.frame.text) == parts)
    }
  }

  @Test func `long words in capitals are divided, acronyms stay whole`() throws {
    #expect(try divided("MERCHANTABILITY", "en-US") == "MER-CHANTABIL-ITY")
    #expect(try divided("UNESCO", "en-US") == "UNESCO")
  }

  @Test func `names in mixed case and words with digits stay whole`() throws {
    #expect(try divided("SparseVLM", "en-US") == "SparseVLM")
    #expect(try divided("FastV", "en-US") == "FastV")
    #expect(try divided("token2vector", "en-US") == "token2vector")
  }

  @Test func `an unknown language is reported and divides nothing`() throws {
    var typesetter = try Typesetter.make()
    let content = ParagraphContent(
      "representation", style: TextStyle(size: 10, language: "tlh"))
    _ = typesetter.breakLines(content, width: 30)
    #expect(typesetter.languagesWithoutPatterns == ["tlh"])
  }

  @Test func `a word divided inside a ligature is shaped anew on both sides`() throws {
    var typesetter = try Typesetter.make()
    let content = ParagraphContent("efficiency", style: TextStyle(size: 10))
    let lines = typesetter.breakLines(
      content, width: typesetter.measure(content).minimum + 0.01,
      style: ParagraphStyle(alignment: .left))
    #expect(lines.words == ["efficiency"])
    for line in lines {
      let run = line.frame.runs[0].run
      #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
    }
  }
}

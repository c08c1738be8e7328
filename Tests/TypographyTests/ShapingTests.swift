import Graphics
import Testing
import Typography

@Suite struct ShapingTests {
  private let style = TextStyle(size: 10)

  private func line(_ text: String, _ style: TextStyle? = nil) throws -> Frame {
    var typesetter = try Typesetter.make()
    return typesetter.setLine(ParagraphContent(text, style: style ?? self.style))
  }

  @Test func `a ligature is one glyph for its letters`() throws {
    let run = try #require(try line("office").runs.first?.run)
    #expect(run.glyphs.count < 6)
    #expect(run.clusters.contains { $0.bytes >= 2 && $0.glyphs == 1 })
    #expect(run.text == Array("office".utf8))
  }

  @Test func `code has no ligatures`() throws {
    let run = try #require(try line("ffi->x", TextStyle(family: .mono, size: 10)).runs.first?.run)
    #expect(run.glyphs.count == 6)
  }

  @Test func `kerning brings letters together`() throws {
    let pair = try line("AV").width
    #expect(pair < (try line("A").width) + (try line("V").width) - 0.1)
  }

  @Test func `tabular figures are equally wide`() throws {
    let style = TextStyle(family: .sans, size: 10, features: .tabularLining)
    #expect(abs(try line("1111", style).width - (try line("8888", style).width)) < 0.01)
    let proportional = TextStyle(family: .sans, size: 10)
    #expect((try line("1111", proportional).width) < (try line("8888", proportional).width) - 0.5)
  }

  @Test func `small capitals come from the font or from smaller capitals`() throws {
    let real = try line("small", TextStyle(size: 10, features: .smallCaps))
    #expect(real.text == "small")
    #expect(abs(real.width - (try line("small").width)) > 0.5)
    let made = try line("Small", TextStyle(family: .sans, size: 10, features: .smallCaps))
    #expect(made.text == "Small")
    #expect(made.runs.map(\.run.size).contains { abs($0 - 8) < 0.01 })
  }

  @Test func `a joiner within a word has no glyph, and its text is kept`() throws {
    let frame = try line("می\u{200C}خوانیم")
    #expect(frame.text == "می\u{200C}خوانیم")
    #expect(frame.runs.map(\.run.glyphs.count).reduce(0, +) == 8)
  }

  @Test func `Greek words come from one face, a lone letter from the text's`() throws {
    func font(_ text: String) throws -> FontID {
      try #require(try line(text).runs.first?.run).font
    }
    #expect(try font("με") == font("τόνους"))
    #expect(try font("α") == font("a"))
  }

  @Test func `a character the face lacks comes from another face`() throws {
    for text in ["привет", "東京", "नमस्ते", "☑", "ℝ", "ไทย", "한국어", "ἀρχή"] {
      var typesetter = try Typesetter.make()
      let frame = typesetter.setLine(ParagraphContent(text, style: style))
      #expect(frame.text == text)
      #expect(typesetter.missingGlyphs.isEmpty, "\(text)")
      let fonts = typesetter.fonts
      for (run, _) in frame.runs {
        #expect(run.glyphs.allSatisfy { $0.id != 0 }, "\(text)")
        #expect(!fonts.face(run.font).path.isEmpty)
      }
    }
  }

  @Test func `letters of one script come from one face`() throws {
    let frame = try line("ἀρχὴ")
    #expect(Set(frame.runs.map(\.run.font)).count == 1)
  }

  @Test func `the language chooses the variant of a Chinese character`() throws {
    let chinese = try line("直", TextStyle(size: 10, language: "zh-CN"))
    let japanese = try line("直", TextStyle(size: 10, language: "ja"))
    #expect(chinese.runs[0].run.font != japanese.runs[0].run.font)
  }

  @Test func `a character that no font has is recorded and shows`() throws {
    var typesetter = try Typesetter.make()
    let frame = typesetter.setLine(ParagraphContent("a\u{10FFFD}b", style: style))
    #expect(frame.text == "a\u{10FFFD}b")
    #expect(typesetter.missingGlyphs.map(\.scalar) == ["\u{10FFFD}"])
    #expect(frame.width > 15)
  }

  @Test func `emoji sequences neither crash nor lose their text`() throws {
    let text = "a 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪 ❤️ 1️⃣ z"
    var typesetter = try Typesetter.make()
    let frame = typesetter.setLine(ParagraphContent(text, style: style))
    #expect(frame.text == text)
    for width in [10.0, 30, 80] {
      let lines = typesetter.breakLines(ParagraphContent(text, style: style), width: width)
      #expect(lines.words.joined() == text.words.joined())
    }
  }

  @Test func `an emoji is one picture whose text stays in the run`() throws {
    for emoji in ["🚀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪", "❤️", "1️⃣", "☎️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"] {
      let frame = try line("a\(emoji)b")
      #expect(frame.pictures.count == 1, "\(emoji)")
      #expect(frame.runs.count == 1 && frame.text == "a\(emoji)b", "\(emoji)")
    }
    #expect(try line("☎ ✔ ❤ © 1 #").pictures.isEmpty)
    #expect(try line("☎\u{FE0E}").pictures.isEmpty)
  }

  @Test func `equal emoji share one picture, and in code they take two columns`() throws {
    let pictures = try line("🚀 and 🚀").pictures
    #expect(pictures.count == 2 && pictures[0] === pictures[1])
    let code = TextStyle(family: .mono, size: 10)
    #expect(abs(try line("🚀", code).width - line("00", code).width) < 0.01)
  }

  @Test func `brackets do not change the face of the letters beside them`() throws {
    let style = TextStyle(weight: .bold, size: 10)
    for (plain, marked) in [("بالكامل", "[بالكامل]"), ("לפחות", "(לפחות),")] {
      let font = try #require(line(plain, style).runs.first).run.font
      let runs = try line(marked, style).runs
      let letters = runs.filter { String(decoding: $0.run.text, as: UTF8.self) == plain }
      #expect(letters.map(\.run.font) == [font], "\(marked)")
    }
  }

  @Test func `rare scripts have their faces`() throws {
    for text in ["𓀀", "ᚠ", "ߒ", "ꆈ", "ଓ"] {
      var typesetter = try Typesetter.make()
      #expect(typesetter.setLine(ParagraphContent(text, style: style)).text == text)
      #expect(typesetter.missingGlyphs.isEmpty, "\(text)")
    }
  }

  @Test func `a font that is not installed is named with its package`() throws {
    // The theme's own fonts only: no fallback is found.
    let fonts = try FontLibrary(
      searchPaths: ["/usr/share/texmf/fonts/opentype/public"] + [
        "/usr/share/fonts/opentype/inter", "/usr/share/fonts/truetype/jetbrains-mono",
      ])
    var typesetter = Typesetter(fonts: fonts)
    _ = typesetter.setLine(ParagraphContent("東 🚀", style: style))
    #expect(typesetter.missingGlyphs.first { $0.scalar == "東" }?.package == "fonts-noto-cjk")
    #expect(typesetter.absentEmojiPackage == "fonts-noto-color-emoji")
  }

  @Test func `malformed UTF-8 is replaced, not passed on`() throws {
    var content = ParagraphContent()
    content.append(utf8: [0x61, 0xFF, 0x62, 0xC3], style: style)
    var typesetter = try Typesetter.make()
    #expect(typesetter.setLine(content).text == "a\u{FFFD}b\u{FFFD}")
  }

  @Test func `clusters cover the text of every script`() throws {
    for text in ["e\u{301}galité", "क्षत्रिय", "مرحبا بالعالم", "שָׁלוֹם", "fi‌fi", "ffi\u{AD}ent"] {
      let frame = try line(text)
      for (run, _) in frame.runs {
        #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
        #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
      }
    }
  }

  @Test func `Arabic words are joined and run right to left`() throws {
    let frame = try line("مرحبا")
    let run = try #require(frame.runs.first?.run)
    #expect(run.isRightToLeft)
    // The first letter of the text is drawn last, on the right.
    #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.x <= $1.x + 0.5 })
  }

  @Test func `Hebrew inside English stands in visual order`() throws {
    let frame = try line("see שלום עולם now")
    let words = frame.runs.map {
      (String(decoding: $0.run.text, as: UTF8.self).trimmed, $0.at.x)
    }
    let first = try #require(words.first { $0.0 == "שלום" })
    let second = try #require(words.first { $0.0 == "עולם" })
    #expect(first.1 > second.1)
    #expect(words.first?.0 == "see")
    #expect(words.last?.0 == "now")
  }

  @Test func `a right-to-left paragraph starts at the right`() throws {
    var typesetter = try Typesetter.make()
    let lines = typesetter.breakLines(
      ParagraphContent("שלום 12 עולם", style: style), width: 200,
      style: ParagraphStyle(alignment: .left))
    let runs = lines[0].frame.runs
    let right = runs.map { $0.at.x + $0.run.width }.max()!
    #expect(abs(right - 200) < 1)
    let word = try #require(runs.first { String(decoding: $0.run.text, as: UTF8.self) == "שלום" })
    #expect(abs(word.at.x + word.run.width - 200) < 1)
  }
}

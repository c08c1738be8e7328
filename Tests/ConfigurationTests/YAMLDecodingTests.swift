import Configuration
import Diagnostics
import Testing

/// Decodes YAML and returns what would be printed about it, one line per diagnostic.
private func complaints<T: Decodable>(_ type: T.Type, _ yaml: String) -> [String] {
  let sources = SourceMap()
  let file = sources.add(path: "f.yaml", text: yaml)
  do {
    _ = try decodeYAML(T.self, from: SpannedText(file))
    return []
  } catch {
    let renderer = DiagnosticRenderer(sources: sources, format: .short)
    return error.sorted().map {
      renderer.render($0).dropLast() + $0.help.map { " | " + $0 }.joined()
    }
  }
}

/// A small generator of its own, so that every run tries the same bytes (Steele's SplitMix64).
private struct SplitMix {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private struct Options: Decodable {
  enum Severity: String, CaseIterable, Decodable { case error, warning }
  struct Column: Decodable {
    var label: String
    var digits: Int
  }
  var caption: String
  var count: Int
  var ratio: Double?
  var severity: Severity?
  var columns: [Column]?
  var flag: Bool?
}

@Suite struct YAMLDecodingTests {
  @Test func `several mistakes are all reported at their values`() {
    let found = complaints(
      Options.self,
      """
      caption: [a, b]
      count: many
      severity: eror
      columns:
        - {label: x, digits: 1.5}
        - {label: y, digts: 2}
      flag: yes
      extra: 1
      """)
    #expect(
      found == [
        "f.yaml:1:10: error[wrong-type]: expected text, found a list",
        "f.yaml:2:8: error[wrong-type]: expected a whole number, found the text 'many'",
        "f.yaml:3:11: error[bad-value]: 'eror' is not allowed here"
          + " | did you mean 'error'? | write 'error' or 'warning'",
        "f.yaml:5:24: error[wrong-type]: expected a whole number, found 1.5",
        "f.yaml:6:5: error[missing-key]: the key 'digits' is missing here",
        "f.yaml:6:16: error[unknown-key]: there is no key 'digts' here"
          + " | did you mean 'digits'? | its keys are 'digits', 'label'",
        "f.yaml:7:7: error[wrong-type]: expected true or false, found the text 'yes'",
        "f.yaml:8:1: error[unknown-key]: there is no key 'extra' here"
          + " | its keys are 'caption', 'columns', 'count', 'flag', 'ratio', 'severity'",
      ])
  }

  @Test func `invalid YAML is reported at its mark with YAML's problem`() {
    #expect(
      complaints(Options.self, "caption: a\ncount: [1, 2\nflag: true\n")
        == ["f.yaml:3:5: error[invalid-yaml]: did not find expected ',' or ']'"])
    #expect(
      complaints(Options.self, "caption: one: two\n").first?.hasPrefix("f.yaml:1:13: error") == true
    )
    // Found missing at the end of the file, but forgotten at its start.
    for mark in ["\"", "'"] {
      #expect(
        complaints(Options.self, "caption: \(mark)a\ncount: 1\nflag: true\n").first?
          .hasPrefix("f.yaml:1:10: error[invalid-yaml]: this quotation mark is not closed") == true)
    }
    #expect(
      complaints(Options.self, "caption: a\ncount: 1\ncaption: b\n")
        == ["f.yaml:3:1: error[duplicate-key]: the key 'caption' stands twice in one mapping"])
  }

  @Test func `errors in comment-prefixed option lines point into the directive`() throws {
    let sources = SourceMap()
    let text = "# T\n\n```sql table\n--| caption: ü x\n--|   more\n--| count: x\nSELECT 1\n```\n"
    let file = sources.add(path: "c.md", text: text)
    var options = SpannedText(file: file.id)
    for line in 4...6 {
      let start = file.offset(ofLine: line) + 4
      options.append(file.bytes[start..<file.offset(ofLine: line + 1) - 1], at: start)
      options.appendNewline()
    }
    let error = #expect(throws: DiagnosticList.self) {
      try decodeYAML(Options.self, from: options)
    }
    let spans = try #require(error).all.map { file.text(of: $0.span!) }
    #expect(spans == ["x"])
    let line = error.map { file.line(at: Int($0.all[0].span!.start)) }
    #expect(line == 6)
  }

  @Test func `YAML reads words as text and keeps the order of free keys`() throws {
    let file = SourceMap().add(path: "f", text: "b: no\na: 12:30\nc: 0x1F\n\"d\": 'it''s'\n")
    let mapping = try decodeYAML(OrderedMapping<Spanned<String>>.self, from: SpannedText(file))
    #expect(mapping.keys == ["b", "a", "c", "d"])
    #expect(mapping.entries.map(\.value.value) == ["no", "12:30", "0x1F", "it's"])
    #expect(
      mapping.entries.map { file.text(of: $0.value.span!) } == ["no", "12:30", "0x1F", "'it''s'"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "&a [", "!!seq ["])
  func `nesting without end is refused`(_ mark: String) {
    let found = complaints(Options.self, String(repeating: mark, count: 100_000))
    #expect(found.first?.contains("yaml-too-deep") == true)
  }

  @Test func `long rules of dashes are not nesting`() {
    let rule = String(repeating: "-", count: 1000)
    #expect(complaints(String.self, "# \(rule)\n\"\(rule)\"\n") == [])
  }

  @Test func `no bytes end the process`() {
    var random = SplitMix(seed: 7)
    let alphabet = Array("a: -[]{}&*!|>'\"%@`\n\t#,?~<é\u{FEFF}\u{2028}".utf8) + [0, 0x80, 0xFF]
    for _ in 0..<3000 {
      let count = Int(random.next() % 40)
      let bytes = (0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      let file = SourceMap().add(path: "f", bytes: bytes)
      do {
        _ = try YAMLNode.parse(SpannedText(file))
      } catch {
        #expect(error.all.allSatisfy { Int($0.span?.end ?? 0) <= bytes.count })
      }
    }
  }

  @Test func `an alias bomb is refused`() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1...8 {
      yaml +=
        "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(complaints(Options.self, yaml).first?.contains("yaml-too-large") == true)
  }

  private struct Words: Decodable { var text: Spanned<String> }

  @Test(arguments: [
    "text: plain words here", "text: 'it''s here'", #"text: "a \"word\" here""#,
    "text: words that go\n  on here", "text: 'words that go\n\n  on here'",
    "text: >-\n  Words of one line\n  and here", "text: |\n  Words\n    of lines\n\n  and here\n",
    "text: >\r\n  Words of one line\r\n\r\n  and here\r\n", "text: |+\n  and here\n\n",
  ])
  func `each byte of a text leads to its place, however it is written`(yaml: String) throws {
    let sources = SourceMap()
    let file = sources.add(path: "f.yaml", text: yaml)
    let text = try decodeYAML(Words.self, from: SpannedText(file)).text
    let source = try #require(text.source)
    #expect(source.text == text.value)
    let end = text.value.utf8.count - text.value.utf8.reversed().prefix { $0 == 0x0A }.count
    let word = end - 4..<end
    #expect(file.text(of: source.span(word)) == "here")
    #expect(file.text(of: source.span(0..<2)) == String(text.value.prefix(2)))
  }

  @Test func `a text with other escapes has no places`() throws {
    let sources = SourceMap()
    let file = sources.add(path: "f.yaml", text: #"text: "a\tb""#)
    #expect(try decodeYAML(Words.self, from: SpannedText(file)).text.source == nil)
  }
}

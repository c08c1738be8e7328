import Diagnostics
import MathSyntax
import Testing

/// Hostile and mistaken formulas end with a diagnostic, soon.
struct LimitTests {
  @Test(arguments: [
    (#"\def\x{\x}\x"#, "more than 1000 macros are expanded in this formula"),
    (#"\def\x{\x\x}\x"#, "more than 1000 macros are expanded in this formula"),
    (String(repeating: "{", count: 5000), "the formula nests more than 120 levels deep"),
    (String(repeating: #"\sqrt"#, count: 5000), "the formula nests more than 120 levels deep"),
    (String(repeating: "x^{", count: 5000), "the formula nests more than 120 levels deep"),
    (
      String(repeating: #"\begin{matrix}"#, count: 500),
      "the formula nests more than 120 levels deep"
    ),
    (String(repeating: "a", count: 100_001), "the formula has 100001 bytes; the limit is 100000"),
  ])
  func `a formula beyond a limit is refused`(tex: String, message: String) {
    let (_, diagnostics) = parse(tex)
    #expect(diagnostics.all.map(\.message) == [message])
  }

  @Test func `tokens are counted after expansion`() {
    let tex = Array(#"\def\x#1{#1#1#1#1}\x{\x{\x{\x{aaaa}}}}"#.utf8)
    let limits = MathLimits(nesting: 10, expansions: 100, bytes: 1000, tokens: 500)
    let span = SourceSpan(file: FileID(rawValue: 0), start: 0, end: tex.count)
    let (_, diagnostics) = MathParser.parse(tex[...], span: span, display: true, limits: limits)
    #expect(
      diagnostics.all.map(\.message) == [
        "the formula has more than 500 tokens after expansion"
      ])
  }

  @Test func `a macro that doubles its argument is stopped by the number of tokens`() {
    let definitions = (0..<30).map {
      "\\def\\\(letter($0 + 1)){\\\(letter($0))\\\(letter($0))}"
    }
    let tex = #"\def\qaa{xxxxxxxxxx}"# + definitions.joined() + "\\" + letter(30)
    let (_, diagnostics) = parse(tex)
    #expect(diagnostics.all.count == 1)
    #expect(diagnostics.all.first?.code == "math-limit")
  }

  private func letter(_ index: Int) -> String {
    "q" + String(UnicodeScalar(UInt8(97 + index / 26)))
      + String(UnicodeScalar(UInt8(97 + index % 26)))
  }

  @Test(arguments: 0..<8)
  func `random tokens never crash or hang the parser`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let commands = MathParser.commandNames
    let marks = [
      "{", "}", "{", "}", "^", "_", "&", "\\\\", "$", "#1", "[", "]", "(", ")", "'", " ", "~",
      "%\n",
      "a", "1", ".", ",", "é", "𝐀", "\\left(", "\\right)", "\\begin{matrix}", "\\end{matrix}",
      "\\begin{array}{c|c}", "\\end{array}", "\\begin{CD}", "@>>>", "@V", "\\end{CD}", "2pt",
      "{red}",
      "\\begin{align}", "\\end{align}", "\\text{", "\\def\\x#1{", "\\x", "\\newcommand{\\y}[1]{",
      "\\y",
    ]
    for _ in 0..<2500 {
      var tex = ""
      for _ in 0..<random.next(below: 30) {
        if random.next(below: 3) == 0 {
          tex += "\\" + commands[random.next(below: commands.count)] + " "
        } else {
          tex += marks[random.next(below: marks.count)]
        }
      }
      let (list, diagnostics) = parse(tex, display: random.next(below: 2) == 0)
      for diagnostic in diagnostics.all {
        let span = diagnostic.span
        #expect(span != nil && Int(span!.end) <= tex.utf8.count, "\(tex): \(diagnostic.message)")
      }
      _ = list.plainText
      _ = MathDump.text(of: list)
    }
  }

  @Test func `random bytes never crash the parser`() {
    var random = SplitMix(state: 99)
    for _ in 0..<5000 {
      let bytes = (0..<random.next(below: 40)).map { _ in UInt8(random.next(below: 256)) }
      let span = SourceSpan(file: FileID(rawValue: 0), start: 0, end: bytes.count)
      _ = MathParser.parse(bytes[...], span: span, display: true)
    }
  }
}

/// A small generator of random numbers with a seed (Steele, Lea, Flood 2014).
struct SplitMix {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}

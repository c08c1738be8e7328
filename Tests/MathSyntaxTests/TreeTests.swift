import Diagnostics
import MathSyntax
import TestSupport
import Testing

/// What the parser understands, as trees.
struct TreeTests {
  @Test(arguments: [
    ("numbers", #"12x + 3.14 - .5 \cdot 10^{12} \quad \frac12 x^12 1. 2"#),
    ("scripts", #"x_i^2 + x'^2 + f''_n + {}_a^b X + x² + y₁₂ + \sum_{i=1}^n\limits a_i"#),
    ("fractions", #"\frac{a}{b} + {a+1 \over b} + \binom nk + \dfrac12 + \genfrac(]{2pt}1ab"#),
    ("roots", #"\sqrt{x} + \sqrt[3]{x+y} + \sqrt2"#),
    ("fences", #"\left( \frac a b \middle| c \right] + \bigl\{ x \bigr\} + \lfloor x \rfloor"#),
    ("accents", #"\tilde\mu + \hat{x} + \widehat{AB} + \overline{x+y} + \underbrace{a+b}_{n} + x̂"#),
    ("operators", #"\log x + \operatorname*{arg\,max}_x f + \int_0^1 + \max_{x} + \mathop{ab}"#),
    (
      "alphabets",
      #"\mathrm{TFLOP} + \mathbf{x} + {\rm a b} c + \displaystyle x \textcolor{red}{y}"#
    ),
    (
      "relations",
      #"a \not= b \not\in C \not\sim d \nleqslant e \stackrel{!}{=} f \xrightarrow[b]{a} g"#
    ),
    ("text", #"\text{if $x > 0$ -- \textbf{then} ``so''}~\mbox{\'e \ss}"#),
    ("cases", #"f = \begin{cases} 1 & x > 0 \\[2pt] 0 & \text{else} \end{cases}"#),
    ("align", #"\begin{align} a &= b \tag{1} \\ c &= d \notag \\ e &= f \label{eq:e} \end{align}"#),
    (
      "array",
      #"\begin{array}{l|cr} \hline a & b & c \\ \hline\hline d \end{array} \substack{a\\b}"#
    ),
    ("quantities", #"\num{-12345.678e-9} \qty{3.5}{\kilo\gram\per\second\squared} \unit{m/s^2}"#),
    (
      "macros",
      #"\newcommand{\a}[2][z]{#1+#2} \a{b} \a[c]{d} \def\p#1,#2.{(#1;#2)} \p x,y. \let\q\alpha \q"#
    ),
    (
      "tables",
      #"\begin{array}{>{\displaystyle}c@{\,:\,}r<{!}} \cline{1-1} a & b \\ \multicolumn{2}{|c|}{c} \\ \cmidrule(l){2-2} d \end{array} \begin{aligned} a \\ \intertext{so $x$} b \end{aligned}"#
    ),
    ("diagram", #"\begin{CD} A @>f>> B \\ @VVV @| \\ C @<<g< D \end{CD}"#),
  ])
  func `a formula is understood as its golden tree`(name: String, tex: String) {
    let (list, diagnostics) = parse(tex)
    #expect(diagnostics.isEmpty, "\(diagnostics.all.map(\.message))")
    expectGolden(tex + "\n\n" + MathDump.text(of: list), "trees/\(name).txt")
  }

  @Test(arguments: [
    #"\frac{a}{b}"#, #"\sqrt[3]{x}"#, #"\begin{matrix}a\end{matrix}"#, #"\text{on $a$ }"#,
    #"x_{a}^{b}"#, #"\boxed{a}"#, #"\substack{a\\b}"#,
  ])
  func `a construct spans all of its source, closing braces included`(tex: String) {
    let (list, _) = parse("y " + tex + " z")
    #expect(Array(("y " + tex + " z").utf8)[clamped: list.nodes[1].span.range] == tex)
  }

  @Test func `each node covers the bytes that made it`() {
    let tex = #"a + \frac{b}{c_1} \left( d \right)"#
    let (list, _) = parse(tex)
    let pieces = list.nodes.map { Array(tex.utf8)[clamped: $0.span.range] }
    #expect(pieces == ["a", "+", #"\frac{b}{c_1}"#, #"\left( d \right)"#])
  }

  @Test func `what a macro makes stands at its call, and arguments at their own place`() {
    var macros = MacroTable()
    macros.define("half", as: #"\frac{#1}{2}"#)
    let tex = #"x \half{yz}"#
    let (list, _) = parse(tex, macros: macros)
    guard case .fraction(let fraction) = list.nodes[1].kind else {
      Issue.record("no fraction")
      return
    }
    #expect(Array(tex.utf8)[clamped: fraction.denominator.span.range] == #"\half"#)
    #expect(Array(tex.utf8)[clamped: fraction.numerator.span.range] == "yz")
  }

  @Test func `definitions outside of groups go on to the next formula`() {
    var macros = MacroTable()
    let bytes = Array(#"\newcommand{\R}{\mathbb{R}} {\gdef\S{s}\def\L{l}}"#.utf8)
    _ = MathParser.parse(
      bytes[...], span: .init(file: .init(rawValue: 0), start: 0, end: bytes.count),
      display: true, defining: &macros)
    #expect(macros.names == ["R", "S"])
    #expect(parse(#"\R + \S"#, macros: macros).diagnostics.isEmpty)
  }

  @Test(arguments: [
    (#"\frac{a+b}{c}"#, "(a + b)/c"), (#"x_i^2 + y_{ij}"#, "x_i^2 + y_(ij)"),
    (#"\sqrt{2} + \sqrt[3]{x+1}"#, "√2 + ∛(x + 1)"),
    (#"\sum_{i=1}^{n} a_i \le \log n"#, "∑_(i = 1)^n a_i ≤ log n"),
    (#"f'(x) = \text{if } x"#, "f′(x) = if x"),
    (#"\mathrm{TFLOP} \times 10^{12}"#, "TFLOP × 10^12"),
    (#"\left\lfloor \frac{n}{2} \right\rfloor"#, "⌊n/2⌋"), (#"\binom{n}{k}"#, "binom(n, k)"),
    (#"\begin{pmatrix} a & b \\ c & d \end{pmatrix}"#, "(a, b; c, d)"), (#"\tilde n_i"#, "ñ_i"),
  ])
  func `a formula reads as plain text`(tex: String, text: String) {
    #expect(
      parse(tex).list.plainText.unicodeScalars.elementsEqual(
        text.decomposedTilde.unicodeScalars))
  }
}

extension String {
  /// The tree writes combining marks after their letter.
  fileprivate var decomposedTilde: String { replacing("ñ", with: "n\u{303}") }
}

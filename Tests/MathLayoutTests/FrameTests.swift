import Diagnostics
import Graphics
import MathLayout
import MathSyntax
import TestSupport
import Testing
import Typography

let fonts: FontLibrary = {
  do { return try FontLibrary() } catch { preconditionFailure("the fonts are installed: \(error)") }
}()

func formula(_ tex: String) -> MathList {
  let bytes = Array(tex.utf8)
  let span = SourceSpan(file: FileID(rawValue: 0), start: 0, end: bytes.count)
  let (list, diagnostics) = MathParser.parse(bytes[...], span: span, display: true)
  #expect(diagnostics.isEmpty, "\(diagnostics.all.map(\.message))")
  return list
}

/// One golden frame for each construct.
struct FrameTests {
  let setter = MathSetter(fonts: fonts)

  @Test(arguments: [
    ("symbols", #"a + \alpha - 12 \le \Gamma, \partial \ell \infty"#),
    ("classes", #"-a + (-b) = +c, d \mid e \colon f ! g \mathbin{h} i"#),
    ("fraction", #"\frac{a+b}{c} + \tfrac12 + \binom nk + {a \atop b} + \cfrac{1}{2}"#),
    ("scripts", #"x^2 + x_i + x_i^2 + f'' + e^{x^y} + (a+b)^2 + {}_a^b X + V_A^T"#),
    (
      "limits",
      #"\sum_{i=1}^n \int_0^1 \int\limits_0^1 \max_{x} \lim\nolimits_y \prod\nolimits_i^n"#
    ),
    ("radical", #"\sqrt{x} + \sqrt[3]{\frac ab} + \sqrt{\sqrt{\sqrt{y}}}"#),
    (
      "fences",
      #"\left( \frac{\frac ab}{c} \middle| d \right] + \Bigl\{ x \Bigr. + \left\| \frac12 \right\|"#
    ),
    ("assembly", #"\left( \begin{matrix} 1\\2\\3\\4\\5\\6\\7\\8 \end{matrix} \right\}"#),
    (
      "accents",
      #"\hat x + \tilde\mu + \vec v + \bar{\bar y} + \widehat{ABC} + \dot{x}_1^2 + \utilde{ab}"#
    ),
    (
      "overunder",
      #"\overline{x+y} + \underline{x} + \overbrace{a+b}^n + \underbrace{c}_{d} + \overrightarrow{AB}"#
    ),
    (
      "stack",
      #"a \overset{!}{=} b \underset{x}{\to} c \stackrel{d}{\to} e \xrightarrow[below]{f} g"#
    ),
    (
      "matrix",
      #"\begin{pmatrix} a & b \\ c & \frac12 \end{pmatrix} \begin{smallmatrix} 1 & 2 \\ 3 & 4 \end{smallmatrix}"#
    ),
    ("cases", #"\begin{cases} x^2 & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#),
    (
      "array",
      #"\begin{array}{|l|c:r|} \hline a & b & c \\ \hdashline d & e & f \\ \hline \end{array}"#
    ),
    (
      "merged",
      #"\begin{array}{|c|c@{=}r|} \hline \multicolumn{2}{|c|}{ab} & c \\ \cline{1-2} 1 & 2 & 3 \\ \hline \end{array}"#
    ),
    (
      "corners",
      #"\sideset{_a^b}{_c^d}\prod_i + \bigl( \begin{smallmatrix} 1 \end{smallmatrix} \bigr)"#
    ),
    ("aligned", #"\begin{aligned} a &= b + c \\ d + e &= f \end{aligned}"#),
    (
      "text",
      #"\text{if } x \text{ is \textbf{bold} with $y^2$} + x_{\text{max}} + \mathrm{prefill}"#
    ),
    (
      "alphabets",
      #"\mathbf{x} \mathcal{L} \mathbb{R} \mathfrak{g} \mathsf{s} \mathtt{t} \boldsymbol{\mu} \mathrm{d}x"#
    ),
    ("operatornames", #"\log x + \operatorname{softmax}(z) + \arg\min_x f + \sin^2 x"#),
    (
      "enclosures",
      #"\boxed{x} + \cancel{y} + \colorbox{yellow}{a} + \phase{b} + \angl n + \sout{c}"#
    ),
    ("cancelto", #"\cancelto{0}{x + y} + \cancelto{\infty}{\frac{a}{b}}"#),
    (
      "extents",
      #"\phantom{x} + \smash{\frac12} + \mathrlap{/}{=} + \vphantom{\frac12} + \rule[1pt]{2em}{1ex}"#
    ),
    ("color", #"\textcolor{red}{a = b} + c"#), ("size", #"\Large A \small B \scriptstyle C"#),
    ("negation", #"a \not= b \not\sim c \not\approx d"#),
    ("spaces", #"a\,b\:c\;d\quad e\!f\ g\kern3pt h"#),
    ("diagram", #"\begin{CD} A @>f>> B \\ @VVV @| \\ C @<<g< D \end{CD}"#),
    ("foreign", "漢字 + é + ж"), ("error", "x"),
  ])
  func `a construct is set as its golden frame`(name: String, tex: String) {
    let frame = setter.layOut(formula(tex), isDisplay: true, size: 10, color: .black)
    expectGolden(tex + "\n\n" + FrameDump.text(of: frame), "frames/\(name).txt")
  }

  @Test func `glyphs of a formula all belong to clusters, and every cluster to text`() {
    let frame = setter.layOut(
      formula(
        #"\left( \sum_{i=1}^n \frac{x_i}{\sqrt{y}} \right)^{2} \begin{pmatrix}1\\2\\3\\4\\5\end{pmatrix}"#
      ),
      isDisplay: true, size: 10, color: .black)
    for item in frame.items {
      guard case .glyphs(let run, _) = item else { continue }
      #expect(run.clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
      #expect(run.clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
    }
  }

  @Test func `letters read as plain letters, blackboard letters as themselves`() {
    let frame = setter.layOut(
      formula(#"x \in \mathbb{R}, \mathbf{v} = \mathrm{max}(\alpha)"#), isDisplay: false, size: 10,
      color: .black)
    #expect(text(of: frame) == "x∈ℝ,v=max(α)")
  }

  @Test func `a formula scales with its size`() {
    let tex = #"\sum_{i=1}^n \frac{x_i}{\sqrt{y}} + \begin{pmatrix} a & b \end{pmatrix}"#
    let small = setter.layOut(formula(tex), isDisplay: true, size: 10, color: .black)
    let large = setter.layOut(formula(tex), isDisplay: true, size: 20, color: .black)
    #expect(abs(large.width - 2 * small.width) < 0.001)
    #expect(abs(large.height - 2 * small.height) < 0.001)
  }

  @Test func `every font with a MATH table sets a formula`() throws {
    for theme in [FontTheme.pagella, .termes, .latinModern, .stix] {
      let setter = MathSetter(fonts: try FontLibrary(theme: theme))
      let frame = setter.layOut(
        formula(#"\sqrt{\frac{a}{b}} + \left( \int_0^1 x\,dx \right)"#), isDisplay: true, size: 10,
        color: .black)
      #expect(frame.width > 50 && frame.height > 20)
    }
  }
}

/// The readable text of a frame in drawing order.
func text(of frame: Frame) -> String {
  frame.items.map { item in
    switch item {
    case .glyphs(let run, _): String(decoding: run.text, as: UTF8.self)
    case .frame(let inner, _), .group(let inner, _, _): text(of: inner)
    default: ""
    }
  }.joined()
}

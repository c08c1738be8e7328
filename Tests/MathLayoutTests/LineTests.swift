import Graphics
import MathLayout
import MathSyntax
import TestSupport
import Testing
import Typography

/// Formulas in lines of text and in displays.
struct LineTests {
  let setter = MathSetter(fonts: fonts)
  private let long =
    #"a + b + c + d + e + f + g + h = \frac{a}{b} + \sum_{i=1}^{n} x_i + \alpha + \beta + \gamma = p + q + r + s"#

  @Test func `an inline formula may break after relations and binary operators only`() {
    let pieces = setter.layOutInline(
      formula(#"a + b = -c, (d = e) \allowbreak f"#), size: 10, color: .black)
    let shape = pieces.map { piece in
      switch piece {
      case .box: "box"
      case .glue: "glue"
      case .penalty(let penalty): "\(penalty)"
      case .beginLink(let target): "\(target)"
      case .endLink: "end"
      }
    }
    #expect(
      shape == [
        "box", "10000", "glue", "box", "700", "glue", "box", "10000", "glue", "box", "500", "glue",
        "box", "10000", "glue", "box", "500", "glue", "box", "0", "box",
      ])
  }

  @Test func `braces keep an inline formula together`() {
    let pieces = setter.layOutInline(formula("{F = ma}"), size: 10, color: .black)
    #expect(pieces.count == 1)
  }

  @Test func `pieces are as wide together as the formula in one piece`() {
    let tex = #"f(x) = \alpha x^2 + \beta x + \gamma \le 0"#
    let width = setter.layOutInline(formula(tex), size: 10, color: .black).reduce(0.0) {
      sum, piece in
      switch piece {
      case .box(let frame): sum + frame.width
      case .glue(let width, _, _): sum + width
      case .penalty, .beginLink, .endLink: sum
      }
    }
    let whole = setter.layOut(formula(tex), isDisplay: false, size: 10, color: .black)
    #expect(abs(width - whole.width) < 0.01)
  }

  @Test(arguments: [400.0, 250, 150, 90, 40])
  func `a display is never wider than the text`(width: Double) {
    let texts = [
      long, #"\frac{a+b+c+d+e+f+g+h+i+j+k}{a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p}"#,
      #"\begin{aligned} a &= b+c+d+e+f+g & x &= y+z+u+v+w \\ k &= l & m &= n \end{aligned}"#,
      #"\begin{pmatrix} a & b & c & d & e & f & g & h & i & j & k & l \end{pmatrix}"#,
      #"a = b \\ c = d + e + f"#, #"\kern500pt x"#,
      #"\begin{multline} a+b+c+d+e+f+g \\ +h+i+j+k+l+m+n \\ = o \end{multline}"#,
    ]
    for tex in texts {
      let rows = setter.layOutDisplay(formula(tex), width: width, size: 10, color: .black)
      #expect(!rows.isEmpty)
      for row in rows {
        #expect(row.width == width)
        #expect(rightEdge(of: row) <= width + 0.5, "\(tex) at \(width)")
      }
    }
  }

  @Test(arguments: [
    #"\def\arraystretch{nan}\begin{pmatrix} a \\ b \end{pmatrix}"#,
    #"\left( \rule{1em}{99999em} \right) \sqrt{\rule{99999em}{1em}}"#,
    #"\begin{array}{:c:} \hdashline \rule{99999em}{99999em} \\ \hdashline \end{array}"#,
    #"\overbrace{\kern99999em x}^{y} \xrightarrow{\kern99999em}"#,
  ])
  func `lengths without measure end in a display that fits`(tex: String) {
    let rows = setter.layOutDisplay(formula(tex), width: 300, size: 10, color: .black)
    #expect(rows.allSatisfy { $0.width == 300 && $0.height.isFinite })
  }

  @Test func `a long display breaks before relations first`() {
    let rows = setter.layOutDisplay(formula(long), width: 240, size: 10, color: .black)
    #expect(rows.count == 2)
    #expect(rows.last.map { text(of: $0).hasPrefix("=") } ?? false)
  }

  @Test func `an equation number stands at the right edge, or below when there is no room`() {
    let number = setter.layOut(formula(#"\text{(1)}"#), isDisplay: false, size: 10, color: .black)
    let beside = setter.layOutDisplay(
      formula("a = b"), width: 300, size: 10, color: .black, number: number)
    #expect(beside.count == 1)
    #expect(abs((beside.first.map(rightEdge) ?? 0) - 300) < 0.5)
    let below = setter.layOutDisplay(
      formula("a = b + c + d + e"), width: 80, size: 10, color: .black, number: number)
    #expect(below.count == 2)
  }

  @Test func `tags of an alignment stand beside their rows`() {
    let rows = setter.layOutDisplay(
      formula(#"\begin{align} a &= b \tag{1} \\ c &= d \tag*{X} \end{align}"#), width: 300,
      size: 10, color: .black)
    #expect(rows.map(text) == ["a=b(1)", "c=dX"])
    expectGolden(rows.map { FrameDump.text(of: $0) }.joined(), "frames/tags.txt")
  }

  /// The right end of the ink that a frame's rows hold.
  private func rightEdge(of frame: Frame) -> Double {
    frame.items.reduce(0) { edge, item in
      switch item {
      case .frame(let inner, let at): max(edge, at.x + inner.width)
      default: edge
      }
    }
  }
}

import Graphics
import MathLayout
import MathSyntax
import Testing
import Typography

/// `\href`, `\url` and references: regions that lead somewhere.
struct LinkTests {
  let setter = MathSetter(fonts: fonts)

  private func links(in frame: Frame, x: Double = 0) -> [(target: LinkTarget, rect: Rect)] {
    frame.items.flatMap { item -> [(target: LinkTarget, rect: Rect)] in
      switch item {
      case .beginLink(let target, let rect, _): [(target, rect.offsetBy(dx: x, dy: 0))]
      case .frame(let inner, let at): links(in: inner, x: x + at.x)
      case .group(let inner, _, _): links(in: inner, x: x)
      default: []
      }
    }
  }

  @Test func `a link in a formula covers what it holds`() {
    let frame = setter.layOut(
      formula(#"a + \href{https://example.org/x}{b + c} + d"#), isDisplay: false, size: 10,
      color: .black)
    let plain = setter.layOut(formula("b + c"), isDisplay: false, size: 10, color: .black)
    let before = setter.layOut(formula("a + {}"), isDisplay: false, size: 10, color: .black)
    let found = links(in: frame)
    #expect(found.map(\.target) == [.url("https://example.org/x")])
    #expect(abs((found.first?.rect.size.width ?? 0) - plain.width) < 0.01)
    #expect(abs((found.first?.rect.minX ?? 0) - before.width) < 0.01)
    #expect(abs((found.first?.rect.size.height ?? 0) - plain.height) < 0.01)
  }

  @Test func `a link inside of a fraction keeps its place, one inside of a link is none`() {
    let frame = setter.layOut(
      formula(
        #"\frac{1}{\href{https://example.org/x}{b \frac{\href{https://example.org/y}{c}}{2}}}"#),
      isDisplay: true, size: 10, color: .black)
    let found = links(in: frame)
    #expect(found.map(\.target) == [.url("https://example.org/x")])
    #expect((found.first?.rect.minX ?? 0) > 0)
    #expect(frame.items.count { $0 == .endTag } == 1)
  }

  @Test func `a link in a line of text may end in the next line`() {
    let pieces = setter.layOutInline(
      formula(#"a + \href{https://example.org/x}{b = c} + d"#), size: 10, color: .black)
    let marks = pieces.compactMap { piece in
      switch piece {
      case .beginLink(let target): "\(target)"
      case .endLink: "end"
      case .box(let frame): text(of: frame)
      case .glue, .penalty: nil
      }
    }
    #expect(marks == ["a", "+", #"url("https://example.org/x")"#, "b", "=", "c", "end", "+", "d"])
  }

  @Test func `a reference leads to what it names, in the colour of links`() {
    var setter = setter
    setter.references = ["eq-a": "7"]
    setter.linkColor = Color(hex: 0x0000FF)
    let frame = setter.layOut(
      formula(#"x \text{ by } \eqref{eq-a}, \ref{eq-b}"#), isDisplay: false, size: 10, color: .black
    )
    #expect(links(in: frame).map(\.target) == [.anchor("eq-a")])
    let colors = frame.items.compactMap { item in
      if case .glyphs(let run, _) = item, run.color != .black {
        String(decoding: run.text, as: UTF8.self)
      } else {
        nil
      }
    }
    #expect(colors.joined() == "(7)")
  }

  @Test func `the parts of a display carry their links`() {
    let tex =
      #"\begin{align} a &= \href{https://example.org/x}{b} \\ c &= \url{https://example.org/y} \end{align}"#
    let rows = setter.layOutDisplay(formula(tex), width: 300, size: 10, color: .black)
    #expect(
      rows.map { links(in: $0).map(\.target) } == [
        [.url("https://example.org/x")], [.url("https://example.org/y")],
      ])
  }
}

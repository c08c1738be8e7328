import Graphics
import MathLayout
import MathSyntax
import TestSupport
import Testing
import Typography

/// Alignments, numbers and sizes of displays.
struct DisplayTests {
  let setter = MathSetter(fonts: fonts)

  private func display(
    _ tex: String, width: Double = 300, number: Frame? = nil,
    side: MathDisplay.NumberSide = .right
  ) -> MathDisplay {
    setter.display(
      formula(tex), width: width, size: 10, color: .black, number: number, numberSide: side)
  }

  private var number: Frame {
    setter.layOut(formula(#"\text{(1)}"#), isDisplay: false, size: 10, color: .black)
  }

  @Test func `an alignment is a row of text for each of its rows`() {
    let set = display(#"\begin{align} a &= b \\ c &= d \\ e &= f \end{align}"#)
    #expect(set.rows.count == 3)
    #expect(set.rows.map(\.gapAbove) == [0, 3, 3])
    #expect(set.rows.map { text(of: $0.frame) } == ["a=b", "c=d", "e=f"])
  }

  @Test func `an array with lines or fences stays in one piece`() {
    #expect(display(#"\begin{aligned} a &= b \\ \hline c &= d \end{aligned}"#).rows.count == 1)
    #expect(display(#"\begin{cases} a & b \\ c & d \end{cases}"#).rows.count == 1)
  }

  @Test func `the number of an alignment stands at its middle row`() {
    let set = display(#"\begin{aligned} a &= b \\ c &= d \\ e &= f \end{aligned}"#, number: number)
    #expect(set.rows.map { text(of: $0.frame) } == ["a=b", "c=d(1)", "e=f"])
  }

  @Test func `numbers on the left stand at the left edge of the first row`() {
    let one = display("a = b", number: number, side: .left)
    #expect(placed(one.rows[0].frame).map(\.x).min() == 0)
    let several = display(
      #"\begin{multline} a + b \\ + c \\ + d \end{multline}"#, number: number, side: .left)
    #expect(text(of: several.rows[0].frame).hasSuffix("(1)"))
    let narrow = display("a = b + c + d + e", width: 80, number: number, side: .left)
    #expect(narrow.rows.map { text(of: $0.frame) }.first == "(1)")
  }

  @Test func `the pairs of align share the line, those of aligned stand 1 em apart`() {
    let tex = #" a &= b & c &= d \end{align*}"#
    let spread = placed(display(#"\begin{align*}"# + tex).rows[0].frame)[0]
    let tight = placed(
      display((#"\begin{align*}"# + tex).replacing("align*", with: "aligned")).rows[0].frame)[0]
    #expect(tight.width < 80)
    // Three equal spaces: left, between, right.
    let gap = spread.x
    #expect(abs(spread.width - (tight.width - 10) - gap) < 0.1)
  }

  @Test func `flalign reaches from edge to edge`() {
    let frame = placed(
      display(#"\begin{flalign*} a &= b & c &= d \end{flalign*}"#).rows[0].frame)[0]
    #expect(abs(frame.x) < 0.1 && abs(frame.width - 300) < 0.1)
  }

  @Test func `words between rows run across the text`() {
    let set = display(
      #"\begin{align} a &= b \\ \intertext{and, because of $x > 0$,} c &= d \end{align}"#)
    #expect(set.rows.count == 3)
    #expect(text(of: set.rows[1].frame).hasPrefix("and, because"))
    guard case .glyphs(_, let at) = set.rows[1].frame.items.first else {
      Issue.record("the row begins with words")
      return
    }
    #expect(abs(at.x) < 1)
  }

  @Test func `words between rows are a paragraph, and shortintertext stands closer`() {
    let words = Array(repeating: "many words", count: 20).joined(separator: " ")
    func gaps(_ command: String) -> (count: Int, gap: Double) {
      let set = display(#"\begin{align} a \\ \"# + command + "{\(words)}" + #" b \end{align}"#)
      return (set.rows.count, set.rows[1].gapAbove)
    }
    let (long, short) = (gaps("intertext"), gaps("shortintertext"))
    #expect(long.count > 4 && long.count == short.count)
    #expect(long.gap > short.gap)
  }

  @Test func `a number that has no room beside its row goes below, or above on the left`() {
    let tex =
      #"\begin{align*} a + b + c + d + e + f + g &= h + i + j \tag{1} \\ a &= b \tag{2} \end{align*}"#
    #expect(
      display(tex, width: 160).rows.map { text(of: $0.frame) } == [
        "a+b+c+d+e+f+g=h+i+j", "(1)", "a=b(2)",
      ])
    #expect(
      display(tex, width: 160, side: .left).rows.map { text(of: $0.frame) } == [
        "(1)", "a+b+c+d+e+f+g=h+i+j", "a=b(2)",
      ])
  }

  @Test func `an alignment moves off the middle to make room for its numbers`() {
    let tex = #"\begin{align*} a + b + c + d + e + f &= h + i + j \tag{1} \end{align*}"#
    let set = display(tex, width: 165)
    #expect(set.rows.count == 1)
    #expect((placed(set.rows[0].frame).first?.x ?? 99) < 20)
  }

  @Test func `one formula in an environment breaks as one without`() {
    let long = #"a + b + c + d + e + f = g + h + i + j + k + l = m + n + o"#
    let set = display(#"\begin{equation} "# + long + #" \tag{1} \end{equation}"#, width: 150)
    #expect(set.rows.count > 1 && set.scale == 1)
    #expect(text(of: set.rows.last!.frame).hasSuffix("(1)"))
  }

  @Test func `rows know their labels`() {
    let set = display(
      #"\begin{align} a \\ b \label{eq:b} \\ \intertext{and} c \label{c} \end{align}"#)
    #expect(set.rows.map(\.labels) == [[], ["eq-b"], [], ["c"]])
  }

  @Test func `environments one below the other have rows of their own`() {
    let set = display(
      #"\begin{subequations}\label{eq:g}\begin{align} a \\ b \end{align}\begin{gather} c \end{gather}\end{subequations}"#
    )
    #expect(set.rows.map { text(of: $0.frame) } == ["a", "b", "c"])
    #expect(set.rows[0].labels == ["eq-g"])
  }

  @Test func `a display tells how much smaller it was set`() {
    #expect(display("a = b").scale == 1)
    let wide = #"\begin{pmatrix}"# + Array(repeating: "abc", count: 30).joined(separator: "&")
    #expect(display(wide + #"\end{pmatrix}"#).scale < 0.5)
  }

  /// The frames placed in a row.
  private func placed(_ frame: Frame) -> [(x: Double, width: Double)] {
    frame.items.compactMap { item in
      if case .frame(let inner, let at) = item { (at.x, inner.width) } else { nil }
    }
  }
}

import Diagnostics
import MathSyntax
import Testing

/// The numbers of a display's rows, against amsmath's.
struct EquationNumberingTests {
  private func numbering(
    _ tex: String, hasLabel: Bool = false
  ) -> (numbering: EquationNumbering, count: Int) {
    var count = 0
    let (list, diagnostics) = parse(tex)
    #expect(diagnostics.isEmpty, "\(diagnostics.all.map(\.message))")
    let numbering = EquationNumbering(list, hasLabel: hasLabel) {
      count += 1
      return String(count)
    }
    return (numbering, count)
  }

  /// What stands beside each row.
  private func tags(_ list: MathList) -> [String] {
    list.displayArrays.flatMap { array in
      array.name == "subequations"
        ? array.rows.flatMap(\.cells).flatMap(tags) : array.rows.map { $0.tag?.words ?? "–" }
    }
  }

  @Test(arguments: [
    (#"\begin{align} a \\ b \\ c \end{align}"#, ["1", "2", "3"]),
    (
      #"\begin{align} a \notag \\ b \tag{X} \\ c \\ d \nonumber \end{align}"#, ["–", "X", "1", "–"]
    ),
    (#"\begin{align*} a \\ b \tag{1} \end{align*}"#, ["–", "1"]),
    (#"\begin{gather} a \\ b \end{gather}"#, ["1", "2"]),
    (#"\begin{alignat}{2} a & b \\ c & d \end{alignat}"#, ["1", "2"]),
    (#"\begin{flalign} a & b \\ c & d \end{flalign}"#, ["1", "2"]),
    (#"\begin{eqnarray} a &=& b \\ c &=& d \end{eqnarray}"#, ["1", "2"]),
    (#"\begin{multline} a \\ b \\ c \end{multline}"#, ["–", "–", "1"]),
    (#"\begin{multline} a \tag{M} \\ b \end{multline}"#, ["M", "–"]),
    (#"\begin{multline} a \notag \\ b \end{multline}"#, ["–", "–"]),
    (#"\begin{equation} \begin{split} a &= b \\ &= c \end{split} \end{equation}"#, ["1"]),
    (
      #"\begin{subequations} \begin{align} a \\ b \end{align} \begin{equation} c \end{equation} \end{subequations}"#,
      ["1a", "1b", "1c"]
    ),
    (#"\begin{align} a \\ b \end{align} \begin{gather} c \end{gather}"#, ["1", "2", "3"]),
    (#"\begin{aligned} a \\ b \end{aligned}"#, []), (#"a = b"#, []),
  ])
  func `rows are numbered as amsmath numbers them`(tex: String, expected: [String]) {
    #expect(tags(numbering(tex).numbering.math) == expected)
  }

  @Test func `a label names the number of its row`() {
    let (set, _) = numbering(
      #"\begin{align} a \label{eq:a} \\ b \\ c \tag{*}\label{eq-c} \end{align}"#)
    #expect(set.entries.map(\.label) == ["eq-a", "eq-c"])
    #expect(set.entries.map(\.number) == ["1", "*"])
    #expect(set.labelNumber == nil)
  }

  @Test func `a label in split or in multline names the number of the whole`() {
    let inner = #"\begin{equation} \begin{split} a \\ b \label{eq:s} \end{split} \end{equation}"#
    #expect(numbering(inner).numbering.entries.map(\.number) == ["1"])
    let lines = #"\begin{multline} a \label{eq:m} \\ b \end{multline}"#
    #expect(numbering(lines).numbering.entries.map(\.label) == ["eq-m"])
  }

  @Test func `subequations have a number of their own and letters for their rows`() {
    let (set, count) = numbering(
      #"\begin{subequations}\label{eq:g}\begin{align} a \label{eq:a} \\ b \end{align}\end{subequations}"#
    )
    #expect(count == 1)
    #expect(set.entries.map(\.label) == ["eq-g", "eq-a"])
    #expect(set.entries.map(\.number) == ["1", "1a"])
  }

  @Test func `letters go on after z`() {
    let rows = Array(repeating: "a", count: 28).joined(separator: #"\\"#)
    let (set, _) = numbering(
      #"\begin{subequations}\begin{align}"# + rows + #"\end{align}\end{subequations}"#)
    #expect(tags(set.math).suffix(3) == ["1z", "1aa", "1ab"])
  }

  @Test func `a label behind the display is that of its only row, of a group, or of the whole`() {
    let one = numbering(#"\begin{equation} a \end{equation}"#, hasLabel: true)
    #expect(one.numbering.labelNumber == "1" && tags(one.numbering.math) == ["1"])
    let whole = numbering(#"\begin{align} a \\ b \end{align}"#, hasLabel: true)
    #expect(whole.numbering.labelNumber == "1" && tags(whole.numbering.math) == ["–", "–"])
    let group = numbering(#"\begin{align} a \label{eq:a} \\ b \end{align}"#, hasLabel: true)
    #expect(group.numbering.labelNumber == "1" && tags(group.numbering.math) == ["1a", "1b"])
    let tagged = numbering(#"a = b \tag{7}"#, hasLabel: true)
    #expect(tagged.numbering.labelNumber == "7" && tagged.count == 0)
    let starred = numbering(#"\begin{align*} a \\ b \end{align*}"#, hasLabel: true)
    #expect(starred.numbering.labelNumber == "1" && tags(starred.numbering.math) == ["–", "–"])
  }

  @Test func `references are found wherever they stand`() {
    let (list, _) = parse(
      #"\frac{\eqref{a}}{x^{\ref{b}}} \text{by $\eqref{c}$} \begin{align} \ref{d} \\ \intertext{$\ref{e}$} x \end{align} \sqrt[\ref{f}]{\ref{g}}"#
    )
    #expect(list.references.map(\.label) == ["a", "b", "c", "d", "e", "f", "g"])
  }
}

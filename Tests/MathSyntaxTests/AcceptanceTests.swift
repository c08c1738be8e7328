import Diagnostics
import MathSyntax
import TestSupport
import Testing

/// Formulas that LaTeX and KaTeX accept, one per line.
struct AcceptanceTests {
  @Test(arguments: accepted)
  func `a formula that others accept is accepted`(tex: String) {
    let (list, diagnostics) = parse(tex)
    for diagnostic in diagnostics.all {
      let place = diagnostic.span.map { Array(tex.utf8)[clamped: $0.range] } ?? ""
      Issue.record("\(diagnostic.message) at '\(place)' in \(tex)")
    }
    #expect(list.isEmpty == tex.hasPrefix("%"))
  }

  @Test func `every command of the tables parses with arguments after it`() {
    var refused: [String] = []
    for name in MathParser.commandNames {
      let candidates = [
        "\\\(name){a}{b}{c}{d}", "\\\(name)", "\\\(name){2em}{3em}{a}", "\\\(name){red}{blue}{a}",
        "x\\\(name) y", "\\\(name)(x\\right)", "\\text{\\\(name){a}}",
        "\\\(name){matrix}a\\end{matrix}",
        "\\begin{matrix}\\\(name) a\\end{matrix}", "\\begin{matrix}\\\(name){1-2}a\\end{matrix}",
        "\\begin{matrix}\\\(name){2}{c}{a}\\end{matrix}", "\\\(name)\\x{a}", "\\\(name)\\x{(}{)}",
        "\\left(a\\\(name))", "\\left(a\\\(name)|b\\right)", "\\\(name)(",
        "\\begingroup a\\\(name)",
        "\\\(name) a\\endgroup", "\\int\\\(name)_a", "\\\(name)\\def\\x{a}",
        "\\newcommand\\x a\\\(name)\\x b",
        "\\begin{matrix}a\\\(name){matrix}", "{a \\\(name) 1pt b}", "{a \\\(name) ( ) b}",
        "{a \\\(name) ( ) 1pt b}",
        "\\\(name)|a|",
        "\\\(name){()}{(}{}{}{a}{b}", "\\\(name)\\kilo\\metre", "\\\(name)3", "\\\(name)3{m}",
        "$x$", "\\\(name){3}{m}",
        "\\text{\\\(name)x\\)}", "\\\(name)65 ", "\\text{\\\(name)}", "\\\(name){}{}{}{}{a}{b}",
        "\\\(name){_a}{^b}\\sum", "\\\(name) a}", "{a\\\(name)",
      ].filter { $0.contains(name) }
      if !candidates.contains(where: { parse($0).diagnostics.isEmpty }) { refused.append(name) }
    }
    #expect(
      refused == ["multicolumn", "right", "middle", "end", "endgroup"].filter(refused.contains))
  }
}

private let accepted = fixtureLines("accepted.txt")

func parse(_ tex: String, display: Bool = true, macros: MacroTable = .empty)
  -> (list: MathList, diagnostics: DiagnosticList)
{
  let bytes = Array(tex.utf8)
  let span = SourceSpan(file: FileID(rawValue: 0), start: 0, end: bytes.count)
  return MathParser.parse(bytes[...], span: span, display: display, macros: macros)
}

extension Array<UInt8> {
  subscript(clamped range: Range<Int>) -> String {
    let low = Swift.min(range.lowerBound, count)
    return String(
      decoding: self[low..<Swift.min(Swift.max(low, range.upperBound), count)], as: UTF8.self)
  }
}

import Diagnostics
import Formulas
import Testing

struct FormulaUnitTests {
  private static let quantities = [
    "n: token", "d: channel", "m: channel", "T: layer", "K: layer", "b: byte", "t: second", "p: %",
    "r", "F: FLOP",
  ]

  @Test(arguments: [
    ("4nd^2 + 2n^2d", "FLOP"), ("4nd^2 + 2n^2d", "TFLOP"), ("\\frac{K}{T}", "1"),
    ("\\frac{4nd^2 + 2n^2d}{4nd^2}", "1"), ("n + 1", "token"), ("1 - \\frac{K}{T}", "1"),
    ("2 T n d b", "byte"), ("2 T n d b", "GB"), ("\\frac{b}{t}", "byte/s"),
    ("\\frac{F}{t}", "TFLOP/s"), ("100\\% \\cdot \\frac{K}{T}", "%"), ("\\sqrt{d^2}", "channel"),
    ("\\sqrt[3]{n^3}", "token"), ("\\max(K, T - K)", "layer"), ("\\lfloor n / 2 \\rfloor", "token"),
    ("\\log(n) + \\exp(K / T)", "1"), ("r^{K}", "1"), ("\\sum_{i=1}^{T} i", "layer^2"),
    ("\\frac{1}{T} \\sum_{i=1}^{T} n", "token"), ("\\prod_{i=1}^{T} r", "1"),
    ("\\begin{cases} n & K < T \\\\ 0 & \\text{otherwise} \\end{cases}", "token"),
    ("b + 0.5 b", "byte"), ("n^2 + nd", "count^2"), ("p - 2p", "%"),
  ])
  func `a formula of fitting units is accepted`(tex: String, unit: String) {
    var harness = FormulaHarness()
    harness.define("f", tex, where: Self.quantities, unit: unit)
    #expect(harness.diagnostics.all.filter { $0.severity == .error }.map(\.message) == [])
  }

  @Test(arguments: [
    ("b + t", "byte", "t | the formula adds byte and second"),
    ("b + 1", "byte", "1 | the formula adds byte and 1"),
    ("F - b", "FLOP", "b | the formula subtracts FLOP and byte"),
    ("4nd^2 + 2nd", "FLOP", "2nd | the formula adds channel²·token and channel·token"),
    ("4 - n d^2", "FLOP", "n d^2 | the formula subtracts 1 and channel²·token"),
    ("p + r", "1", "r | the formula adds % and 1"),
    ("\\frac{K}{T}", "%", " | 'f' is declared in %, but the formula gives 1"),
    ("F", "FLOP/s", "F | 'f' is declared in FLOP/s, but the formula gives FLOP"),
    ("b", "second", "b | 'f' is declared in second, but the formula gives byte"),
    ("n", "layer", "n | 'f' is declared in layer, but the formula gives token"),
    ("\\frac{b}{n}", "byte", " | 'f' is declared in byte, but the formula gives byte/token"),
    ("r^{t}", "1", "t | an exponent is measured in second and must be a plain number"),
    ("t^{r}", "1", "r | a quantity measured in second has an exponent that is not a fixed number"),
    ("\\exp(b)", "1", "b | the argument of \\exp is measured in byte and must be a plain number"),
    ("\\max(b, t)", "byte", "t | the formula compares byte and second"),
    ("\\prod_{i=1}^{T} b", "byte", "b | the factors of a product are measured in byte, not in 1"),
    (
      "\\begin{cases} b & K < t \\\\ 0 & \\text{otherwise} \\end{cases}", "byte",
      "t | the formula compares layer and second"
    ),
  ])
  func `a formula of unlike units is refused where they meet`(
    tex: String, unit: String, expected: String
  ) {
    var harness = FormulaHarness()
    harness.define("f", tex, where: Self.quantities, unit: unit)
    let errors = harness.diagnostics.all.filter { $0.severity == .error }
    let report = errors.first.map { "\($0.span.map(harness.sources.text) ?? "") | \($0.message)" }
    let parts = expected.split(separator: " | ", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      #expect(report == expected)
    } else {
      #expect(report?.hasSuffix(parts[0]) == true)
    }
  }

  @Test func `messages speak of the units that the author wrote`() throws {
    var harness = FormulaHarness()
    let symbols = ["P: $", "E: W·h", "m: kg", "t: ms"]
    harness.define("f", "\\frac{P}{E} + m", where: symbols, unit: "$")
    #expect(harness.diagnostics.all.last?.message.hasSuffix("adds $/(W·h) and kg") == true)
    harness.define("g", "\\frac{P}{E t^2}", where: symbols, unit: "$")
    #expect(
      harness.diagnostics.all.last { $0.severity == .error }?.message
        == "'g' is declared in $, but the formula gives $/(W·h·ms²)")
    harness.define(
      "h", "\\frac{P}{E m}", where: Array(symbols.dropLast()), unit: "$/(kWh kg)",
      tests: ["h(P: 2, E: 1000, m: 400) = 7"])
    #expect(
      harness.diagnostics.all.last { $0.severity == .error }?.help
        == ["its numerator is 2 $, its denominator 400000 W·h·kg"])
  }

  @Test func `values are converted at the edges of a formula`() throws {
    var harness = FormulaHarness()
    let compiled = harness.define(
      "seconds", "\\frac{F}{R}", where: ["F: TFLOP", "R: GFLOP/s"], unit: "ms",
      tests: ["seconds(F: 1, R: 1000) = 1000"])
    let formula = try #require(compiled)
    #expect(harness.report == [])
    #expect(try formula.value(at: [.number(2), .number(1000)]) == 2000)
  }
}

import Diagnostics
import Formulas
import Testing

struct FormulaCompilationTests {
  /// A formula over x = 3, y = 4, n = 5 and what it gives.
  @Test(arguments: [
    ("x + y", 7.0), ("x - y - 1", -2), ("-x^2", -9), ("2xy", 24), ("2 \\cdot x \\times y", 24),
    ("x / y", 0.75), ("\\frac{x}{y}", 0.75), ("\\tfrac12 x", 1.5), ("x^{y}", 81), ("x^2y", 36),
    ("(x + y)^2", 49), ("\\left(x + y\\right)^2", 49), ("\\sqrt{x + 1}", 2),
    ("\\sqrt[3]{2y}", 2), ("|x - y|", 1), ("\\left|x - y\\right|", 1),
    ("x|x - y|", 3), ("2|x - y||y - 2x|", 4), ("|x - y| + n|y|", 21),
    ("\\lfloor x / 2 \\rfloor", 1), ("\\lceil x / 2 \\rceil", 2),
    ("\\left\\lfloor \\frac{y}{x} \\right\\rfloor", 1),
    ("\\max(x, y, 2)", 4), ("\\min\\{x, y\\}", 3), ("\\exp(0) + \\ln(1)", 1),
    ("\\log_2 y", 2), ("\\log_{10} 1000", 3), ("\\log_y(y^x)", 3), ("\\lg(100)", 2),
    ("\\sum_{i=1}^{n} i", 15), ("\\sum_{i=1}^{n} i x + 1", 46), ("\\prod_{i=1}^{n} i", 120),
    ("\\sum_{i=1}^{n} \\sum_{j=1}^{i} j", 35), ("\\sum_{i=0}^{n-1} (i + 1)", 15),
    ("\\begin{cases} x & x > y \\\\ 2x & \\text{otherwise} \\end{cases}", 6),
    ("\\begin{cases} 1, & \\text{if } x < y \\le n, \\\\ 0, & \\text{else} \\end{cases}", 1),
    ("{x}{y}", 12), ("x(y + 1)", 15), ("\\left[x\\,(y)\\right]", 12), ("2\\pi", 2 * Double.pi),
    ("\\mathrm{e}^{0}", 1), ("{\\color{red} x} + \\boxed{y}", 7), ("\\tanh(0) + \\cos(0)", 1),
    ("\\frac{1}{1 + \\frac{1}{x}}", 0.75), ("1.5x", 4.5), ("x_0 + x'", 30),
    ("\\bar{x} + \\hat x", 300),
    ("N_{\\text{vis}} + N_v", 3000), ("\\mathrm{rate} \\cdot x", 30),
  ])
  func `what is printed is what is computed`(tex: String, value: Double) throws {
    var harness = FormulaHarness()
    let formula = harness.define(
      "f", tex,
      where: [
        "x", "y", "n", "x_0", "x'", "\\bar x", "\\hat{x}", "N_{\\text{vis}}", "N_v",
        "\\mathrm{rate}",
      ])
    let errors = harness.diagnostics.all.filter { $0.severity == .error }.map(\.message)
    #expect(errors == [])
    let arguments = [3.0, 4, 5, 10, 20, 100, 200, 1000, 2000, 10].map(FormulaArgument.number)
    #expect(abs(try #require(formula).value(at: arguments) - value) < 1e-9)
  }

  @Test(arguments: [
    ("x + q", "q | 'q' is not declared in 'where'"),
    ("x / yz", "z | 'z' may or may not belong to the divisor before it"),
    ("\\log x y", "y | 'y' may or may not belong to \\log"),
    ("\\log^2 x", "\\log^2 | 'log^2' has a power on the operator"),
    ("x \\pm y", "\\pm | '±' has two values"),
    ("x = y", "x | 'x' is defined here and declared in 'where' as well"),
    ("\\int x", "\\int | '∫' cannot be evaluated"),
    ("x \\to y", "\\to | '→' stands where the formula should end"),
    ("|x|y|z|", "| | '|' may open an absolute value or close one"),
    ("x +", " | an operand is missing here"),
    ("(x + y", "( | '(' is not closed"),
    ("\\sum x", "\\sum | '∑' needs an index with both bounds"),
    ("\\binom{x}{y}", " | stacks two parts without dividing them"),
    ("\\begin{pmatrix} x & y \\end{pmatrix}", " | 'pmatrix' holds several values"),
    ("x_i", "x_i | 'x_i' is not declared in 'where'"),
    ("e^x", "e | 'e' is not declared in 'where'"),
    ("x \\quad y \\ldots", "\\ldots | '…' stands where the formula should end"),
  ])
  func `what has no single reading is an error at its token`(tex: String, expected: String) {
    var harness = FormulaHarness()
    let formula = harness.define("f", tex, where: ["x", "y", "z"])
    #expect(formula == nil || expected.contains("defined here"))
    let report = harness.report.first ?? "no diagnostic"
    let parts = expected.split(separator: "|", maxSplits: 1).map { String($0) }
    #expect(report.hasPrefix(parts[0]) || parts[0] == " ")
    #expect(report.contains(parts[1]))
  }

  @Test func `formulas call one another by symbol and by name`() throws {
    var harness = FormulaHarness()
    let cost = ["n: token", "d: channel", "m: channel", "c"]
    harness.define(
      "layer_flops", "L(n) = 4nd^2 + 2n^2d + c\\,ndm", where: cost, unit: "FLOP",
      tests: ["layer_flops(1, 1, 1, c: 2) = 8", "layer_flops(n: 2, d: 3, m: 5, c: 3) = 186"])
    let ratio = harness.define(
      "ratio", "\\frac{K\\,L(\\mu) + (T - K)\\,L(\\tilde\\mu)}{T\\,L(\\mu)}",
      where: [
        "T: layer", "K: layer", "\\mu: token", "\\tilde\\mu: token", "d: channel", "m: channel",
        "c",
      ],
      tests: [
        "ratio(T: 32, K: 2, mu: 612, mu_tilde: 324, d: 4096, m: 11008, c: 2) ≈ 0.5516",
        "ratio(T: 32, K: 3, mu: 612, mu_tilde: 324, d: 4096, m: 11008, c: 2) = 0.5666 ± 0.0001",
        "ratio(T: 32, K: 2, mu: 612, mu_tilde: 324, d: 4096, m: 11008, c: 3) < 0.56",
      ])
    harness.define(
      "twice", "2\\,\\operatorname{layer\\_flops}(n, d, m, c)", where: cost, unit: "FLOP",
      tests: ["twice(1, 1, 1, 2) = 16"])
    #expect(harness.report == [])
    #expect(ratio?.parameters.map(\.name) == ["T", "K", "mu", "mu_tilde", "d", "m", "c"])
  }

  @Test func `a quantity with one value per layer is summed over the layers`() throws {
    var harness = FormulaHarness()
    let formula = harness.define(
      "schedule_cost", "\\sum_{l=1}^{T} \\left(4 n_l d^2 + 2 n_l^2 d + 3 n_l d m\\right)",
      where: ["n: token per=layer", "T: layer", "d: channel", "m: channel"], unit: "TFLOP",
      tests: [
        "schedule_cost(n: \"576x32\", T: 32, d: 4096, m: 11008) ≈ 3.81715",
        "schedule_cost(n: \"576x8;288x8;144x8;72x8\", T: 32, d: 4096, m: 11008) ≈ 1.78",
      ])
    #expect(harness.report == [])
    let function = try #require(formula).scalarFunction
    let value = try function([.text("64x32"), .number(32), .number(4096), .number(11008)])
    #expect(abs(try #require(value.number) - 0.41554) < 0.000005)
    let error = #expect(throws: ScalarFunctionError.self) {
      try function([.text("64x30"), .number(32), .number(4096), .number(11008)])
    }
    #expect(
      error?.description == """
        schedule_cost has no value: a part of the formula has no value at 31: \
        the schedule has 30 layers
        """)
  }

  @Test func `arguments outside the domain are refused with name and unit`() throws {
    var harness = FormulaHarness()
    let compiled = harness.define(
      "f", "\\frac{K}{T}", where: ["K: layer min=0", "T: layer min=1 whole"],
      tests: ["f(K: 1, T: 0) = 1"])
    let formula = try #require(compiled)
    #expect(harness.diagnostics.all.map(\.message) == ["'T' must be at least 1 layer, got 0"])
    let error = #expect(throws: ScalarFunctionError.self) {
      try formula.scalarFunction([.number(1), .number(2.5)])
    }
    #expect(error?.description == "argument 'T' of f must be a whole number, got 2.5")
  }
}

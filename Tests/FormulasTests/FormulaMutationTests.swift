import Diagnostics
import Formulas
import Testing

/// Slips that tests would not notice are found by making them.
@Suite struct FormulaMutationTests {
  private func slips(_ tex: String, tests: [String]) -> [String] {
    var harness = FormulaHarness()
    let formula = harness.define("f", tex, where: ["a: 1", "b: 1"], tests: tests)
    return (formula?.unnoticedSlips() ?? []).map {
      "\($0.kind) \(harness.sources.text(of: $0.span)): \($0.change)"
    }
  }

  @Test func `a test at zero notices nothing of what it multiplies`() {
    #expect(
      slips("a + 2b", tests: ["f(a: 1, b: 0) = 1"]) == [
        "sign a + 2b: a minus for this plus", "term a + 2b: this sum without its last term",
        "number 2: 3 for this number",
      ])
    #expect(slips("a + 2b", tests: ["f(a: 1, b: 3) = 7"]) == [])
  }

  @Test func `slips are found inside fractions, roots, sums, cases and brackets`() {
    #expect(
      slips(
        #"\begin{cases} a - 1 & a > 5 \\ 0 & \text{otherwise} \end{cases} + \frac{\sqrt{a - b}}{\max(a, -b)}"#,
        tests: ["f(a: 4, b: 0) = 0.5"]
      ).filter { $0.hasPrefix("sign") } == [
        "sign a - 1: a plus for this minus", "sign a - b: a plus for this minus",
        "sign -b: this without its minus",
      ])
  }

  @Test func `units notice what tests do not`() {
    var harness = FormulaHarness()
    let formula = harness.define(
      "f", "a + b^2", where: ["a: token^2", "b: token"], unit: "token^2",
      tests: ["f(a: 0, b: 1) = 1"])
    let slips = formula?.unnoticedSlips() ?? []
    // With b³ the units would differ; without the first term nothing does.
    #expect(slips.map(\.change) == ["this sum without its first term"])
  }

  @Test func `a formula without tests is held by its units alone`() {
    #expect(slips("a - b", tests: []).count == 2)
  }
}

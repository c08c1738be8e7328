import Diagnostics
import Formulas
import Testing

/// The TFLOP ratio as the seed prints it: signs flipped, a term lost, a minus in the wrong place.
struct GarbledFormulaTests {
  private static let printed = #"""
    \frac {K \times  (4\mu d^2-2\mu^2d +2\mu dm)+(T-K)\times (4 \widetilde \mu d^2-2\widetilde \mu dm)}{T\times (4-\mu d^2-2 \mu ^2d+2 \mu dm)}
    """#
  private static let mended = #"""
    \frac{K\,(4\mu d^2 + 2\mu^2 d + 2\mu d m) + (T-K)(4\tilde\mu d^2 + 2\tilde\mu^2 d + 2\tilde\mu d m)}
         {T\,(4\mu d^2 + 2\mu^2 d + 2\mu d m)}
    """#
  private static let noPruning =
    "ratio(T: 32, K: 32, mu: 612, mu_tilde: 612, d: 4096, m: 11008) = 1"
  private static let fastV =
    "ratio(T: 32, K: 2, mu: 612, mu_tilde: 324, d: 4096, m: 11008) ≈ 0.5516"
  private static let units = [
    "T: layer", "K: layer", "\\mu: token", "\\tilde\\mu: token", "d: channel", "m: channel",
  ]

  @Test func `the mended formula has right units and passes its tests`() {
    var harness = FormulaHarness()
    harness.define(
      "ratio", Self.mended, where: Self.units, tests: [Self.noPruning, Self.fastV])
    #expect(harness.report == [])
  }

  @Test func `the printed formula fails its units where the lost factor stands`() {
    var harness = FormulaHarness()
    harness.define("ratio", Self.printed, where: Self.units, tests: [Self.noPruning])
    #expect(
      harness.report == [#"\mu d^2 | the formula subtracts 1 and channel²·token"#])
  }

  @Test func `without units the printed formula fails its tests inside the TeX`() throws {
    var harness = FormulaHarness()
    harness.define(
      "ratio", Self.printed, where: ["T", "K", "\\mu", "\\tilde\\mu", "d", "m"],
      tests: [Self.noPruning, Self.fastV])
    #expect(harness.diagnostics.all.map(\.code) == ["formula-test", "formula-test"])
    let first = try #require(harness.diagnostics.all.first)
    #expect(first.message.hasPrefix("ratio(T: 32, K: 32, mu: 612"))
    #expect(first.message.hasSuffix("not 1"))
    #expect(first.span.map(harness.sources.text)?.hasPrefix(#"\frac {K \times"#) == true)
    #expect(first.help.first?.hasPrefix("its numerator is") == true)
    #expect(first.related.first.map { harness.sources.text(of: $0.span) } == Self.noPruning)
  }

  @Test(arguments: [
    ("(T-K)", "(T+K)"), ("+ 2\\mu^2 d + 2\\mu d m) +", "- 2\\mu^2 d + 2\\mu d m) +"),
    ("4\\tilde\\mu d^2 + ", ""), ("K\\,(4", "K\\,(3"),
  ])
  func `every planted slip fails a test`(right: String, wrong: String) {
    var harness = FormulaHarness()
    let planted = Self.mended.replacingFirst(right, by: wrong)
    #expect(planted != Self.mended)
    harness.define("ratio", planted, where: Self.units, tests: [Self.noPruning, Self.fastV])
    #expect(harness.diagnostics.hasErrors)
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, by other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}

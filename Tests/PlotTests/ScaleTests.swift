import Testing

@testable import Plot

@Suite struct ScaleTests {
  private func labels(_ ticks: [Tick]) -> String {
    ticks.compactMap(\.label).joined(separator: " ")
  }

  @Test(arguments: [
    (0.0, 1.0, 5, "0.0 0.2 0.4 0.6 0.8 1.0"), (0, 100, 5, "0 20 40 60 80 100"),
    (-3, 3, 6, "−3 −2 −1 0 1 2 3"), (68.6, 101.5, 6, "70 75 80 85 90 95 100"),
    (0, 60_000, 3, "0 20,000 40,000 60,000"), (0.001, 0.0042, 4, "0.001 0.002 0.003 0.004"),
  ])
  func `linear ticks are round and have no useless digits`(
    _ low: Double, _ high: Double, _ count: Int, _ expected: String
  ) {
    #expect(labels(Ticks.linear(low...high, count: count, format: nil)) == expected)
  }

  @Test(arguments: [
    (0.0975, 1.12, 6, "0.1 0.2 0.5 1"), (1, 1000, 6, "1 10 100 1000"),
    (50, 3000, 6, "100 300 1000 3000"), (1e-6, 1e6, 5, "10⁻⁶ 10⁻³ 10⁰ 10³ 10⁶"),
    (40, 52, 4, "40 42 44 46 48 50 52"),
  ])
  func `log ticks stand at round mantissas`(
    _ low: Double, _ high: Double, _ count: Int, _ expected: String
  ) {
    #expect(labels(Ticks.log(low...high, count: count, format: nil).major) == expected)
  }

  @Test(arguments: [
    (".1f", 3.14159, "3.1"), ("d", 41.7, "42"), (",d", 1_234_567, "1,234,567"),
    (".0%", 0.256, "26%"), (".3g", 0.0012345, "0.00123"), (".2s", 12_345_678, "12M"),
    (".1f", -0.04, "0.0"), (".1f", -2, "−2.0"), (".2~f", 1.5, "1.5"),
  ])
  func `numbers are written as d3 writes them`(
    _ format: String, _ value: Double, _ text: String
  ) throws {
    #expect(try #require(NumberFormat(format)).text(value) == text)
  }

  @Test(arguments: ["x", ".f1", "..2f", ".99f", "fd"])
  func `what is no format is refused`(_ format: String) { #expect(NumberFormat(format) == nil) }
}

import Foundation
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
    (0, 5000, 5, "0 1,000 2,000 3,000 4,000 5,000"), (0, 0.3, 3, "0.0 0.1 0.2 0.3"),
  ])
  func `linear ticks are round and have the digits that Vega gives them`(
    _ low: Double, _ high: Double, _ count: Int, _ expected: String
  ) {
    #expect(labels(Ticks.linear(low...high, count: count, format: nil, .english)) == expected)
  }

  @Test(arguments: [
    (0.0975, 1.12, 6, "0.1 0.2 0.5 1"), (1, 1000, 6, "1 10 100 1,000"),
    (50, 3000, 6, "100 300 1,000 3,000"), (1e-6, 1e6, 5, "10⁻⁶ 10⁻³ 10⁰ 10³ 10⁶"),
    (40, 52, 4, "40 42 44 46 48 50 52"),
    (62, 215, 5, "70 100 150 200"), (0.03, 0.055, 5, "0.03 0.04 0.05"),
  ])
  func `log ticks stand at round mantissas`(
    _ low: Double, _ high: Double, _ count: Int, _ expected: String
  ) {
    #expect(
      labels(LogTicks.printed(low...high, count: count, format: nil, .english).major) == expected)
  }

  @Test func `log ticks are labelled about evenly, whatever the domain`() {
    for low in [0.0013, 0.062, 0.97, 1, 3.3, 45, 620, 8400] {
      for ratio in [1.4, 2, 2.9, 3.5, 4.6, 7, 11, 40, 130, 2e3, 7e4] {
        for count in 2...8 {
          let ticks = LogTicks.printed(low...low * ratio, count: count, format: nil, .english).major
          #expect(Set(ticks.map(\.label)).count == ticks.count)
          let places = ticks.map { log10($0.value) }
          let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
          guard let widest = gaps.max(), let closest = gaps.min() else { continue }
          #expect(widest < 2.4 * closest, "\(low) × \(ratio), \(count): \(labels(ticks))")
        }
      }
    }
  }

  @Test func `log ticks are never written alike`() throws {
    let format = try #require(NumberFormat("d"))
    let ticks = LogTicks.printed(0.9...3.4, count: 5, format: format, .english).major
    #expect(Set(ticks.map(\.label)).count == ticks.count)
  }

  @Test func `Vega's log ticks label the mantissas that its filter lets through`() {
    let ticks = LogTicks.vega(100...100_000, count: 10, format: nil, .english)
    #expect(labels(ticks.major) == "100 200 300 1,000 2,000 3,000 10,000 20,000 30,000 100,000")
    #expect(ticks.major.count + ticks.minor.count == 28)
  }

  @Test func `a domain becomes nice as d3 makes it`() {
    #expect(Ticks.nice(46...230) == 40...240)
    #expect(Ticks.nice(0...46.6) == 0...50)
    #expect(Ticks.nice(0.13...0.87) == 0.1...0.9)
    #expect(LogTicks.nice(599...132_877) == 100...1_000_000)
  }

  @Test(arguments: [
    (".1f", 3.14159, "3.1"), ("d", 41.7, "42"), (",d", 1_234_567, "1,234,567"),
    (".0%", 0.256, "26%"), (".3g", 0.0012345, "0.00123"), (".2s", 12_345_678, "12M"),
    (".1f", -0.04, "0.0"), (".1f", -2, "−2.0"), (".2~f", 1.5, "1.5"), (".3s", 1500, "1.50k"),
    ("s", 0.00042, "420.000µ"), ("$,.2f", -1234.5, "−$1,234.50"), ("(.1f", -3.25, "(3.3)"),
    ("+d", 5, "+5"), ("06d", 42, "000042"), (".0f", 2.5, "3"), (".2f", 2.675, "2.67"),
    ("e", 1234.5, "1.234500e+3"), (".3r", 123_456, "123000"), (".2p", 0.12345, "12%"),
    ("x", 255, "ff"), ("", 0.1 + 0.2, "0.3"), (",", 1_234_567.5, "1,234,567.5"),
    ("^7d", 42, "  42   "), ("~s", 2_500_000, "2.5M"),
  ])
  func `numbers are written as d3 writes them`(
    _ format: String, _ value: Double, _ text: String
  ) throws {
    #expect(try #require(NumberFormat(format)).text(value) == text)
  }

  @Test(arguments: ["y", ".f1", "..2f", ".99f", "fd"])
  func `what is no format is refused`(_ format: String) { #expect(NumberFormat(format) == nil) }

  @Test(arguments: [
    (0.1, "0.1"), (5, "5"), (1e21, "1e+21"), (1.5e-7, "1.5e-7"), (-0.25, "-0.25"),
    (123_456_789_012_345_680, "123456789012345680"),
  ])
  func `numbers become text as in JavaScript`(_ value: Double, _ text: String) {
    #expect(DecimalDigits.shortest(value) == text)
  }
}

import Testing

import struct Plot.NumberMarks

@testable import Evaluation

struct NumberFormatTests {
  @Test(arguments: [
    (".2f", 1.926, "1.93"), (".2f", 2.675, "2.68"), (".1f", 0.05, "0.1"), (".0f", 0.5, "1"),
    (".1f", 99.95, "100.0"), (".1f", -0.04, "0.0"), ("+.1f", 1.25, "+1.3"), ("+.1f", -2, "−2.0"),
    ("+.1f", 0, "0.0"), (",d", 1_234_567, "1,234,567"), (",.2f", 1234.5, "1,234.50"),
    ("d", 42, "42"), (".1%", 0.1563, "15.6%"), ("%", 0.5, "50%"), (".2e", 524_288, "5.24 × 10⁵"),
    (".1e", 0.00095, "9.5 × 10⁻⁴"), (".3g", 0.012345, "0.0123"), (".3g", 1234.5, "1230"),
    ("", 576, "576"), ("", 0.1 + 0.2, "0.3"), ("", 1e21, "1000000000000000000000"),
    ("", 166.4, "166.4"), (".4f", 1e-9, "0.0000"), (".3f", 9.9996, "10.000"),
    (",d", 9_007_199_254_740_992, "9,007,199,254,740,992"), (".17f", 0.1, "0.10000000000000000"),
    (".2f", 123_456_789_012_345_680, "123456789012345680.00"), (".1g", 9.6e-7, "0.000001"),
  ])
  func `a number is printed as its format says`(format: String, value: Double, text: String) throws
  {
    #expect(try #require(NumberFormat(format)).string(value) == text)
  }

  @Test(arguments: ["2f", ".f", ".2", "x", ".2ff", ".1d", "f.2", ",,d", ".99f"])
  func `what is no format is refused`(text: String) {
    #expect(NumberFormat(text) == nil)
  }

  @Test func `units stand as they do in print`() {
    #expect("90.4".withUnit("%", .english) == "90.4%")
    #expect("1.93".withUnit("×", .english) == "1.93×")
    #expect("3.82".withUnit("T", .english) == "3.82\u{202F}T")
    #expect("−5".withUnit("$", .english) == "−$5")
    #expect("5".withUnit(nil, .english) == "5")
  }
}

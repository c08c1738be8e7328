import Datasets
import Plot
import Testing

@testable import Evaluation

@Suite struct PinnedValueTests {
  private let german = NumberMarks(language: "de")

  @Test(arguments: [
    ("3,20", 3.2), ("2.280 EUR", 2280), ("−1.234,5", -1234.5), ("69,6 %", 69.6), ("3,2", 3.16),
    ("12\u{202F}345", 12345),
  ])
  func `a number is read by the marks of its language`(_ text: String, _ value: Double) {
    #expect(PinnedValue(text, german).disagreement(with: .real(value)) == nil)
  }

  @Test func `what the data give is written by the marks of the language`() throws {
    #expect(PinnedValue("3,10", german).disagreement(with: .real(3.2)) == "3,20")
    let replacement = try #require(
      PinnedValue("rund 2.280,0 EUR", german).replacement(for: .real(12345.67)))
    #expect(replacement.text == "12.345,7")
    #expect(try #require(PinnedValue("-3,5", german).replacement(for: .real(-4))).text == "-4,0")
    let swiss = NumberMarks(language: "de-CH")
    #expect(try #require(PinnedValue("2’280", swiss).replacement(for: .real(3000))).text == "3’000")
  }

  @Test func `a number in other marks keeps its decimals when it is mended`() throws {
    let english = PinnedValue("3.20", german)
    #expect(english.isForeign)
    #expect(english.disagreement(with: .real(3.2)) == "3,20")
    #expect(try #require(english.replacement(for: .real(3.2))).text == "3,20")
    #expect(
      try #require(PinnedValue("1,234.5", german).replacement(for: .real(1234.5))).text
        == "1.234,5")
    let german = PinnedValue("3,20")
    #expect(german.isForeign && german.disagreement(with: .real(3.2)) == "3.20")
    // Right in form, wrong in meaning.
    #expect(PinnedValue("2.280", self.german).agreesExchanged(with: .real(2.28)))
    #expect(!PinnedValue("2.280", self.german).agreesExchanged(with: .real(2280)))
  }
}

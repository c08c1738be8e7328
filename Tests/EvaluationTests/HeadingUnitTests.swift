import Testing

@testable import Evaluation

@Suite struct HeadingUnitTests {
  @Test(arguments: [
    ("EUR", "Kosten (EUR)", true), ("EUR", "Kosten in Euro", true), ("EUR", "Kosten", false),
    ("EUR", "EUROPE", false), ("%", "Share in per cent", true), ("%", "Anteil in Prozent", true),
    ("%", "Share", false), ("token", "Visual tokens", true), ("token", "Budget", false),
    ("TFLOP", "Prefill (TFLOPs)", true), ("s", "Time (s)", true), ("s", "Scores of methods", false),
    ("s", "Time in seconds", true), ("GB", "GB used", true),
    ("s", "The method's time", false), ("s", "The method’s time", false), ("GB", "GBit", false),
  ])
  func `words name a unit or do not`(_ unit: String, _ words: String, _ isNamed: Bool) {
    #expect(HeadingUnit(unit).isNamed(in: ["", words]) == isNamed)
  }
}

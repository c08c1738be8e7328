import Foundation
import Testing

@testable import Plot

@Suite struct AltTextCheckTests {
  private func unknown(_ text: String) throws -> [String] {
    let chart = try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(SurveySample.json.utf8)),
      data: SurveySample.data)
    return AltTextCheck.unknownNumbers(in: text, of: chart, data: SurveySample.data)
  }

  @Test(
    arguments: [
      ("VScan keeps 95.9 of the accuracy at 0.11 of the cost, at 64 tokens.", []),
      ("Of 19 points, ToMe at 64 tokens keeps 70%.", []),
      ("LLaVA-1.5-7B, GPT-4V and 7B models.", []), ("VScan costs 10.9% at most budgets.", []),
      ("VScan keeps 96.9, ToMe 70.1.", ["96.9"]), ("There are 20 points.", ["20"]),
      ("From 1,234 to 64 and again 1,234.", ["1,234"]), ("four points, no digits", []),
    ] as [(String, [String])])
  func `numbers that the data do not have are found`(
    _ text: String, _ expected: [String]
  ) throws {
    #expect(try unknown(text) == expected)
  }
}

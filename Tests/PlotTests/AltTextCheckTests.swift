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

  private func chart() throws -> Chart {
    let json = SurveySample.json.replacing(
      #"{"type": "pareto"}"#, with: #"{"type": "pareto", "knee": true}"#)
    return try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)), data: SurveySample.data)
  }

  private func claims(_ text: String) throws -> [String] {
    let chart = try chart()
    return AltTextClaims.contradictions(in: text, of: chart).map { "\($0.subject) \($0.name)" }
  }

  @Test(
    arguments: [
      ("The knee is VScan.", []), ("The knee is FastV. VScan is cheaper.", ["knee FastV"]),
      ("VScan and VisionZip are on the front.", []),
      ("VScan, ToMe and FastV are on the front.", ["front ToMe", "front FastV"]),
      ("VScan is on the front, but FastV lies below.", []), ("FastV is not on the front.", []),
      ("On the front: VScan; FastV costs more.", []),
      ("FastV+ and ToMe-2 are on the front.", []), ("The front ends at VScan.", []),
      ("FastV is not the knee.", []), ("FastV lies far behind the knee.", []),
      ("FastV isn’t the knee, nor on the front.", []), ("FastV costs more than the knee.", []),
      ("The knee is VScan, and FastV is on the front too.", ["front FastV"]),
      ("The knee is FastV, and VScan is on the front.", ["knee FastV"]),
      ("The knee is FastV, but ToMe is on the front.", ["knee FastV", "front ToMe"]),
      ("The linear run ToMe is on the front.", ["front ToMe"]),
      ("Casino ToMe and the lonely FastV are on the front.", ["front ToMe", "front FastV"]),
    ] as [(String, [String])])
  func `wrong words about knee and front are found`(_ text: String, _ expected: [String]) throws {
    #expect(try claims(text) == expected)
  }

  @Test func `what a chart says of itself is not contradicted`() throws {
    let text = try chart().altText
    #expect(text.contains("Knee point: VScan"))
    #expect(try claims(text).isEmpty)
  }
}

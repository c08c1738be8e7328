import Foundation
import TestSupport
import Testing

@testable import Plot

@Suite struct NumberMarksTests {
  /// With narrow spaces shown as `_`.
  private func written(_ numeral: String, _ language: String) -> String {
    NumberMarks(language: language).written(numeral).replacing("\u{202F}", with: "_")
  }

  @Test(arguments: [
    ("de", "2,280.5", "2.280,5"), ("de", "3.20", "3,20"), ("de", "69.6%", "69,6_%"),
    ("de", "−$3.20", "−3,20_$"), ("de", "1.25 × 10³", "1,25 × 10³"), ("de", "1.5k", "1,5k"),
    ("de", "1.5 – 2.5", "1,5 – 2,5"), ("de", "1,234,567", "1.234.567"), ("de", "2280", "2280"),
    ("de-AT", "2,280.5", "2_280,5"), ("de-CH", "2,280.5", "2’280.5"), ("fr", "2,280.5", "2_280,5"),
    ("fr-CA", "12%", "12_%"), ("es", "2,280.5", "2280,5"), ("es", "12,280", "12.280"),
    ("es-MX", "2,280.5", "2,280.5"), ("pl", "2,280", "2280"), ("pl", "12,280.5", "12_280,5"),
    ("it", "2,280", "2280"), ("nl", "$2,280", "$_2.280"), ("pt", "12%", "12%"),
    ("pt-PT", "12,280.5", "12_280,5"), ("tr", "−12%", "−%12"), ("he", "2,280.5", "2,280.5"),
    ("ja", "2,280.5%", "2,280.5%"), ("de_DE", "0.5", "0,5"), ("DE", "0.5", "0,5"),
    ("en-GB", "2,280.5%", "2,280.5%"), ("de", "no number, 1.5", "no number, 1,5"),
  ])
  func `numerals have the marks of their language`(
    _ language: String, _ numeral: String, _ expected: String
  ) {
    #expect(written(numeral, language) == expected)
  }

  @Test(arguments: ["de", "de-CH", "fr", "es", "it", "nl", "pt-PT", "pl", "cs", "ru", "fi"])
  func `what is written can be read again`(_ language: String) {
    let marks = NumberMarks(language: language)
    for value in [0, 3.2, 12, 999.5, 1000, 2280.25, 12345.678, 9_876_543.21, 0.001] {
      for text in [",.3f", ".1f", ",d", ".6g"] {
        guard let format = NumberFormat(text) else { continue }
        let numeral = format.text(value)
        let plain = numeral.replacing(",", with: "")
        #expect(marks.plain(marks.written(numeral)) == plain, "\(numeral) in \(language)")
      }
    }
  }

  @Test(arguments: [
    ("de", "2.280,5", "2280.5", false), ("de", "3,20 €", "3.20", false),
    ("de", "3.20", "3", true), ("de", "1,234.5", "1.234", true), ("en", "3,20", "3", true),
    ("en", "1,00,000", "100000", false), ("en", "12,345.6", "12345.6", false),
    ("en", "3.", "3", false), ("en", "3, 4", "3", false),
    ("fr", "12\u{202F}280,5", "12280.5", false),
    ("fr", "3 280", "3", false), ("de", "12.3456", "12", true),
    ("de-CH", "2'280.5", "2280.5", false),
  ])
  func `numbers in other marks are told`(
    _ language: String, _ text: String, _ plain: String, _ isForeign: Bool
  ) {
    let numeral = NumberMarks(language: language).numeral(
      in: Array(text.unicodeScalars), at: 0)
    #expect(numeral.plain == plain)
    #expect(numeral.isForeign == isForeign)
  }

  private static let data = ChartData([
    ChartColumn("kosten", values: [.number(0), .number(6000)]),
    ChartColumn("jaz", values: [.number(2.5), .number(4.5)]),
    ChartColumn("name", values: [.text("a"), .text("b")]),
  ])

  private func chart(_ language: String) throws -> Chart {
    let json = """
      {"mark": {"type": "pareto", "knee": true, "hypervolume": {"reference": [7000, 2.5]}},
       "encoding": {
         "x": {"field": "kosten", "type": "quantitative", "better": "low", "axis": {"values": [0, 1500, 6000]}},
         "y": {"field": "jaz", "type": "quantitative", "better": "high"},
         "label": {"field": "jaz", "type": "quantitative", "format": ".2f"}}}
      """
    return try Chart(
      JSONDecoder().decode(ChartSpec.self, from: Data(json.utf8)), data: Self.data,
      conventions: .report(numbers: NumberMarks(language: language)))
  }

  private func labels(_ chart: Chart) throws -> [String] {
    try LabelReader.labels(of: chart.draw(width: 363, text: FixedWidthText())).map(\.0)
  }

  @Test func `axes, labels and notes of a chart have the marks of its language`() throws {
    let german = try chart("de")
    let labels = try labels(german)
    for label in ["1.500", "6.000", "2,5", "4,50"] {
      #expect(labels.contains(label), "'\(label)' is not in \(labels)")
    }
    #expect(german.altText.contains("from 2,4") || german.altText.contains("2,5"))
    #expect(german.notes.contains { $0.contains("(7000; 2,5)") }, "\(german.notes)")
    #expect(try self.labels(chart("es")).contains("1500"))
    #expect(try self.labels(chart("en")).contains("1,500"))
  }

  @Test func `an alternative text is read by the marks of the chart`() throws {
    let german = try chart("de")
    let unknown = { AltTextCheck.unknownNumbers(in: $0, of: german, data: Self.data) }
    #expect(unknown("Von 2,5 bis 4,50 bei 6.000 EUR.") == [])
    #expect(unknown("Von 2,6 bis 4.5.") == ["2,6"])
  }

  @Test func `an exported chart carries its marks and is read with them`() throws {
    let text = try VegaLiteExport(chart("de"), width: 363, text: FixedWidthText()).text()
    #expect(text.contains(#""decimal": ",""#) && text.contains(#""thousands": ".""#), "\(text)")
    let spec = try JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8))
    let again = try Chart(spec, data: ChartData([]), theme: .vegaLite, conventions: .vegaLite)
    let labels = try labels(again)
    #expect(labels.contains("6.000") && labels.contains("2,5"), "\(labels)")
    let english = try VegaLiteExport(chart("en"), width: 363, text: FixedWidthText()).text()
    #expect(!english.contains("locale"))
  }
}

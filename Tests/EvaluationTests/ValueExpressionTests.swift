import Datasets
import Diagnostics
import Testing

@testable import Evaluation

struct ValueExpressionTests {
  private func expression(_ text: String) throws -> ValueExpression {
    let file = SourceMap().add(path: "a.md", text: text)
    return try ValueExpression(
      SpannedText(SourceSpan(file: file.id, start: 0, end: text.utf8.count), in: file))
  }

  @Test(arguments: [
    ("kept[method='FastV'].tflops", "SELECT tflops FROM kept WHERE method='FastV'"),
    (
      "1 - a[x = 'it''s ]'].b / c[n=1].d",
      "SELECT 1 - (SELECT b FROM a WHERE x = 'it''s ]') / (SELECT d FROM c WHERE n=1)"
    ),
    ("fit[].slope", "SELECT slope FROM fit"),
    ("prefill_tflops('a[b].c', '576x32')", "SELECT prefill_tflops('a[b].c', '576x32')"),
    (" SELECT max(a) FROM t", " SELECT max(a) FROM t"),
    ("(SELECT max(rank) FROM ranks) = 1", "SELECT (SELECT max(rank) FROM ranks) = 1"),
  ])
  func `an expression becomes one statement`(text: String, sql: String) throws {
    #expect(try expression(text).query.sql.text == sql)
  }

  @Test func `places in the statement lead back to the text`() throws {
    let sql = try expression("1 + kept[method='FastV'].tflops").query.sql
    let column = try #require(sql.text.firstRange(of: "tflops")).lowerBound
    let offset = sql.text.utf8.distance(from: sql.text.startIndex, to: column)
    #expect(sql.sourceOffset(offset) == 25)
  }

  @Test func `the compared side of several lines keeps the place of each`() throws {
    var text = SpannedText(file: SourceMap().add(path: "a.md", text: "").id)
    text.append(Array("a +\n".utf8), at: 10)
    text.append(Array("b < 3".utf8), at: 20)
    let left = try #require(try ValueExpression(text).comparedText)
    #expect(left.text == "a +\nb")
    #expect(left.sourceOffset(4) == 20)
  }

  @Test(arguments: [
    ("kept[a = 1", "'[' is not closed"), ("kept[a = 1]", "a column is missing behind ']'"),
    ("kept[a = 1].", "a column is missing behind '.'"), ("  ", "there is no expression"),
  ])
  func `what is no expression is refused`(text: String, message: String) {
    let error = #expect(throws: DiagnosticList.self) { try expression(text) }
    #expect(error?.all.first?.message == message)
  }

  @Test(arguments: [
    ("1.93×", 1.9273), ("90.4%", 90.44), ("1,253", 1253.2), ("−5", -4.6), ("about 3 T", 3.4),
  ])
  func `a pinned number agrees with what rounds to it`(text: String, value: Double) {
    #expect(PinnedValue(text).disagreement(with: .real(value)) == nil)
  }

  @Test func `a pinned number that the data left says what they give`() {
    #expect(PinnedValue("1.93×").disagreement(with: .real(1.874)) == "1.87")
    #expect(PinnedValue("12").disagreement(with: .null) == "nothing (NULL)")
    #expect(PinnedValue("FastV").disagreement(with: .text("ToMe")) == "'ToMe'")
  }
}

import Datasets
import Testing

/// One bad cell of each kind: what is said about it.
@Suite struct CellTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var field: String
    var cell: String
    var complaint: String?
    var testDescription: String { "\(field): \(cell)" }
  }

  static let cases: [Case] = [
    Case(
      field: "type: number", cell: "7l.4",
      complaint: "error[bad-cell]: column 'x': '7l.4' is not a number"),
    Case(
      field: "type: number", cell: "\"1,5\"",
      complaint:
        "'1,5' is not a number | set 'decimalChar: \",\"' in the schema, or write 1.5"),
    Case(
      field: "type: number", cell: "-",
      complaint:
        "'-' is not a number | list '-' in the schema's missingValues if it stands for no value"),
    Case(field: "type: number", cell: " 5", complaint: "' 5' is not a number | remove the space"),
    Case(
      field: "type: number", cell: "5%", complaint: "'5%' is not a number | set 'bareNumber: false'"
    ),
    Case(field: "type: number", cell: "NaN", complaint: "is not a number"),
    Case(field: "type: number", cell: "0x10", complaint: "is not a number"),
    Case(field: "type: number", cell: "1e400", complaint: "is not a number"),
    Case(field: "type: number", cell: "1.", complaint: "is not a number"),
    Case(field: "type: number", cell: "-.5e-3", complaint: nil),
    Case(field: "type: number, bareNumber: false", cell: "~5%", complaint: nil),
    Case(field: "type: number, groupChar: \",\"", cell: "\"3,817.5\"", complaint: nil),
    Case(field: "type: number, groupChar: \",\"", cell: "\"38,17\"", complaint: "is not a number"),
    Case(
      field: "type: integer", cell: "1.5",
      complaint: "'1.5' is not an integer | write a whole number, or make the column a number"),
    Case(field: "type: integer", cell: "9223372036854775808", complaint: "is not an integer"),
    Case(field: "type: integer", cell: "-9223372036854775808", complaint: nil),
    Case(
      field: "type: boolean", cell: "yes",
      complaint: "is not a boolean | write one of 'true', 'True'"),
    Case(field: "type: boolean, trueValues: [yes], falseValues: [no]", cell: "yes", complaint: nil),
    Case(
      field: "type: date", cell: "2025-02-29",
      complaint: "'2025-02-29' is not a date | write it like 2026-01-31"),
    Case(field: "type: date", cell: "2024-02-29", complaint: nil),
    Case(field: "type: datetime", cell: "2024-02-29T24:00:00Z", complaint: "is not a datetime"),
    Case(field: "type: datetime", cell: "2024-02-29T23:59:59.5Z", complaint: nil),
    Case(field: "type: time", cell: "12:60:00", complaint: "is not a time"),
    Case(field: "type: year", cell: "25", complaint: "is not a year"),
    Case(field: "type: yearmonth", cell: "2025-13", complaint: "is not a yearmonth"),
    Case(
      field: "constraints: {required: true}", cell: "",
      complaint: "error[missing-value]: column 'x': the cell is empty, but a value is required"),
    Case(
      field: "type: number, unit: \"%\", constraints: {minimum: 0, maximum: 100}", cell: "101",
      complaint: "error[out-of-range]: column 'x': 101 % is more than the maximum 100 %"),
    Case(
      field: "type: integer, constraints: {minimum: 1}", cell: "0",
      complaint: "0 is less than the minimum 1"),
    Case(
      field: "type: number, constraints: {exclusiveMinimum: 0}", cell: "0",
      complaint: "0 is not more than 0"),
    Case(
      field: "type: date, constraints: {minimum: 2024-01-01}", cell: "2023-12-31",
      complaint: "2023-12-31 is less than the minimum 2024-01-01"),
    Case(
      field: "constraints: {enum: [a, b]}", cell: "c",
      complaint:
        "error[not-in-enum]: column 'x': 'c' is not one of the allowed values | they are 'a', 'b'"),
    Case(
      field: "type: integer, constraints: {enum: [2, 3]}", cell: "4",
      complaint: "'4' is not one of the allowed values"),
    Case(
      field: "constraints: {pattern: \"[A-Z][0-9]+\"}", cell: "A1x",
      complaint: "error[pattern-mismatch]: column 'x': 'A1x' does not have the form [A-Z][0-9]+"),
    Case(
      field: "constraints: {minLength: 3}", cell: "ab",
      complaint: "'ab' is shorter than 3 characters"),
    Case(
      field: "constraints: {maxLength: 3}", cell: "abcd",
      complaint: "'abcd' is longer than 3 characters"),
  ]

  @Test(arguments: cases) func `a bad cell is reported with line, column and name`(
    _ test: Case
  ) throws {
    let data = try TestData.table(
      "{name: id, type: integer}\n{name: x, \(test.field)}", "id,x\n1,\(test.cell)\n")
    guard let complaint = test.complaint else {
      #expect(data.complaints == [])
      return
    }
    #expect(data.complaints.count == 1)
    #expect(data.complaints.first?.hasPrefix("data/t.csv:2:") == true)
    #expect(data.complaints.first?.contains(complaint) == true)
  }

  @Test func `decimal numbers are read to the last bit`() throws {
    let texts = [
      "0.1", "71.35", "3.141592653589793238", "9007199254740993", "1e22", "1e23",
      "123456789012345678",
      "-0", "4.9e-324", "1.7976931348623157e308", "100000000000000000000000000000",
    ]
    let data = try TestData.table(
      "{name: x, type: number}", "x\n" + texts.joined(separator: "\n") + "\n")
    #expect(data.complaints == [])
    let values = try data.run("SELECT x FROM t").values(ofColumn: 0).map(\.number)
    #expect(values == texts.map { Double($0) })
  }

  @Test func `unique values, primary keys and foreign keys hold or are reported`() throws {
    let package = """
      resources:
        - name: models
          path: models.csv
          schema: {primaryKey: model, fields: [{name: model}]}
        - name: t
          path: t.csv
          schema:
            primaryKey: [model, tokens]
            foreignKeys: [{fields: model, reference: {resource: models, fields: model}}]
            fields: [{name: model}, {name: tokens, type: integer}, {name: code, constraints: {unique: true}}]
      """
    let data = try TestData(
      package,
      [
        "models.csv": "model\nLLaVA-7B\nQwen\n",
        "t.csv": "model,tokens,code\nQwen,1,a\nLLaVa-7B,2,b\nQwen,1,c\nQwen,,a\n",
      ])
    #expect(
      data.complaints == [
        "data/t.csv:3:1: error[foreign-key]: column 'model': 'LLaVa-7B' does not stand in 'models' (model)"
          + " | did you mean 'LLaVA-7B'?",
        "data/t.csv:4:1: error[primary-key]: the key 'model', 'tokens': 'Qwen', '1' stands there before",
        "data/t.csv:5:6: error[missing-value]: column 'tokens': the key has no value",
        "data/t.csv:5:7: error[unique-value]: column 'code': 'a' stands there before",
      ])
  }
}

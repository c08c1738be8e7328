import Datasets
import Diagnostics
import Testing

@Suite struct CSVTests {
  private static let fields = """
    {name: name, type: string}
    {name: score, type: number}
    """

  private func complaints(_ csv: String) throws -> [String] {
    try TestData.table(Self.fields, csv).complaints
  }

  @Test func `RFC 4180 and what is found in the wild is read right`() throws {
    let expected = ["a 1.5", "b, \"c\"\nd 2", "NULL NULL", "é 1000"]
    let csv = "name,score\na,1.5\n\"b, \"\"c\"\"\nd\",2\n,\né,1e3\n"
    let crlf = "name,score\r\na,1.5\r\n\"b, \"\"c\"\"\nd\",2\r\n,\r\né,1e3\r\n"
    for text in [csv, "\u{FEFF}" + csv, crlf, String(csv.dropLast())] {
      let data = try TestData.table(Self.fields, text)
      #expect(data.complaints == [])
      #expect(try data.rows("SELECT name, score FROM t") == expected)
    }
  }

  @Test func `columns are matched by name, whatever their order, when the schema says so`() throws {
    let data = try TestData.table(
      Self.fields, "score,name\n1,a\n", schema: "fieldsMatch: equal")
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT name, score FROM t") == ["a 1"])
  }

  @Test func `a dialect declares delimiter, quote, comment and missing header`() throws {
    let package = """
      resources:
        - name: t
          path: t.csv
          dialect: {delimiter: ";", quoteChar: "'", commentChar: "#", header: false}
          schema:
            fields:
              - {name: a}
              - name: n
                type: number
                decimalChar: ","
                groupChar: "."
                constraints: {minimum: 0.5, maximum: "2.000,5"}
      """
    let data = try TestData(package, ["t.csv": "# note\n'x;y';1.234,5\n"])
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT * FROM t") == ["x;y 1234.5"])
  }

  @Test func `a short record names the first column without a cell`() throws {
    #expect(
      try complaints("name,score\na,1\nb\nc,2\n") == [
        "data/t.csv:3:1: error[uneven-row]: the record has 1 cell, the header 2; 'score' is the "
          + "first column without one | a cell or a delimiter is missing in this record"
      ])
  }

  @Test func `a long record points at the first cell too many`() throws {
    #expect(
      try complaints("name,score\na,1,000\nb,2,\n") == [
        "data/t.csv:2:5: error[uneven-row]: the record has 3 cells, the header 2"
          + " | a cell that holds a delimiter must stand in quotes",
        "data/t.csv:3:5: error[uneven-row]: the record has 3 cells, the header 2"
          + " | remove the delimiter at its end",
      ])
  }

  @Test func `quotes that cannot be read for certain are errors at the quote`() throws {
    let found = try complaints("name,score\n5\" disk,1\n\"a\"b,2\n\"open,3\n")
    #expect(
      found.map { String($0.split(separator: "]")[0]) } == [
        "data/t.csv:2:2: error[stray-quote", "data/t.csv:3:4: error[stray-quote",
        "data/t.csv:4:1: error[unclosed-quote",
      ])
  }

  @Test func `headers that do not fit the schema are errors at the header`() throws {
    #expect(
      try complaints("name,scroe\na,1\n") == [
        "data/t.csv:1:6: error[unknown-column]: the schema has no field 'scroe'"
          + " | did you mean 'score'? | its fields without column are 'score'"
      ])
    #expect(
      try complaints("name\na\n") == [
        "data/t.csv:1:1: error[missing-column]: the file has no column 'score'"
          + " | add the column to the file, or take the field out of the schema"
      ])
    let separated = try complaints("name;score\na;1\n")
    #expect(
      separated.count == 1 && separated[0].contains("separated by ';'"), "\(separated)")
    #expect(
      try complaints("name,score,name\na,1,b\n")
        == [
          "data/t.csv:1:12: error[duplicate-column]: the column 'name' stands twice in the header"
        ]
    )
  }

  @Test func `files that are no UTF-8 text are refused at the byte`() throws {
    let package = "resources: [{name: t, path: t.csv, schema: {fields: [{name: a}]}}]"
    func complaint(_ bytes: [UInt8]) throws -> String? {
      try TestData(package, ["t.csv": bytes]).complaints.first
    }
    #expect(
      try complaint(Array("a\nx".utf8) + [0xE9, 0x0A])?.hasPrefix(
        "data/t.csv:2:2: error[invalid-utf8]: this is not valid UTF-8") == true)
    #expect(try complaint([0xFF, 0xFE, 0x61, 0])?.contains("this file is UTF-16") == true)
    #expect(try complaint([0x61, 0x0A, 0, 0x0A])?.contains("data/t.csv:2:1") == true)
    #expect(try complaint([])?.contains("empty") == true)
  }

  @Test func `a blank line between records is an error, at the end it is not`() throws {
    #expect(try complaints("name,score\na,1\n\n\n") == [])
    #expect(
      try complaints("name,score\na,1\n\nb,2\n").first?.hasPrefix(
        "data/t.csv:3:1: error[blank-line]") == true)
  }

  @Test func `a file without schema gets types from all of its cells`() throws {
    let data = try TestData(
      "resources: [{name: t, path: t.csv}]", ["t.csv": "a,b,c,d\n1,1.5,x,\n2,3,4,\n"])
    #expect(data.complaints == [])
    #expect(
      try data.rows("SELECT typeof(a), typeof(b), typeof(c), typeof(d) FROM t LIMIT 1")
        == ["integer real text null"])
  }

  @Test func `any bytes are read in full or refused`() throws {
    var state: UInt64 = 11
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let alphabet = Array("a1,,\"\"\n\r;-. é".utf8) + [0xFF]
    let package = "resources: [{name: t, path: t.csv, schema: {fields: [{name: a}, {name: b}]}}]"
    for _ in 0..<400 {
      let body = (0..<random(24)).map { _ in alphabet[random(alphabet.count)] }
      let data = try TestData(package, ["t.csv": Array("a,b\n".utf8) + body])
      let count = Int(try data.rows("SELECT count(*) FROM t")[0]) ?? 0
      // What is taken without complaint is there to the last byte.
      guard data.complaints.isEmpty else { continue }
      let cells = try data.rows(
        "SELECT group_concat(coalesce(a, '') || coalesce(b, ''), '') FROM t")
      let kept = cells[0] == "NULL" ? 0 : cells[0].utf8.count
      let quotesAndMarks = body.count { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      #expect(kept >= body.count - quotesAndMarks, "\(String(decoding: body, as: UTF8.self))")
      #expect(count <= body.count)
    }
  }

  @Test func `of many alike mistakes ten are shown and the rest counted`() throws {
    let csv = "name,score\n" + String(repeating: "a,x\n", count: 25)
    let found = try complaints(csv)
    #expect(found.count == 11)
    #expect(found.last?.contains("note[bad-cell]: 15 more of this kind in column 'score'") == true)
  }
}

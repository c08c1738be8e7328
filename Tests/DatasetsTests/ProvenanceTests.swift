import Datasets
import Diagnostics
import Testing

@Suite struct ProvenanceTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `SHA-256 agrees with the examples of FIPS 180`(_ text: String, _ digest: String) {
    #expect(SHA256(Array(text.utf8)).description == digest)
  }

  private func data() throws -> TestData {
    try TestData.table(
      "{name: method}\n{name: score, type: number, unit: \"%\"}",
      "method,score\nFastV,71.40\nVScan,\n\"To\nMe\",71.4\n")
  }

  @Test func `a summary counts rows, missing values and printed decimals`() throws {
    let summary = try data().store.summaries()[0]
    #expect(summary.rowCount == 3)
    #expect(summary.columns.map(\.missingCount) == [0, 1])
    #expect(summary.columns[1].decimals == 2)
    #expect(summary.path == "data/t.csv")
  }

  @Test func `a row of a result leads to its record, an aggregate to none`() throws {
    let data = try data()
    let result = try data.run("SELECT score * 2, method FROM t ORDER BY method")
    let rows = data.store.sourceRows(of: result, row: 1)
    #expect(rows.map(\.row) == [3])
    let span = try #require(rows.first?.span)
    #expect(data.sources[span.file].line(at: Int(span.start)) == 4)
    let cell = data.store.printedCell(table: "t", row: 1, column: "score")
    #expect(cell?.text == "71.40")
    let total = try data.run("SELECT sum(score) FROM t")
    #expect(data.store.sourceRows(of: total, row: 0).isEmpty)
    #expect(total.provenance.columns == [ColumnOrigin(table: "t", column: "score")])
  }

  @Test func `columns of UNION do not pass for the stored column of their first part`() throws {
    let data = try data()
    func origins(_ sql: String) throws -> [String?] {
      try data.run(sql).columns.map { $0.origin?.column }
    }
    let union = "SELECT method, score FROM t UNION ALL SELECT 'mean', 1.25"
    #expect(try origins(union) == [nil, nil])
    #expect(try data.run(union).columns[1].decimals == nil)
    #expect(try data.run(union).columns[1].unit == "%")
    #expect(try origins("SELECT * FROM (\(union))") == [nil, nil])
    #expect(
      try origins("SELECT method FROM t WHERE score IN (SELECT 1 UNION SELECT 71.4)") == ["method"])
  }

  @Test func `a lock names the files that moved`() throws {
    let lock = try data().store.dataLock()
    let line = try #require(lock.entries.first).line
    #expect(line.hasPrefix("data/t.csv 3 rows sha256:"))
    #expect(DataLock.Entry(parsing: line[...]) == lock.entries.first)
    #expect(DataLock.Entry(parsing: "title x") == nil)
    let other = DataLock(entries: [
      .init(path: "data/t.csv", sha256: "0", rowCount: 3),
      .init(path: "data/u.csv", sha256: "1", rowCount: 1),
    ])
    #expect(
      lock.changes(to: other).map(\.text) == [
        "'data/t.csv' has other values", "'data/u.csv' is new",
      ])
    #expect(lock.changes(to: lock).isEmpty)
  }

  @Test func `a unit that is not known is a warning`() throws {
    let data = try TestData.table("{name: x, unit: tokn}\n{name: y, unit: furlong}", "x,y\n1,2\n")
    #expect(
      data.complaints == [
        "data/datapackage.yaml:7:27: warning[unknown-unit]: 'tokn' is not a known unit"
          + " | did you mean 'token'?",
        "data/datapackage.yaml:8:27: warning[unknown-unit]: 'furlong' is not a known unit"
          + " | when it is something that is counted, name it in report.yaml: units: [furlong]",
      ])
  }
}

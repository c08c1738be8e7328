import Datasets
import Foundation
import TestSupport
import Testing

@Suite struct FormatTests {
  /// What is wrong with a JSON file: place, message and help.
  @Test(arguments: [
    (
      "[{\"a\": 1},]", "1:10", "nothing follows this comma | remove it: JSON allows none at the end"
    ),
    ("[{\"a\": 1} {\"a\": 2}]", "1:11", "a comma is missing before this"),
    (
      "[{'a': 1}]", "1:3",
      "a name is missing | names of values stand in double quotes: \"name\": value"
    ),
    ("[{\"a\": 'x'}]", "1:8", "texts stand in double quotes | write \"…\" instead of '…'"),
    ("[{\"a\" 1}]", "1:7", "a colon is missing behind the name 'a'"),
    ("[{\"a\": }]", "1:8", "a value is missing here"),
    ("[\n{\"a\": NaN}]", "2:7", "'NaN' is no value of JSON | write null for a missing value"),
    ("[{\"a\": True}]", "1:8", "'True' is no value of JSON | write it in small letters"),
    ("[{\"a\": 01}]", "1:8", "'01' is no value of JSON | write numbers like -12, 0.5 or 1.5e3"),
    ("[{\"a\": .5}]", "1:8", "'.5' is no value of JSON | write numbers like -12, 0.5 or 1.5e3"),
    ("[{\"a\": yes}]", "1:8", "'yes' is no value of JSON | texts stand in double quotes: \"yes\""),
    ("[ // all\n]", "1:3", "'//' is no value of JSON | JSON has no comments"),
    (
      "[{\"a\": \"x\n\"}]", "1:8",
      "this text is not closed on its line | close it with \", or write a line end as \\n"
    ),
    ("[{\"a\": \"x", "1:8", "this text is not closed"),
    ("[{\"a\": 1}", "1:1", "this list is not closed"),
    (
      "[{\"a\": \"\\q\"}]", "1:9",
      "there is no such escape | write a backslash itself as \\\\ | characters by number are \\u and four digits"
    ),
    ("[{\"a\": \"\\ud83d\"}]", "1:9", "half of a character stands alone"),
    ("[] []", "1:4", "text stands behind the end of the value"),
  ])
  func `a mistake in JSON is told at its place`(
    text: String, place: String, message: String
  ) throws {
    #expect(
      try json(text).complaints.first == "data/t.json:\(place): error[invalid-json]: \(message)")
  }

  @Test func `JSON is read with all its escapes`() throws {
    let data = try json("[\n\t{\"a\": \"\\\"\\/\\u00e9\\ud83d\\ude00\\n\", \"b\": -1.5E2}\r\n]")
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT a, b FROM t") == ["\"/é😀\n -150"])
    #expect(
      try json("[{\"a\": 1, \"a\": 2}]").complaints.first?.contains("'a' stands twice") == true)
    let deep = String(repeating: "[", count: 10_000)
    #expect(try json(deep).complaints.first?.contains("nested too deep") == true)
  }

  private func json(_ text: String, _ rest: String = "") throws -> TestData {
    try TestData(
      "resources:\n  - name: t\n    path: t.json\n\(rest)", ["t.json": text])
  }

  private static let schema = """
        schema:
          missingValues: ["", "-"]
          fields: [{name: method}, {name: score, type: number, constraints: {maximum: 100}}]
    """

  @Test func `a list of objects is a table, with types of its own`() throws {
    let data = try json(
      "[\n\t{\"a\": 1, \"b\": \"12\", \"c\": true},\n\t{\"b\": \"x \\\"y\\\"\\n\", \"a\": 2.5, \"d\": null}\n]"
    )
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT * FROM t") == ["1 12 1 NULL", "2.5 x \"y\"\n NULL NULL"])
    #expect(
      try data.rows("SELECT typeof(a), typeof(b), typeof(c) FROM t LIMIT 1") == [
        "real text integer"
      ])
  }

  @Test func `a list of lists below a property is a table`() throws {
    let data = try json(
      "{\"data\": [[\"a\", \"b\"], [1, \"x\"]]}", "    dialect: {property: data}\n")
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT a, b FROM t") == ["1 x"])
  }

  @Test func `a bad value is reported at its place in the JSON`() throws {
    let data = try json(
      "[\n  {\"method\": \"FastV\", \"score\": \"90\"},\n  {\"method\": 7, \"score\": 190},\n"
        + "  {\"method\": \"\", \"score\": \"-\"}\n]", Self.schema)
    #expect(
      data.complaints.map { $0.split(separator: "|")[0] } == [
        "data/t.json:2:33: error[bad-cell]: column 'score': the text '90' is not a number ",
        "data/t.json:3:14: error[bad-cell]: column 'method': the number 7 is not a text ",
        "data/t.json:3:26: error[out-of-range]: column 'score': 190 is more than the maximum 100",
      ])
    #expect(try data.rows("SELECT * FROM t WHERE method = ''") == [" NULL"])
  }

  @Test func `what is no table is refused`() throws {
    #expect(try json("{\"a\": 1}").complaints.first?.contains("error[not-a-table]") == true)
    #expect(
      try json("[{\"a\": [1]}]").complaints.first?.contains("a cell cannot hold a list") == true)
    #expect(try json("[1, ").complaints.first?.contains("error[invalid-json]") == true)
    #expect(try json("").complaints.first?.contains("error[empty-file]") == true)
  }

  @Test func `tab-separated values need no dialect, spreadsheets are refused`() throws {
    let tabs = try TestData(
      "resources: [{name: t, path: t.tsv}]", ["t.tsv": "a\tb\n1\tx,y\n"])
    #expect(tabs.complaints == [])
    #expect(try tabs.rows("SELECT b FROM t") == ["x,y"])
    let sheet = try TestData("resources: [{name: t, path: t.xlsx}]", ["t.xlsx": "PK"])
    #expect(
      sheet.complaints == [
        "data/datapackage.yaml:1:29: error[unknown-format]: tables are not read from files of the "
          + "kind 'xlsx' | export it as CSV; JSON and SQLite files are read, too"
      ])
  }

  /// A database in WAL mode, packed: the table mk and a view without an end, named endless.
  private static let database =
    "H4sIAAAAAAACA+2TsU7DQAyGfdeIFokOGSqGCsljAhFS4AEgRRmQulAqmK/BhVPuLtLl0rL2pdiYeA/egJ2RBA7Bxg"
    + "zik2zLv2XLkuXLi6l0hMvKauHwGDhwDqeIANBrjcMXXR58yxn8TA8OCzbsBrEU2GPrfjubbd4fjceDjV5JWpO5UVTX"
    + "PpzN8mye49V5fo1eQlHjWro7tFQ0tpYrQhuZuJOjmhQVDlNsjKwMCqXQS+YgxaWtNNr4Uyqqxrho/73T+GLGtnbDkF"
    + "VOLBTpUpfcbzDPJtMcdRlpUZJFR/cuQS3adSwJlbQDpHF0Szb+uM0zsJfW/fPHGPJgD9jk6cGKBI92QhaM+ixTC3Hy"
    + "6v/zDfEq5+0ABAAA"

  private func database(_ table: String) throws -> TestData {
    let bytes = [UInt8](try #require(Data(base64Encoded: Self.database)))
    return try TestData(
      "resources: [{name: t, path: t.sqlite.gz, dialect: {table: \(table)}}]",
      ["t.sqlite.gz": bytes])
  }

  @Test func `a table of an SQLite file is read`() throws {
    let data = try database("mk")
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT * FROM t") == ["Alba 1.5 3", "Böra, 2 NULL 12"])
    // The file that a PDF carries, and the table that the lock names.
    #expect(data.store.paths == ["data/t.sqlite.gz"])
    #expect(
      try data.store.dataLock().entries.first?.line.hasPrefix("data/t.sqlite.gz#mk 2 rows ") == true
    )
    #expect(
      try database("mx").complaints.first?.contains("the database has no table 'mx'") == true)
  }

  @Test func `tables of one file are told apart`() throws {
    let data = try TestData(
      """
      resources:
        - {name: a, path: t.json, dialect: {property: p}}
        - {name: b, path: t.json, dialect: {property: q}}
        - {name: c, path: t.csv}
        - {name: d, path: t.csv, schema: {fields: [{name: x, type: number}]}}
      """,
      [
        "t.json": Array(#"{"p": [{"x": 1}], "q": [{"x": 2}, {"x": 3}]}"#.utf8),
        "t.csv": Array("x\n1\nz\n".utf8),
      ])
    #expect(data.complaints == ["data/t.csv:3:1: error[bad-cell]: column 'x': 'z' is not a number"])
    let lock = try data.store.dataLock()
    #expect(
      lock.entries.map(\.path)
        == ["data/t.csv#c", "data/t.csv#d", "data/t.json#p", "data/t.json#q"])
    #expect(lock.changes(to: lock).isEmpty)
    #expect(DataLock(entries: lock.entries + lock.entries).changes(to: lock).isEmpty)
  }

  @Test func `a view of an SQLite file cannot run for ever`() throws {
    let complaint = try #require(try database("endless").complaints.first)
    #expect(complaint.contains("error[unreadable-file]") && complaint.contains("interrupt"))
  }

  @Test func `bytes that are no database are refused`() throws {
    let data = try TestData("resources: [{name: t, path: t.sqlite}]", ["t.sqlite": "no database"])
    #expect(data.complaints.first?.contains("error[unreadable-file]") == true)
  }
}

import Datasets
import Diagnostics
import Testing

/// What a schema asks of a file beyond its single cells.
@Suite struct SchemaTests {
  private static let three = "{name: a}\n{name: b, type: integer}\n{name: c, type: integer}"

  @Test func `columns stand in the schema's order unless names alone are to count`() throws {
    let swapped = "a,c,b\nx,1,2\n"
    let exact = try TestData.table(Self.three, swapped)
    #expect(
      exact.complaints.first?.hasPrefix(
        "data/t.csv:1:3: error[column-order]: the header has 'c' where the schema has 'b'") == true)
    let equal = try TestData.table(Self.three, swapped, schema: "fieldsMatch: equal")
    #expect(equal.complaints == [])
    #expect(try equal.rows("SELECT a, b, c FROM t") == ["x 2 1"])
  }

  @Test func `a schema may allow more columns, or fewer`() throws {
    let more = "a,z,b,c\nx,9,1,2\n"
    #expect(
      try TestData.table(Self.three, more).complaints[0].contains(
        "1:3: error[unknown-column]: the schema has no field 'z'"))
    let subset = try TestData.table(Self.three, more, schema: "fieldsMatch: subset")
    #expect(subset.complaints == [])
    #expect(try subset.rows("SELECT * FROM t") == ["x 1 2"])

    let fewer = "a,c\nx,2\n"
    #expect(
      try TestData.table(Self.three, fewer).complaints[0].contains(
        "error[missing-column]: the file has no column 'b'"))
    let superset = try TestData.table(Self.three, fewer, schema: "fieldsMatch: superset")
    #expect(superset.complaints == [])
    #expect(try superset.rows("SELECT * FROM t") == ["x NULL 2"])
    let none = try TestData.table(Self.three, "q\n1\n", schema: "fieldsMatch: partial")
    #expect(none.complaints[0].contains("error[missing-column]"))
  }

  @Test func `unique keys hold over several columns`() throws {
    let data = try TestData.table(
      Self.three, "a,b,c\nx,1,1\nx,2,1\ny,1,1\nx,1,2\nx,,3\nx,,4\n", schema: "uniqueKeys: [[a, b]]")
    #expect(
      data.complaints == [
        "data/t.csv:5:1: error[unique-key]: the key 'a', 'b': 'x', '1' stands there before"
      ])
  }

  @Test func `a foreign key of several columns names all of them`() throws {
    let package = """
      resources:
        - name: t
          path: t.csv
          schema:
            foreignKeys: [{fields: [a, b], reference: {resource: u, fields: [k, l]}}]
            fields: [{name: a}, {name: b, type: integer}]
        - name: u
          path: u.csv
          schema: {primaryKey: [k, l], fields: [{name: k}, {name: l, type: integer}]}
      """
    let data = try TestData(package, ["t.csv": "a,b\nx,1\nx,2\n", "u.csv": "k,l\nx,1\ny,2\n"])
    #expect(
      data.complaints == [
        "data/t.csv:3:1: error[foreign-key]: columns 'a', 'b': 'x', '2' does not stand in 'u' (k, l)"
      ])
  }

  @Test func `a shifted row is told from several bad cells`() throws {
    let fields = """
      {name: m, constraints: {required: true}}
      {name: a, type: number, constraints: {minimum: 0, maximum: 1}}
      {name: b, type: number, constraints: {minimum: 10, maximum: 20}}
      {name: c, type: number, constraints: {minimum: 100, maximum: 200}}
      {name: d, type: number}
      """
    let data = try TestData.table(
      fields, "m,a,b,c,d\np,0.5,15,150,7\nq,15,150,7,\nr,,0.5,15,150\ns,5,15,500,7\n")
    let shifted = data.complaints.filter { $0.contains("column further") }
    #expect(shifted.count == 2)
    #expect(
      shifted[0].hasSuffix(
        "its cells fit when those from 'a' on stand one column further right: a cell is missing "
          + "there or before | 2 more bad cells of the row follow from this"))
    #expect(shifted[0].hasPrefix("data/t.csv:3:3: error[out-of-range]"))
    #expect(
      shifted[1].contains(
        "its cells fit when those behind 'a' stand one column further left: a cell is too many "
          + "there or before | "))
    // Of each shifted row one error stays, of the third row with two bad cells both.
    #expect(data.complaints.count == 4)
  }

  @Test func `columns that have changed places are told from bad cells`() throws {
    let fields = """
      {name: m, constraints: {required: true}}
      {name: a, type: number, constraints: {required: true, maximum: 50}}
      {name: b, type: number, constraints: {minimum: 10, maximum: 90}}
      {name: c, type: number, constraints: {required: true, maximum: 40}}
      """
    let swapped = try TestData.table(fields, "m,a,b,c\np,60,15,1\nq,,12,2\nr,70,11,3\ns,45,41,4\n")
    #expect(
      swapped.complaints == [
        "data/t.csv:2:3: error[out-of-range]: column 'a': 60 is more than the maximum 50 | all "
          + "cells fit when 'a' and 'b' change places, 2 more bad ones among them"
      ])
    let bad = try TestData.table(fields, "m,a,b,c\np,60,15,1\nq,,12,2\nr,70,95,3\n")
    #expect(bad.complaints.count == 4)
  }

  @Test func `a file may be Latin-1, Windows-1252 or UTF-16 when the package says so`() throws {
    func package(_ encoding: String) -> String {
      "resources:\n  - {name: t, path: t.csv, encoding: \(encoding)}"
    }
    let latin = try TestData(
      package("iso-8859-1"), ["t.csv": Array("a,b\n".utf8) + [0xE9, 0x2C, 0x31, 0x0A]])
    #expect(latin.complaints == [])
    #expect(try latin.rows("SELECT * FROM t") == ["é 1"])
    let windows = try TestData(
      package("windows-1252"), ["t.csv": Array("a\n".utf8) + [0x93, 0x80, 0x94, 0x0A]])
    #expect(try windows.rows("SELECT * FROM t") == ["“€”"])
    let wide = "a,b\nµ,2\n".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(
      try TestData(package("utf-16"), ["t.csv": [0xFF, 0xFE] + wide]).rows("SELECT * FROM t")
        == ["µ 2"])
    let swapped = stride(from: 0, to: wide.count, by: 2).flatMap { [wide[$0 + 1], wide[$0]] }
    for (encoding, bytes) in [
      ("utf-16be", swapped), ("utf-16be", [0xFE, 0xFF] + swapped), ("utf-16le", wide),
      ("utf-16", [0xFE, 0xFF] + swapped),
    ] {
      let data = try TestData(package(encoding), ["t.csv": bytes])
      #expect(try data.rows("SELECT * FROM t") == ["µ 2"])
    }
    let unmarked = try TestData(
      "resources:\n  - {name: t, path: t.csv}", ["t.csv": Array("a\n".utf8) + [0xE9, 0x0A]])
    #expect(unmarked.complaints[0].contains("error[invalid-utf8]"))
    #expect(unmarked.complaints[0].contains("encoding: latin-1"))
    let unknown = try TestData(package("ebcdic"), ["t.csv": Array("a\n1\n".utf8)])
    #expect(unknown.complaints[0].contains("the encoding 'ebcdic' is not read"))
  }

  @Test func `a file that is not the one the package describes is told by its size and hash`()
    throws
  {
    let text = "a\n1\n"
    let hash = SHA256(Array(text.utf8)).description
    func complaints(_ keys: String) throws -> [String] {
      try TestData("resources:\n  - {name: t, path: t.csv, \(keys)}", ["t.csv": text]).complaints
    }
    #expect(try complaints("bytes: 4, hash: \"sha256:\(hash)\"") == [])
    #expect(
      try complaints("bytes: 5")[0].hasPrefix(
        "data/datapackage.yaml:2:35: error[data-changed]: 't.csv' has 4 bytes, the package states 5"
      ))
    let wrong = String(repeating: "0", count: 64)
    #expect(try complaints("hash: \"sha256:\(wrong)\"")[0].contains("its hash is sha256:\(hash)"))
    #expect(try complaints("hash: d41d8cd9")[0].contains("only hashes of the kind 'sha256:…'"))
  }
}

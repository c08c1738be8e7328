import Datasets
import Testing

@Suite struct DataPackageTests {
  @Test func `mistakes in a package are collected, each at its place`() throws {
    let package = """
      resources:
        - name: a b
          path: ../secret.csv
          schema: {fields: [{name: x}, {name: x}], primaryKey: y}
        - name: t
          path: t.csv
          schema:
            foreignKeys: [{fields: m, reference: {resource: models, fields: m}}]
            fields:
              - {name: m, type: strng}
      """
    let bad = try TestData(package, ["t.csv": "m\na\n"])
    #expect(
      bad.complaints == [
        "data/datapackage.yaml:10:27: error[bad-value]: 'strng' is not allowed here | did you mean "
          + "'string'? | write 'string', 'number', 'integer', 'boolean', 'date', 'datetime', "
          + "'time', 'year', 'yearmonth' or 'any'"
      ])
    let named = try TestData(package.replacing("strng", with: "string"), ["t.csv": "m\na\n"])
    #expect(
      named.complaints == [
        "data/datapackage.yaml:2:11: error[bad-name]: 'a b' is no name for a table"
          + " | use letters, digits and _",
        "data/datapackage.yaml:3:11: error[bad-path]: the path '../secret.csv' leads out of the "
          + "package's folder | keep data files beside the package and name them by relative paths",
        "data/datapackage.yaml:4:41: error[duplicate-name]: there are two fields 'x'",
        "data/datapackage.yaml:4:58: error[unknown-field]: 'a b' has no field 'y'"
          + " | did you mean 'x'? | its fields are 'x', 'x'",
        "data/datapackage.yaml:8:55: error[unknown-table]: there is no resource 'models'"
          + " | its resources are 'a b', 't'",
      ])
  }

  @Test func `constraints are read by their field's type`() throws {
    let data = try TestData.table(
      "{name: x, type: integer, constraints: {minimum: low, enum: [1, b], patern: a, pattern: \"[\"}}",
      "x\n1\n")
    #expect(
      data.complaints.map { $0.split(separator: "|")[0] } == [
        "data/datapackage.yaml:7:59: error[bad-value]: 'low' is not an integer",
        "data/datapackage.yaml:7:74: error[bad-value]: 'b' is not an integer",
        "data/datapackage.yaml:7:78: error[unknown-key]: there is no constraint 'patern' ",
        "data/datapackage.yaml:7:98: error[bad-pattern]: '[' is no regular expression",
      ])
  }

  @Test func `a package may be JSON, tabs and all`() throws {
    let data = try TestData(
      "{\n\t\"resources\": [\n\t\t{\"name\": \"t\", \"path\": \"t.csv\"}\n\t]\n}",
      ["t.csv": Array("a\n1\n".utf8)], name: "datapackage.json")
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT a FROM t") == ["1"])
  }

  @Test func `a file that is missing is reported where it is named`() throws {
    let data = try TestData("resources:\n  - {name: t, path: no.csv}\n", [String: String]())
    #expect(
      data.complaints.first?.hasPrefix(
        "data/datapackage.yaml:2:21: error[unreadable-file]: the data file 'data/no.csv'") == true)
  }
}

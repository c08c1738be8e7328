import Datasets
import Testing

@Suite struct ErrataTests {
  private static let header = "id,table,key,field,printed,corrected,reason,evidence\n"

  private func data(_ errata: String) throws -> TestData {
    try TestData.table(
      """
      {name: row, constraints: {unique: true}}
      {name: method}
      {name: score, type: number, constraints: {required: true, maximum: 100}}
      """, "row,method,score\nA1,FastV,96.70\nA2,VScan,3817\nA3,ToMe,x\n",
      schema: "missingValues: [\"\", \"-\"]", files: ["errata.csv": Self.header + errata])
  }

  private static let good =
    "K1,t,row=A1,score,96.70,96.8,rounding,table 2\nK2,t,row=A2,score,3817,38.17,unit,text\n"
    + "K3,t,row=A3;method=ToMe,score,x,5,typing error,paper\n"

  @Test func `both forms of a table can be read, and a corrected cell is excused`() throws {
    let data = try data(Self.good)
    #expect(data.complaints == [])
    #expect(try data.rows("SELECT score FROM t") == ["96.8", "38.17", "5"])
    #expect(try data.rows("SELECT score FROM t_printed") == ["96.7", "3817", "x"])
    #expect(data.store.errata.map(\.id) == ["K1", "K2", "K3"])
  }

  @Test func `a corrected cell of a result leads to its erratum`() throws {
    let data = try data(Self.good)
    let result = try data.run("SELECT row, score, score + 0 AS more FROM t ORDER BY row")
    #expect(result.erratum(row: 0, column: 1)?.id == "K1")
    #expect(result.erratum(row: 1, column: 1)?.id == "K2")
    #expect(result.erratum(row: 0, column: 0) == nil)
    #expect(result.erratum(row: 0, column: 2) == nil)
    #expect(try data.run("SELECT score FROM t").errata.map(\.id) == ["K1", "K2", "K3"])
    #expect(try data.run("SELECT score FROM t_printed").errata.isEmpty)
  }

  @Test(arguments: [
    (
      "K1,t,row=A1,score,96.7,96.8,r,e",
      "data/errata.csv:2:19: error[stale-erratum]: 'K1' corrects '96.7', but the cell reads '96.70'"
    ),
    (
      "K1,t,row=A9,score,96.70,96.8,r,e",
      "data/errata.csv:2:6: error[stale-erratum]: 't' has no row with row=A9"
    ),
    (
      "K1,u,row=A1,score,96.70,96.8,r,e",
      "data/errata.csv:2:4: error[unknown-table]: there is no table 'u'"
    ),
    (
      "K1,t,row=A1,scroe,96.70,96.8,r,e",
      "data/errata.csv:2:13: error[unknown-column]: 't' has no column 'scroe' | did you mean 'score'?"
    ),
    ("K1,t,rw=A1,score,96.70,96.8,r,e", "error[unknown-column]: 't' has no column 'rw'"),
    ("K1,t,A1,score,96.70,96.8,r,e", "data/errata.csv:2:6: error[bad-erratum]: 'A1' names no row"),
    (
      "K1,t,row=A1,score,96.70,1000,r,e",
      "error[out-of-range]: column 'score' of 't': 1000 is more than the maximum 100"
    ),
    (
      "K1,t,row=A1,score,96.70,many,r,e",
      "error[bad-cell]: column 'score' of 't': 'many' is not a number"
    ),
    ("K1,t,row=A1,score,96.70,-,r,e", "error[missing-value]"),
    ("K1,t,row=A1,score,96.70,96.8,,e", "error[bad-erratum]: the erratum 'K1' has no reason"),
    (
      "K1,t,row=A1,score,96.70,96.8,r,e\nK4,t,row=A1,score,96.70,1,r,e",
      "'K4' and 'K1' correct the same cell"
    ),
    ("K2,t,row=A1,score,96.70,96.8,r,e", "there are two errata 'K2'"),
  ])
  func `an erratum that does not fit is an error at its cell`(
    _ record: String, _ complaint: String
  ) throws {
    let rest = Self.good.split(separator: "\n").dropFirst().joined(separator: "\n")
    let found = try data(record + "\n" + rest + "\n").complaints
    #expect(found.contains { $0.contains(complaint) }, "\(found)")
  }

  @Test func `uncorrected mistakes stay errors`() throws {
    let found = try data("K1,t,row=A1,score,96.70,96.8,rounding,table 2\n").complaints
    #expect(
      found.map { $0.prefix(36) }
        == [
          "data/t.csv:3:10: error[out-of-range]", "data/t.csv:4:9: error[bad-cell]: colu",
        ].map { $0.prefix(36) })
  }
}

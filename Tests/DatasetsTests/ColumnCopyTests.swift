import Datasets
import Testing

/// Statements that group a large table read it column by column; the results are the same.
@Suite struct ColumnCopyTests {
  /// A file beyond the size from which columns are copied, with missing values in every column.
  private static let csv: String = {
    var text = "id,model,kind,score,note\n"
    var state: UInt32 = 7
    func next(_ bound: UInt32) -> UInt32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return (state >> 8) % bound
    }
    for row in 0..<60_000 {
      let model = next(20) == 0 ? "" : "model \(["é", "B", "a", "Z", "ab"][Int(next(5))])"
      let kind = next(15) == 0 ? "" : String(Int(next(9)) - 4)
      let score = next(10) == 0 ? "" : "\(next(100)).\(next(10))"
      text += "\(row),\(model),\(kind),\(score),\"a note, \(row) of many\"\n"
    }
    return text
  }()

  private func data(_ errata: String = "", complains: Bool = false) throws -> TestData {
    let data = try TestData.table(
      "{name: id, type: integer}\n{name: model}\n{name: kind, type: integer}\n"
        + "{name: score, type: number, unit: \"%\"}\n{name: note}", Self.csv,
      files: errata.isEmpty ? [:] : ["errata.csv": errata])
    #expect(complains || data.complaints == [])
    return data
  }

  @Test(arguments: [
    "SELECT model, count(*), count(score), avg(score), min(score), max(id) FROM t GROUP BY model",
    "SELECT model, kind, sum(score) FROM t GROUP BY 1, 2 ORDER BY 1 DESC, 2 DESC",
    "SELECT kind, count(DISTINCT model) FROM t WHERE score > 50 GROUP BY kind HAVING count(*) > 9",
    "SELECT kind, model, group_concat(id) FROM t WHERE id < 500 GROUP BY kind, model",
    "SELECT score, count(*) FROM t GROUP BY score ORDER BY count(*) DESC, score LIMIT 5",
    "SELECT model || kind AS k, median(score) FROM t GROUP BY k ORDER BY k",
    "SELECT a.model, sum(a.kind) FROM t AS a GROUP BY a.model COLLATE NOCASE ORDER BY 1",
    "SELECT note, count(*) FROM t GROUP BY note ORDER BY 1 LIMIT 3",
    "SELECT model, count(*) FILTER (WHERE kind > 0), total(score) FROM t GROUP BY model",
  ])
  func `groups are those of the table`(_ sql: String) throws {
    let data = try data()
    let grouped = try data.rows(sql)
    #expect(grouped.count > 2)
    // The same rows as a subquery, of which there is no copy.
    let plain = sql.replacing("FROM t ", with: "FROM (SELECT * FROM t ORDER BY id) ")
    #expect(grouped == (try data.rows(plain)))
  }

  @Test func `the columns of a copy lead back to the table`() throws {
    let data = try data()
    let result = try data.run("SELECT model, max(score) AS best FROM t GROUP BY model")
    #expect(result.columns[0].origin == ColumnOrigin(table: "t", column: "model"))
    #expect(result.provenance.columns.map(\.column) == ["model", "score"])
    // The name means the table itself again.
    #expect(try data.rows("SELECT count(*), max(rowid) FROM t") == ["60000 60000"])
    #expect(
      data.failure("SELECT model, nowhere FROM t GROUP BY 1").first?.contains("'nowhere'") == true)
    #expect(try data.rows("SELECT count(*) FROM t") == ["60000"])
  }

  @Test func `a corrected table is grouped with its corrections`() throws {
    let line = Self.csv.split(separator: "\n")[1].split(separator: ",")
    let data = try data(
      "id,table,key,field,printed,corrected,reason,evidence\n"
        + "E1,t,id=0,model,\(line[1]),corrected model,typo,x\n")
    #expect(
      try data.rows("SELECT model, count(*) FROM t GROUP BY model HAVING model LIKE 'corr%'")
        == ["corrected model 1"])
  }

  @Test(arguments: [
    "SELECT id, model, kind, score, note FROM t WHERE id % 7919 = 3",
    "SELECT count(*), count(model), count(score), sum(kind), avg(score) FROM t",
    "SELECT model, id FROM t WHERE kind = 2 AND score > 99 ORDER BY model DESC, id LIMIT 9",
    "SELECT rowid, id FROM t WHERE rowid IN (1, 777, 60000)",
    "SELECT DISTINCT model, kind FROM t WHERE score IS NULL ORDER BY 2, 1",
    "SELECT note, typeof(id), typeof(model), typeof(score) FROM t WHERE note LIKE '%, 1234%' LIMIT 3",
    "SELECT a.id, b.id FROM t a JOIN t b ON b.id = a.id + 1 WHERE a.id < 5 ORDER BY 1",
    "SELECT id, (SELECT max(id) FROM t b WHERE b.kind = 4) FROM t WHERE id < 3",
    "SELECT count(*) FROM t_printed WHERE model IS NULL",
    "SELECT id, sum(kind) OVER (ORDER BY id) FROM t WHERE id < 9 ORDER BY id",
  ])
  func `a large table read in columns gives what its rows give`(_ sql: String) throws {
    // The same table with one corrected cell that no statement shows is stored as rows.
    let line = Self.csv.split(separator: "\n")[6].split(
      separator: ",", omittingEmptySubsequences: false)
    let stored = try data(
      "id,table,key,field,printed,corrected,reason,evidence\n"
        + "E1,t,id=5,model,\(line[1]),\(line[1]),nothing,x\n", complains: true)
    let found = try data().rows(sql)
    #expect(!found.isEmpty)
    #expect(found == (try stored.rows(sql)))
  }

  @Test func `an irregular record far down is reported as in a small file`() throws {
    let row = "60000,model a,nine,1.5,n\n"
    let bad = try TestData.table(
      "{name: id, type: integer}\n{name: model}\n{name: kind, type: integer}\n"
        + "{name: score, type: number}\n{name: note}", Self.csv + row)
    #expect(
      bad.complaints == [
        "data/t.csv:60002:15: error[bad-cell]: column 'kind': 'nine' is not an integer"
      ])
  }

  @Test func `columns without a schema are told from all records`() throws {
    var csv = "a,b,c\n"
    for row in 0..<200_000 {
      csv += row == 190_000 ? "\(row),x,0.5\n" : "\(row),\(row % 9),\(row < 100_000 ? "" : "7")\n"
    }
    let data = try TestData("resources:\n  - {name: t, path: t.csv}\n", ["t.csv": csv])
    #expect(data.complaints == [])
    #expect(
      try data.rows("SELECT typeof(a), typeof(b), typeof(c), c FROM t WHERE a IN (0, 190000)")
        == ["integer text null NULL", "integer text real 0.5"])
  }
}

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

  private func data(_ errata: String = "") throws -> TestData {
    let data = try TestData.table(
      "{name: id, type: integer}\n{name: model}\n{name: kind, type: integer}\n"
        + "{name: score, type: number, unit: \"%\"}\n{name: note}", Self.csv,
      files: errata.isEmpty ? [:] : ["errata.csv": errata])
    #expect(data.complaints == [])
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
}

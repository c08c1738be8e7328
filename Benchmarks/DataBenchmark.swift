import Datasets
import Diagnostics
import Foundation

/// Loading a CSV file of eight columns with its schema, and a query that groups it.
struct DataBenchmark {
  let csv: [UInt8]

  init(rows: Int) {
    var text = "id,model,method,tokens,score,cost,latency,note\n"
    var state: UInt64 = 42
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    for row in 0..<rows {
      text += "\(row),model\(next(13)),method\(next(22)),\(next(576)),\(next(100)).\(next(10)),"
      text += "\(next(4)).\(next(1000)),\(next(900)),note \(next(50))\n"
    }
    csv = Array(text.utf8)
  }

  func measure(runs: Int) throws -> [(name: String, seconds: Double)] {
    StepTimes.medians(try (0..<runs).map { _ in try run() })
  }

  private func run() throws -> StepTimes {
    var times = StepTimes()
    let sources = SourceMap()
    let package = sources.add(
      path: "datapackage.yaml", text: "name: b\nresources:\n  - {name: rows, path: rows.csv}\n")
    let store = try Store(sources: sources)
    _ = try times.measure("load") { try store.load(package) { _ in csv } }
    let sql = "SELECT model, method, avg(score), avg(cost) FROM rows GROUP BY 1, 2 ORDER BY 1, 2"
    let file = sources.add(path: "query", text: sql)
    let text = SpannedText(SourceSpan(file: file.id, 0..<sql.utf8.count), in: file)
    _ = try times.measure("group") { try store.run(Query(text)) }
    return times
  }
}

/// Computes over the rows around each row: ranks, running sums, moving means.
struct WindowTransform {
  private let step: TransformSpec

  init(_ step: TransformSpec) { self.step = step }

  /// - Throws: the name of an operation that there is none of.
  func apply(
    _ operations: [TransformSpec.Aggregation], to data: ChartData
  ) throws(ChartError) -> ChartData {
    var out = data
    let keys = (step.sort ?? []).map { (data.values($0.field), $0.order == .descending) }
    for entry in operations {
      var values = Array(repeating: ChartValue.null, count: data.rowCount)
      for group in data.groups(by: step.groupby ?? []) {
        let rows = group.rows.sorted { a, b in Self.precedes(a, b, keys) ?? (a < b) }
        for place in rows.indices {
          values[rows[place]] = try value(entry, data, rows, place, keys)
        }
      }
      out = out.with(entry.as ?? entry.op, values)
    }
    return out
  }

  private static func precedes(
    _ a: Int, _ b: Int, _ keys: [(ChartCells, Bool)]
  ) -> Bool? {
    for (column, isDescending) in keys {
      if column[a] < column[b] { return !isDescending }
      if column[b] < column[a] { return isDescending }
    }
    return nil
  }

  private func value(
    _ entry: TransformSpec.Aggregation, _ data: ChartData, _ rows: [Int], _ place: Int,
    _ keys: [(ChartCells, Bool)]
  ) throws(ChartError) -> ChartValue {
    func number(_ value: Int) -> ChartValue { .number(Double(value)) }
    func isPeer(_ a: Int, _ b: Int) -> Bool {
      Self.precedes(rows[a], rows[b], keys) == nil && !keys.isEmpty
    }
    var firstPeer = place
    while firstPeer > 0, isPeer(firstPeer - 1, place) { firstPeer -= 1 }
    let cells = entry.field.map { data.values($0) } ?? []
    let frame = step.frame ?? [nil, 0]
    let before = frame.first.flatMap { $0 }.map { Int($0) }
    let after = frame.count > 1 ? frame[1].map { Int($0) } : nil
    var low = before.map { max(0, place + $0) } ?? 0
    var high = after.map { min(rows.count - 1, place + $0) } ?? rows.count - 1
    switch entry.op {
    case "row_number": return number(place + 1)
    case "rank": return number(firstPeer + 1)
    case "dense_rank":
      return number(1 + (1..<(firstPeer + 1)).count { !isPeer($0 - 1, $0) })
    case "percent_rank":
      return .number(rows.count > 1 ? Double(firstPeer) / Double(rows.count - 1) : 0)
    case "cume_dist":
      var last = place
      while last + 1 < rows.count, isPeer(place, last + 1) { last += 1 }
      return .number(Double(last + 1) / Double(rows.count))
    case "ntile":
      let count = max(1, Int(entry.param ?? 1))
      return .number((Double(count) * Double(place + 1) / Double(rows.count)).rounded(.up))
    case "lag", "lead":
      let shift = Int(entry.param ?? 1) * (entry.op == "lag" ? -1 : 1)
      return rows.indices.contains(place + shift) ? cells[rows[place + shift]] : .null
    default: break
    }
    // Rows that sort alike share a frame unless told otherwise.
    if !(step.ignorePeers ?? false) {
      while low > 0, isPeer(low - 1, low) { low -= 1 }
      while high + 1 < rows.count, isPeer(high, high + 1) { high += 1 }
    }
    guard low <= high else { return .null }
    switch entry.op {
    case "first_value": return cells[rows[low]]
    case "last_value": return cells[rows[high]]
    case "nth_value":
      let place = low + Int(entry.param ?? 1) - 1
      return place <= high ? cells[rows[place]] : .null
    default:
      guard let operation = AggregateOperation(rawValue: entry.op) else {
        throw ChartError(problems: [
          .init(path: [], message: "there is no window operation '\(entry.op)'")
        ])
      }
      let name = entry.as ?? entry.op
      return Aggregation(operation: operation, field: entry.field, name: name)
        .value(data, Array(rows[low...high]))
    }
  }
}

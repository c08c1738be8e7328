/// Checks the words, numbers and columns of a transform before it is applied.
struct TransformCheck {
  private let step: TransformSpec
  private let data: ChartData
  /// With paths within the transform.
  private(set) var problems: [ChartError.Problem] = []

  init(_ step: TransformSpec, _ data: ChartData) {
    (self.step, self.data) = (step, data)
  }

  mutating func run() {
    checkFlatten()
    let groupby = step.lookup == nil && step.flatten == nil ? step.groupby ?? [] : []
    for field in groupby { require(field, "groupby") }
    if step.window != nil || step.stack != nil {
      // Windows may be sorted by columns that they make themselves.
      for key in step.sort ?? [] { require(key.field, "sort") }
    }
    if let operations = step.window {
      for (index, entry) in operations.enumerated() { check(entry, String(index)) }
    }
    if step.regression != nil {
      allow(step.method, ["linear", "log", "exp", "pow", "quad", "poly"], "method")
      demand(step.order, "order", from: 0, to: 15)
    }
    if step.impute != nil {
      allow(step.method, ["value", "mean", "median", "max", "min"], "method")
    }
    if step.density != nil {
      demand(step.steps, "steps", from: 1, to: 100_000)
      demand(step.minsteps, "minsteps", from: 1, to: 100_000)
      demand(step.maxsteps, "maxsteps", from: 1, to: 100_000)
    }
    if step.quantile != nil, let width = step.step, !(width >= 1e-6 && width <= 1) {
      problem("step", "'step' is a share from 0.000001 to 1")
    }
    if step.pivot != nil {
      allow(step.op, AggregateOperation.allCases.map(\.rawValue), "op")
      if let value = step.value?.text {
        require(value, "value")
      } else {
        problem("value", "'pivot' needs 'value', the column whose values it spreads")
      }
    }
    if let extent = step.extent, extent.count != 2 || extent[0] > extent[1] {
      problem("extent", "'extent' takes two numbers, the lower first")
    }
  }

  private mutating func checkFlatten() {
    for (index, field) in (step.flatten ?? []).enumerated() {
      require(field, "flatten", String(index))
      let cells = data.values(field)
      let row = (0..<data.rowCount).first {
        cells[$0] != .null && JSONRows.list(cells[$0]) == nil
      }
      guard let row else { continue }
      problems.append(
        .init(
          path: ["flatten", String(index)],
          message: "row \(row + 1) of '\(field)' holds no list: \(cells[row].plainText)",
          help: ["a list is JSON, such as [1, 2]; SQL makes one by json_group_array"]))
    }
  }

  private mutating func check(_ entry: TransformSpec.Aggregation, _ index: String) {
    let fieldless = [
      "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "count",
    ]
    if let field = entry.field, field != "*", !fieldless.contains(entry.op) {
      require(field, "window", index, "field")
    } else if entry.field == nil, !fieldless.contains(entry.op) {
      problem("window", index, "the window operation '\(entry.op)' needs 'field'")
    }
    guard let param = entry.param else { return }
    let least: Double = ["lag", "lead"].contains(entry.op) ? 0 : 1
    if !(param >= least && param <= 1e9) {
      problem("window", index, "param", "'param' of '\(entry.op)' is \(Int(least)) or more")
    }
  }

  private mutating func require(_ field: String, _ path: String...) {
    guard data[field] == nil, data.rowCount > 0 else { return }
    problems.append(
      .init(
        path: path, message: "there is no column '\(field)'", help: [ViewBuilder.columns(data)]))
  }

  private mutating func allow(_ word: String?, _ words: [String], _ key: String) {
    guard let word, !words.contains(word) else { return }
    problems.append(
      .init(
        path: [key], message: "'\(word)' is not allowed here",
        help: ["write one of " + words.joined(separator: ", ")]))
  }

  private mutating func demand(_ number: Int?, _ key: String, from least: Int, to most: Int) {
    guard let number, !(least...most).contains(number) else { return }
    problem(key, "'\(key)' is from \(least) to \(most)")
  }

  /// - Parameter pathAndMessage: the path, and last the message.
  private mutating func problem(_ pathAndMessage: String...) {
    problems.append(
      .init(
        path: Array(pathAndMessage.dropLast()), message: pathAndMessage[pathAndMessage.count - 1],
        help: []))
  }
}

/// How long each stage took, in the order in which the stages ran.
struct StageTimings {
  private(set) var stages: [(name: String, duration: Duration)] = []
  private let clock = ContinuousClock()

  /// Runs a stage and adds its time.
  mutating func measure<Result, Failure: Error>(
    _ name: String, _ stage: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = clock.now
    defer { stages.append((name, start.duration(to: clock.now))) }
    return try stage()
  }

  var total: Duration { stages.reduce(.zero) { $0 + $1.duration } }

  /// A line per stage in milliseconds, and the sum.
  var text: String {
    let rows = stages + [("total", total)]
    let width = rows.map(\.name.utf8.count).max() ?? 0
    return rows.map { name, duration in
      let pad = String(repeating: " ", count: width - name.utf8.count)
      let number = Self.milliseconds(duration)
      return "  \(name)\(pad)  \(String(repeating: " ", count: max(0, 9 - number.utf8.count)))"
        + "\(number) ms\n"
    }.joined()
  }

  /// Milliseconds with one decimal.
  static func milliseconds(_ duration: Duration) -> String {
    let tenths =
      duration.components.seconds * 10_000 + duration.components.attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10)"
  }
}

import Pareto

/// Functions of rows with several objectives: the front, its knee, the probability of being on it, and
/// the hypervolume. The charts' mark `pareto` computes with the same code.
///
/// The objectives come first, then their directions as a text like `'low,high'`, then what else the
/// function takes. Rows in which an objective is missing take no part and have no value.
///
/// To add one: write it here and put its name in `rows` or `aggregates`.
enum ObjectiveFunctions {
  static let rows: [SQLRowFunction] = [onFront, knee, frontProbability]
  static let aggregates: [SQLAggregate] = [hypervolume]

  /// 1 for the rows that no other row of the window beats, else 0. Numbers behind the directions are
  /// differences that do not count, one for each objective.
  static let onFront = SQLRowFunction(
    "on_front", signature: "on_front(x, y, …, 'low,high,…'[, slack_x, slack_y, …]) OVER (…)"
  ) { (rows) throws(SQLFunction.Failure) in
    try eachRow(rows, "on_front") { (table) throws(SQLFunction.Failure) in
      let slack = table.settings.isEmpty ? table.objectives.map { _ in 0 } : table.settings
      guard slack.count == table.objectives.count, slack.allSatisfy({ $0 >= 0 }) else {
        throw SQLFunction.Failure(
          "on_front takes one slack of at least 0 for each objective, or none")
      }
      return Set(ParetoFront.indices(of: table.points, within: slack))
    }
  }

  /// 1 for the row of the front where the trade-off turns, else 0.
  static let knee = SQLRowFunction(
    "knee", signature: "knee(x, y, …, 'low,high,…') OVER (…)"
  ) { (rows) throws(SQLFunction.Failure) in
    try eachRow(rows, "knee") { (table) throws(SQLFunction.Failure) in
      guard table.settings.isEmpty else {
        throw SQLFunction.Failure("knee takes nothing behind the directions")
      }
      let front = ParetoFront.indices(of: table.points)
      let knee = KneePoint.index(in: table.points.selecting(front))
      return Set(knee.map { [front[$0]] } ?? [])
    }
  }

  /// The probability that a row is on the front, when both objectives are normally distributed about
  /// their values, all independent of each other.
  static let frontProbability = SQLRowFunction(
    "front_probability",
    signature: "front_probability(x, x_deviation, y, y_deviation, 'low,high') OVER (…)"
  ) { (rows) throws(SQLFunction.Failure) in
    let table = try ObjectiveTable(rows, of: "front_probability", valuesPerObjective: 2)
    guard let table else { return rows.map { _ in .null } }
    guard table.objectives.count == 2, table.settings.isEmpty else {
      throw SQLFunction.Failure("front_probability takes two objectives and nothing more")
    }
    if let bad = table.values.first(where: { $0[1] < 0 || $0[3] < 0 }) {
      throw SQLFunction.Failure(
        "a standard deviation is at least 0, got \(min(bad[1], bad[3]))")
    }
    let points = table.values.map { row in
      UncertainPoint(
        x: UncertainCost(row[0], deviation: row[1], table.objectives[0]),
        y: UncertainCost(row[2], deviation: row[3], table.objectives[1]))
    }
    var values = rows.map { _ in CellValue.null }
    for (row, value) in zip(table.rows, FrontProbability.values(of: points)) {
      values[row] = .real(value)
    }
    return values
  }

  /// The volume that the rows of a group dominate up to a reference point, or its share of the box
  /// between the reference and an ideal point.
  ///
  /// Four numbers alone are a cost (better low), a score (better high) and their reference.
  static let hypervolume = SQLAggregate(
    "hypervolume",
    signature:
      "hypervolume(x, y, …, 'low,high,…', reference_x, reference_y, …[, ideal_x, ideal_y, …])",
    evaluatingCells: { (rows) throws(SQLFunction.Failure) in
      let rows = rows.map { row in
        row.count == 4 && row.allSatisfy { $0.number != nil || $0.isNull }
          ? Array(row[..<2]) + [.text("low,high")] + row[2...] : row
      }
      guard let table = try ObjectiveTable(rows, of: "hypervolume", valuesPerObjective: 1) else {
        return .null
      }
      let (objectives, settings) = (table.objectives, table.settings)
      guard settings.count == objectives.count || settings.count == 2 * objectives.count else {
        throw SQLFunction.Failure(
          "hypervolume needs a reference point: \(objectives.count) numbers behind the directions, "
            + "and as many again for an ideal point")
      }
      let costs = zip(objectives + objectives, settings).map { $0.cost($1) }
      let reference = Array(costs[..<objectives.count])
      guard settings.count > objectives.count else {
        return .real(Hypervolume.volume(of: table.points, reference: reference))
      }
      guard
        let share = Hypervolume.share(
          of: table.points, reference: reference, ideal: Array(costs[objectives.count...]))
      else {
        throw SQLFunction.Failure(
          "the ideal point of hypervolume is better than the reference in every objective")
      }
      return .real(share)
    })

  /// 1 for the rows chosen, 0 for the others, no value for those with a missing objective.
  private static func eachRow(
    _ rows: [[CellValue]], _ function: String,
    _ choose: (ObjectiveTable) throws(SQLFunction.Failure) -> Set<Int>
  ) throws(SQLFunction.Failure) -> [CellValue] {
    var values = rows.map { _ in CellValue.null }
    guard let table = try ObjectiveTable(rows, of: function, valuesPerObjective: 1) else {
      return values
    }
    let chosen = try choose(table)
    for (index, row) in table.rows.enumerated() {
      values[row] = .integer(chosen.contains(index) ? 1 : 0)
    }
    return values
  }
}

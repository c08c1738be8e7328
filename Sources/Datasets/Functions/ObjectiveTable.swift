import Pareto

/// The rows of a call with objectives: `(x, y, …, 'low,high,…', further numbers)`.
struct ObjectiveTable {
  let objectives: [Objective]
  /// Which of the rows have all their numbers.
  private(set) var rows: [Int] = []
  /// Their numbers before the directions.
  private(set) var values: [[Double]] = []
  /// The numbers behind the directions, the same for all rows.
  let settings: [Double]

  var points: CostMatrix { CostMatrix(values, objectives) }

  /// - Parameter valuesPerObjective: numbers that stand for one objective.
  /// - Returns: nil when there is no row.
  init?(
    _ rows: [[CellValue]], of function: String, valuesPerObjective: Int
  ) throws(SQLFunction.Failure) {
    guard let first = rows.first else { return nil }
    guard let place = first.firstIndex(where: { if case .text = $0 { true } else { false } }),
      case .text(let words) = first[place]
    else {
      throw SQLFunction.Failure(
        "\(function) needs the directions of its objectives: 'low,high'")
    }
    guard let objectives = Objective.list(words) else {
      throw SQLFunction.Failure(
        "the directions of \(function) are a list of 'low' and 'high', got '\(words)'")
    }
    guard place == objectives.count * valuesPerObjective else {
      let each = valuesPerObjective == 1 ? "" : "\(valuesPerObjective) numbers for each of "
      throw SQLFunction.Failure(
        "\(function) takes \(each)\(objectives.count) objective\(objectives.count == 1 ? "" : "s") "
          + "before '\(words)', got \(place) number\(place == 1 ? "" : "s")")
    }
    self.objectives = objectives
    var settings: [Double] = []
    for value in first[(place + 1)...] {
      guard let number = value.number else {
        throw SQLFunction.Failure("behind the directions \(function) takes numbers, got '\(value)'")
      }
      settings.append(number)
    }
    self.settings = settings
    for (index, row) in rows.enumerated() {
      guard row.count == first.count, row[place...] == first[place...] else {
        throw SQLFunction.Failure(
          "\(function) takes the same directions and points for all rows")
      }
      var numbers: [Double] = []
      for (position, value) in row[..<place].enumerated() where !value.isNull {
        guard let number = value.number else {
          throw SQLFunction.Failure(
            "argument \(position + 1) of \(function) must be a number, got the text '\(value)'")
        }
        numbers.append(number)
      }
      guard numbers.count == place else { continue }
      self.rows.append(index)
      values.append(numbers)
    }
  }
}

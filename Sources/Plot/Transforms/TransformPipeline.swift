/// Applies the transforms of a view to its rows, in order.
struct TransformPipeline {
  private(set) var data: ChartData
  private(set) var problems: [ChartError.Problem] = []
  private let numbers: NumberMarks
  private let lookup: (DataSpec) -> ChartData?

  /// - Parameters:
  ///   - numbers: the marks that `format` writes.
  ///   - lookup: finds the table that a `lookup` names.
  init(
    _ data: ChartData, _ numbers: NumberMarks = .english,
    lookup: @escaping (DataSpec) -> ChartData? = { $0.values?.data }
  ) {
    self.data = data
    self.numbers = numbers
    self.lookup = lookup
  }

  mutating func apply(_ transforms: [TransformSpec], at path: [String]) {
    for (index, transform) in transforms.enumerated() {
      apply(transform, path + ["transform", String(index)])
    }
  }

  private mutating func apply(_ step: TransformSpec, _ path: [String]) {
    var check = TransformCheck(step, data)
    check.run()
    guard check.problems.isEmpty else {
      for found in check.problems { problem(path + found.path, found.message, help: found.help) }
      return
    }
    if let filter = step.filter {
      keepRows(filter, path + ["filter"])
    } else if let text = step.calculate {
      do throws(ExpressionError) {
        let values = try ExpressionEvaluator(text, data, numbers).values(data.rowCount).map(\.cell)
        data = data.with(step.names.first ?? "calculated", values)
      } catch {
        problem(path + ["calculate"], error.message)
      }
    } else if let operations = step.aggregate {
      data = Aggregation.table(data, by: step.groupby ?? [], parsed(operations, path))
    } else if let operations = step.joinaggregate {
      data = Aggregation.joined(data, by: step.groupby ?? [], parsed(operations, path))
    } else if let operations = step.window {
      do throws(ChartError) {
        data = try WindowTransform(step).apply(operations, to: data)
      } catch {
        problem(path + ["window"], error.problems.first?.message ?? "")
      }
    } else if let bin = step.bin, let field = step.field {
      require([field], path)
      let numbers = data.values(field).compactMap(\.quantity)
      guard let low = numbers.min(), let high = numbers.max() else { return }
      let rule = BinRule(bin, extent: low...high)
      let names = step.names
      let lower = data.values(field).map { $0.quantity.flatMap { rule.lower($0) } }
      data = data.with(names.first ?? "bin", lower.map { $0.map { .number($0) } ?? .null })
      data = data.with(
        names.count > 1 ? names[1] : (names.first ?? "bin") + "_end",
        lower.map { $0.map { .number(rule.clean($0 + rule.step)) } ?? .null })
    } else if let unit = step.timeUnit, let field = step.field {
      require([field], path)
      guard let timeUnit = unit.timeUnit else {
        return problem(path + ["timeUnit"], "'\(unit.unit ?? "")' is no unit of time")
      }
      let starts = data.values(field).map { $0.moment.map { timeUnit.floor($0) } }
      let name = step.names.first ?? field
      data = data.with(name, starts.map { $0.map { .number($0) } ?? .null })
      data = data.with(
        name + "_end", starts.map { $0.map { .number(timeUnit.end($0)) } ?? .null })
    } else {
      reshape(step, path)
    }
  }

  private mutating func reshape(_ step: TransformSpec, _ path: [String]) {
    if let fields = step.fold {
      require(fields, path)
      data = Reshaping.fold(data, fields, names: step.names)
    } else if let field = step.stack {
      require([field] + (step.groupby ?? []), path)
      data = Reshaping.stack(data, field, step)
    } else if let field = step.impute, let key = step.key {
      require([field, key], path)
      data = Reshaping.impute(
        data, field, key: key, by: step.groupby ?? [], method: step.method,
        value: step.value?.chartValue ?? .null)
    } else if let field = step.pivot {
      require([field], path)
      data = Reshaping.pivot(data, field, step)
    } else if let field = step.lookup, let source = step.from {
      require([field], path)
      guard let table = lookup(source.data) else {
        return problem(path + ["from", "data"], "the table to look up is not there")
      }
      data = Reshaping.lookup(data, field, in: table, source, step)
    } else if let y = step.regression, let x = step.on {
      require([x, y], path)
      data = Smoothing.regression(data, x: x, y: y, step)
    } else if let y = step.loess, let x = step.on {
      require([x, y], path)
      data = Smoothing.loess(data, x: x, y: y, step)
    } else if let field = step.density {
      require([field], path)
      data = Smoothing.density(data, field, step)
    } else if let field = step.quantile {
      require([field], path)
      data = Smoothing.quantiles(data, field, step)
    } else if let fields = step.flatten {
      data = Reshaping.flatten(data, fields, names: step.names)
    } else {
      problem(path, "this transform is not supported")
    }
  }

  private mutating func keepRows(_ filter: PredicateSpec, _ path: [String]) {
    do throws(ExpressionError) {
      let test = try RowTest(filter, data)
      let kept = (0..<data.rowCount).filter { test.passes($0) }
      if kept.count < data.rowCount { data = data.rows(kept) }
    } catch {
      problem(path, error.message)
    }
  }

  private mutating func parsed(
    _ operations: [TransformSpec.Aggregation], _ path: [String]
  ) -> [Aggregation] {
    operations.compactMap { entry in
      guard let operation = AggregateOperation(rawValue: entry.op) else {
        problem(path, "there is no operation '\(entry.op)'")
        return nil
      }
      if let field = entry.field, operation != .count { require([field], path) }
      let name = entry.as ?? (entry.field.map { entry.op + "_" + $0 } ?? entry.op)
      return Aggregation(operation: operation, field: entry.field, name: name)
    }
  }

  private mutating func require(_ fields: [String], _ path: [String]) {
    for field in fields where data[field] == nil && data.rowCount > 0 {
      problem(
        path, "there is no column '\(field)'",
        help: ["the columns are \(data.columns.map { "'\($0.name)'" }.joined(separator: ", "))"])
    }
  }

  private mutating func problem(_ path: [String], _ message: String, help: [String] = []) {
    problems.append(.init(path: path, message: message, help: help))
  }
}

/// An operation on a column, and what the result is called.
struct Aggregation: Hashable, Sendable {
  var operation: AggregateOperation
  var field: String?
  var name: String

  func value(_ data: ChartData, _ rows: [Int]) -> ChartValue {
    guard let field, let column = data[field] else {
      return operation == .count ? .number(Double(rows.count)) : .null
    }
    return operation.value(of: rows.map { column.values[$0] })
  }

  /// One row for each combination of the fields.
  static func table(
    _ data: ChartData, by fields: [String], _ operations: [Aggregation]
  ) -> ChartData {
    let groups = data.groups(by: fields)
    var columns = fields.enumerated().map { index, field in
      ChartColumn(
        field, title: data[field]?.title, unit: data[field]?.unit,
        values: groups.map { $0.key[index] })
    }
    for operation in operations where !columns.contains(where: { $0.name == operation.name }) {
      columns.append(
        ChartColumn(operation.name, values: groups.map { operation.value(data, $0.rows) }))
    }
    return ChartData(columns, rowCount: groups.count)
  }

  /// All rows, with the value of their group beside them.
  static func joined(
    _ data: ChartData, by fields: [String], _ operations: [Aggregation]
  ) -> ChartData {
    let groups = data.groups(by: fields)
    var out = data
    for operation in operations {
      var values = Array(repeating: ChartValue.null, count: data.rowCount)
      for group in groups {
        let value = operation.value(data, group.rows)
        for row in group.rows { values[row] = value }
      }
      out = out.with(operation.name, values)
    }
    return out
  }
}

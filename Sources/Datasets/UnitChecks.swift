import Configuration
import Diagnostics
import Formulas

/// Units of columns that are passed straight into functions: a column in GB is no number of tokens.
///
/// Expressions are not looked at; there the author has converted, or SQL has lost the unit.
extension Store.State {
  /// The first argument whose column has another unit than the function's parameter.
  mutating func unitProblem(in sql: SpannedText) -> Diagnostic? {
    let called = connection.sandbox.functions.filter { parameterUnits[$0] != nil }
    guard !called.isEmpty else { return nil }
    let tokens = SQLTokens(sql.bytes)
    for call in tokens.calls where called.contains(call.function.lowercased()) {
      guard let parameters = parameterUnits[call.function.lowercased()] else { continue }
      for (parameter, argument) in zip(parameters, call.arguments) {
        guard let wanted = parameter.unit, let column = argument.column,
          let text = unit(of: column, among: argument.source.map { [$0] } ?? tokens.sources),
          let given = try? Unit(parsing: text, counting: countingUnits), !given.fits(wanted)
        else { continue }
        return .error(
          "unit-mismatch",
          "argument '\(parameter.name)' of \(call.function) is in \(wanted), "
            + "but the column '\(column.last ?? "")' is in \(text)",
          at: sql.span(argument.range),
          help: given.conversion(to: wanted) ?? "convert it in the query, or pass another column")
      }
    }
    return nil
  }

  /// - Parameter column: `[column]` or `[table, column]`.
  private mutating func unit(of column: [String], among sources: [SQLTokens.Source]) -> String? {
    guard let name = column.last?.lowercased() else { return nil }
    let holders = sources.filter { source in
      (column.count == 1 || source.alias.lowercased() == column[0].lowercased())
        && columns(of: source.table)?.contains { $0.lowercased() == name } ?? false
    }
    guard holders.count == 1 else { return nil }
    if let table = table(holders[0].table) {
      return table.field(name).flatMap { table.fields[$0].unit?.value }
    }
    return unitsOfView[holders[0].table.lowercased()]?[name]
  }
}

extension Unit {
  /// Whether a number of this unit may be passed where `other` is wanted: the physical parts and the
  /// scales agree, and not one counts what the other does not.
  fileprivate func fits(_ other: Unit) -> Bool {
    strictFactors == other.strictFactors && abs(scale / other.scale - 1) < 1e-12
      && (countingFactors.isEmpty || other.countingFactors.isEmpty
        || countingFactors == other.countingFactors)
  }
}

import Configuration
import Diagnostics
public import Formulas

/// Units of columns that are passed straight into functions: a column in GB is no number of tokens.
///
/// Expressions are not looked at; there the author has converted, or SQL has lost the unit.
extension Store.State {
  /// The first argument whose column has another unit than the function's parameter.
  mutating func unitProblem(in sql: SpannedText) -> Diagnostic? {
    let called = connection.sandbox.functions.filter { parameterUnits[$0] != nil }
    guard !called.isEmpty else { return nil }
    let calls = SQLTokens(sql.bytes).calls.filter { call in
      called.contains(call.function.lowercased()) && call.arguments.contains { $0.column != nil }
    }
    guard !calls.isEmpty else { return nil }
    var reader = UnitReader(sql.bytes)
    _ = reader.columns(&self)
    for call in calls {
      guard let parameters = parameterUnits[call.function.lowercased()] else { continue }
      for (parameter, argument) in zip(parameters, call.arguments) {
        guard let wanted = parameter.unit, let column = argument.column,
          let given = reader.unit(of: column, at: argument.range.upperBound - 1, argument.source),
          !given.fits(wanted)
        else { continue }
        return .error(
          "unit-mismatch",
          "argument '\(parameter.name)' of \(call.function) is in \(wanted), "
            + "but the column '\(column.last ?? "")' is in \(given)",
          at: sql.span(argument.range),
          help: given.conversion(to: wanted) ?? "convert it in the query, or pass another column")
      }
    }
    return nil
  }

  /// The columns of a table of the package, or of a query of the report.
  mutating func measuredColumns(of name: String) -> [UnitReader.Column]? {
    let lower = name.lowercased()
    if let known = measuredColumns[lower] { return known }
    guard let names = columns(of: name) else { return nil }
    var units: [Unit?] = names.map { _ in nil }
    if let table = table(name) {
      units = names.map { column in
        table.field(column.lowercased()).flatMap { table.fields[$0].unit?.value }
          .flatMap { try? Unit(parsing: $0, counting: countingUnits) }
      }
    } else if let view = views[lower] {
      var reader = UnitReader(view.query.sql.bytes)
      let found = reader.columns(&self)
      if let found, found.count == names.count { units = found.map(\.unit) }
    }
    let columns = zip(names, units).map { UnitReader.Column(name: $0, unit: $1) }
    measuredColumns[lower] = columns
    return columns
  }
}

extension Store {
  /// For each column of a statement what its values are measured in, as far as that is certain: of
  /// stored columns under any name, and of calls of functions that give a unit.
  public func units(of query: Query) -> [Unit?]? {
    withState { state in
      var reader = UnitReader(query.sql.bytes)
      return reader.columns(&state)?.map(\.unit)
    }
  }
}

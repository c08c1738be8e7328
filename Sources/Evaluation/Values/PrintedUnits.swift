import Datasets
import Diagnostics
import Formulas

extension EvaluationContext {
  /// An error when numbers would be printed with a unit that they are not in. A unit that is none of
  /// those that are known, such as ×, is a word of the author's.
  ///
  /// - Parameters:
  ///   - written: the option `unit`.
  ///   - known: what the values are measured in, when that is certain.
  ///   - subject: "the column 'cost'", as the beginning of a sentence.
  func unitProblem(
    _ written: String?, at span: SourceSpan?, _ subject: String, isIn known: () -> Unit?
  ) -> Diagnostic? {
    guard let written, let printed = try? Unit(parsing: written, counting: store.countingUnits),
      !printed.isOne, let unit = known(), !unit.fits(printed)
    else { return nil }
    return .error(
      "unit-mismatch", "\(subject) is in \(unit), but would be printed in \(printed)", at: span,
      help: unit.conversion(to: printed).map { $0 + "; do that in the query" }
        ?? "leave 'unit' out, or compute what it says in the query")
  }

  /// What a column of a result is measured in.
  func unit(of column: Int, in rows: ResultTable, of query: Query) -> Unit? {
    if let stored = rows.columns[column].unit {
      return try? Unit(parsing: stored, counting: store.countingUnits)
    }
    guard let units = store.units(of: query), units.count == rows.columns.count else { return nil }
    return units[column]
  }
}

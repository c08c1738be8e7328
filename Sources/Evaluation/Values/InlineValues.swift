import Datasets
import Diagnostics
import Markup
import Plot

extension EvaluationContext {
  /// One value that an expression in running text gives.
  struct ScalarResult {
    var value: CellValue
    /// The digits that the source prints, for a value that is shown as it is stored.
    var decimals: Int?
    /// The statement that gave it, and what it gave.
    var query: Query
    var table: ResultTable
  }

  /// Computes an expression that has to give one value.
  ///
  /// - Throws: what is wrong with it; also when a lookup finds no row or several.
  mutating func scalar(_ text: SpannedText) throws(DiagnosticList) -> ScalarResult {
    let expression = try ValueExpression(text)
    let only = expression.onlyCell
    for cell in only == nil ? expression.cells : [] {
      let rows = try store.run(expression.lookup(cell))
      guard rows.rowCount == 1 else {
        throw excused(.wrongRowCount(rows.rowCount, cell, in: expression), readFrom: rows)
      }
    }
    let query = expression.query
    let table = try store.run(query)
    guard table.columns.count == 1 else {
      throw .error(
        "not-one-value", "the statement gives \(table.columns.count) columns, not one value",
        at: text.span)
    }
    guard table.rowCount == 1 else {
      let problem: DiagnosticList =
        if let only {
          .wrongRowCount(table.rowCount, only, in: expression)
        } else {
          .error(
            "not-one-value",
            table.isEmpty
              ? "the statement finds no row" : "the statement finds \(table.rowCount) rows",
            at: text.span, help: "make it return one row")
        }
      throw excused(problem, readFrom: table)
    }
    return ScalarResult(
      value: table[0, 0], decimals: table.columns[0].decimals, query: query, table: table)
  }

  /// Keeps where a value in running text comes from.
  mutating func record(
    _ kind: ProvenanceRecord.Kind, _ expression: SpannedText, printed text: String,
    _ result: consuming ScalarResult, at span: SourceSpan
  ) -> ProvenanceID {
    record(
      ProvenanceRecord(
        kind: kind, expression: expression, text: text, numbers: words.numbers,
        query: result.query, result: result.table, span: span))
  }

  /// `` `{value .2f unit="×"} expression` ``.
  mutating func value(_ call: ValueCall) -> [Inline<Resolved>] {
    do throws(DiagnosticList) {
      for attribute in call.attributes.values where attribute.key != "unit" {
        throw DiagnosticList([
          Diagnostic(
            .error, "unknown-option", "a value has no option '\(attribute.key)'",
            at: attribute.span, help: ["its only option is 'unit'"])
        ])
      }
      let result = try scalar(call.expression)
      let text: String
      do throws(DiagnosticList) {
        text = try printed(
          result, format: call.format, unit: call.attributes["unit"], call.span,
          divides: call.expression.bytes.contains(UInt8(ascii: "/")))
      } catch {
        throw excused(error, readFrom: result.table)
      }
      if result.value.number != nil, let format = NumberFormat(call.format),
        let problem = format.falsePrecision(for: result.decimals, at: call.span)
          ?? format.falsePrecision(
            at: call.span, within: { store.uncertainties(of: result.query)?.first ?? nil })
      {
        diagnostics.append(problem)
      } else if call.format.isEmpty, result.decimals == nil,
        let problem = NumberFormat.missing(
          for: [result.value], of: "the value", at: call.span,
          help: "write how it is printed: {value .2f}")
      {
        diagnostics.append(problem)
      }
      if let unit = call.attributes.values.last(where: { $0.key == "unit" }),
        let problem = unitProblem(
          unit.value, at: unit.span, "the value",
          isIn: { self.unit(of: 0, in: result.table, of: result.query) })
      {
        diagnostics.append(problem)
      }
      let isFaulty = !store.faults(in: result.table, of: result.query).isEmpty
      let id = record(.value, call.expression, printed: text, result, at: call.span)
      let shown = Inline<Resolved>.traced(id, [.text(text, call.span)])
      return isFaulty ? FaultMarks.marked([shown], call.span) : [shown]
    } catch {
      diagnostics.append(contentsOf: error)
      return [.strong([.text("[no value]", call.span)], call.span)]
    }
  }

  /// Errors of a value; only a note when the data that it comes from have errors of their own, which
  /// are reported already.
  func excused(_ errors: DiagnosticList, readFrom table: ResultTable) -> DiagnosticList {
    guard let faulty = store.faultyTables(in: table.provenance).first else { return errors }
    return DiagnosticList(
      errors.all.map {
        .note("faulty-data", "not shown, because the table '\(faulty)' has errors", at: $0.span)
      })
  }

  private func printed(
    _ result: ScalarResult, format: String, unit: String?, _ span: SourceSpan, divides: Bool
  ) throws(DiagnosticList) -> String {
    guard let numberFormat = NumberFormat(format) else {
      throw .error(
        "number-format", "'\(format)' is no number format", at: span, help: NumberFormat.help)
    }
    switch result.value {
    case .null:
      throw .error(
        "missing-value", "the value is missing (NULL)", at: span,
        help: divides
          ? "SQL gives no value when it divides by zero, or computes with a missing one"
          : "write coalesce(…, 0), or choose a row that has it")
    case .text(let text):
      guard format.isEmpty else {
        throw .error(
          "number-format", "the value is the text '\(text)', which has no number format", at: span)
      }
      return text.withUnit(unit, words.numbers)
    case .integer(let number):
      return words.numbers.written(numberFormat.string(Double(number)))
        .withUnit(unit, words.numbers)
    case .real(let number):
      if numberFormat.kind == .whole, number != number.rounded() {
        throw .error(
          "number-format", "\(CellValue.real(number)) is not a whole number", at: span,
          help: "write .0f to round it")
      }
      return words.numbers.written(numberFormat.string(number)).withUnit(unit, words.numbers)
    }
  }
}

extension String {
  /// With a unit as printed: ×, ° and minutes of arc stand close, % and currency where the language
  /// has them, others after a narrow space.
  func withUnit(_ unit: String?, _ numbers: NumberMarks) -> String {
    guard let unit, !unit.isEmpty else { return self }
    switch unit {
    case "×", "°", "′", "″": return self + unit
    case "%", "‰": return numbers.placing(unit, numbers.percent, beside: self)
    case "$", "€", "£": return numbers.placing(unit, numbers.currency, beside: self)
    default: return self + String(NumberMarks.narrowSpace) + unit
    }
  }
}

extension DiagnosticList {
  fileprivate static func wrongRowCount(
    _ count: Int, _ cell: CellReference, in expression: ValueExpression
  ) -> DiagnosticList {
    .error(
      "not-one-value",
      count == 0
        ? "no row of '\(expression.table(of: cell))' matches"
        : "\(count) rows of '\(expression.table(of: cell))' match",
      at: expression.text.span(
        cell.condition.isEmpty ? cell.range : cell.condition),
      help: count == 0 ? "check the condition" : "make the condition find one row")
  }
}

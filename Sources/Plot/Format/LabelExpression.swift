/// Makes labels of axes, legends and headers anew, as `labelExpr` asks: from `datum.value`,
/// `datum.label` and, from 0, `datum.index`.
enum LabelExpression {
  /// - Parameter expression: one without a `problem`.
  /// - Returns: nil where the expression gives nothing.
  static func labels(
    _ expression: String, values: [ChartValue], labels: [String?], _ numbers: NumberMarks
  ) -> [String?] {
    let rows = ChartData([
      ChartColumn("value", values: values),
      ChartColumn("label", values: labels.map { $0.map { .text($0) } ?? .null }),
      ChartColumn("index", values: labels.indices.map { .number(Double($0)) }),
    ])
    let evaluator: ExpressionEvaluator
    do throws(ExpressionError) {
      evaluator = try ExpressionEvaluator(expression, rows, numbers)
    } catch {
      preconditionFailure("labelExpr is checked before labels are made: \(error.message)")
    }
    return labels.indices.map { index in
      let value = evaluator.value(index)
      return value == .null ? nil : value.text
    }
  }

  /// The same with no words where the expression gives nothing.
  static func words(
    _ expression: String, values: [ChartValue], labels: [String], _ numbers: NumberMarks
  ) -> [String] {
    Self.labels(expression, values: values, labels: labels, numbers).map { $0 ?? "" }
  }

  /// Why an expression cannot be read; nil when it can.
  static func problem(_ expression: String?, _ path: [String]) -> ChartError.Problem? {
    guard let expression else { return nil }
    do throws(ExpressionError) {
      _ = try ExpressionEvaluator(expression, ChartData([]))
      return nil
    } catch {
      return .init(path: path + ["labelExpr"], message: error.message)
    }
  }
}

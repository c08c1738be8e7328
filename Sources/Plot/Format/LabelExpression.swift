/// Makes labels of axes, legends and headers anew, as `labelExpr` asks: from `datum.value`,
/// `datum.label` and, from 0, `datum.index`.
enum LabelExpression {
  /// - Parameter expression: has been checked; labels stay as they are when it cannot be read.
  /// - Returns: nil where the expression gives nothing.
  static func labels(
    _ expression: String, values: [ChartValue], labels: [String?], _ numbers: NumberMarks
  ) -> [String?] {
    let rows = ChartData([
      ChartColumn("value", values: values),
      ChartColumn("label", values: labels.map { $0.map { .text($0) } ?? .null }),
      ChartColumn("index", values: labels.indices.map { .number(Double($0)) }),
    ])
    guard let evaluator = try? ExpressionEvaluator(expression, rows, numbers) else { return labels }
    return labels.indices.map { index in
      let value = evaluator.value(index)
      return value == .null ? nil : value.text
    }
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

/// A Vega expression, as `calculate`, `filter` and `labelExpr` hold it: the part of JavaScript that
/// computes with the cells of a row.
///
///     datum.b_score > 10 && isValid(datum['a b']) ? log(datum.x) / LN2 : null
indirect enum Expression: Equatable, Sendable {
  case literal(ExpressionValue)
  /// A name that is not `datum`: a constant, or `null` when unknown.
  case name(String)
  /// A cell of the row; dots are part of flattened names.
  case cell(String)
  case member(Expression, Expression)
  case list([Expression])
  /// An object literal, of which members are looked up: `{'a': 1}[datum.x]`.
  case object([String: Expression])
  case unary(String, Expression)
  case binary(String, Expression, Expression)
  case conditional(Expression, Expression, Expression)
  case call(String, [Expression])
}

/// A value within an expression.
enum ExpressionValue: Equatable, Sendable {
  case null
  case number(Double)
  case text(String)
  case bool(Bool)
  case list([ExpressionValue])

  init(_ value: ChartValue) {
    switch value {
    case .null: self = .null
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .bool(let flag): self = .bool(flag)
    }
  }

  /// The value as a cell; a number that is none becomes null.
  var cell: ChartValue {
    switch self {
    case .null: .null
    case .number(let number): number.isNaN ? .null : .number(number)
    case .text(let text): .text(text)
    case .bool(let flag): .bool(flag)
    case .list: .text(text)
    }
  }

  /// JavaScript's `Number(value)`.
  var number: Double {
    switch self {
    case .null: 0
    case .number(let number): number
    case .bool(let flag): flag ? 1 : 0
    case .text(let text):
      text.allSatisfy(\.isWhitespace)
        ? 0 : Double(String(text.drop(while: \.isWhitespace))) ?? .nan
    case .list(let values): values.count == 1 ? values[0].number : values.isEmpty ? 0 : .nan
    }
  }

  /// JavaScript's `String(value)`.
  var text: String {
    switch self {
    case .null: "null"
    case .number(let number): DecimalDigits.shortest(number)
    case .bool(let flag): flag ? "true" : "false"
    case .text(let text): text
    case .list(let values): values.map(\.text).joined(separator: ",")
    }
  }

  var isTrue: Bool {
    switch self {
    case .null: false
    case .number(let number): number != 0 && !number.isNaN
    case .bool(let flag): flag
    case .text(let text): !text.isEmpty
    case .list: true
    }
  }

  /// Milliseconds since 1970.
  var moment: Double {
    if case .text(let text) = self { return DateParser.milliseconds(text) ?? .nan }
    return number
  }
}

import Diagnostics

/// Reads and runs the worked examples of a formula block.
///
///     tflop_ratio(T: 32, K: 2, mu: 612, mu_tilde: 324, d: 4096, m: 11008) = 0.5516 ± 0.0001
///
/// `=` compares to 9 digits, or within what follows `±`; `≈` to half of the last printed digit;
/// `<`, `≤`, `>`, `≥` bound the value.
struct FormulaExample {
  enum Relation { case equal(tolerance: Double?), less, lessOrEqual, greater, greaterOrEqual }

  var arguments: [FormulaArgument]
  var relation: Relation
  var expected: Double
  /// The call as written, for messages.
  var callText: String
  var expectedText: String

  /// Runs an example; returns why it does not hold.
  static func problem(
    with example: FormulaDefinition.Example, of formula: Formula
  ) -> Diagnostic? {
    do throws(ExampleError) {
      return try FormulaExample(parsing: example.text, formula: formula).verdict(
        of: formula, example)
    } catch {
      return Diagnostic(.error, "formula-test", error.message, at: example.span, help: error.help)
    }
  }

  /// Whether a formula passes; it does not when it has no value.
  func holds(for formula: Formula) -> Bool {
    (try? formula.value(at: arguments)).map(holds) ?? false
  }

  /// The diagnostic of an example that does not hold, at the part of the TeX it comes from.
  private func verdict(
    of formula: Formula, _ example: FormulaDefinition.Example
  ) -> Diagnostic? {
    if let (parameter, message) = formula.domainViolation(of: arguments) {
      return .error(
        "formula-test", "'\(parameter.name)' \(message)", at: example.span)
    }
    let related = Diagnostic.Related(message: "the test stands here", span: example.span)
    do throws(FormulaError) {
      let value = try formula.value(at: arguments)
      guard !holds(value) else { return nil }
      return Diagnostic(
        .error, "formula-test",
        "\(callText) is \(Self.shown(value)), not \(wanted)", at: formula.expression.span,
        help: formula.breakdown(at: arguments), related: [related])
    } catch {
      return Diagnostic(
        .error, "formula-test", "\(callText) has no value: this \(error.message)", at: error.span,
        related: [related])
    }
  }

  private func holds(_ value: Double) -> Bool {
    switch relation {
    case .equal(let tolerance):
      abs(value - expected) <= (tolerance ?? Swift.max(abs(expected), 1e-300) * 1e-9)
    case .less: value < expected
    case .lessOrEqual: value <= expected
    case .greater: value > expected
    case .greaterOrEqual: value >= expected
    }
  }

  private var wanted: String {
    switch relation {
    case .equal(let tolerance?): "\(expectedText) within \(Self.shown(tolerance))"
    case .equal(nil): expectedText
    case .less: "less than \(expectedText)"
    case .lessOrEqual: "at most \(expectedText)"
    case .greater: "more than \(expectedText)"
    case .greaterOrEqual: "at least \(expectedText)"
    }
  }

  /// Eight significant digits: enough to see the error, few enough to read. Whole digits stay as
  /// they are: zeros in their places would look exact.
  static func shown(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return value.shortDescription }
    if abs(value) >= 1e7, abs(value) < 1e15 { return value.rounded().shortDescription }
    let exponent = decimalLogarithm(abs(value)).rounded(.down)
    let unit = realPower(10, 7 - exponent)
    let rounded = (value * unit).rounded() / unit
    return rounded.isFinite ? rounded.shortDescription : value.shortDescription
  }
}

struct ExampleError: Error {
  var message: String
  var help: [String] = []
}

extension Formula {
  /// The values of the parts that the result is made of, as help lines.
  fileprivate func breakdown(at arguments: [FormulaArgument]) -> [String] {
    let scaled = coherent(arguments)
    func value(_ part: Expression) -> String {
      let (value, unit) = measured(part, at: scaled)
      guard let value else { return "undefined" }
      return FormulaExample.shown(value) + (unit.map { $0.isOne ? "" : " \($0)" } ?? "")
    }
    switch expression.kind {
    case .divide(let above, let below):
      return ["its numerator is \(value(above)), its denominator \(value(below))"]
    case .add(let a, let b): return ["its terms are \(value(a)) and \(value(b))"]
    case .subtract(let a, let b): return ["it is \(value(a)) minus \(value(b))"]
    case .multiply(let a, let b): return ["its factors are \(value(a)) and \(value(b))"]
    default: return []
    }
  }
}

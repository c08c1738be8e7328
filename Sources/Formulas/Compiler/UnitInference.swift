import Diagnostics

/// Finds the unit of every part of an expression and the places where units do not fit.
///
/// The rules are those of quantity calculus (ISO 80000-1), with one addition for counts; docs/
/// formulas.md states them for authors:
///
/// - what is added, subtracted or compared has the same strict unit and the same degree of counts;
/// - a bare number may stand for one count of anything (`N + 1`), never for a strict unit;
/// - a sum over an index multiplies by the index's unit, as an integral does;
/// - exponents and arguments of `\log`, `\exp` have the dimension one.
struct UnitInference {
  /// The unit of a part; `literal` when it is made of bare numbers only.
  struct Inferred {
    var unit: Unit
    var isLiteral = false
  }

  let parameters: [FormulaParameter]
  private(set) var diagnostics = DiagnosticList()
  private var indexUnits: [Unit] = []

  init(parameters: [FormulaParameter]) { self.parameters = parameters }

  /// The unit of the expression, or nil when a part of it does not fit; says so in `diagnostics`.
  mutating func unit(of expression: Expression) -> Inferred? {
    switch expression.kind {
    case .number: return Inferred(unit: .one, isLiteral: true)
    case .percent: return Inferred(unit: .percent)
    case .parameter(let position): return Inferred(unit: parameters[position].unit)
    case .element(let parameter, let index): return element(parameter, index)
    case .index(let depth):
      return Inferred(unit: indexUnits[depth], isLiteral: indexUnits[depth].isOne)
    case .negate(let operand): return unit(of: operand)
    case .add(let a, let b): return combined(a, b, verb: "adds")
    case .subtract(let a, let b): return combined(a, b, verb: "subtracts")
    case .multiply(let a, let b):
      guard let (x, y) = both(a, b) else { return nil }
      return Inferred(unit: x.unit * y.unit, isLiteral: x.isLiteral && y.isLiteral)
    case .divide(let a, let b):
      guard let (x, y) = both(a, b) else { return nil }
      return Inferred(unit: x.unit / y.unit, isLiteral: x.isLiteral && y.isLiteral)
    case .power(let base, let exponent): return power(base, exponent)
    case .root(let degree, let radicand): return root(degree, radicand)
    case .function(let function, let operands): return call(function, operands)
    case .logarithm(let base, let operand):
      guard dimensionless(base, "the base of a logarithm"),
        dimensionless(operand, "the argument of a logarithm")
      else { return nil }
      return Inferred(unit: .one)
    case .series(let series): return sum(series, expression)
    case .cases(let branches): return cases(branches)
    case .apply(let formula, let operands): return apply(formula, operands)
    }
  }

  private mutating func both(_ a: Expression, _ b: Expression) -> (Inferred, Inferred)? {
    let x = unit(of: a)
    let y = unit(of: b)
    guard let x, let y else { return nil }
    return (x, y)
  }

  /// The common unit of two parts that are added, subtracted or compared.
  private mutating func combined(_ a: Expression, _ b: Expression, verb: String) -> Inferred? {
    guard let (x, y) = both(a, b) else { return nil }
    if let common = Self.common(x, y) { return common }
    diagnostics.append(
      .unlikeUnits(x.unit, a.span, y.unit, b.span, verb: verb, mixesPercent: mixesPercent(x, y)))
    return nil
  }

  private func mixesPercent(_ x: Inferred, _ y: Inferred) -> Bool {
    (x.unit == .percent) != (y.unit == .percent)
      && (x.unit.strictFactors.isEmpty || y.unit.strictFactors.isEmpty)
  }

  /// The unit that two quantities share, or nil when they cannot be added.
  static func common(_ x: Inferred, _ y: Inferred) -> Inferred? {
    if x.unit.factors == y.unit.factors {
      return Inferred(unit: x.unit, isLiteral: x.isLiteral && y.isLiteral)
    }
    guard x.unit.strictFactors == y.unit.strictFactors else { return nil }
    if x.isLiteral, y.unit.isSingleCount { return y }
    if y.isLiteral, x.unit.isSingleCount { return x }
    guard x.unit.countingDegree == y.unit.countingDegree else { return nil }
    return Inferred(unit: x.unit.asPlainCount())
  }

  private mutating func element(_ parameter: Int, _ index: Expression) -> Inferred? {
    guard let inferred = unit(of: index) else { return nil }
    let declared = parameters[parameter]
    let wanted = declared.indexUnit ?? .one
    guard Self.common(inferred, Inferred(unit: wanted)) != nil else {
      diagnostics.append(
        .error(
          "unit-mismatch",
          "the index of '\(declared.symbol)' is measured in \(inferred.unit), not in \(wanted)",
          at: index.span))
      return nil
    }
    return Inferred(unit: declared.unit)
  }

  private mutating func power(_ base: Expression, _ exponent: Expression) -> Inferred? {
    guard let inferred = unit(of: base), dimensionless(exponent, "an exponent") else {
      return nil
    }
    if inferred.unit.factors.isEmpty { return inferred }
    guard let value = exponent.constant, let rational = Rational(exactly: value) else {
      diagnostics.append(
        .error(
          "unit-mismatch",
          "a quantity measured in \(inferred.unit) has an exponent that is not a fixed number",
          at: exponent.span))
      return nil
    }
    return Inferred(unit: inferred.unit.power(rational))
  }

  private mutating func root(_ degree: Expression?, _ radicand: Expression) -> Inferred? {
    guard let inferred = unit(of: radicand) else { return nil }
    guard let degree else { return Inferred(unit: inferred.unit.power(Rational(1, 2))) }
    guard dimensionless(degree, "the degree of a root") else { return nil }
    if inferred.unit.factors.isEmpty { return inferred }
    guard let value = degree.constant, let rational = Rational(exactly: value), rational != 0
    else {
      diagnostics.append(
        .error("unit-mismatch", "the degree of this root is not a fixed number", at: degree.span))
      return nil
    }
    return Inferred(
      unit: inferred.unit.power(Rational(rational.denominator, rational.numerator)))
  }

  private mutating func call(_ function: BuiltinFunction, _ operands: [Expression]) -> Inferred? {
    switch function {
    case .minimum, .maximum:
      guard var result = unit(of: operands[0]) else { return nil }
      for operand in operands.dropFirst() {
        guard let next = unit(of: operand) else { return nil }
        guard let common = Self.common(result, next) else {
          diagnostics.append(
            .unlikeUnits(
              result.unit, operands[0].span, next.unit, operand.span, verb: "compares",
              mixesPercent: mixesPercent(result, next)))
          return nil
        }
        result = common
      }
      return result
    case .floor, .ceiling, .absolute: return unit(of: operands[0])
    default:
      guard dimensionless(operands[0], "the argument of \\\(function.rawValue)") else {
        return nil
      }
      return Inferred(unit: .one)
    }
  }

  private mutating func sum(_ series: Expression.Series, _ expression: Expression) -> Inferred? {
    guard let index = combined(series.from, series.to, verb: "runs between") else { return nil }
    guard index.unit.strictFactors.isEmpty else {
      diagnostics.append(
        .error(
          "unit-mismatch", "an index counts, and \(index.unit) is not a count", at: series.to.span))
      return nil
    }
    indexUnits.append(index.unit)
    defer { indexUnits.removeLast() }
    guard let body = unit(of: series.body) else { return nil }
    if series.operation == .sum { return Inferred(unit: body.unit * index.unit) }
    guard body.unit.factors.isEmpty else {
      diagnostics.append(
        .error(
          "unit-mismatch", "the factors of a product are measured in \(body.unit), not in 1",
          at: series.body.span))
      return nil
    }
    return body
  }

  private mutating func cases(_ branches: [Expression.Branch]) -> Inferred? {
    var result: Inferred?
    var first: Expression?
    for branch in branches {
      if let condition = branch.condition {
        var left = condition.first
        for (_, operand) in condition.rest {
          guard combined(left, operand, verb: "compares") != nil else { return nil }
          left = operand
        }
      }
      guard let inferred = unit(of: branch.value) else { return nil }
      guard let before = result, let start = first else {
        result = inferred
        first = branch.value
        continue
      }
      guard let common = Self.common(before, inferred) else {
        diagnostics.append(
          .unlikeUnits(
            before.unit, start.span, inferred.unit, branch.value.span, verb: "chooses between",
            mixesPercent: mixesPercent(before, inferred)))
        return nil
      }
      result = common
    }
    return result
  }

  private mutating func apply(_ formula: Formula, _ operands: [Expression]) -> Inferred? {
    for (parameter, operand) in zip(formula.parameters, operands) {
      guard let inferred = unit(of: operand) else { return nil }
      guard inferred.accepts(declared: parameter.unit) else {
        diagnostics.append(
          .error(
            "unit-mismatch",
            "'\(parameter.symbol)' of '\(formula.name)' is measured in \(parameter.unit), got "
              + "\(inferred.unit)", at: operand.span))
        return nil
      }
    }
    return Inferred(unit: formula.unit)
  }

  private mutating func dimensionless(_ expression: Expression, _ role: String) -> Bool {
    guard let inferred = unit(of: expression) else { return false }
    if inferred.unit.strictFactors.isEmpty { return true }
    diagnostics.append(
      .error(
        "unit-mismatch", "\(role) is measured in \(inferred.unit) and must be a plain number",
        at: expression.span))
    return false
  }
}

extension UnitInference.Inferred {
  /// Whether a quantity of this unit may be called one of the declared unit.
  ///
  /// Counts reduce where a strict unit is declared (so many values of so many bytes each are
  /// bytes), and a product of counts may be declared as a number of operations.
  func accepts(declared: Unit) -> Bool {
    if isLiteral || unit.factors == declared.factors { return true }
    if unit.strictFactors.isEmpty, declared.factors == Unit.flop.factors {
      return unit.countingDegree > 0
    }
    guard unit.strictFactors == declared.strictFactors else { return false }
    if declared.countingFactors.isEmpty, !declared.strictFactors.isEmpty {
      return unit.countingFactors.allSatisfy { $0.exponent > 0 }
    }
    if unit.factors.isEmpty { return declared.isSingleCount }
    return unit.countingDegree == declared.countingDegree
      && (unit.hasPlainCount || declared.hasPlainCount)
  }
}

extension Unit {
  /// One count of one thing: token, layer.
  fileprivate var isSingleCount: Bool {
    factors.count == 1 && factors[0].base.isCounting && factors[0].exponent == 1
  }

  fileprivate var hasPlainCount: Bool { factors.contains { $0.base == .plainCount } }
}

extension Expression {
  /// The value when it is made of numbers only.
  fileprivate var constant: Double? {
    switch kind {
    case .number(let value): value
    case .negate(let operand): operand.constant.map { -$0 }
    case .add(let a, let b): fold(a, b, +)
    case .subtract(let a, let b): fold(a, b, -)
    case .multiply(let a, let b): fold(a, b, *)
    case .divide(let a, let b): fold(a, b, /)
    default: nil
    }
  }

  private func fold(
    _ a: Expression, _ b: Expression, _ operation: (Double, Double) -> Double
  ) -> Double? {
    guard let x = a.constant, let y = b.constant else { return nil }
    let value = operation(x, y)
    return value.isFinite ? value : nil
  }
}

extension Diagnostic {
  fileprivate static func unlikeUnits(
    _ x: Unit, _ xSpan: SourceSpan, _ y: Unit, _ ySpan: SourceSpan, verb: String,
    mixesPercent: Bool
  ) -> Diagnostic {
    var help: [String] = []
    if mixesPercent {
      help.append("a percentage is not a fraction: multiply the fraction by 100\\%")
    } else if x.strictFactors == y.strictFactors, x.countingDegree != y.countingDegree {
      help.append(
        "counts are added when as many are multiplied: here \(x.countingDegree.text) and "
          + y.countingDegree.text)
    }
    return Diagnostic(
      .error, "unit-mismatch", "the formula \(verb) \(x) and \(y)", at: ySpan, help: help,
      related: [Related(message: "this is measured in \(x)", span: xSpan)])
  }
}

extension Rational {
  fileprivate var text: String {
    denominator == 1 ? String(numerator) : "\(numerator)/\(denominator)"
  }
}
